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

/** What cells refer to, and the file and row they stand in. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly recalculate: boolean;
  readonly source: string;
  readonly row: number;
}

/** The value of a cell. A text that is not in the file, a format that is not, or an unknown type end the reading. */
export function cellValue({ column, type, style, formula, value = '' }: RawCell, context: CellContext): CellValue {
  const { strings, formats, recalculate } = context;
  if (formula && (recalculate || (value === '' && type !== 'str'))) return { kind: 'unsaved' };
  switch (type) {
    case 'n': {
      const format = formats[style];
      if (format === undefined) throw damaged(`its format ${style} does not exist`, column, context);
      return { kind: 'number', text: value, format };
    }
    case 's': {
      const text = /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined;
      if (text === undefined) throw damaged(`string ${quoted(value)} does not exist`, column, context);
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
      throw damaged(`cells of the type ${quoted(type)} are not known`, column, context);
  }
}

function damaged(reason: string, column: number, { source, row }: CellContext) {
  return unreadable(source, `${columnLetters(column)}${row}: ${reason}`, row);
}
