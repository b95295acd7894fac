import { unreadable } from '../file-faults.js';
import { columnLetters } from './cell-address.js';
import type { CellPlace } from './cell-address.js';
import { richText } from './shared-strings.js';
import { attributesOf } from './xml-names.js';
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

/** What a cell's tag says of it. */
export interface CellTag {
  readonly address: string | undefined;
  readonly style: number;
  readonly type: string;
}

/** As nearly all programs write it. */
const USUAL_TAG = /^ r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,5})")?(?: t="(\w{1,9})")?$/;

/** The address, format and type that a cell's tag gives. */
export function cellTag(scan: XmlScan, attributes: string): CellTag {
  const usual = USUAL_TAG.exec(attributes);
  if (usual !== null) return { address: usual[1], style: Number(usual[2] ?? '0'), type: usual[3] ?? 'n' };
  const given = attributesOf(scan, attributes);
  return { address: given.get('r'), style: Number(given.get('s') ?? '0'), type: given.get('t') ?? 'n' };
}

/** Reads the cell that has been entered. */
export function rawCell(scan: XmlScan, place: CellPlace, { type, style }: CellTag): RawCell {
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
  return { column: place.column, type, style, formula, value };
}
