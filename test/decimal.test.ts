import { Decimal as DecimalJs } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  Angle,
  Decimal,
  ONE,
  PLACES_KEPT,
  ZERO,
  decimalText,
  equalDecimals,
  parseDecimal,
  product,
  roundedPower,
  roundedText,
  withoutNegativeZero,
} from '../src/decimal.js';
import { sumOf } from '../src/decimal-sum.js';
import { roundedQuotient } from '../src/exact-ratio.js';
import { HiilitaseError, orThrow } from '../src/outcome.js';
import { issuesOf } from './support/builders.js';
import {
  compared,
  exactText,
  fixedText,
  nonZeroTexts,
  numberTexts,
  over,
  plainText,
  plus,
  powerOf,
  rational,
  roundedHalfAway,
  roundedHalfEven,
  times,
} from './support/rational.js';

const THOROUGH = { numRuns: 1000 };
const THIRTY_NINES = '9'.repeat(30);

/** Decimals of any size, past what the grammar reads. */
const decimals = (...texts: readonly string[]) => texts.map((text) => new Decimal(text));

describe('parseDecimal', () => {
  test.each([
    ['124000.00', '124000'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007.50', '7.5'],
    ['-1234.56', '-1234.56'],
    [`${THIRTY_NINES}.${THIRTY_NINES}`, `${THIRTY_NINES}.${THIRTY_NINES}`],
    [`-${'0'.repeat(29)}1`, '-1'],
    [`0.${'0'.repeat(29)}1`, `0.${'0'.repeat(29)}1`],
    ['0.1234567890123456789', '0.1234567890123456789'],
  ])('the text %s is read digit for digit', (text, expected) => {
    expect(decimalText(orThrow(parseDecimal(text)))).toBe(expected);
  });

  test('every text of the grammar is read digit for digit', () => {
    fc.assert(
      fc.property(numberTexts, (text) => {
        expect(decimalText(orThrow(parseDecimal(text)))).toBe(plainText(text));
      }),
      THOROUGH,
    );
  });

  test.each([
    [0.1, '0.1'],
    [-2.5, '-2.5'],
    [-0, '0'],
    [5e-7, '0.0000005'],
    [1e-30, `0.${'0'.repeat(29)}1`],
    [0.123456789012345, '0.123456789012345'],
    [1e15, '1000000000000000'],
    [2 ** 53 - 1, '9007199254740991'],
    [1 - 2 ** 53, '-9007199254740991'],
  ])('the number %d is read by its shortest decimal text', (number, expected) => {
    expect(decimalText(orThrow(parseDecimal(number)))).toBe(expected);
  });

  test.each([
    [10n ** 29n, `1${'0'.repeat(29)}`],
    [-5n, '-5'],
    [0n, '0'],
  ])('the bigint %d is read exactly', (number, expected) => {
    expect(decimalText(orThrow(parseDecimal(number)))).toBe(expected);
  });

  test('a Decimal is read exactly, also one of a clone that keeps fewer digits', () => {
    const Coarse = DecimalJs.clone({ defaults: true, precision: 5, toExpPos: 2 });
    const read = orThrow(parseDecimal(new Coarse('-1234567.0000001')));
    expect(decimalText(read)).toBe('-1234567.0000001');
    expect(JSON.stringify(read)).toBe('"-1234567.0000001"');
    expect(decimalText(read.times('10000001'))).toBe('-12345671234568.0000001');
  });

  test.each([
    ['', 'syntax'],
    [' ', 'syntax'],
    [' 1', 'syntax'],
    ['1 ', 'syntax'],
    ['1\n', 'syntax'],
    ['+1', 'syntax'],
    ['--1', 'syntax'],
    ['-', 'syntax'],
    ['.5', 'syntax'],
    ['5.', 'syntax'],
    ['1.2.3', 'syntax'],
    ['1e9', 'syntax'],
    ['1E-9', 'syntax'],
    ['0x1F', 'syntax'],
    ['0b1', 'syntax'],
    ['1_000', 'syntax'],
    ['1,5', 'syntax'],
    ['1 000', 'syntax'],
    ['12abc', 'syntax'],
    ['\u22125', 'syntax'],
    ['\u0663', 'syntax'],
    ['NaN', 'not-finite'],
    ['Infinity', 'not-finite'],
    ['-Infinity', 'not-finite'],
    ['+inf', 'not-finite'],
    [`1${'0'.repeat(30)}`, 'out-of-range'],
    [`-${'0'.repeat(31)}`, 'out-of-range'],
    [`1${'0'.repeat(30)}.5`, 'out-of-range'],
    [`0.${'1'.repeat(31)}`, 'too-precise'],
    [`1${'0'.repeat(30)}.${'1'.repeat(31)}`, 'too-precise'],
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    [Number.NEGATIVE_INFINITY, 'not-finite'],
    [2 ** 53, 'unsafe-float'],
    [-(2 ** 53), 'unsafe-float'],
    [1e21, 'unsafe-float'],
    [0.1 + 0.2, 'unsafe-float'],
    [1234567.890123456, 'unsafe-float'],
    [1e-31, 'too-precise'],
    [5e-324, 'too-precise'],
    [10n ** 30n, 'out-of-range'],
    [new Decimal(Number.NaN), 'not-finite'],
    [new Decimal('-Infinity'), 'not-finite'],
    [new Decimal('1e30'), 'out-of-range'],
    [new Decimal('1e-31'), 'too-precise'],
    [null, 'type'],
    [undefined, 'type'],
    [true, 'type'],
    [[], 'type'],
    [[5], 'type'],
    [{}, 'type'],
    [{ valueOf: () => 5 }, 'type'],
    [new Date(0), 'type'],
    [() => 5, 'type'],
    [Symbol('5'), 'type'],
  ])('%o is refused: %s', (input, reason) => {
    const issues = issuesOf(parseDecimal(input));
    expect(issues.map(({ code, severity, detail }) => [code, severity, 'reason' in detail && detail.reason])).toEqual([
      ['invalid-number', 'error', reason],
    ]);
  });

  test.each([
    [
      'syntax',
      '1e9',
      '"1e9"',
      'Write digits with an optional minus and a decimal point, without exponent, spaces or unit, for example "1234.56".',
    ],
    ['not-finite', Number.NaN, 'NaN', 'Give a finite number.'],
    ['out-of-range', 10n ** 30n, `1${'0'.repeat(30)}`, 'At most 30 digits stand before the point.'],
    ['too-precise', 1e-31, '1e-31', 'At most 30 digits stand after the point.'],
    [
      'unsafe-float',
      0.1 + 0.2,
      '0.30000000000000004',
      'Its digits are already damaged by binary floating point; give the number as text.',
    ],
    ['type', [5], 'a list', 'Give decimal text, a finite number or a bigint.'],
  ])('%s: the message names the value and the next step', (reason, input, shown, step) => {
    expect(issuesOf(parseDecimal(input))).toEqual([
      {
        code: 'invalid-number',
        severity: 'error',
        message: `${shown} is not a number that can be read exactly. ${step}`,
        detail: { value: shown.replaceAll('"', ''), reason },
      },
    ]);
  });

  test('a record from JSON that calls itself a Decimal is refused like any other record', () => {
    const [issue] = issuesOf(parseDecimal(JSON.parse('{"toStringTag":"[object Decimal]"}')));
    expect(issue?.detail).toEqual({ value: 'a record', reason: 'type' });
  });

  test.each([
    ['1e1000000000', 'out-of-range'],
    ['1e-1000000000', 'too-precise'],
  ])('the Decimal %s is refused without writing its digits out', (text, reason) => {
    const vast = new Decimal(text);
    Object.defineProperty(vast, 'toFixed', {
      value: () => {
        throw new Error('The digits would not fit into memory.');
      },
    });
    const [issue] = issuesOf(parseDecimal(vast));
    expect(issue?.detail).toEqual({ value: 'a record', reason });
  });
});

describe('Decimal', () => {
  test('the settings of decimal.js do not reach it', () => {
    const { precision, rounding, toExpPos } = DecimalJs;
    onTestFinished(() => void DecimalJs.set({ precision, rounding, toExpPos }));
    DecimalJs.set({ precision: 3, rounding: DecimalJs.ROUND_UP, toExpPos: 2 });
    expect(decimalText(sumOf(decimals('1234567', '1')))).toBe('1234568');
    expect(decimalText(roundedQuotient(ONE, new Decimal(3)))).toBe('0.333333333333');
    expect(JSON.stringify(new Decimal('1234567'))).toBe('"1234567"');
  });

  test.each(['set', 'config'] as const)('its own settings are out of reach too: %s throws', (name) => {
    const { precision } = Decimal;
    onTestFinished(() => {
      if (Decimal.precision !== precision) Object.assign(Decimal, { precision });
    });
    expect(() => Decimal[name]({ precision: 3 })).toThrow(HiilitaseError);
    expect(decimalText(sumOf(decimals('1234567', '1')))).toBe('1234568');
  });

  test('a clone of it can be set, and leaves it alone', () => {
    const Coarse = Decimal.clone({ precision: 3 });
    Coarse.set({ precision: 2 });
    expect(new Coarse('1234567').plus(1).toFixed()).toBe('1200000');
    expect(decimalText(sumOf(decimals('1234567', '1')))).toBe('1234568');
  });

  test('JSON out and in is the same number, without an exponent', () => {
    fc.assert(
      fc.property(numberTexts, (text) => {
        const read = orThrow(parseDecimal(text));
        const json = JSON.stringify(read);
        expect(json).toBe(`"${plainText(text)}"`);
        expect(orThrow(parseDecimal(JSON.parse(json)))).toEqual(read);
      }),
      THOROUGH,
    );
  });
});

describe('product', () => {
  test('of accepted numbers it is exact', () => {
    fc.assert(
      fc.property(fc.array(numberTexts, { maxLength: 8, size: 'max' }), (texts) => {
        const expected = texts.map(rational).reduce(times, rational('1'));
        expect(decimalText(product(decimals(...texts)))).toBe(exactText(expected));
      }),
      THOROUGH,
    );
  });

  test('of nothing it is one, and ones change nothing', () => {
    expect(product([])).toBe(ONE);
    expect(product([ONE, ONE])).toBe(ONE);
    expect(decimalText(product([ONE, new Decimal('-7.5'), ONE]))).toBe('-7.5');
  });

  test('a negative number times zero is zero without a sign', () => {
    expect(JSON.stringify(product(decimals('-5', '0')))).toBe('"0"');
  });

  test('a result of 500 digits is exact, and one that could need more throws instead of being rounded', () => {
    const long = `1${'0'.repeat(248)}1`;
    const exact = (BigInt(long) * BigInt(long)).toString();
    expect(decimalText(product(decimals(long, long)))).toBe(exact);
    expect(decimalText(product([ONE, ...decimals(long, long), ONE]))).toBe(exact);
    const longer = `1${'0'.repeat(249)}1`;
    expect(() => product(decimals(long, longer))).toThrow(HiilitaseError);
    expect(() => product(decimals(long, longer))).toThrow('A result needs 501 digits; 500 are kept. [program-error]');
  });
});

describe('roundedQuotient', () => {
  test.each([
    ['1', '3', '0.333333333333'],
    ['2', '3', '0.666666666667'],
    ['-2', '3', '-0.666666666667'],
    ['2', '-3', '-0.666666666667'],
    ['-2', '-3', '0.666666666667'],
    ['10', '4', '2.5'],
    ['0', '-7', '0'],
    ['439.35', '1', '439.35'],
    // Halfway between two neighbours: the even one.
    ['0.0000000000005', '1', '0'],
    ['0.0000000000015', '1', '0.000000000002'],
    ['0.0000000000025', '1', '0.000000000002'],
    ['-0.0000000000005', '1', '0'],
    ['-0.0000000000015', '1', '-0.000000000002'],
    ['0.000000000001', '2', '0'],
    ['0.000000000003', '2', '0.000000000002'],
    ['0.000000000005', '2', '0.000000000002'],
    ['0.000000000003', '-2', '-0.000000000002'],
    ['-0.000000000001', '2', '0'],
    // A hair above a tie and a hair below it.
    ['0.00000000000050000000000000000001', '1', '0.000000000001'],
    ['0.00000000000149999999999999999999', '1', '0.000000000001'],
  ])('%s ÷ %s is %s', (numerator, denominator, expected) => {
    const quotient = roundedQuotient(new Decimal(numerator), new Decimal(denominator));
    expect(JSON.stringify(quotient)).toBe(`"${expected}"`);
  });

  test('any two accepted numbers, huge or tiny, are divided and rounded once, half-even, to 12 decimals', () => {
    expect(PLACES_KEPT).toBe(12);
    fc.assert(
      fc.property(numberTexts, nonZeroTexts, (numerator, denominator) => {
        const expected = roundedHalfEven(over(rational(numerator), rational(denominator)), 12);
        expect(decimalText(roundedQuotient(new Decimal(numerator), new Decimal(denominator)))).toBe(expected);
      }),
      THOROUGH,
    );
  });

  test('a tie goes to the even neighbour and a hair beside it to the nearer one', () => {
    const whole = fc.bigInt({ min: -(10n ** 42n), max: 10n ** 42n });
    const hair = fc.constantFrom('0', `0.${'0'.repeat(59)}1`, `-0.${'0'.repeat(59)}1`);
    fc.assert(
      fc.property(whole, nonZeroTexts, hair, (below, denominator, beside) => {
        const tie = { numerator: 2n * below + 1n, denominator: 2n * 10n ** 12n };
        const quotient = plus(tie, rational(beside));
        const numerator = exactText(times(quotient, rational(denominator)));
        const found = roundedQuotient(new Decimal(numerator), new Decimal(denominator));
        expect(decimalText(found)).toBe(roundedHalfEven(quotient, 12));
      }),
      THOROUGH,
    );
  });

  test('a denominator of zero throws', () => {
    expect(() => roundedQuotient(ONE, ZERO)).toThrow(HiilitaseError);
    expect(() => roundedQuotient(ONE, ZERO)).toThrow('A quotient needs a denominator that is not zero.');
  });

  test.each([
    ['a number of 700 digits', `1${'0'.repeat(698)}1`, '3'],
    ['a huge number by a tiny one', `7${'0'.repeat(80)}`, `0.${'0'.repeat(80)}3`],
    ['a tiny number by a huge one', `0.${'0'.repeat(80)}7`, `3${'0'.repeat(80)}`],
    ['a number with 200 decimals by one', `0.${'3'.repeat(200)}`, '1'],
  ])('%s is divided in whole numbers and rounded once', (_, numerator, denominator) => {
    const expected = roundedHalfEven(over(rational(numerator), rational(denominator)), 12);
    expect(decimalText(roundedQuotient(new Decimal(numerator), new Decimal(denominator)))).toBe(expected);
  });
});

describe('roundedPower', () => {
  const power = (factor: string, base: string, numerator: number, denominator: number) =>
    decimalText(roundedPower({ factor: new Decimal(factor), base: new Decimal(base), numerator, denominator }));

  test.each([
    ['1', '0.25', 1, 2, '0.5'],
    ['1', '0.125', 1, 3, '0.5'],
    ['1', '0.125', 2, 3, '0.25'],
    ['38269.5', '0.5', 0, 9, '38269.5'],
    ['38269.5', '0.5', 9, 9, '19134.75'],
    ['7', '1', 5, 9, '7'],
    ['0', '0.5', 1, 9, '0'],
    ['-1', '0.25', 1, 2, '-0.5'],
    // √2 = 1.414213562373095…, ∛2 = 1.259921049894873…, 2^(1/12) = 1.059463094359295…
    ['1', '2', 1, 2, '1.414213562373'],
    ['1', '2', 1, 3, '1.259921049895'],
    ['1', '2', 1, 12, '1.059463094359'],
    ['1000000', '2', 1, 2, '1414213.562373095049'],
  ])('%s × %s^(%i/%i) is %s', (factor, base, numerator, denominator, expected) => {
    expect(power(factor, base, numerator, denominator)).toBe(expected);
  });

  const shortTexts = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.integer({ min: 0, max: 8 }))
    .map(([digits, places]) => plainText(fixedText(digits, places)));

  test('a root that comes out even is that number, also where it lies on a tie', () => {
    fc.assert(
      fc.property(
        shortTexts,
        shortTexts,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (root, factor, denominator, numerator) => {
          const base = exactText(powerOf(rational(root), denominator));
          const expected = times(rational(factor), powerOf(rational(root), numerator));
          expect(power(factor, base, numerator, denominator)).toBe(roundedHalfEven(expected, 12));
        },
      ),
    );
  });

  test('any other root is the nearest 12 decimals: half a quantum less is too little, half a quantum more too much', () => {
    fc.assert(
      fc.property(
        shortTexts,
        shortTexts,
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 0, max: 17 }),
        (base, factor, denominator, numerator) => {
          const found = rational(power(factor, base, numerator, denominator));
          const exact = times(powerOf(rational(factor), denominator), powerOf(rational(base), numerator));
          const half = rational('0.0000000000005');
          const [low, high] = [plus(found, times(half, rational('-1'))), plus(found, half)];
          expect(compared(powerOf(high, denominator), exact)).toBeGreaterThanOrEqual(0n);
          if (low.numerator > 0n) expect(compared(powerOf(low, denominator), exact)).toBeLessThanOrEqual(0n);
        },
      ),
    );
  });
});

