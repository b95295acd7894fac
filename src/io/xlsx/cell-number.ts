import { Decimal } from '../../decimal.js';
import type { NumberFault } from '../../issue.js';

const DOUBLE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,5})?$/;
/** Nearly all numbers of ledgers: they are read as they stand. */
const USUAL = /^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,4})?$/;
const CHARACTERS_AT_MOST = 64;
const DIGITS_OF_A_DOUBLE = 15;
const DIGITS_EACH_SIDE = 30;

/** A number of a cell as plain decimal text, or why it is none that can be read exactly. */
export type CellNumber = { readonly text: string } | { readonly fault: NumberFault };

/**
 * The number that a cell's text writes. Up to 15 significant digits are taken as they stand: `0.1` is one tenth. Programs
 * write 17 to give back a double exactly; there the shortest text of that double counts (`1234.5599999999999` is 1234.56),
 * and where this has more than 15 digits too, the number was never a decimal: `unsafe-float`.
 */
export function cellNumber(text: string): CellNumber {
  if (USUAL.test(text)) return { text };
  if (text.length > CHARACTERS_AT_MOST || !DOUBLE.test(text)) return { fault: faultOf(text) };
  const written = new Decimal(text);
  const exact = written.precision() > DIGITS_OF_A_DOUBLE ? shortest(text) : written;
  if (exact === undefined) return { fault: 'out-of-range' };
  if (exact.precision() > DIGITS_OF_A_DOUBLE) return { fault: 'unsafe-float' };
  if (exact.e >= DIGITS_EACH_SIDE) return { fault: 'out-of-range' };
  if (exact.decimalPlaces() > DIGITS_EACH_SIDE) return { fault: 'too-precise' };
  return { text: exact.isZero() ? '0' : exact.toFixed() };
}

/** The shortest decimal that the double of a text goes by; none past the range of doubles. */
function shortest(text: string): Decimal | undefined {
  const double = Number(text);
  return Number.isFinite(double) ? new Decimal(String(double)) : undefined;
}

function faultOf(text: string): NumberFault {
  return /^[+-]?(?:nan|inf(?:inity)?)$/i.test(text) ? 'not-finite' : 'syntax';
}
