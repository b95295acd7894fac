import { Decimal as DecimalJs } from 'decimal.js';
import { errorIssue } from './issue.js';
import type { NumberFault } from './issue.js';
import { failure, programError, success } from './outcome.js';
import type { Outcome } from './outcome.js';
import { quotedValue, shownValue } from './shown-value.js';

const DIGITS_KEPT = 500;
const DIGITS_OF_A_POWER = 200;
const EXPONENT_NEVER = 9e15;

/**
 * The library's own decimal arithmetic: a private clone of decimal.js, so that nobody's `Decimal.set` can move a figure.
 * Half-even, 500 digits, never an exponent in text. Sums and products of accepted numbers are exact.
 */
export const Decimal = DecimalJs.clone({
  defaults: true,
  precision: DIGITS_KEPT,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -EXPONENT_NEVER,
  toExpPos: EXPONENT_NEVER,
});
export type Decimal = DecimalJs;

// Its own settings are as fixed as its name promises: every figure in the process rests on them.
for (const name of ['set', 'config'] as const) {
  Object.defineProperty(Decimal, name, {
    value: () => {
      throw programError(
        'The settings of this Decimal decide official figures and cannot be changed. Clone decimal.js for other ones.',
      );
    },
  });
}

/** What is accepted as a number: decimal text, a JS number that shows no lost digits, a bigint or a Decimal. */
export type DecimalInput = string | number | bigint | Decimal;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** Decimals of every rounded result: 10⁻¹² of its unit. */
export const PLACES_KEPT = 12;

const GRAMMAR = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const LOOSE_NUMBER = /^-?\d+(?:\.\d+)?$/;
const SIGNIFICANT_DIGITS_OF_A_DOUBLE = 15;

/**
 * Reads one number exactly. Text: optional minus, digits, optional point and digits, at most 30 digits each side.
 * A JS number is read by its shortest decimal text and refused where it shows damage done before it came here: not
 * finite, an integer past 2^53 − 1, or a fraction with more than 15 significant digits.
 *
 * Issues: `invalid-number`.
 *
 * @example parseDecimal('124000.00')   // 124000
 * @example parseDecimal('1e9')         // issue: write the digits out
 */
export function parseDecimal(input: unknown): Outcome<Decimal> {
  const text = textOf(input);
  if (typeof text !== 'string') return numberIssue(input, text.fault);
  if (GRAMMAR.test(text)) return success(withoutNegativeZero(new Decimal(text)));
  return numberIssue(input, faultOfText(text));
}

function textOf(input: unknown): string | { fault: NumberFault } {
  switch (typeof input) {
    case 'string':
      return input;
    case 'bigint':
      return input.toString();
    case 'number':
      return textOfDouble(input);
    default:
      return isDecimal(input) ? textOfDecimal(input) : { fault: 'type' };
  }
}

/** A Decimal of ours or of another copy of decimal.js. A record from JSON can carry its name, but none of its methods. */
function isDecimal(input: unknown): input is Decimal {
  return DecimalJs.isDecimal(input) && typeof input.toFixed === 'function' && typeof input.isFinite === 'function';
}

const DIGITS_EACH_SIDE = 30;

function textOfDecimal(input: Decimal): string | { fault: NumberFault } {
  if (!input.isFinite()) return { fault: 'not-finite' };
  // Before its digits are written out: there may be more than fit into memory.
  if (input.e >= DIGITS_EACH_SIDE) return { fault: 'out-of-range' };
  return input.e < -DIGITS_EACH_SIDE ? { fault: 'too-precise' } : input.toFixed();
}

function textOfDouble(input: number): string | { fault: NumberFault } {
  if (!Number.isFinite(input)) return { fault: 'not-finite' };
  if (Number.isInteger(input)) return Number.isSafeInteger(input) ? input.toFixed(0) : { fault: 'unsafe-float' };
  const exact = new Decimal(String(input));
  return exact.precision() > SIGNIFICANT_DIGITS_OF_A_DOUBLE ? { fault: 'unsafe-float' } : exact.toFixed();
}

function faultOfText(text: string): NumberFault {
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text)) return 'not-finite';
  if (!LOOSE_NUMBER.test(text)) return 'syntax';
  const [, fraction = ''] = text.split('.');
  return fraction.length > 30 ? 'too-precise' : 'out-of-range';
}

