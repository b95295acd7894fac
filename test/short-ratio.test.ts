import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, ZERO } from '../src/decimal.js';
import { UNITY, ratioOfDecimal, ratioTimes, roundedRatio } from '../src/exact-ratio.js';
import { roundedShortRatio, shortDividedBy, shortRatio, shortTimes } from '../src/short-ratio.js';
import type { ShortRatio } from '../src/short-ratio.js';
import { nonZeroTexts, numberTexts } from './support/rational.js';

const MOST = 2 ** 52;
const ONE_SHORT: ShortRatio = { above: 1, below: 1, exponent: 0 };

const exactOf = ({ above, below, exponent }: ShortRatio) => ({
  above: BigInt(above),
  below: BigInt(below),
  exponent,
});

/** Whole numbers of every length up to the most, both ends and round ones included. */
const wholes = fc
  .integer({ min: 1, max: 52 })
  .chain((bits) =>
    fc.oneof(
      fc.maxSafeInteger().map((whole) => Math.abs(whole) % 2 ** bits),
      fc.constant(2 ** bits),
    ),
  )
  .map((whole) => Math.min(whole, MOST));
const divisors = fc
  .oneof(wholes, fc.integer({ min: 1, max: 5_000 }), fc.constantFrom(1, 2, 4, 16))
  .map((whole) => whole || 1);
const shortRatios = fc.record({
  above: fc.tuple(wholes, fc.constantFrom(1, -1)).map(([whole, sign]) => (whole === 0 ? 0 : whole * sign)),
  below: divisors,
  exponent: fc.integer({ min: -14, max: 4 }),
});

const money = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }));
const amounts = fc.oneof(
  numberTexts,
  money.map(([units, cents]) => `${units}.${String(cents).padStart(2, '0')}`),
  fc.integer({ min: -1_000, max: 1_000 }).map(String),
);