describe('Angle', () => {
  // π to 50 decimals: 3.14159265358979323846264338327950288419716939937510…
  test('angles are decimals of 40 digits, and no setting of decimal.js moves them', () => {
    const before = DecimalJs.precision;
    onTestFinished(() => void DecimalJs.set({ precision: before }));
    DecimalJs.set({ precision: 5 });
    expect(Angle.acos(-1).toFixed()).toBe('3.141592653589793238462643383279502884197');
    expect(new Angle('0.1').plus('0.2').equals('0.3')).toBe(true);
    expect(Angle.atan2(1, 1).times(4).minus(Angle.acos(-1)).abs().lessThan('1e-38')).toBe(true);
  });
});

describe('withoutNegativeZero', () => {
  test('zero loses its sign and every other number stays', () => {
    expect(JSON.stringify(decimals('-0', '0', '-0.5', '3').map(withoutNegativeZero))).toBe('["0","0","-0.5","3"]');
  });
});

describe('equalDecimals', () => {
  test.each([
    ['0.24', '0.240', true],
    ['0.24', '0.14', false],
    ['0.24', '-0.24', false],
    ['0.24', '2.4', false],
    ['0.24', '0.24000001', false],
    ['123456789.1', '123456789.1', true],
    ['123456789.1', '123456780.1', false],
  ])('whether %s and %s are the same number: %s', (a, b, same) => {
    expect(equalDecimals(new Decimal(a), new Decimal(b))).toBe(same);
    expect(equalDecimals(new Decimal(b), new Decimal(a))).toBe(same);
  });
});

