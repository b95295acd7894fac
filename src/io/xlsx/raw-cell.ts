import { unreadable } from '../file-faults.js';
import { columnLetters } from './cell-address.js';
import type { CellPlace } from './cell-address.js';
import { richText } from './shared-strings.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, SHEET_SPACES, textInside } from './xml-walk.js';

/** A cell as the file has it: nothing has been made of its value yet. */
export interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  /** The text of its value; that of an inline string is unescaped already. */
  readonly value: string | undefined;
}

/** Reads the cell that has been entered. */
export function rawCell(scan: XmlScan, place: CellPlace, given: ReadonlyMap<string, string>): RawCell {
  const type = given.get('t') ?? 'n';
  const valueName = type === 'inlineStr' ? 'is' : 'v';
  let value: string | undefined;
  let formula = false;
  for (const { name } of childrenOf(scan, SHEET_SPACES)) {
    if (name === 'f') formula = true;
    if (name !== 'v' && name !== 'is') continue;
    if (name !== valueName || value !== undefined) {
      const cell = `${columnLetters(place.column)}${place.row}`;
      throw unreadable(scan.source, `the cell ${cell} has two values, or one that does not fit its type`, place.row);
    }
    value = name === 'v' ? textInside(scan) : richText(scan);
  }
  return { column: place.column, type, style: Number(given.get('s') ?? '0'), formula, value };
}
