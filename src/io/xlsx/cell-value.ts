import { unreadable } from '../file-faults.js';
import { columnLetters } from './cell-address.js';
import type { CellFormat } from './cell-formats.js';
import type { RawCell } from './raw-cell.js';
import { unescapedText } from './xml-text.js';
import { quoted } from './zip-directory.js';

/** What a cell holds. `unsaved` is a formula whose result is not in the file, or does not count. */
export type CellValue =
  | { readonly kind: 'number'; readonly text: string; readonly format: CellFormat }
  | { readonly kind: 'text' | 'truth' | 'error' | 'day'; readonly text: string }
  | { readonly kind: 'unsaved' };

/** Everything of a workbook that its cells refer to, and the name of the file. */
export interface CellReferences {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly recalculate: boolean;
  readonly date1904: boolean;
  readonly source: string;
}

/** The value of a cell. A text that is not in the file, a format that is not, or an unknown type end the reading. */
export function cellValue(cell: RawCell, references: CellReferences, row: number): CellValue {
  const { type, style, formula, value = '' } = cell;
  const { strings, formats, recalculate } = references;
  if (formula && (recalculate || (value === '' && type !== 'str'))) return { kind: 'unsaved' };
  const damaged = (reason: string) =>
    unreadable(references.source, `${columnLetters(cell.column)}${row}: ${reason}`, row);
  switch (type) {
    case 'n': {
      const format = formats[style];
      if (format === undefined) throw damaged(`its format ${style} does not exist`);
      return { kind: 'number', text: value, format };
    }
    case 's': {
      const text = /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined;
      if (text === undefined) throw damaged(`string ${quoted(value)} does not exist`);
      return { kind: 'text', text };
    }
    case 'inlineStr':
      return { kind: 'text', text: value };
    case 'str':
      return { kind: 'text', text: unescapedText(value) };
    case 'b':
      return { kind: 'truth', text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return { kind: 'day', text: value };
    default:
      throw damaged(`cells of the type ${quoted(type)} are not known`);
  }
}
