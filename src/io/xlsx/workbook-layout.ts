import { z } from 'zod';
import { errorIssue } from '../../issue.js';
import { failure } from '../../outcome.js';
import type { Outcome } from '../../outcome.js';
import { readWith, textSchema } from '../../reading.js';
import { ledgerLayoutSchema } from '../ledger-layout.js';
import type { LedgerLayout } from '../ledger-layout.js';
import { ROWS_AT_MOST } from './cell-address.js';

/** How amounts that are kept as text are written. */
export type TextAmounts = Pick<LedgerLayout, 'decimal' | 'thousands' | 'negatives'>;

/** In which sheet of a workbook a ledger is, how it is written there, and which column is which field. */
export interface WorkbookLayout {
  readonly id: string;
  /** The name on the sheet's tab. */
  readonly sheet: string;
  /** The row of the column names, as the program shows it, from 1. What stands above it is not read. */
  readonly headerRow: number;
  /** `serial`: real dates, which a workbook keeps as numbers of days; else the form of dates that are text. */
  readonly dates: 'serial' | LedgerLayout['dates'];
  /** How amounts that are text are written. Without it they are an issue; amounts that are numbers are always read. */
  readonly textAmounts?: TextAmounts | undefined;
  /** Names of suppliers, sites or categories that read like the word for a total, and are none. */
  readonly namesLikeTotals?: readonly string[] | undefined;
  readonly columns: LedgerLayout['columns'];
  readonly ignored?: readonly string[] | undefined;
}

const { decimal, thousands, negatives, dates, namesLikeTotals, columns, ignored } = ledgerLayoutSchema.shape;

/** `WorkbookLayout` as data. */
export const workbookLayoutSchema = z.strictObject({
  id: textSchema,
  sheet: textSchema,
  headerRow: z.int().min(1).max(ROWS_AT_MOST),
  dates: z.enum(['serial', ...dates.options]),
  textAmounts: z.optional(z.strictObject({ decimal, thousands, negatives })),
  namesLikeTotals,
  columns,
  ignored,
});

/**
 * Reads the layout of a ledger in a workbook.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (also where one character would part both thousands and decimals).
 *
 * @example
 * const layout = orThrow(parseWorkbookLayout({
 *   id: 'purchases', sheet: 'Purchases', headerRow: 1, dates: 'serial',
 *   columns: { account: 'Account', date: 'Date', amount: 'Amount', supplier: 'Supplier' },
 * }));
 */
export function parseWorkbookLayout(input: unknown): Outcome<WorkbookLayout> {
  const read = readWith<WorkbookLayout>(workbookLayoutSchema, input);
  const form = read.ok ? read.value.textAmounts : undefined;
  if (form === undefined || form.decimal !== form.thousands) return read;
  const message = `A ${form.decimal} cannot part both thousands and decimals. Declare how the amounts really are.`;
  const detail = { value: form.thousands, expected: 'another separator', nearest: [] };
  return failure(errorIssue('invalid-value', { message, detail, at: { path: 'textAmounts.thousands' } }));
}
