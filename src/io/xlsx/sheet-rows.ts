import { unreadable } from '../file-faults.js';
import { cellPlace, columnLetters, COLUMNS_AT_MOST, ROWS_AT_MOST } from './cell-address.js';
import type { CellRange } from './cell-address.js';
import { mergedRanges } from './merged-ranges.js';
import { cellTag, rawCell } from './raw-cell.js';
import type { RawCell } from './raw-cell.js';
import { isTrue } from './workbook.js';
import { attributesOf } from './xml-names.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, enterRoot, readToEnd, SHEET_SPACES } from './xml-walk.js';
import { quoted } from './zip-directory.js';

/** A row that holds at least one cell with a value or a formula. */
export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly RawCell[];
}

/** The filled rows of a sheet in their order, and, once all of them have been read, its merged ranges. */
export interface SheetRows {
  readonly rows: Iterable<SheetRow>;
  readonly merged: readonly CellRange[];
}

/** Reads a sheet. Cells without value and formula are left out: formats reach far beyond what people have filled in. */
export function sheetRows(scan: XmlScan): SheetRows {
  const merged: CellRange[] = [];
  return { rows: rowsOf(scan, merged), merged };
}

function* rowsOf(scan: XmlScan, merged: CellRange[]): Generator<SheetRow, void, undefined> {
  enterRoot(scan, SHEET_SPACES, 'worksheet');
  let tables = 0;
  for (const { name } of childrenOf(scan, SHEET_SPACES)) {
    if (name === 'sheetData') {
      tables += 1;
      if (tables > 1) throw unreadable(scan.source, 'its sheet holds two tables of cells');
      yield* rowsOfData(scan);
    } else if (name === 'mergeCells') merged.push(...mergedRanges(scan));
  }
  readToEnd(scan);
  if (tables === 0) throw unreadable(scan.source, 'its sheet holds no table of cells');
}

function* rowsOfData(scan: XmlScan): Generator<SheetRow, void, undefined> {
  let before = 0;
  for (const element of childrenOf(scan, SHEET_SPACES)) {
    if (element.name !== 'row') continue;
    const given = attributesOf(scan, element.attributes);
    const row = rowNumber(scan, given.get('r'), before);
    before = row;
    const cells = cellsOfRow(scan, row);
    if (cells.length > 0) yield { row, hidden: isTrue(scan, given.get('hidden')), cells };
  }
}

function rowNumber({ source }: XmlScan, written: string | undefined, before: number): number {
  const row = written === undefined ? before + 1 : /^[1-9]\d{0,6}$/.test(written) ? Number(written) : NaN;
  if (!(row <= ROWS_AT_MOST)) throw unreadable(source, `row ${quoted(String(written ?? row))} is outside a worksheet`);
  if (row <= before) throw unreadable(source, `row ${row} appears twice, or after row ${before}`, row);
  return row;
}

function cellsOfRow(scan: XmlScan, row: number): readonly RawCell[] {
  const cells: RawCell[] = [];
  let before = 0;
  for (const element of childrenOf(scan, SHEET_SPACES)) {
    if (element.name !== 'c') continue;
    const tag = cellTag(scan, element.attributes);
    const column = columnNumber(scan, tag.address, { row, before });
    before = column;
    const cell = rawCell(scan, { column, row }, tag);
    if (cell.formula || (cell.value !== undefined && cell.value !== '')) cells.push(cell);
  }
  return cells;
}

function columnNumber(
  { source }: XmlScan,
  address: string | undefined,
  { row, before }: { readonly row: number; readonly before: number },
): number {
  const place = address === undefined ? { column: before + 1, row } : cellPlace(address);
  if (place === undefined || place.column > COLUMNS_AT_MOST) {
    throw unreadable(source, `the cell ${quoted(address ?? 'after the last one')} is outside a worksheet`, row);
  }
  if (place.row !== row) throw unreadable(source, `the cell ${String(address)} stands in row ${row}`, row);
  if (place.column <= before) {
    const cell = `${columnLetters(place.column)}${row}`;
    throw unreadable(source, `the cell ${cell} appears twice, or after a later one`, row);
  }
  return place.column;
}
