import { PLACES_KEPT, ZERO } from './decimal.js';
import type { Decimal } from './decimal.js';
import { DIGITS_OF_A_WORD, WORD_AS_NUMBER, decimalOfParts } from './decimal-words.js';
import type { ExactRatio } from './exact-ratio.js';

/**
 * A ratio above ÷ below × 10^exponent whose whole numbers a JavaScript number holds without loss. What most lines come to
 * fits into one, and is then multiplied, divided and rounded without whole numbers of any length: the same figure, sooner.
 * Every function here gives `undefined` where it would lose a digit, and for a denominator of zero: the caller goes the long
 * way, which says so.
 */
export interface ShortRatio {
  readonly above: number;
  /** Above zero. */
  readonly below: number;
  readonly exponent: number;
}

/**
 * Of whole numbers up to 2^52 products are seen to be too long before a digit is lost, and no quotient is rounded up to the
 * next whole number: n − 1 ÷ divisor would have to lie within n ÷ 2^53 of n.
 */
const MOST = 2 ** 52;
const CENTS = 100;
const WORD_OF_A_CENT = WORD_AS_NUMBER / CENTS;
const QUANTA_OF_A_UNIT = 10 ** PLACES_KEPT;

/** A ratio of whole numbers of any length as a short one, the zeros at their ends in the exponent. */
export function shortRatio({ above, below, exponent }: ExactRatio): ShortRatio | undefined {
  if (below === 0n) return undefined;
  if (above === 0n) return { above: 0, below: 1, exponent: 0 };
  const [up, down] = [withoutZeros(above), withoutZeros(below)];
  if (up === undefined || down === undefined) return undefined;
  return { above: up.digits, below: down.digits, exponent: exponent + up.zeros - down.zeros };
}

/** A whole number that is not zero as a short one and the zeros at its end. */
function withoutZeros(whole: bigint): { readonly digits: number; readonly zeros: number } | undefined {
  let [digits, zeros] = [whole, 0];
  while (digits % 10n === 0n) [digits, zeros] = [digits / 10n, zeros + 1];
  const short = Number(digits);
  return isShort(short) ? { digits: short, zeros } : undefined;
}

function isShort(whole: number): boolean {
  return whole <= MOST && whole >= -MOST;
}

/** A ratio × a decimal. */
export function shortTimes(ratio: ShortRatio, { d, e, s }: Decimal): ShortRatio | undefined {
  const [first = 0, second] = d;
  if (d.length > 2) return undefined;
  let whole = first;
  let exponent = Math.floor(e / DIGITS_OF_A_WORD) * DIGITS_OF_A_WORD;
  if (second !== undefined) {
    // Two words are most often money: of the second one only the cents are brought in.
    const cents = second / WORD_OF_A_CENT;
    const areCents = Math.floor(cents) === cents;
    whole = areCents ? first * CENTS + cents : first * WORD_AS_NUMBER + second;
    exponent -= areCents ? 2 : DIGITS_OF_A_WORD;
  }
  const above = ratio.above * whole * s;
  return isShort(above) ? { above, below: ratio.below, exponent: ratio.exponent + exponent } : undefined;
}

/** A ratio ÷ a decimal above zero that is one word of seven digits: a number of days, a round total. */
export function shortDividedBy(ratio: ShortRatio, { d, e, s }: Decimal): ShortRatio | undefined {
  const [first = 0] = d;
  const below = ratio.below * first;
  if (d.length > 1 || s < 0 || first === 0 || !isShort(below)) return undefined;
  const exponent = ratio.exponent - Math.floor(e / DIGITS_OF_A_WORD) * DIGITS_OF_A_WORD;
  return { above: ratio.above, below, exponent };
}

const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

/** Ten to a power from 0 to 12; beyond, more than any short number. */
function tenTo(power: number): number {
  return TENS[power] ?? Infinity;
}

/** A ratio as a decimal, rounded once, half-even, to 12 decimals; the rounding is decided on the remainder of the division. */
export function roundedShortRatio({ above, below, exponent }: ShortRatio): Decimal | undefined {
  if (above === 0) return ZERO;
  const places = exponent < 0 ? -exponent : 0;
  const size = Math.abs(above) * (exponent > 0 ? tenTo(exponent) : 1);
  const perUnit = below * tenTo(places);
  if (!isShort(size) || !isShort(perUnit) || !isShort(below * WORD_AS_NUMBER)) return undefined;
  const units = Math.floor(size / perUnit);
  const quanta = roundedPart(size - units * perUnit, below, PLACES_KEPT - places);
  const carried = quanta === QUANTA_OF_A_UNIT;
  return decimalOfParts(carried ? units + 1 : units, carried ? 0 : quanta, above < 0 ? -1 : 1);
}

/** dividend ÷ divisor × 10^digits as a whole number, half-even; in steps of a word, so that nothing grows too long. */
function roundedPart(dividend: number, divisor: number, digits: number): number {
  if (divisor === 1) return dividend * tenTo(digits);
  let whole = Math.floor(dividend / divisor);
  let left = dividend - whole * divisor;
  for (let open = digits; open > 0; open -= DIGITS_OF_A_WORD) {
    const step = tenTo(Math.min(open, DIGITS_OF_A_WORD));
    const next = Math.floor((left * step) / divisor);
    whole = whole * step + next;
    left = left * step - next * divisor;
  }
  const twice = left * 2;
  return twice > divisor || (twice === divisor && whole % 2 === 1) ? whole + 1 : whole;
}