const NEXT_STEP: Record<NumberFault, string> = {
  type: 'Give decimal text, a finite number or a bigint.',
  syntax:
    'Write digits with an optional minus and a decimal point, without exponent, spaces or unit, for example "1234.56".',
  'not-finite': 'Give a finite number.',
  'out-of-range': 'At most 30 digits stand before the point.',
  'too-precise': 'At most 30 digits stand after the point.',
  'unsafe-float': 'Its digits are already damaged by binary floating point; give the number as text.',
};

function numberIssue(input: unknown, reason: NumberFault): Outcome<never> {
  const message = `${quotedValue(input)} is not a number that can be read exactly. ${NEXT_STEP[reason]}`;
  return failure(errorIssue('invalid-number', { message, detail: { value: shownValue(input), reason } }));
}

/** Zero without a sign: `-0` must never reach a figure or its text. */
export function withoutNegativeZero(value: Decimal): Decimal {
  return value.isZero() ? ZERO : value;
}

const DIGITS_OF_A_WORD = 7;

/** The exact product. Throws when it would need more than the 500 digits kept, instead of rounding. */
export function product(values: readonly Decimal[]): Decimal {
  let result = ONE;
  let words = 0;
  for (const value of values) {
    if (value === ONE) continue;
    words += value.d.length;
    result = result === ONE ? value : result.times(value);
  }
  // Seven digits a word are never too few; they are only counted one by one where that could matter.
  if (words * DIGITS_OF_A_WORD > DIGITS_KEPT) assertDigits(digitsIn(values));
  return withoutNegativeZero(result);
}

function digitsIn(values: readonly Decimal[]): number {
  return values.reduce((digits, value) => (value === ONE ? digits : digits + value.precision()), 0);
}

/** Throws where a result would need more than the 500 digits kept, instead of rounding it. */
export function assertDigits(digits: number): void {
  if (digits > DIGITS_KEPT) throw programError(`A result needs ${digits} digits; ${DIGITS_KEPT} are kept.`);
}

const Power = DecimalJs.clone({ defaults: true, precision: DIGITS_OF_A_POWER, rounding: DecimalJs.ROUND_HALF_EVEN });

/** Trigonometry in decimals, never in binary floats: 40 digits, so that 12 after the point are sure to be right. */
export const Angle = DecimalJs.clone({ defaults: true, precision: 40, rounding: DecimalJs.ROUND_HALF_EVEN });
export type Angle = DecimalJs;

/** Logarithms and their inverses to 60 digits, for effects of which 12 decimals are kept. */
export const Logarithm = DecimalJs.clone({ defaults: true, precision: 60, rounding: DecimalJs.ROUND_HALF_EVEN });
export type Logarithm = DecimalJs;

/**
 * factor × base^(numerator ÷ denominator), rounded once, half-even, to 12 decimals. The power is taken to 200 digits and
 * read at 150 first, so that a root that comes out even (√0.25) is that number and not a neighbour of it.
 */
export function roundedPower(options: {
  factor: Decimal;
  base: Decimal;
  numerator: number;
  denominator: number;
}): Decimal {
  const { factor, base, numerator, denominator } = options;
  const exponent = new Power(numerator).dividedBy(denominator);
  const power = new Power(base).pow(exponent).toSignificantDigits(150, Decimal.ROUND_HALF_EVEN);
  const exact = new Decimal(power).times(factor);
  return withoutNegativeZero(exact.toDecimalPlaces(PLACES_KEPT, Decimal.ROUND_HALF_EVEN));
}

/** Whether two numbers are the same: decimal.js keeps one form of each, so that nothing has to be subtracted. */
export function equalDecimals(a: Decimal, b: Decimal): boolean {
  let same = a.e === b.e && a.s === b.s && a.d.length === b.d.length;
  for (let index = 0; same && index < a.d.length; index += 1) same = a.d[index] === b.d[index];
  return same;
}

/** The number as text with all its digits: no exponent, no `-0`, no trailing zeros. */
export function decimalText(value: Decimal): string {
  return withoutNegativeZero(value).toFixed();
}

/** The number for people: rounded once, half away from zero, to the given decimals. */
export function roundedText(value: Decimal, decimalPlaces: number): string {
  const rounded = value.toDecimalPlaces(decimalPlaces, Decimal.ROUND_HALF_UP);
  return withoutNegativeZero(rounded).toFixed(decimalPlaces);
}
