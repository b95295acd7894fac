import { z } from 'zod';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';

/** The fields of a posting that a column can fill. */
export const POSTING_COLUMNS = ['invoice', 'account', 'amount', 'date', 'supplier', 'site', 'category'] as const;
export type PostingColumn = (typeof POSTING_COLUMNS)[number];

/** Without these a row is no posting. */
export const REQUIRED_COLUMNS = ['account', 'amount', 'date'] as const satisfies readonly PostingColumn[];
export type RequiredColumn = (typeof REQUIRED_COLUMNS)[number];

/** How the files of one ledger system are written, and which column is which field. Every column is named or ignored. */
export interface LedgerLayout {
  readonly id: string;
  readonly delimiter: 'tab' | 'semicolon' | 'comma';
  readonly quoting: 'none' | 'double-quote';
  readonly encoding: 'utf-8';
  readonly decimal: 'comma' | 'point';
  /** `space`: groups of three apart by one kind of space (plain, no-break, narrow or thin). */
  readonly thousands: 'none' | 'space';
  readonly dates: 'd.M.yyyy' | 'yyyy-MM-dd';
  readonly columns: { readonly [C in RequiredColumn]: string } & { readonly [C in PostingColumn]?: string | undefined };
  readonly ignored?: readonly string[] | undefined;
}

const column = z.optional(textSchema);

/** `LedgerLayout` as data. */
export const ledgerLayoutSchema = z.strictObject({
  id: textSchema,
  delimiter: z.enum(['tab', 'semicolon', 'comma']),
  quoting: z.enum(['none', 'double-quote']),
  encoding: z.literal('utf-8'),
  decimal: z.enum(['comma', 'point']),
  thousands: z.enum(['none', 'space']),
  dates: z.enum(['d.M.yyyy', 'yyyy-MM-dd']),
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
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (also where delimiter and decimal sign are both a comma and
 * nothing is quoted: the file would read two ways).
 */
export function parseLedgerLayout(input: unknown): Outcome<LedgerLayout> {
  const read = readWith<LedgerLayout>(ledgerLayoutSchema, input);
  return read.ok ? outcomeOf(twoReadings(read.value), () => read.value) : read;
}

function twoReadings({ delimiter, decimal, quoting }: LedgerLayout): readonly Issue[] {
  if (delimiter !== 'comma' || decimal !== 'comma' || quoting !== 'none') return [];
  const message =
    'A comma cannot part both columns and decimals where nothing is quoted. Declare how the file really is.';
  const detail = { value: 'comma', expected: 'another delimiter or decimal sign', nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path: 'delimiter' } })];
}
