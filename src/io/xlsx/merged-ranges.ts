import { unreadable } from '../file-faults.js';
import { cellRange } from './cell-address.js';
import type { CellRange } from './cell-address.js';
import { attributesOf } from './xml-names.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, SHEET_SPACES } from './xml-walk.js';
import { quoted } from './zip-directory.js';

/** The ranges that a sheet merges into one cell each, from the element that has been entered. */
export function mergedRanges(scan: XmlScan): readonly CellRange[] {
  const found: CellRange[] = [];
  for (const { name, attributes } of childrenOf(scan, SHEET_SPACES)) {
    if (name !== 'mergeCell') continue;
    const reference = attributesOf(scan, attributes).get('ref') ?? '';
    const range = cellRange(reference);
    if (range === undefined) throw unreadable(scan.source, `it merges the cells ${quoted(reference)}, which are none`);
    found.push(range);
  }
  return found;
}

/** Whether two ranges have a cell in common. */
export function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.from.row <= other.to.row &&
    other.from.row <= one.to.row &&
    one.from.column <= other.to.column &&
    other.from.column <= one.to.column
  );
}
