import { Decimal, PLACES_KEPT, ZERO } from '../decimal.js';

const WORD = 1e7;
const TWO_WORDS = 1e14;
const DIGITS_OF_A_WORD = 7;
const QUANTA_OF_ONE = 1e12;
const QUANTA_OF_ONE_AS_BIGINT = 10n ** 12n;
/** Twelve decimals fill two words of seven, with two digits to spare. */
const SPARE = 100;
const WORDS_AFTER_THE_POINT = 2;

/**
 * So many quanta of 10⁻¹² as a decimal. A decomposition makes seven of them for every cell of five factors; the words that
 * decimal.js documents as `d` are therefore written down, where both sides of the point fit into a JavaScript number
 * without loss, instead of being read from a text of digits.
 */
export function decimalOfQuanta(quanta: bigint): Decimal {
  if (quanta === 0n) return ZERO;
  const positive = quanta < 0n ? -quanta : quanta;
  const amount = Number(positive);
  if (amount < Number.MAX_SAFE_INTEGER) {
    const part = amount % QUANTA_OF_ONE;
    return decimalOf(quanta < 0n, (amount - part) / QUANTA_OF_ONE, part);
  }
  const whole = Number(positive / QUANTA_OF_ONE_AS_BIGINT);
  if (whole >= Number.MAX_SAFE_INTEGER) return new Decimal(`${quanta}e-${PLACES_KEPT}`);
  return decimalOf(quanta < 0n, whole, Number(positive % QUANTA_OF_ONE_AS_BIGINT));
}

/** The decimal whole + part × 10⁻¹², not zero; both are whole numbers without loss. */
function decimalOf(negative: boolean, whole: number, part: number): Decimal {
  const words = significantWords(whole, part * SPARE);
  const [first = 0] = words.d;
  const e = words.exponent * DIGITS_OF_A_WORD + digitsOf(first) - 1;
  const parts = { s: negative ? -1 : 1, e, d: words.d, toStringTag: '[object Decimal]' };
  return new Decimal(parts as unknown as Decimal); // what its constructor copies of a Decimal, and knows one by
}

/** The words of a number from its first to its last that is not zero, and the exponent of the first, in words. */
function significantWords(whole: number, part: number): { readonly d: number[]; readonly exponent: number } {
  const low = part % WORD;
  const middle = whole % TWO_WORDS;
  const all = [
    (whole - middle) / TWO_WORDS,
    (middle - (middle % WORD)) / WORD,
    middle % WORD,
    (part - low) / WORD,
    low,
  ];
  let [from, to] = [0, all.length];
  while (all[from] === 0) from += 1;
  while (all[to - 1] === 0) to -= 1;
  return { d: all.slice(from, to), exponent: all.length - WORDS_AFTER_THE_POINT - 1 - from };
}

function digitsOf(word: number): number {
  let [digits, limit] = [1, 10];
  while (word >= limit) {
    digits += 1;
    limit *= 10;
  }
  return digits;
}
