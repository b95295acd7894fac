import { warningIssue } from '../../issue.js';
import type { Issue } from '../../issue.js';
import { syntaxIssue } from '../file-faults.js';
import { columnLetters } from './cell-address.js';
import type { CellRange } from './cell-address.js';
import { overlap } from './merged-ranges.js';
import type { SheetTable } from './sheet-table.js';

/** How many rows there are of a kind, and the first of them. */
export interface Tally {
  rows: number;
  first: number;
}

/** What is told of a sheet once it has been read. */
export interface SheetTally {
  readonly hidden: Tally;
  readonly texts: Tally;
  /** The last row that is not blank. */
  last: number;
}

/** A tally of a table of which only the header has been read. */
export function sheetTally(headerRow: number): SheetTally {
  return { hidden: { rows: 0, first: 0 }, texts: { rows: 0, first: 0 }, last: headerRow };
}

/** Counts a row. */
export function countRow(tally: Tally, row: number): void {
  if (tally.rows === 0) tally.first = row;
  tally.rows += 1;
}

/** The issue of a row that stands below an empty one. */
export function gapIssue(source: string, empty: number, row: number): Issue {
  const reason = `row ${empty} is empty, and rows follow it: is the table over there? Take out the empty row, or what stands below`;
  return syntaxIssue(source, reason, row);
}

/** Merged cells inside of the table: the file does not say for which of its rows and columns their one value holds. */
export function mergedIssues(merged: readonly CellRange[], table: SheetTable, last: number): readonly Issue[] {
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

/** The warnings of a sheet: hidden rows, and amounts that are text. */
export function tallyWarnings({ hidden, texts }: SheetTally, source: string): readonly Issue[] {
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