describe('decimalText', () => {
  test.each([
    ['-0', '0'],
    ['1500000.10', '1500000.1'],
    ['1e-30', `0.${'0'.repeat(29)}1`],
    ['-1e30', `-1${'0'.repeat(30)}`],
  ])('%s is written %s: all digits, no exponent, no trailing zeros', (text, expected) => {
    expect(decimalText(new Decimal(text))).toBe(expected);
  });
});

describe('roundedText', () => {
  test.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['-0.125', 2, '-0.13'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['1.4999999999', 0, '1'],
    ['5', 3, '5.000'],
    ['-0.004', 2, '0.00'],
    ['-0.4', 0, '0'],
    ['-0', 1, '0.0'],
    ['999.995', 2, '1000.00'],
    ['12345678901234567890123456789.5', 0, '12345678901234567890123456790'],
  ])('%s to %i decimals is %s', (text, decimalPlaces, expected) => {
    expect(roundedText(new Decimal(text), decimalPlaces)).toBe(expected);
  });

  test('it rounds half away from zero and never prints -0', () => {
    fc.assert(
      fc.property(numberTexts, fc.integer({ min: 0, max: 31 }), (text, decimalPlaces) => {
        const found = roundedText(new Decimal(text), decimalPlaces);
        expect(found).toBe(roundedHalfAway(rational(text), decimalPlaces));
        expect(found).not.toMatch(/^-0(?:\.0*)?$/);
      }),
      THOROUGH,
    );
  });
});
