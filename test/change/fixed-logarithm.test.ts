import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BITS, ERROR_AT_MOST, fixedLogarithms } from '../../src/change/fixed-logarithm.js';
import { Logarithm } from '../../src/decimal.js';

const UNIT = new Logarithm(2).pow(-Number(BITS));

/** How many units a logarithm is off, against decimal.js with 60 digits. */
function unitsOff(above: bigint, below: bigint, logarithm: bigint): Logarithm {
  const right = new Logarithm(String(above)).dividedBy(String(below)).ln();
  return new Logarithm(String(logarithm)).minus(right.dividedBy(UNIT)).abs();
}

const numbers = fc
  .tuple(fc.bigInt({ min: 10n ** 23n, max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, less]) => digits / 10n ** BigInt(less));

describe('fixedLogarithms', () => {
  test('is within its error of the logarithm to 60 digits', () => {
    const logarithmOf = fixedLogarithms();
    fc.assert(
      fc.property(numbers, numbers, (above, below) => {
        const logarithm = logarithmOf(above, below);
        expect(logarithm).toBeDefined();
        expect(unitsOff(above, below, logarithm ?? 0n).lessThan(String(ERROR_AT_MOST))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('also near 1, where most of the digits go', () => {
    const logarithmOf = fixedLogarithms();
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 6n, max: 10n ** 24n }),
        fc.bigInt({ min: -1000n, max: 1000n }),
        (below, more) => {
          const logarithm = logarithmOf(below + more, below) ?? 10n ** 40n;
          expect(unitsOff(below + more, below, logarithm).lessThan(String(ERROR_AT_MOST))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('also where a mantissa lies between two entries of a table', () => {
    const logarithmOf = fixedLogarithms();
    for (let step = 181n; step <= 363n; step += 1n) {
      // 2⁸ ÷ m is a whole number and a half: rounding may go either way.
      const [above, below] = [512n, 2n * step + 1n];
      expect(unitsOff(above, below, logarithmOf(above, below) ?? 0n).lessThan(String(ERROR_AT_MOST))).toBe(true);
    }
  });

  test('is 0 for equal numbers, and ln 2 is the one that is printed everywhere', () => {
    const logarithmOf = fixedLogarithms();
    expect(logarithmOf(7n, 7n)).toBe(0n);
    const two = new Logarithm(String(logarithmOf(2n, 1n))).times(UNIT);
    expect(two.toFixed(24)).toBe('0.693147180559945309417232');
  });

  test('stays silent past a factor of 2^34, in both directions', () => {
    const logarithmOf = fixedLogarithms();
    expect(logarithmOf(1n << 34n, 1n)).toBeDefined();
    expect(logarithmOf(1n << 35n, 1n)).toBeUndefined();
    expect(logarithmOf(1n, 1n << 35n)).toBeUndefined();
    // Numbers past what binary floating point holds.
    expect(logarithmOf(10n ** 400n, 10n ** 399n)).toBeUndefined();
  });
});
