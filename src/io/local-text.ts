import type { LedgerLayout } from './ledger-layout.js';

const GROUPED = /^-?\d{1,3}(?:([ \u00a0\u202f\u2009])\d{3}(?:\1\d{3})*)?$/;
const PLAIN = /^-?\d+$/;
const FRACTION = /^\d+$/;
const SPACES = /[ \u00a0\u202f\u2009]/g;

/**
 * An amount as the file writes it, as decimal text with a point; `undefined` where it is not written as declared. The
 * other decimal sign, groups that are not of three, mixed spaces, a trailing minus or a unit are not read.
 */
export function canonicalNumber(
  text: string,
  { decimal, thousands }: Pick<LedgerLayout, 'decimal' | 'thousands'>,
): string | undefined {
  const [whole = '', fraction, ...more] = text.split(decimal === 'comma' ? ',' : '.');
  const wholeIsNumber = PLAIN.test(whole) || (thousands === 'space' && GROUPED.test(whole));
  if (!wholeIsNumber || more.length > 0) return undefined;
  const digits = whole.replaceAll(SPACES, '');
  if (fraction === undefined) return digits;
  return FRACTION.test(fraction) ? `${digits}.${fraction}` : undefined;
}

const FINNISH_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** A date as the file writes it, as `yyyy-MM-dd`; `undefined` where it is not written as declared. */
export function canonicalDate(text: string, { dates }: Pick<LedgerLayout, 'dates'>): string | undefined {
  if (dates === 'yyyy-MM-dd') return text;
  const match = FINNISH_DATE.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
