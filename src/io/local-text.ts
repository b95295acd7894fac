import type { LedgerLayout } from './ledger-layout.js';

type NumberForm = Pick<LedgerLayout, 'decimal' | 'thousands' | 'negatives'>;

const PLAIN = /^\d+$/;
const FRACTION = /^\d+$/;
/** One to three digits, then groups of three, each after the same separator. */
const GROUPED: Readonly<Record<LedgerLayout['thousands'], RegExp | undefined>> = {
  none: undefined,
  space: /^\d{1,3}(?:([ \u00a0\u202f\u2009])\d{3}(?:\1\d{3})*)?$/,
  comma: /^\d{1,3}(?:,\d{3})+$/,
  point: /^\d{1,3}(?:\.\d{3})+$/,
  apostrophe: /^\d{1,3}(?:(['\u2019])\d{3}(?:\1\d{3})*)?$/,
};
const NOT_DIGITS = /\D/g;
const CHARACTERS_AT_MOST = 64;

/**
 * An amount as the file writes it, as decimal text with a point; `undefined` where it is not written as declared. The
 * other decimal sign, groups that are not of three, mixed separators, another minus than the declared one, a unit or more
 * than 64 characters are not read.
 */
export function canonicalNumber(text: string, form: NumberForm): string | undefined {
  if (text.length > CHARACTERS_AT_MOST) return undefined;
  const [sign, size] = withoutSign(text, form.negatives);
  const [whole = '', fraction, ...more] = size.split(form.decimal === 'comma' ? ',' : '.');
  const wholeIsNumber = PLAIN.test(whole) || GROUPED[form.thousands]?.test(whole) === true;
  if (!wholeIsNumber || more.length > 0) return undefined;
  const digits = `${sign}${whole.replaceAll(NOT_DIGITS, '')}`;
  if (fraction === undefined) return digits;
  return FRACTION.test(fraction) ? `${digits}.${fraction}` : undefined;
}

/** The sign as a leading hyphen, and what is left of the text; a sign of another kind stays in it and is not read. */
function withoutSign(text: string, negatives: NumberForm['negatives']): readonly ['' | '-', string] {
  const minus = negatives === 'minus-sign' ? '\u2212' : '-';
  if (negatives === 'parentheses') return /^\(.*\)$/.test(text) ? ['-', text.slice(1, -1)] : ['', text];
  if (negatives === 'trailing-hyphen') return text.endsWith(minus) ? ['-', text.slice(0, -1)] : ['', text];
  return text.startsWith(minus) ? ['-', text.slice(1)] : ['', text];
}

type Parts = 'day-first' | 'month-first' | 'year-first';
const DATE_FORMS: Readonly<
  Record<Exclude<LedgerLayout['dates'], 'yyyy-MM-dd'>, { readonly form: RegExp; readonly parts: Parts }>
> = {
  'd.M.yyyy': { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: 'day-first' },
  'd/M/yyyy': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: 'day-first' },
  'd-M-yyyy': { form: /^(\d{1,2})-(\d{1,2})-(\d{4})$/, parts: 'day-first' },
  'M/d/yyyy': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: 'month-first' },
  'yyyy/MM/dd': { form: /^(\d{4})\/(\d{2})\/(\d{2})$/, parts: 'year-first' },
  yyyyMMdd: { form: /^(\d{4})(\d{2})(\d{2})$/, parts: 'year-first' },
};

/** A date as the file writes it, as `yyyy-MM-dd`; `undefined` where it is not written as declared. */
export function canonicalDate(text: string, { dates }: Pick<LedgerLayout, 'dates'>): string | undefined {
  if (dates === 'yyyy-MM-dd') return text;
  const { form, parts } = DATE_FORMS[dates];
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, first = '', second = '', third = ''] = match;
  if (parts === 'year-first') return `${first}-${second}-${third}`;
  const [day, month] = parts === 'day-first' ? [first, second] : [second, first];
  return `${third}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
