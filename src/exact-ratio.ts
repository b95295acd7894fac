import { PLACES_KEPT } from './decimal.js';
import type { Decimal } from './decimal.js';
import { decimalOfQuanta, exponentOfLastWord, wholeOf } from './decimal-words.js';
import { programError } from './outcome.js';

/** A number as a fraction of whole numbers: above ÷ below × 10^exponent. Products of it are exact, whatever their length. */
export interface ExactRatio {
  readonly above: bigint;
  /** Above zero. */
  readonly below: bigint;
  readonly exponent: number;
}

/** The ratio of 1. */
export const UNITY: ExactRatio = { above: 1n, below: 1n, exponent: 0 };

/** A ratio × numerator ÷ denominator, exact. The denominator is not zero. */
export function ratioTimes(ratio: ExactRatio, numerator: Decimal, denominator: Decimal): ExactRatio {
  const { above, below, exponent } = ratio;
  if (isOne(denominator)) {
    // Most lines begin here, with their amount.
    if (ratio === UNITY) return ratioOfDecimal(numerator);
    return { above: above * wholeOf(numerator), below, exponent: exponent + exponentOfLastWord(numerator) };
  }
  const divisor = wholeOf(denominator);
  const sign = divisor < 0n ? -1n : 1n;
  return {
    above: above * wholeOf(numerator) * sign,
    below: below * divisor * sign,
    exponent: exponent + exponentOfLastWord(numerator) - exponentOfLastWord(denominator),
  };
}

/** The product of two ratios, exact. */
export function ratioProduct(a: ExactRatio, b: ExactRatio): ExactRatio {
  const below = a.below === 1n ? b.below : a.below * b.below;
  return { above: a.above * b.above, below, exponent: a.exponent + b.exponent };
}

/** The difference of two ratios, a − b, exact. */
export function ratioDifference(a: ExactRatio, b: ExactRatio): ExactRatio {
  const exponent = Math.min(a.exponent, b.exponent);
  const [first, second] = [scaledAbove(a, exponent), scaledAbove(b, exponent)];
  if (a.below === b.below) return { above: first - second, below: a.below, exponent };
  return { above: first * b.below - second * a.below, below: a.below * b.below, exponent };
}

/** Whether two ratios are the same number, however they are written. */
export function equalRatios(a: ExactRatio, b: ExactRatio): boolean {
  return ratioDifference(a, b).above === 0n;
}

/** The numerator over 10^exponent, which is at most the ratio's own. */
function scaledAbove(ratio: ExactRatio, exponent: number): bigint {
  return ratio.exponent === exponent ? ratio.above : ratio.above * powerOfTen(ratio.exponent - exponent);
}

/** A ratio as a decimal, rounded once, half-even, to 12 decimals; the rounding is decided on the remainder of the division. */
export function roundedRatio(ratio: ExactRatio): Decimal {
  return decimalOfQuanta(roundedQuanta(ratio));
}

/** How many quanta of 10⁻¹² a ratio is, rounded once, half-even. */
export function roundedQuanta(ratio: ExactRatio): bigint {
  const { dividend, divisor } = inQuanta(ratio);
  return dividend < 0n ? -halfEven(-dividend, divisor) : halfEven(dividend, divisor);
}

/** A ratio in quanta of 10⁻¹², as a quotient of whole numbers. */
export function inQuanta({ above, below, exponent }: ExactRatio): {
  readonly dividend: bigint;
  readonly divisor: bigint;
} {
  const shift = exponent + PLACES_KEPT;
  if (shift > 0) return { dividend: above * powerOfTen(shift), divisor: below };
  return { dividend: above, divisor: shift < 0 ? below * powerOfTen(-shift) : below };
}

/** A decimal as a ratio. */
export function ratioOfDecimal(value: Decimal): ExactRatio {
  return { above: wholeOf(value), below: 1n, exponent: exponentOfLastWord(value) };
}

/** A quotient rounded down to a whole number, and the remainder over the divisor, which is above zero. */
export function flooredQuotient(dividend: bigint, divisor: bigint): { readonly whole: bigint; readonly rest: bigint } {
  const whole = dividend / divisor;
  const rest = dividend - whole * divisor;
  return rest < 0n ? { whole: whole - 1n, rest: rest + divisor } : { whole, rest };
}

/** A quotient of whole numbers that are not negative, rounded to a whole number, halves to the even one. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return dividend;
  const whole = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice < divisor || (twice === divisor && whole % 2n === 0n)) return whole;
  return whole + 1n;
}

function isOne({ d, e, s }: Decimal): boolean {
  return d.length === 1 && d[0] === 1 && e === 0 && s === 1;
}

const POWERS_OF_TEN = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

/** Ten to a power that is not negative. */
export function powerOfTen(exponent: number): bigint {
  return POWERS_OF_TEN[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * numerator ÷ denominator, rounded once, half-even, to 12 decimals: right for every pair of accepted numbers, ties included.
 * A denominator of zero throws.
 */
export function roundedQuotient(numerator: Decimal, denominator: Decimal): Decimal {
  if (denominator.isZero()) throw programError('A quotient needs a denominator that is not zero.');
  return roundedRatio(ratioTimes(UNITY, numerator, denominator));
}
