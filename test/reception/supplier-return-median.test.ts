import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { roundedQuotient } from '../../src/exact-ratio.js';
import { medianOf } from '../../src/reception/supplier-return-median.js';

function median(...fractions: readonly (readonly [number, number])[]): string | undefined {
  const found = medianOf(fractions.map(([above, below]) => ({ above: new Decimal(above), below: new Decimal(below) })));
  return found === undefined ? undefined : roundedQuotient(found.above, found.below).toFixed();
}

describe('medianOf', () => {
  test('of an odd number it is the middle one, in whatever order they come', () => {
    expect(median([5, 2])).toBe('2.5');
    expect(median([9, 3], [1, 2], [8, 4])).toBe('2');
  });

  test('of an even number it is the mean of the middle two', () => {
    expect(median([1, 3], [1, 2])).toBe('0.416666666667');
    expect(median([100, 1], [3, 1], [0, 7], [4, 2])).toBe('2.5');
    expect(median([2, 1], [4, 2])).toBe('2');
  });

  test('fractions are compared exactly, not by their rounded quotients', () => {
    // 1/3 is more than 0.333333333333
    expect(median([1, 3], [333333333333, 1000000000000], [0, 1])).toBe('0.333333333333');
  });

  test('of none there is none', () => {
    expect(median()).toBeUndefined();
  });
});
