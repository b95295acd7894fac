import { OWN_ARRAYS } from './array-room.js';
import { describeFile } from './scan-kernel.js';
import type { ScanKernel } from './scan-kernel.js';
import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import type { Issue } from '../issue.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import { byteFold, foldSums } from './byte-fold.js';
import type { ByteFold } from './byte-fold.js';
import type { LedgerHeader } from './ledger-header.js';
import type { LedgerLayout } from './ledger-layout.js';
import { delimitedOptions } from './ledger-postings.js';
import { afterText, beforeText, rowComparison } from './neighbouring-rows.js';
import type { RowComparison } from './neighbouring-rows.js';
import type { DelimitedOptions } from './read-delimited.js';
import type { RecordWalk } from './record-fields.js';
import { utf8Check, zeroCheck } from './utf8-check.js';
import type { ByteCheck } from './utf8-check.js';

/** The reading of one file: how it is written, what has been read, and what could not be. */
export interface ByteLedger {
  readonly fold: LedgerFold;
  readonly sums: ByteFold;
  readonly layout: LedgerLayout;
  readonly options: DelimitedOptions;
  readonly comparison: RowComparison;
  readonly isUtf8: ByteCheck;
  readonly holdsZero: ByteCheck;
  readonly issues: CappedIssues;
  readonly ends: Issue[];
  readonly decoder: InstanceType<typeof TextDecoder>;
  header: LedgerHeader | undefined;
  walk: RecordWalk | undefined;
  /** Records so far, the header and what stands before it included. */
  records: number;
  recordsBeforeRows: number;
  rejected: number;
  /** Empty lines, which are rows only if something follows. */
  emptyLines: number;
  /** The compiled inner loop, as long as it can see everything. */
  kernel: ScanKernel | undefined;
}

/** A file that adds to a fold and of which nothing has been read. */
export function byteLedger(
  fold: LedgerFold,
  layout: LedgerLayout,
  source: string,
  kernel: ScanKernel | undefined,
): ByteLedger {
  const sums = byteFold(fold, layout, kernel?.room ?? OWN_ARRAYS);
  return {
    fold,
    sums,
    layout,
    options: delimitedOptions(layout, source),
    comparison: rowComparison(sums, source, layout.quoting),
    isUtf8: utf8Check(),
    holdsZero: zeroCheck(),
    issues: cappedIssues(source),
    ends: [],
    decoder: new TextDecoder('utf-8', { ignoreBOM: true }),
    header: undefined,
    walk: undefined,
    records: 0,
    recordsBeforeRows: 0,
    rejected: 0,
    emptyLines: 0,
    kernel,
  };
}

/**
 * Goes on with a compiled loop: what has been added up so far goes to the fold, and names are numbered anew in the memory
 * that the loop sees.
 */
export function withKernel(file: ByteLedger, kernel: ScanKernel): ByteLedger {
  const { fold, layout, options, issues, ends, header, walk } = file;
  beforeText(file.comparison);
  foldSums(file.sums);
  const next: ByteLedger = { ...file, ...byteLedger(fold, layout, options.source, kernel), issues, ends, header, walk };
  const { records, recordsBeforeRows, rejected, emptyLines } = file;
  Object.assign(next, { records, recordsBeforeRows, rejected, emptyLines });
  if (file.comparison.before.kind !== 'none') afterText(next.comparison);
  if (walk !== undefined) describeKernel(next, walk);
  return next;
}

/** Tells the compiled loop, where there is one, how the rows of the file are laid out. */
export function describeKernel({ kernel, sums, layout, comparison }: ByteLedger, walk: RecordWalk): void {
  if (kernel === undefined) return;
  describeFile(kernel, walk, sums, layout.columns.invoice === undefined ? undefined : comparison);
}

/** Rows that stood in the file, counted or rejected. */
export function rowsOf({ records, recordsBeforeRows, emptyLines }: ByteLedger): number {
  return records - recordsBeforeRows - emptyLines;
}