describe('roundedShortRatio', () => {
  test('is the figure of whole numbers of any length, digit for digit, or nothing', () => {
    fc.assert(
      fc.property(shortRatios, (ratio) => {
        const rounded = roundedShortRatio(ratio);
        if (rounded !== undefined) expect(rounded).toEqual(roundedRatio(exactOf(ratio)));
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    [{ above: 1, below: 2, exponent: -12 }, '0'],
    [{ above: 3, below: 2, exponent: -12 }, '0.000000000002'],
    [{ above: -3, below: 2, exponent: -12 }, '-0.000000000002'],
    [{ above: 5, below: 2, exponent: -12 }, '0.000000000002'],
    [{ above: 2, below: 3, exponent: 0 }, '0.666666666667'],
    [{ above: 1, below: 3, exponent: 0 }, '0.333333333333'],
    [{ above: 123_456, below: 1, exponent: -2 }, '1234.56'],
    [{ above: 7, below: 1, exponent: 12 }, '7000000000000'],
    [{ above: 0, below: 7, exponent: -99 }, '0'],
    // Every decimal is a nine and the next one too: the whole grows by one.
    [{ above: 2_999_999_999_999, below: 3, exponent: -12 }, '1'],
    [{ above: -299_999_999_999_999, below: 3, exponent: -12 }, '-100'],
  ])('%o is %s', (ratio, text) => {
    expect(roundedShortRatio(ratio)).toEqual(new Decimal(text));
    expect(roundedRatio(exactOf(ratio))).toEqual(new Decimal(text));
  });

  test('what comes to zero is the zero without a sign', () => {
    expect(roundedShortRatio({ above: -1, below: 1_000, exponent: -12 })).toBe(ZERO);
    expect(roundedShortRatio({ above: 0, below: 3, exponent: 0 })).toBe(ZERO);
  });

  test.each([
    ['more than twelve decimals', { above: 1, below: 1, exponent: -13 }],
    ['more units than are held without loss', { above: 5, below: 1, exponent: 15 }],
    ['a power of ten past the table', { above: 1, below: 3, exponent: 13 }],
    ['a divisor past the most with its decimals', { above: 1, below: 5_000_000, exponent: -10 }],
    ['a divisor too long for a word of digits', { above: 1, below: 450_359_963, exponent: 0 }],
  ])('%s: nothing, and the long way is gone', (_, ratio) => {
    expect(roundedShortRatio(ratio)).toBeUndefined();
  });

  test('the longest divisor that leaves room for a word of digits is divided by', () => {
    const ratio = { above: MOST, below: 450_359_962, exponent: 0 };
    expect(roundedShortRatio(ratio)).toEqual(roundedRatio(exactOf(ratio)));
  });
});

describe('shortTimes and shortDividedBy', () => {
  test('are exact, or nothing', () => {
    fc.assert(
      fc.property(shortRatios, amounts, nonZeroTexts, (ratio, amount, divisor) => {
        const [factor, below] = [new Decimal(amount), new Decimal(divisor)];
        const times = shortTimes(ratio, factor);
        const over = shortDividedBy(ratio, below);
        const exact = ratioTimes(exactOf(ratio), factor, new Decimal(1));
        if (times !== undefined) expect(roundedRatio(exactOf(times))).toEqual(roundedRatio(exact));
        const quotient = ratioTimes(exactOf(ratio), new Decimal(1), below);
        if (over !== undefined) expect(roundedRatio(exactOf(over))).toEqual(roundedRatio(quotient));
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['7', { above: 7, below: 1, exponent: 0 }],
    ['-0.5', { above: -5_000_000, below: 1, exponent: -7 }],
    ['12000000000', { above: 1_200, below: 1, exponent: 7 }],
    // Of money only the cents are brought in.
    ['1234.56', { above: 123_456, below: 1, exponent: -2 }],
    ['1234.567', { above: 12_345_670_000, below: 1, exponent: -7 }],
    ['0', { above: 0, below: 1, exponent: 0 }],
  ])('1 × %s is %o', (text, expected) => {
    expect(shortTimes(ONE_SHORT, new Decimal(text))).toEqual(expected);
  });

  test.each(['123456789.123', '0.0000000123456789012345', '1234567890123456'])(
    '1 × %s is left to the long way',
    (text) => {
      expect(shortTimes(ONE_SHORT, new Decimal(text))).toBeUndefined();
    },
  );

  test('a product past the most is left to the long way, on either side of zero', () => {
    const most = { above: MOST, below: 1, exponent: 0 };
    expect(shortTimes(most, new Decimal(1))).toEqual(most);
    expect(shortTimes(most, new Decimal(2))).toBeUndefined();
    expect(shortTimes(most, new Decimal(-2))).toBeUndefined();
  });

  test.each([
    ['365', { above: 1, below: 365, exponent: 0 }],
    ['0.24', { above: 1, below: 2_400_000, exponent: 7 }],
    ['1.24', undefined],
    ['-365', undefined],
    // A program error, which the long way throws.
    ['0', undefined],
  ])('1 ÷ %s is %o', (text, expected) => {
    expect(shortDividedBy(ONE_SHORT, new Decimal(text))).toEqual(expected);
  });

  test('a divisor past the most is left to the long way', () => {
    expect(shortDividedBy({ above: 1, below: MOST, exponent: 0 }, new Decimal(2))).toBeUndefined();
  });
});

describe('shortRatio', () => {
  test('keeps the number and takes the zeros at the ends of both', () => {
    expect(shortRatio({ above: -1_200n, below: 500n, exponent: -3 })).toEqual({ above: -12, below: 5, exponent: -3 });
    expect(shortRatio(UNITY)).toEqual(ONE_SHORT);
    expect(shortRatio({ above: 0n, below: 70n, exponent: -3 })).toEqual({ above: 0, below: 1, exponent: 0 });
    expect(shortRatio(ratioOfDecimal(new Decimal('0.0713')))).toEqual({ above: 713, below: 1, exponent: -4 });
  });

  test('is nothing where a whole number is past the most', () => {
    const most = BigInt(MOST);
    expect(shortRatio({ above: most, below: most, exponent: 0 })).toEqual({ above: MOST, below: MOST, exponent: 0 });
    expect(shortRatio({ above: most + 1n, below: 1n, exponent: 0 })).toBeUndefined();
    expect(shortRatio({ above: 1n, below: most + 1n, exponent: 0 })).toBeUndefined();
    expect(shortRatio({ above: 0n, below: 0n, exponent: 0 })).toBeUndefined();
  });
});
