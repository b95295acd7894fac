import { expect, test } from 'vitest';
import { CALORIFIC_BASES } from '../../src/quantity/calorific-basis.js';

test('the energy of a fuel is net or gross', () => {
  expect(CALORIFIC_BASES).toEqual(['net', 'gross']);
});
