import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, ZERO, sumOf } from '../src/decimal.js';
import { addToSum, emptySum, thousandthOf, totalOf } from '../src/decimal-sum.js';
import { numberTexts } from './support/rational.js';

const sumOfAll = (values: readonly Decimal[]) => {
  const sum = emptySum();
  for (const value of values) addToSum(sum, value);
  return sum;
};
const decimals = (texts: readonly string[]) => texts.map((text) => new Decimal(text));

/** Figures of lines, to 12 decimals, and accepted numbers of any length among them. */
const quanta = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 24 }))
  .map(([size, digits]) => new Decimal(`${size / 10n ** BigInt(digits)}e-12`).toFixed());

describe('a sum in words of digits', () => {
  test('is the sum of decimal.js, and its thousandth, in every field of the number', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: quanta }, numberTexts), { maxLength: 40 }), (texts) => {
        const values = decimals(texts);
        const expected = sumOf(values);
        expect(totalOf(sumOfAll(values))).toEqual(expected);
        expect(thousandthOf(sumOfAll(values))).toEqual(expected.isZero() ? ZERO : expected.dividedBy(1_000));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    [[], '0'],
    [['1500', '0.5'], '1.5005'],
    [['0.000000000001'], '0.000000000000001'],
    [['-0.000000000001', '1'], '0.000999999999999'],
    [['5', '-5'], '0'],
    [['-999999999999999999999.999999999999', '-0.000000000001'], '-1000000000000000000'],
    [
      ['999999999999999999999.999999999999', '999999999999999999999.999999999999'],
      '1999999999999999999.999999999999998',
    ],
    // Too long for the words that are added up: added one by one.
    [['1000000000000000000000', '0.5'], '1000000000000000000.0005'],
    [['0.0000000000000001', '0.5'], '0.0005000000000000001'],
  ])('of %o the thousandth is %s', (texts, expected) => {
    expect(thousandthOf(sumOfAll(decimals(texts)))).toEqual(new Decimal(expected));
  });

  test('a hundred thousand of the longest figures carry into words above them', () => {
    const longest = new Decimal('-999999999999999999999.999999999999');
    const expected = new Decimal('-99999999999999999999999.9999999999');
    expect(totalOf(sumOfAll(Array.from({ length: 100_000 }, () => longest)))).toEqual(expected.times(1_000));
    expect(thousandthOf(sumOfAll(Array.from({ length: 100_000 }, () => longest)))).toEqual(expected);
  });
});
