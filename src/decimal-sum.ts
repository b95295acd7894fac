import { Decimal, ZERO, assertDigits, withoutNegativeZero } from './decimal.js';
import { DIGITS_OF_A_WORD, WORD_AS_NUMBER, decimalOfWords, wordAt } from './decimal-words.js';
import { programError } from './outcome.js';

const WORDS_BEFORE_THE_POINT = 3;
/** Three words of seven digits before the point and two after it: more than any line or posting has, to 12 decimals. */
const WORDS = 5;
/** So many of the largest words are a whole number below 2^53, which a JavaScript number holds without loss. */
const ADDED_AT_MOST = 900_000_000;
const THOUSAND = 1_000;
const THOUSANDTH = new Decimal('0.001');

/**
 * An exact sum that numbers are still added to. Decimal.js keeps digits in words of seven; words of one place are added up
 * as whole JavaScript numbers, and carried when the sum is asked for, or before they could lose a digit. Numbers with words of other
 * places are added one by one. Many numbers are added up a good deal sooner than as decimals, to the same digits.
 */
export interface DecimalSum {
  readonly words: number[];
  /** How many numbers have been added to the words. */
  added: number;
  others: Decimal;
}

/** The sum of nothing. */
export function emptySum(): DecimalSum {
  return { words: [0, 0, 0, 0, 0], added: 0, others: ZERO };
}

/** Adds a number. Throws for one that is infinite or none. */
export function addToSum(sum: DecimalSum, value: Decimal): void {
  if (!value.isFinite()) throw programError(`${value.toString()} cannot be added up.`);
  if (sum.added === ADDED_AT_MOST) settle(sum);
  const { d, e, s } = value;
  let place = WORDS_BEFORE_THE_POINT - 1 - Math.floor(e / DIGITS_OF_A_WORD);
  if (place < 0 || place + d.length > WORDS) {
    sum.others = plus(sum.others, value);
    return;
  }
  const { words } = sum;
  for (const word of d) {
    words[place] = wordAt(words, place) + s * word;
    place += 1;
  }
  sum.added += 1;
}

/** Carries what has been added, so that the words have room again. */
function settle(sum: DecimalSum): void {
  sum.others = totalOf(sum);
  sum.words.fill(0);
  sum.added = 0;
}

/** The sum as a number. */
export function totalOf({ words, others }: DecimalSum): Decimal {
  const digits = emptyDigits();
  const sign = writeDigits(words, digits);
  return plus(decimalOfWords(digits, { sign, before: WORDS_BEFORE_THE_POINT + 2 }), others);
}

/** A thousandth of the sum: kilograms in, tonnes out. */
export function thousandthOf({ words, others }: DecimalSum): Decimal {
  const digits = emptyDigits();
  const sign = writeDigits(words, digits);
  let handedDown = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const word = wordAt(digits, place) + handedDown * WORD_AS_NUMBER;
    const kept = Math.floor(word / THOUSAND);
    handedDown = word - kept * THOUSAND;
    digits[place] = kept;
  }
  const thousandth = decimalOfWords(digits, { sign, before: WORDS_BEFORE_THE_POINT + 2 });
  return others.isZero() ? thousandth : plus(thousandth, others.times(THOUSANDTH));
}

/** The exact sum; 0 for nothing. Throws when it would need more than the 500 digits kept, instead of rounding. */
export function sumOf(values: Iterable<Decimal>): Decimal {
  const sum = emptySum();
  for (const value of values) addToSum(sum, value);
  return totalOf(sum);
}

/** The sum of two numbers of any length. */
function plus(a: Decimal, b: Decimal): Decimal {
  if (b.isZero()) return a;
  assertDigits(Math.max(a.e, b.e) + 2 + Math.max(a.decimalPlaces(), b.decimalPlaces()));
  return withoutNegativeZero(a.plus(b));
}

/** Room for two words above those of a sum, and for one below. */
function emptyDigits(): number[] {
  return [0, 0, 0, 0, 0, 0, 0, 0];
}

/** Writes sums of words as words of a number without its sign, which is given back. */
function writeDigits(sums: readonly number[], digits: number[]): 1 | -1 {
  if (carry(sums, 1, digits) >= 0) return 1;
  carry(sums, -1, digits);
  return -1;
}

/** Carries what is too much for a word; what goes above the sums is negative where the whole is. */
function carry(sums: readonly number[], sign: 1 | -1, digits: number[]): number {
  let above = 0;
  for (let place = WORDS - 1; place >= 0; place -= 1) {
    const sum = sign * wordAt(sums, place) + above;
    above = Math.floor(sum / WORD_AS_NUMBER);
    digits[place + 2] = sum - above * WORD_AS_NUMBER;
  }
  const highest = Math.floor(above / WORD_AS_NUMBER);
  digits[0] = highest;
  digits[1] = above - highest * WORD_AS_NUMBER;
  return above;
}
