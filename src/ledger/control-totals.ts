import { z } from 'zod';
import { decimalText, equalDecimals, parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { decimalSchema } from '../reading.js';

/** What the system a ledger comes from says of it: how many rows, and what they add up to. */
export interface ControlTotals {
  readonly rows?: number | undefined;
  readonly sum?: DecimalInput | undefined;
}

/** `ControlTotals` as data. */
export const controlTotalsSchema = z.strictObject({
  rows: z.optional(z.int().nonnegative()),
  sum: z.optional(decimalSchema),
});

/**
 * Holds the rows and the sum that were read against what the source of the ledger says; what it does not say is not
 * compared. The sum is compared exactly: a cent is a difference.
 *
 * Issues: `control-total-differs` (one for the rows, one for the sum), `invalid-number` (a control sum that is no number).
 *
 * @example controlTotalIssues({ rows: 11, sum }, { rows: 12 })  // one issue: 12 rows expected, 11 found
 */
export function controlTotalIssues(
  found: { readonly rows: number; readonly sum: Decimal },
  expected: ControlTotals,
): readonly Issue[] {
  const rows = expected.rows === undefined || expected.rows === found.rows ? [] : [expected.rows];
  return [
    ...rows.map((count) => differs('rows', String(count), String(found.rows))),
    ...(expected.sum === undefined ? [] : sumIssues(found.sum, expected.sum)),
  ];
}

function sumIssues(found: Decimal, stated: DecimalInput): readonly Issue[] {
  const expected = parseDecimal(stated);
  if (!expected.ok) return expected.issues.map((issue) => locateIssue(issue, { path: 'sum' }));
  if (equalDecimals(expected.value, found)) return [];
  return [differs('sum', decimalText(expected.value), decimalText(found))];
}

const NAMED = { rows: 'number of rows', sum: 'sum of the amounts' } as const;

function differs(what: 'rows' | 'sum', expected: string, found: string): Issue {
  const message = `The ${NAMED[what]} is ${found}, while the control total says ${expected}. Is the ledger complete, and read once only?`;
  return errorIssue('control-total-differs', { message, detail: { what, expected, found } });
}
