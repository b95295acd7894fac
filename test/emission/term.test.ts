import { describe, expect, test } from 'vitest';
import { Decimal, ONE } from '../../src/decimal.js';
import { fraction } from '../../src/emission/term.js';

describe('fraction', () => {
  test('a whole number is itself over 1', () => {
    expect(fraction(new Decimal('2.5'))).toEqual({ numerator: new Decimal('2.5'), denominator: ONE });
    expect(fraction(new Decimal(2), new Decimal(3))).toEqual({
      numerator: new Decimal(2),
      denominator: new Decimal(3),
    });
  });
});
