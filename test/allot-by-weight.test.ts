import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allotByWeight } from '../src/allot-by-weight.js';
import { Decimal, decimalText } from '../src/decimal.js';
import { sumOf } from '../src/decimal-sum.js';

const texts = (whole: string, weights: readonly string[]) =>
  allotByWeight(
    new Decimal(whole),
    weights.map((weight) => new Decimal(weight)),
  ).map(decimalText);

describe('allotByWeight', () => {
  test('the quantum that is missing goes to the largest remainder, ties to the earlier part', () => {
    expect(texts('10', ['1', '2'])).toEqual(['3.333333333333', '6.666666666667']);
    expect(texts('0.000000000001', ['1', '1'])).toEqual(['0.000000000001', '0']);
  });

  test('a part without weight gets nothing, and a credit is parted like money', () => {
    expect(texts('-10', ['0', '0.25', '0.75'])).toEqual(['0', '-2.5', '-7.5']);
  });

  test('weights that are all zero are a wrong program', () => {
    expect(() => texts('1', ['0', '0'])).toThrow(/all of them are zero/);
  });

  test('parts add up to the whole, digit for digit', () => {
    const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((quanta) => new Decimal(`${quanta}e-12`));
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(whole, weights, (value, numbers) => {
        fc.pre(numbers.some((number) => number > 0));
        const parts = allotByWeight(
          value,
          numbers.map((number) => new Decimal(number)),
        );
        expect(decimalText(sumOf(parts))).toBe(decimalText(value));
      }),
    );
  });
});
