import { locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { controlTotalIssues } from '../ledger/control-totals.js';
import type { ControlTotals } from '../ledger/control-totals.js';
import { closedTally } from '../ledger/coverage.js';
import type { Tally } from '../ledger/coverage.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import { programError } from '../outcome.js';
import { rowsRejected } from './file-faults.js';

/** What the reading of one file came to: its name, the rows that stood in it and those that were rejected. */
export interface RowsOfFile {
  readonly source: string;
  readonly rows: number;
  readonly rejected: number;
  readonly expect: ControlTotals | undefined;
}

/**
 * Accounts for every row of a file that was read into a fold which had read `before` already: read = folded or left out +
 * rejected. That is asserted; what there is to say of the count is given back.
 *
 * Issues: `rows-rejected`, `control-total-differs`.
 */
export function accountForRows(
  fold: LedgerFold,
  before: Tally,
  { source, rows, rejected, expect }: RowsOfFile,
): readonly Issue[] {
  const read = closedTally(fold.read);
  const folded = { rows: read.rows - before.rows, sum: read.amount.minus(before.amount) };
  if (folded.rows + rejected !== rows) throw miscounted(source, rows, folded.rows, rejected);
  const totals = controlTotalIssues({ rows, sum: folded.sum }, expect ?? {});
  return [
    ...(rejected === 0 ? [] : [rowsRejected(source, rows, rejected)]),
    ...totals.map((issue) => locateIssue(issue, { source })),
  ];
}

function miscounted(source: string, read: number, folded: number, rejected: number) {
  return programError(
    `${source}: ${read} rows were read, but ${folded} were folded or left out and ${rejected} rejected.`,
  );
}
