import { cappedIssues } from '../../capped-issues.js';
import { warningIssue } from '../../issue.js';
import type { Issue } from '../../issue.js';
import type { Posting } from '../../ledger/posting.js';
import { HiilitaseError } from '../../outcome.js';
import { syntaxIssue } from '../file-faults.js';
import type { LedgerPostings } from '../ledger-postings.js';
import { isIssues } from '../posting-of-row.js';
import { columnLetters } from './cell-address.js';
import type { CellRange } from './cell-address.js';
import { overlap } from './merged-ranges.js';
import { openSheet } from './open-sheet.js';
import { rowPosting } from './row-posting.js';
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

/** How many rows there are of a kind, and the first of them. */
interface Tally {
  rows: number;
  first: number;
}

/** What is told of a sheet once it has been read. */
interface SheetTally {
  readonly hidden: Tally;
  readonly texts: Tally;
  /** The last row that is not blank. */
  last: number;
}

async function* postingsOf(
  bytes: Uint8Array,
  layout: WorkbookLayout,
  source: string,
  issues: Issue[],
): AsyncGenerator<Posting, void, undefined> {
  const noted = cappedIssues(source);
  const tally: SheetTally = { hidden: { rows: 0, first: 0 }, texts: { rows: 0, first: 0 }, last: layout.headerRow };
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
      if (row.hidden) count(tally.hidden, row.row);
      if (amountIsText) count(tally.texts, row.row);
      if (isIssues(read)) noted.add(read);
      else yield read;
    }
    if (table === undefined) throw noHeader(layout, source);
    noted.add(mergedIssues(merged, table, tally.last));
    issues.push(...noted.all());
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    issues.push(...noted.all(), ...error.issues);
  }
  issues.push(...warningsOf(tally, source));
}

function count(tally: Tally, row: number): void {
  if (tally.rows === 0) tally.first = row;
  tally.rows += 1;
}

function gapIssue(source: string, empty: number, row: number): Issue {
  const reason = `row ${empty} is empty, and rows follow it: is the table over there? Take out the empty row, or what stands below`;
  return syntaxIssue(source, reason, row);
}

/** Merged cells inside of the table: the file does not say for which of its rows and columns their one value holds. */
function mergedIssues(merged: readonly CellRange[], table: SheetTable, last: number): readonly Issue[] {
  const { first, header, layout, references } = table;
  const cells = {
    from: { row: layout.headerRow, column: first },
    to: { row: last, column: first + header.width - 1 },
  };
  return merged
    .filter((range) => overlap(range, cells))
    .map(({ from, to }) => {
      const range = `${columnLetters(from.column)}${from.row}:${columnLetters(to.column)}${to.row}`;
      return syntaxIssue(references.source, `the cells ${range} of the table are merged into one. Part them`, from.row);
    });
}

function warningsOf({ hidden, texts }: SheetTally, source: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (hidden.rows > 0) {
    const message = `Rows that the workbook hides are read like all others: ${hidden.rows} of them, the first is row ${hidden.first}. Are they meant to count?`;
    issues.push(warningIssue('rows-hidden', { message, detail: { ...hidden }, at: { source, row: hidden.first } }));
  }
  if (texts.rows > 0) {
    const message = `Amounts that are text, not numbers, are read as the layout declares: ${texts.rows} of them, the first in row ${texts.first}. Sums in the workbook leave them out.`;
    issues.push(warningIssue('amounts-as-text', { message, detail: { ...texts }, at: { source, row: texts.first } }));
  }
  return issues;
}
