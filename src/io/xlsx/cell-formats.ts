import { notWellFormed } from './xml-buffer.js';
import { attributesOf } from './xml-names.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, enterRoot, readToEnd, SHEET_SPACES } from './xml-walk.js';

/** How a cell shows its number: as digits and nothing else, as a day or a time, or in some other way. */
export type CellFormat = 'plain' | 'date' | 'other';

/** Built-in formats: General, 0 and text show a whole number as its digits. */
const PLAIN = new Set([0, 1, 49]);
const PLAIN_CODES = new Set(['General', '0', '@']);
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
/** What a format code shows as it stands: text in quotation marks, escaped letters, colours, languages, fillings. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/** Excel has no longer ones. */
const CODE_AT_MOST = 255;

/** The formats of cells, by the number that cells name. */
export function readCellFormats(scan: XmlScan): readonly CellFormat[] {
  enterRoot(scan, SHEET_SPACES, 'styleSheet');
  const own = new Map<number, string>();
  const formats: number[] = [];
  for (const { name } of childrenOf(scan, SHEET_SPACES)) {
    if (name !== 'numFmts' && name !== 'cellXfs') continue;
    for (const entry of childrenOf(scan, SHEET_SPACES)) {
      const given = attributesOf(scan, entry.attributes);
      const id = Number(given.get('numFmtId') ?? '0');
      const code = given.get('formatCode') ?? '';
      if (code.length > CODE_AT_MOST)
        throw notWellFormed(scan, `a format in it has more than ${CODE_AT_MOST} characters`);
      if (name === 'numFmts') own.set(id, code);
      else formats.push(id);
    }
  }
  readToEnd(scan);
  return formats.map((id) => formatOf(id, own.get(id)));
}

function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return PLAIN.has(id) ? 'plain' : isBuiltInDate(id) ? 'date' : 'other';
  if (PLAIN_CODES.has(code)) return 'plain';
  return /[dmyhsge]/i.test(code.replaceAll(LITERALS, '').replaceAll(/General|E[+-]/gi, '')) ? 'date' : 'other';
}
