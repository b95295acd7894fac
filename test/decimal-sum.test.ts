import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, ZERO, decimalText } from '../src/decimal.js';
import { addToSum, emptySum, sumOf, thousandthOf, totalOf } from '../src/decimal-sum.js';
import { HiilitaseError } from '../src/outcome.js';
import { exactText, numberTexts, plus, rational } from './support/rational.js';

const sumOfAll = (values: readonly Decimal[]) => {
  const sum = emptySum();
  for (const value of values) addToSum(sum, value);
  return sum;
};
const decimals = (...texts: readonly string[]) => texts.map((text) => new Decimal(text));
/** By decimal.js alone, one after the other. */
const oneByOne = (values: readonly Decimal[]) => values.reduce((sum, value) => sum.plus(value), new Decimal(0));
const THOROUGH = { numRuns: 1_000 };

/** Figures of lines, to 12 decimals, and accepted numbers of any length among them. */
const quanta = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 24 }))
  .map(([size, digits]) => new Decimal(`${size / 10n ** BigInt(digits)}e-12`).toFixed());

describe('a sum in words of digits', () => {
  test('is the sum of decimal.js, and its thousandth, in every field of the number', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: quanta }, numberTexts), { maxLength: 40 }), (texts) => {
        const values = decimals(...texts);
        const found = oneByOne(values);
        const expected = found.isZero() ? ZERO : found;
        expect(totalOf(sumOfAll(values))).toEqual(expected);
        expect(thousandthOf(sumOfAll(values))).toEqual(expected.dividedBy(1_000));
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
    expect(thousandthOf(sumOfAll(decimals(...texts)))).toEqual(new Decimal(expected));
  });

  test('a hundred thousand of the longest figures carry into words above them', () => {
    const longest = new Decimal('-999999999999999999999.999999999999');
    const expected = new Decimal('-99999999999999999999999.9999999999');
    expect(totalOf(sumOfAll(Array.from({ length: 100_000 }, () => longest)))).toEqual(expected.times(1_000));
    expect(thousandthOf(sumOfAll(Array.from({ length: 100_000 }, () => longest)))).toEqual(expected);
  });

  test('as many as the words hold are carried before they could lose a digit', () => {
    // 900 000 000 × 9 999 999 is 8 999 999 100 000 000, below 2^53 by a hair.
    const largest = 9_999_999;
    const full = { words: [0, 0, 900_000_000 * largest, 1, 0], added: 900_000_000, others: ZERO };
    addToSum(full, new Decimal(-5));
    expect(full).toMatchObject({ words: [0, 0, -5, 0, 0], added: 1 });
    expect(decimalText(totalOf(full))).toBe('8999999099999995.0000001');
    // The same in the highest word: 14 zeros more.
    const highest = { words: [900_000_000 * largest, 0, 0, 0, 0], added: 900_000_000, others: ZERO };
    expect(decimalText(totalOf(highest))).toBe(`8999999100000000${'0'.repeat(14)}`);
    expect(decimalText(thousandthOf(highest))).toBe(`8999999100000000${'0'.repeat(11)}`);
  });

  test.each(['NaN', 'Infinity', '-Infinity'])('%s is refused, as a wrong program', (text) => {
    expect(() => addToSum(emptySum(), new Decimal(text))).toThrow(HiilitaseError);
    expect(() => sumOf(decimals('1', text))).toThrow(`${text} cannot be added up.`);
  });
});

describe('sumOf', () => {
  test('of accepted numbers it is exact', () => {
    fc.assert(
      fc.property(fc.array(numberTexts, { maxLength: 40, size: 'max' }), (texts) => {
        const expected = texts.map(rational).reduce(plus, rational('0'));
        expect(decimalText(sumOf(decimals(...texts)))).toBe(exactText(expected));
      }),
      THOROUGH,
    );
  });

  test('the order of its parts does not matter, nor how they are grouped', () => {
    const shuffled = fc
      .array(numberTexts, { minLength: 1, maxLength: 20, size: 'max' })
      .chain((texts) =>
        fc.tuple(
          fc.constant(texts),
          fc.shuffledSubarray(texts, { minLength: texts.length, maxLength: texts.length }),
          fc.nat({ max: texts.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([texts, others, cut]) => {
        const whole = sumOf(decimals(...texts));
        expect(sumOf(decimals(...others))).toEqual(whole);
        expect(sumOf([sumOf(decimals(...others.slice(0, cut))), sumOf(decimals(...others.slice(cut)))])).toEqual(whole);
      }),
    );
  });

  test('of nothing it is zero', () => {
    expect(decimalText(sumOf([]))).toBe('0');
  });

  test('what adds up to nothing is zero without a sign', () => {
    const sums = [sumOf(decimals('-5', '5')), sumOf(decimals('-0')), sumOf(decimals('-0', '-0'))];
    expect(JSON.stringify(sums)).toBe('["0","0","0"]');
  });

  test('a sum of 500 digits is exact, and one that could need more throws instead of being rounded', () => {
    const [large, small] = [`1${'0'.repeat(489)}`, `0.${'0'.repeat(8)}1`];
    expect(decimalText(sumOf(decimals(large, small)))).toBe(`${large}${small.slice(1)}`);
    const smaller = `0.${'0'.repeat(9)}1`;
    expect(() => sumOf(decimals(large, smaller))).toThrow('A result needs 501 digits; 500 are kept. [program-error]');
    expect(() => sumOf(decimals(smaller, large))).toThrow(HiilitaseError);
  });
});
