import { describe, expect, test } from 'vitest';
import { counted } from '../src/counted.js';

describe('counted', () => {
  test('one thing is one, none and several are many', () => {
    expect([0, 1, 2].map((count) => counted(count, 'row', 'rows'))).toEqual(['0 rows', '1 row', '2 rows']);
  });
});
