import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, ONE } from '../src/decimal.js';
import { UNITY, ratioTimes, roundedRatio } from '../src/exact-ratio.js';
import { compareRatios, compareToDecimal, sumOfRatios } from '../src/exact-sum.js';

const ratio = (above: number | string, below: number | string) =>
  ratioTimes(UNITY, new Decimal(above), new Decimal(below));

describe('sumOfRatios', () => {
  test('is exact where decimals are not: three thirds are one', () => {
    expect(compareToDecimal(sumOfRatios([ratio(1, 3), ratio(1, 3), ratio(1, 3)]), ONE)).toBe(0);
  });

  test('of nothing is zero, and signs and powers of ten are kept', () => {
    expect(roundedRatio(sumOfRatios([])).toFixed()).toBe('0');
    // 1 ÷ 4 − 0.05 + 1000000000
    expect(roundedRatio(sumOfRatios([ratio(1, 4), ratio('-0.05', 1), ratio('1000000000', 1)])).toFixed()).toBe(
      '1000000000.2',
    );
  });

  test('stays short over many parts', () => {
    const sum = sumOfRatios(Array.from({ length: 5000 }, (_, index) => ratio(1, (index % 31) + 1)));
    expect(String(sum.below).length).toBeLessThan(20);
  });

  test('does not depend on the order', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 })));
    fc.assert(
      fc.property(parts, (pairs) => {
        const ratios = pairs.map(([above, below]) => ratio(above, below));
        expect(compareRatios(sumOfRatios(ratios), sumOfRatios([...ratios].reverse()))).toBe(0);
      }),
    );
  });
});

describe('compareRatios', () => {
  test('tells apart what twelve decimals do not', () => {
    const third = ratio(1, 3);
    expect(compareToDecimal(third, new Decimal('0.333333333333333333333333333333'))).toBe(1);
    expect(compareToDecimal(third, new Decimal('0.333333333333333333333333333334'))).toBe(-1);
    expect(compareRatios(third, ratio(2, 6))).toBe(0);
    expect(compareRatios(ratio(-1, 3), ratio('-0.3', 1))).toBe(-1);
  });
});
