import { cappedIssues } from '../../capped-issues.js';
import type { Issue } from '../../issue.js';
import type { Posting } from '../../ledger/posting.js';
import { HiilitaseError } from '../../outcome.js';
import type { LedgerPostings } from '../ledger-postings.js';
import { isIssues } from '../posting-of-row.js';
import { openSheet } from './open-sheet.js';
import { rowPosting } from './row-posting.js';
import { countRow, gapIssue, mergedIssues, sheetTally, tallyWarnings } from './sheet-tally.js';
import { noHeader, sheetTable } from './sheet-table.js';
import type { SheetTable } from './sheet-table.js';
import type { WorkbookLayout } from './workbook-layout.js';

/**
 * Reads the postings of a sheet of an Excel workbook (`.xlsx`) after its layout, for `foldLedger`. Everything is checked
 * before the first posting comes: the archive, sizes, checksums. Numbers are read as the file writes them, never as doubles;
 * a row that cannot be read for certain becomes issues with its row, column and cell, and reading goes on. `issues` is full
 * once `postings` has been read to its end: postings of a file with errors are no ledger.
 *
 * Issues: `file-syntax` (archive, XML, sheet, header, merged cells, gaps), `file-too-large`, `missing-field` (also a formula
 * without a saved result), `invalid-number`, `invalid-date`, `invalid-value`, `total-row`, `more-issues`; the warnings
 * `rows-hidden` and `amounts-as-text`.
 *
 * @example
 * const { postings, issues } = xlsxPostings(await readFile('purchases.xlsx'), layout, 'purchases.xlsx');
 * const folded = await foldLedger(postings, mapping);
 * if (issues.some(({ severity }) => severity === 'error')) show(issues);
 */
export function xlsxPostings(bytes: Uint8Array, layout: WorkbookLayout, source: string): LedgerPostings {
  const issues: Issue[] = [];
  return { postings: postingsOf(bytes, layout, source, issues), issues };
}

async function* postingsOf(
  bytes: Uint8Array,
  layout: WorkbookLayout,
  source: string,
  issues: Issue[],
): AsyncGenerator<Posting, void, undefined> {
  const noted = cappedIssues(source);
  const tally = sheetTally(layout.headerRow);
  try {
    const { rows, merged, references } = await openSheet(bytes, layout.sheet, source);
    let table: SheetTable | undefined;
    for (const row of rows) {
      if (row.row < layout.headerRow) continue;
      if (table === undefined) {
        if (row.row > layout.headerRow) break;
        table = sheetTable(row, layout, references);
        continue;
      }
      const { read, amountIsText } = rowPosting(row, table);
      if (read === undefined) continue;
      if (row.row > tally.last + 1) noted.add([gapIssue(source, tally.last + 1, row.row)]);
      tally.last = row.row;
      if (isIssues(read)) {
        noted.add(read);
        continue;
      }
      if (row.hidden) countRow(tally.hidden, row.row);
      if (amountIsText) countRow(tally.texts, row.row);
      yield read;
    }
    if (table === undefined) throw noHeader(layout, source);
    noted.add(mergedIssues(merged, table, tally.last));
    issues.push(...noted.all());
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    issues.push(...noted.all(), ...error.issues);
  }
  issues.push(...tallyWarnings(tally, source));
}
