import { Decimal, PLACES_KEPT, ZERO } from './decimal.js';

/**
 * The door between decimals and whole numbers of any length. decimal.js keeps a number as its sign `s`, the exponent `e` of
 * its first digit, and its digits `d` in words of seven, counted from the decimal point, without zeros at either end. All
 * three are documented, and reading them is a good deal quicker than going through text.
 */
export const DIGITS_OF_A_WORD = 7;
export const WORD_AS_NUMBER = 10 ** DIGITS_OF_A_WORD;
const WORD = BigInt(WORD_AS_NUMBER);

/** A word of a list that has one at this place. */
export function wordAt(words: readonly number[], place: number): number {
  return words[place] as number; // the caller counts no further than the list goes
}

/** The exponent of ten of the last word of seven digits that decimal.js keeps of a number. */
export function exponentOfLastWord({ d, e }: Decimal): number {
  return (Math.floor(e / DIGITS_OF_A_WORD) - d.length + 1) * DIGITS_OF_A_WORD;
}

/** A number as whole digits, without the exponent of its last word. */
export function wholeOf({ d, s }: Decimal): bigint {
  const [first = 0, second] = d;
  // Two words fit into a number of JavaScript without loss: seven and seven digits.
  const short = d.length === 1 ? first : d.length === 2 ? first * WORD_AS_NUMBER + Number(second) : undefined;
  if (short !== undefined) return BigInt(s * short);
  let digits = 0n;
  for (const word of d) digits = digits * WORD + BigInt(word);
  return s < 0 ? -digits : digits;
}

const QUANTA_OF_A_UNIT = 10n ** BigInt(PLACES_KEPT);
const QUANTA_OF_A_WORD = 10 ** (PLACES_KEPT - DIGITS_OF_A_WORD);
/** The last word after the point holds five digits that are kept and two that never are. */
const LAST_DIGITS = 10 ** (2 * DIGITS_OF_A_WORD - PLACES_KEPT);
const MOST_UNITS = BigInt(Number.MAX_SAFE_INTEGER);

/** So many quanta of 10⁻¹² as a decimal. Lines are made by the hundred thousand, so that no text is written and read for it. */
export function decimalOfQuanta(quanta: bigint): Decimal {
  const size = quanta < 0n ? -quanta : quanta;
  const units = size / QUANTA_OF_A_UNIT;
  if (units > MOST_UNITS) return new Decimal(`${quanta}e-${PLACES_KEPT}`);
  return decimalOfParts(Number(units), Number(size % QUANTA_OF_A_UNIT), quanta < 0n ? -1 : 1);
}

/** So many units, at most 2^53, and quanta of 10⁻¹², fewer than a unit has, as a decimal. */
export function decimalOfParts(units: number, quanta: number, sign: 1 | -1): Decimal {
  // A word is below 10⁷: `| 0` cuts it to a whole number, and keeps it the small integer that decimal.js works on.
  const millions = Math.floor(units / WORD_AS_NUMBER);
  const highest = (millions / WORD_AS_NUMBER) | 0;
  const fraction = (quanta / QUANTA_OF_A_WORD) | 0;
  const words = [
    highest,
    (millions - highest * WORD_AS_NUMBER) | 0,
    (units - millions * WORD_AS_NUMBER) | 0,
    fraction,
    ((quanta - fraction * QUANTA_OF_A_WORD) * LAST_DIGITS) | 0,
  ];
  return decimalOfWords(words, { sign, before: WORDS_BEFORE_THE_POINT });
}

const CENTS_OF_A_UNIT = 100;
/** The first word after the point holds seven digits, the first two of which are cents. */
const CENT_AS_WORD = WORD_AS_NUMBER / CENTS_OF_A_UNIT;

/** So many hundredths, a whole number of at most 2^53 either way, as a decimal. */
export function decimalOfHundredths(hundredths: number): Decimal {
  const size = Math.abs(hundredths);
  const whole = Math.floor(size / CENTS_OF_A_UNIT);
  const millions = Math.floor(whole / WORD_AS_NUMBER);
  const words = [
    (millions / WORD_AS_NUMBER) | 0,
    (millions % WORD_AS_NUMBER) | 0,
    (whole % WORD_AS_NUMBER) | 0,
    ((size % CENTS_OF_A_UNIT) * CENT_AS_WORD) | 0,
  ];
  return decimalOfWords(words, { sign: hundredths < 0 ? -1 : 1, before: WORDS_BEFORE_THE_POINT });
}

const WORDS_BEFORE_THE_POINT = 3;

/** A decimal of words of seven digits, `before` of them before the point; zeros at either end are left out. */
export function decimalOfWords(
  words: readonly number[],
  { sign, before }: { readonly sign: 1 | -1; readonly before: number },
): Decimal {
  let first = 0;
  while (words[first] === 0) first += 1;
  const leading = words[first];
  if (leading === undefined) return ZERO;
  let end = words.length;
  while (words[end - 1] === 0) end -= 1;
  // Its fields are declared readonly, since nobody changes a number; this one is being made, and nobody else has it yet.
  const made = new Decimal(0) as { -readonly [F in keyof Decimal]: Decimal[F] };
  made.s = sign;
  made.e = (before - 1 - first) * DIGITS_OF_A_WORD + digitsOf(leading) - 1;
  made.d = words.slice(first, end);
  return made;
}

function digitsOf(word: number): number {
  let digits = 1;
  for (let least = 10; least <= word; least *= 10) digits += 1;
  return digits;
}
