import { z } from 'zod';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';
import { CODE_PAGES } from './code-pages.js';

/** The fields of a posting that a column can fill. */
export const POSTING_COLUMNS = ['invoice', 'account', 'amount', 'date', 'supplier', 'site', 'category'] as const;
export type PostingColumn = (typeof POSTING_COLUMNS)[number];

/** Without these a row is no posting. */
export const REQUIRED_COLUMNS = ['account', 'amount', 'date'] as const satisfies readonly PostingColumn[];
export type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];

const DELIMITERS = ['tab', 'semicolon', 'comma', 'pipe'] as const;
const ENCODINGS = ['utf-8', 'utf-16', ...CODE_PAGES] as const;
const THOUSANDS = ['none', 'space', 'comma', 'point', 'apostrophe'] as const;
const DATES = ['d.M.yyyy', 'd/M/yyyy', 'd-M-yyyy', 'M/d/yyyy', 'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyyMMdd'] as const;
const NEGATIVES = ['minus-sign', 'trailing-hyphen', 'parentheses'] as const;

/** The character that parts the columns of a file. */
export const DELIMITER_CHARACTERS = { tab: '\t', semicolon: ';', comma: ',', pipe: '|' } as const;

/** How the files of one ledger system are written, and which column is which field. Every column is named or ignored. */
export interface LedgerLayout {
  readonly id: string;
  readonly delimiter: (typeof DELIMITERS)[number];
  readonly quoting: 'none' | 'double-quote';
  /** `utf-16` needs its byte-order mark; the others may be without, and UTF-8 may have one. */
  readonly encoding: (typeof ENCODINGS)[number];
  readonly decimal: 'comma' | 'point';
  /** Between groups of three digits; `space`: one kind of space (plain, no-break, narrow or thin). Numbers without groups are read too. */
  readonly thousands: (typeof THOUSANDS)[number];
  readonly dates: (typeof DATES)[number];
  /** How credits are written where it is not with a leading hyphen: `−5`, `5-`, `(5)`. */
  readonly negatives?: (typeof NEGATIVES)[number] | undefined;
  /** Names of suppliers, sites or categories that read like the word for a total, and are none. */
  readonly namesLikeTotals?: readonly string[] | undefined;
  readonly columns: { readonly [C in RequiredColumn]: string } & { readonly [C in PostingColumn]?: string | undefined };
  readonly ignored?: readonly string[] | undefined;
}

const column = z.optional(textSchema);

/** `LedgerLayout` as data. */
export const ledgerLayoutSchema = z.strictObject({
  id: textSchema,
  delimiter: z.enum(DELIMITERS),
  quoting: z.enum(['none', 'double-quote']),
  encoding: z.enum(ENCODINGS),
  decimal: z.enum(['comma', 'point']),
  thousands: z.enum(THOUSANDS),
  dates: z.enum(DATES),
  negatives: z.optional(z.enum(NEGATIVES)),
  namesLikeTotals: z.optional(z.array(textSchema)),
  columns: z.strictObject({
    invoice: column,
    account: textSchema,
    amount: textSchema,
    date: textSchema,
    supplier: column,
    site: column,
    category: column,
  } satisfies Record<PostingColumn, unknown>),
  ignored: z.optional(z.array(textSchema)),
});

/**
 * Reads a ledger layout.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (also where one character would part both columns and numbers and
 * nothing is quoted, or both thousands and decimals: the file would read two ways).
 */
export function parseLedgerLayout(input: unknown): Outcome<LedgerLayout> {
  const read = readWith<LedgerLayout>(ledgerLayoutSchema, input);
  return read.ok ? outcomeOf(twoReadings(read.value), () => read.value) : read;
}

/**
 * Characters of a layout that would part two things at once; `under` stands before the path of thousands.
 *
 * Issues: `invalid-value`.
 */
export function twoReadings(
  { delimiter, decimal, quoting, thousands }: LedgerLayout,
  under: '' | 'amount.' = '',
): readonly Issue[] {
  const unquoted = quoting === 'none';
  return [
    ...(unquoted && delimiter === decimal
      ? [bothAt('delimiter', decimal, 'columns and decimals where nothing is quoted')]
      : []),
    ...(unquoted && delimiter === thousands
      ? [bothAt('delimiter', delimiter, 'columns and thousands where nothing is quoted')]
      : []),
    ...(decimal === thousands ? [bothAt(`${under}thousands`, thousands, 'thousands and decimals')] : []),
  ];
}

function bothAt(path: string, value: string, both: string): Issue {
  const message = `A ${value} cannot part both ${both}. Declare how the file really is.`;
  const detail = { value, expected: 'another delimiter, decimal sign or separator', nearest: [] };
  return errorIssue('invalid-value', { message, detail, at: { path } });
}
