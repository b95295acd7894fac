import { duckdbLiteral } from './duckdb-connection.js';
import type { LedgerLayout } from './ledger-layout.js';

/** What `String.prototype.trim` takes off, which the engine's own `trim` does not know. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const CHARACTERS_AT_MOST = 64;
/** So many characters are never more than the 16 digits before the point that the narrower type holds. */
const SHORT_AMOUNT = 16;

/** A cell without the white space around it. Taking a set of characters off is slow, and most cells have none. */
export function trimmed(cell: string): string {
  return `CASE WHEN regexp_full_match(${cell}, '[!-~](?:.*[!-~])?') THEN ${cell} ELSE trim(${cell}, ${duckdbLiteral(WHITE_SPACE)}) END`;
}

/** Up to thirty digits, alone or in groups of three. Separators are not mixed. */
const WHOLE: Readonly<Record<LedgerLayout['thousands'], string>> = {
  none: '[0-9]{1,30}',
  space: anyOf(groups(' '), groups('\u00a0'), groups('\u202f'), groups('\u2009')),
  comma: groups(','),
  point: groups('[.]'),
  apostrophe: anyOf(groups("'"), groups('\u2019')),
};

function groups(separator: string): string {
  return `[0-9]{1,3}(?:${separator}[0-9]{3}){0,9}`;
}

function anyOf(...patterns: readonly string[]): string {
  return patterns.join('|');
}

/** Two decimals, and zeros that change nothing. */
const FRACTION = '[0-9]{1,2}0{0,28}';

/**
 * The amount of a cell as DECIMAL(38, 2), `null` where it is not written as the layout declares, or has a third decimal: no
 * digit is ever rounded away.
 */
export function amountOfCell(text: string, layout: LedgerLayout): string {
  const { decimal, negatives = 'leading-hyphen' } = layout;
  const sign = decimal === 'comma' ? ',' : '.';
  const size = `(?:${anyOf(WHOLE.none, WHOLE[layout.thousands])})(?:[${sign}]${FRACTION})?`;
  const { pattern, isNegative } = SIGNED[negatives](size, text);
  const digits = `replace(regexp_replace(${text}, '[^0-9${sign}]', '', 'g'), '${sign}', '.')`;
  const canonical = `(CASE WHEN ${isNegative} THEN '-' ELSE '' END || ${digits})`;
  const written = `length(${text}) <= ${CHARACTERS_AT_MOST} AND regexp_full_match(${text}, ${duckdbLiteral(pattern)})`;
  // The engine reads text as a decimal of 38 digits eighty times more slowly than as one of 18.
  const short = `CAST(TRY_CAST(${canonical} AS DECIMAL(18, 2)) AS DECIMAL(38, 2))`;
  const read = `CASE WHEN length(${text}) <= ${SHORT_AMOUNT} THEN ${short} ELSE TRY_CAST(${canonical} AS DECIMAL(38, 2)) END`;
  return `CASE WHEN ${written} THEN ${read} END`;
}

type Sign = (size: string, text: string) => { readonly pattern: string; readonly isNegative: string };

const SIGNED: Readonly<Record<NonNullable<LedgerLayout['negatives']> | 'leading-hyphen', Sign>> = {
  'leading-hyphen': (size, text) => ({ pattern: `-?${size}`, isNegative: `starts_with(${text}, '-')` }),
  'minus-sign': (size, text) => ({ pattern: `\u2212?${size}`, isNegative: `starts_with(${text}, '\u2212')` }),
  'trailing-hyphen': (size, text) => ({ pattern: `${size}-?`, isNegative: `ends_with(${text}, '-')` }),
  parentheses: (size, text) => ({ pattern: `${size}|[(]${size}[)]`, isNegative: `starts_with(${text}, '(')` }),
};

const DATE_FORMS: Readonly<Record<LedgerLayout['dates'], readonly [pattern: string, asIso: string]>> = {
  'd.M.yyyy': ['([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})', '\\3-\\2-\\1'],
  'd/M/yyyy': ['([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})', '\\3-\\2-\\1'],
  'd-M-yyyy': ['([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})', '\\3-\\2-\\1'],
  'M/d/yyyy': ['([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})', '\\3-\\1-\\2'],
  'yyyy-MM-dd': ['([0-9]{4})-([0-9]{2})-([0-9]{2})', '\\1-\\2-\\3'],
  'yyyy/MM/dd': ['([0-9]{4})/([0-9]{2})/([0-9]{2})', '\\1-\\2-\\3'],
  yyyyMMdd: ['([0-9]{4})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3'],
};

/** The day of a cell, `null` where it is not written as the layout declares or does not exist. */
export function dayOfCell(text: string, { dates }: LedgerLayout): string {
  const [pattern, asIso] = DATE_FORMS[dates];
  const iso = `regexp_replace(${text}, '${pattern}', '${asIso}')`;
  return `CASE WHEN regexp_full_match(${text}, '${pattern}') THEN TRY_CAST(${iso} AS DATE) END`;
}
