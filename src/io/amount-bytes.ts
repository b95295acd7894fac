import { byteAt } from './byte-at.js';
import type { LedgerLayout } from './ledger-layout.js';

const COMMA = 44;
const HYPHEN = 45;
const POINT = 46;
const ZERO_DIGIT = 48;
const SEPARATORS = { none: -1, space: 32, comma: COMMA, point: POINT, apostrophe: 39 } as const;
/** Thirteen digits before the point and two after it are a whole number of cents below 2^52, which a double holds exactly. */
const DIGITS_AT_MOST = 13;

/** How the amounts of a layout are written, in bytes. -1 is a byte that never comes. */
export interface AmountForm {
  readonly decimal: number;
  readonly separator: number;
  readonly hyphen: number;
}

/** The form of a layout. Minus signs other than a leading hyphen are left to the reader of single rows. */
export function amountForm({ decimal, thousands, negatives }: LedgerLayout): AmountForm {
  return {
    decimal: decimal === 'comma' ? COMMA : POINT,
    separator: SEPARATORS[thousands],
    hyphen: negatives === undefined ? HYPHEN : -1,
  };
}

/**
 * An amount of money in cents, read digit by digit; NaN where it is not written in the plainest way of its form, which does
 * not mean that it is wrong: it is then read as text. Never rounds: a third decimal is NaN.
 */
export function centsOfBytes(bytes: Uint8Array, from: number, to: number, form: AmountForm): number {
  const negative = byteAt(bytes, from) === form.hyphen;
  const start = negative ? from + 1 : from;
  let at = start;
  let value = 0;
  let digit = byteAt(bytes, at) - ZERO_DIGIT;
  while (at < to && digit >= 0 && digit <= 9) {
    value = value * 10 + digit;
    at += 1;
    digit = byteAt(bytes, at) - ZERO_DIGIT;
  }
  if (at === start || at - start > DIGITS_AT_MOST) return NaN;
  if (at < to && byteAt(bytes, at) === form.separator) return groupedCents(bytes, from, to, form);
  const cents = value * 100 + hundredths(bytes, at, to, form);
  return negative && cents !== 0 ? -cents : cents;
}

/** What stands after the whole number: nothing, or the decimal sign and one or two digits. */
function hundredths(bytes: Uint8Array, at: number, to: number, { decimal }: AmountForm): number {
  if (at === to) return 0;
  const tenths = byteAt(bytes, at + 1) - ZERO_DIGIT;
  if (byteAt(bytes, at) !== decimal || at + 1 >= to || tenths < 0 || tenths > 9) return NaN;
  if (at + 2 === to) return tenths * 10;
  const last = byteAt(bytes, at + 2) - ZERO_DIGIT;
  return at + 3 === to && last >= 0 && last <= 9 ? tenths * 10 + last : NaN;
}

/** The same for a whole number in groups of three: one to three digits, then the separator and three digits, again and again. */
function groupedCents(bytes: Uint8Array, from: number, to: number, form: AmountForm): number {
  const negative = byteAt(bytes, from) === form.hyphen;
  let at = negative ? from + 1 : from;
  let value = 0;
  let digits = 0;
  let inGroup = 0;
  let first = true;
  for (; at < to; at += 1) {
    const byte = byteAt(bytes, at);
    const digit = byte - ZERO_DIGIT;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      inGroup += 1;
    } else if (byte === form.separator && (first ? inGroup >= 1 && inGroup <= 3 : inGroup === 3)) {
      first = false;
      inGroup = 0;
    } else break;
  }
  if (inGroup !== 3 || digits > DIGITS_AT_MOST) return NaN;
  const cents = value * 100 + hundredths(bytes, at, to, form);
  return negative && cents !== 0 ? -cents : cents;
}
