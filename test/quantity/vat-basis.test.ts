import { describe, expect, test } from 'vitest';
import { VAT_BASES } from '../../src/quantity/vat-basis.js';

describe('VAT_BASES', () => {
  test('a price is stated without value added tax or with it; there is no third', () => {
    expect(VAT_BASES).toEqual(['excluded', 'included']);
  });
});
