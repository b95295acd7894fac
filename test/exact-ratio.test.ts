import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../src/decimal.js';
import {
  equalRatios,
  flooredQuotient,
  inQuanta,
  ratioDifference,
  ratioOfDecimal,
  roundedQuanta,
  roundedRatio,
} from '../src/exact-ratio.js';

const ratio = fc.record({
  above: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  below: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  exponent: fc.integer({ min: -20, max: 6 }),
});

/** A ratio over 10²⁰ × its own denominator: a whole number. */
const scaled = ({ above, exponent }: { above: bigint; exponent: number }) => above * 10n ** BigInt(exponent + 20);

describe('exact ratios', () => {
  test('their difference is the one of fractions over a common denominator', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const difference = ratioDifference(a, b);
        const expected = scaled(a) * b.below - scaled(b) * a.below;
        expect(scaled(difference) * a.below * b.below).toBe(expected * difference.below);
        expect(equalRatios(a, b)).toBe(expected === 0n);
      }),
    );
  });

  test('one number written in two ways is equal', () => {
    expect(equalRatios({ above: 2n, below: 6n, exponent: 1 }, { above: 100n, below: 30n, exponent: 0 })).toBe(true);
    expect(equalRatios({ above: 1n, below: 7n, exponent: 0 }, { above: 1n, below: 7n, exponent: 0 })).toBe(true);
    expect(equalRatios({ above: 1n, below: 7n, exponent: 0 }, { above: 1n, below: 7n, exponent: 1 })).toBe(false);
  });

  test.each([
    [7n, 2n, 3n, 1n],
    [-7n, 2n, -4n, 1n],
    [-8n, 2n, -4n, 0n],
    [0n, 5n, 0n, 0n],
  ])('%i ÷ %i, rounded down, is %i and leaves %i', (dividend, divisor, whole, rest) => {
    expect(flooredQuotient(dividend, divisor)).toEqual({ whole, rest });
  });

  test('quanta are twelfth decimals, half-even in both directions', () => {
    const half = { above: 5n, below: 1n, exponent: -13 };
    expect(roundedQuanta(half)).toBe(0n);
    expect(roundedQuanta({ ...half, above: 15n })).toBe(2n);
    expect(roundedQuanta({ ...half, above: -15n })).toBe(-2n);
    expect(roundedQuanta({ ...half, above: -25n })).toBe(-2n);
    expect(roundedRatio({ ...half, above: -15n })).toEqual(new Decimal('-0.000000000002'));
    expect(roundedRatio({ above: 1n, below: 3n, exponent: 0 })).toEqual(new Decimal('0.333333333333'));
  });

  test('a ratio in quanta is the quotient that it was, 10¹² times', () => {
    expect(inQuanta(ratioOfDecimal(new Decimal('2.5')))).toEqual({ dividend: 25_000_000n * 10n ** 5n, divisor: 1n });
    expect(inQuanta({ above: 7n, below: 3n, exponent: -12 })).toEqual({ dividend: 7n, divisor: 3n });
    expect(inQuanta({ above: 7n, below: 3n, exponent: -14 })).toEqual({ dividend: 7n, divisor: 300n });
  });
});
