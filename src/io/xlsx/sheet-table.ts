import { HiilitaseError } from '../../outcome.js';
import { syntaxIssue, unreadable } from '../file-faults.js';
import { ledgerHeader } from '../ledger-header.js';
import type { LedgerHeader } from '../ledger-header.js';
import { POSTING_COLUMNS } from '../ledger-layout.js';
import type { PostingColumn } from '../ledger-layout.js';
import type { RowLayout } from '../posting-of-row.js';
import { columnLetters } from './cell-address.js';
import { cellValue } from './cell-value.js';
import type { CellReferences } from './cell-value.js';
import type { SheetRow } from './sheet-rows.js';
import type { WorkbookLayout } from './workbook-layout.js';

/** A table of a sheet, once its header has been read. */
export interface SheetTable {
  readonly layout: WorkbookLayout;
  readonly references: CellReferences;
  readonly header: LedgerHeader;
  /** Column of the first name, from 1. */
  readonly first: number;
  /** By a column's place in the header: the field it fills, where it fills one. */
  readonly fields: ReadonlyMap<number, PostingColumn>;
  /** How rows are written whose amount is a number and whose date is a day. */
  readonly plain: RowLayout;
}

/** The table that begins with this row; throws with all that is wrong with its names. */
export function sheetTable(row: SheetRow, layout: WorkbookLayout, references: CellReferences): SheetTable {
  const { source } = references;
  const names = new Map<number, string>();
  for (const cell of row.cells) {
    const value = cellValue(cell, references, row.row);
    if (value.kind !== 'text' && value.kind !== 'number') {
      const address = `${columnLetters(cell.column)}${row.row}`;
      throw unreadable(source, `the cell ${address} should be the name of a column, and is no text`, row.row);
    }
    if (value.text.trim() !== '') names.set(cell.column, value.text.trim());
  }
  if (names.size === 0) throw noHeader(layout, source);
  const [first, last] = [Math.min(...names.keys()), Math.max(...names.keys())];
  const written = Array.from({ length: last - first + 1 }, (_, index) => names.get(first + index) ?? '');
  const header = ledgerHeader(written, layout);
  if ('faults' in header) throw new HiilitaseError(header.faults.map((fault) => syntaxIssue(source, fault, row.row)));
  const fields = POSTING_COLUMNS.flatMap((field) => {
    const place = header.at.get(field);
    return place === undefined ? [] : [[place, field] as const];
  });
  return { layout, references, header, first, fields: new Map(fields), plain: rowLayout(layout, new Set()) };
}

/** The error for a sheet whose header row is empty. */
export function noHeader({ sheet, headerRow }: WorkbookLayout, source: string): HiilitaseError {
  const reason = `row ${headerRow} of its sheet ${JSON.stringify(sheet)}, which the layout declares as the header, is empty`;
  return unreadable(source, reason, headerRow);
}

const NUMBERS = { decimal: 'point', thousands: 'none' } as const;
const DAYS = 'yyyy-MM-dd';

/** How the fields of a row are written: as the layout declares those that are texts, in the plain way the others. */
export function rowLayout(layout: WorkbookLayout, texts: ReadonlySet<PostingColumn>): RowLayout {
  const { id, columns, namesLikeTotals, textAmounts = NUMBERS, dates } = layout;
  const amounts = texts.has('amount') ? textAmounts : NUMBERS;
  return { id, columns, namesLikeTotals, ...amounts, dates: texts.has('date') && dates !== 'serial' ? dates : DAYS };
}
