import { Decimal, sumOf } from './decimal.js';
import { DIGITS_OF_A_WORD, WORD_AS_NUMBER, decimalOfWords } from './decimal-words.js';

const WORDS_BEFORE_THE_POINT = 3;
/** Three words of seven digits before the point and two after it: more than any line has, to 12 decimals. */
const WORDS = 5;

const THOUSAND = 1_000;
const THOUSANDTH = new Decimal('0.001');

/**
 * A thousandth of the exact sum, 0 for nothing: kilograms in, tonnes out. Decimal.js keeps digits in words of seven; words
 * of one place are added up as JavaScript numbers, which hold the sum of nine hundred million of the largest. Numbers with
 * words of other places are added one by one.
 *
 * @example thousandthOfSum([new Decimal('1500'), new Decimal('0.5')])   // 1.5005
 */
export function thousandthOfSum(values: readonly Decimal[]): Decimal {
  const sums = [0, 0, 0, 0, 0];
  let others: Decimal[] | undefined;
  for (const value of values) {
    const { d, e, s } = value;
    let place = WORDS_BEFORE_THE_POINT - 1 - Math.floor(e / DIGITS_OF_A_WORD);
    if (place < 0 || place + d.length > WORDS) {
      others ??= [];
      others.push(value);
      continue;
    }
    for (const word of d) {
      sums[place] = Number(sums[place]) + s * word;
      place += 1;
    }
  }
  const thousandth = thousandthOf(sums);
  return others === undefined ? thousandth : sumOf([thousandth, sumOf(others).times(THOUSANDTH)]);
}

function thousandthOf(sums: readonly number[]): Decimal {
  const words = [0, 0, 0, 0, 0, 0, 0, 0];
  const isBelowZero = carry(sums, 1, words) < 0;
  if (isBelowZero) carry(sums, -1, words);
  let handedDown = 0;
  for (let place = 0; place < words.length; place += 1) {
    const word = Number(words[place]) + handedDown * WORD_AS_NUMBER;
    const kept = Math.floor(word / THOUSAND);
    handedDown = word - kept * THOUSAND;
    words[place] = kept;
  }
  return decimalOfWords(words, { sign: isBelowZero ? -1 : 1, before: WORDS_BEFORE_THE_POINT + 2 });
}

/**
 * Writes sums of words as words, with room for two more above them and one below; says what goes above the sums, which is
 * negative where the whole is.
 */
function carry(sums: readonly number[], sign: 1 | -1, words: number[]): number {
  let above = 0;
  for (let place = WORDS - 1; place >= 0; place -= 1) {
    const sum = sign * Number(sums[place]) + above;
    above = Math.floor(sum / WORD_AS_NUMBER);
    words[place + 2] = sum - above * WORD_AS_NUMBER;
  }
  const highest = Math.floor(above / WORD_AS_NUMBER);
  words[0] = highest;
  words[1] = above - highest * WORD_AS_NUMBER;
  return above;
}
