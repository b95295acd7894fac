import { locateIssue } from '../../issue.js';
import type { Issue } from '../../issue.js';
import { controlTotalIssues } from '../../ledger/control-totals.js';
import type { ControlTotals } from '../../ledger/control-totals.js';
import { closedTally } from '../../ledger/coverage.js';
import { foldPosting } from '../../ledger/ledger-fold.js';
import type { LedgerFold } from '../../ledger/ledger-fold.js';
import type { WorkbookLayout } from './workbook-layout.js';
import { xlsxPostings } from './xlsx-postings.js';

/** How a workbook is read. */
export interface WorkbookReading {
  readonly layout: WorkbookLayout;
  readonly source: string;
  readonly expect?: ControlTotals | undefined;
}

/** Reads a workbook into a fold, which may hold other files already, and gives what there is to say of the file. */
export async function readWorkbookLedger(
  fold: LedgerFold,
  bytes: Uint8Array,
  { layout, source, expect = {} }: WorkbookReading,
): Promise<readonly Issue[]> {
  const before = closedTally(fold.read);
  const { postings, issues } = xlsxPostings(bytes, layout, source);
  for await (const posting of postings) foldPosting(fold, posting);
  const read = closedTally(fold.read);
  const folded = { rows: read.rows - before.rows, sum: read.amount.minus(before.amount) };
  return [...issues, ...controlTotalIssues(folded, expect).map((issue) => locateIssue(issue, { source }))];
}
