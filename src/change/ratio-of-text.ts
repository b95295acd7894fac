import type { ExactRatio } from '../exact-ratio.js';

/** So many digits are a whole number that JavaScript holds without loss. */
const DIGITS_AT_MOST = 15;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/**
 * The text of a decimal as a ratio, read digit by digit: digits, or digits, a point and digits, at most 15 in all. Nothing for
 * any other text, which may still be a number. Most figures are that short, and a large table is read twice as fast.
 */
export function ratioOfText(text: string): ExactRatio | undefined {
  const { length } = text;
  if (length > DIGITS_AT_MOST + 1) return undefined;
  let [digits, point] = [0, length];
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
    else if (code === POINT && point === length) point = index;
    else return undefined;
  }
  if (point === 0 || point === length - 1 || (point === length && length > DIGITS_AT_MOST)) return undefined;
  return { above: BigInt(digits), below: 1n, exponent: point === length ? 0 : point + 1 - length };
}
