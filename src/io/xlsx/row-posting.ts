import type { Issue } from '../../issue.js';
import type { Posting } from '../../ledger/posting.js';
import { syntaxIssue } from '../file-faults.js';
import type { PostingColumn } from '../ledger-layout.js';
import { isIssues, postingOfRow } from '../posting-of-row.js';
import { columnLetters } from './cell-address.js';
import { amountField, nameField, serialField, textDateField } from './cell-fields.js';
import type { CellField, PlacedCell } from './cell-fields.js';
import { cellValue } from './cell-value.js';
import type { SheetRow } from './sheet-rows.js';
import { rowLayout } from './sheet-table.js';
import type { SheetTable } from './sheet-table.js';

/** What a row came to: a posting, everything that is wrong with it, or nothing where all its cells are blank. */
export interface RowReading {
  readonly read: Posting | readonly Issue[] | undefined;
  readonly amountIsText: boolean;
}

/** Stand in for cells with an issue of their own, so that the row's other faults are seen as well. */
const STAND_INS: Readonly<Partial<Record<PostingColumn, string>>> = {
  account: '0',
  amount: '0',
  date: '2000-01-01',
};

/** Reads a row of a table as a posting. */
export function rowPosting(row: SheetRow, table: SheetTable): RowReading {
  const { layout, references, header } = table;
  const at = { source: references.source, row: row.row };
  const fields = new Array<string>(header.width).fill('');
  const texts = new Set<PostingColumn>();
  const issues: Issue[] = [];
  let blank = true;
  for (const cell of row.cells) {
    const value = cellValue(cell, references, row.row);
    if (value.kind === 'text' && value.text.trim() === '') continue;
    blank = false;
    const place = cell.column - table.first;
    const field = table.fields.get(place);
    const address = `${columnLetters(cell.column)}${row.row}`;
    if (place < 0 || place >= fields.length) {
      issues.push(syntaxIssue(at.source, `the cell ${address} is filled, but stands beside the table`, row.row));
    }
    if (field === undefined) continue;
    const read = fieldOf(field, { value, address, at: { ...at, path: layout.columns[field] ?? field } }, table);
    if ('issue' in read) issues.push(read.issue);
    else if (value.kind === 'text' && (field === 'amount' || field === 'date')) texts.add(field);
    fields[place] = 'text' in read ? read.text : (STAND_INS[field] ?? '');
  }
  if (blank) return { read: undefined, amountIsText: false };
  const posting = postingOfRow(fields, header, texts.size === 0 ? table.plain : rowLayout(layout, texts), at);
  if (isIssues(posting)) issues.push(...posting);
  return { read: issues.length > 0 ? issues : posting, amountIsText: texts.has('amount') };
}

function fieldOf(field: PostingColumn, cell: PlacedCell, { layout, references }: SheetTable): CellField {
  if (field === 'amount') return amountField(cell, layout.textAmounts === undefined ? 'refused' : 'read');
  if (field !== 'date') return nameField(cell);
  return layout.dates === 'serial' ? serialField(cell, references.date1904) : textDateField(cell);
}
