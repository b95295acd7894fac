import { cleanName } from '../ledger/posting-name.js';
import { QUOTE } from './byte-at.js';
import { emptyDictionary, numberOfBytes } from './byte-dictionary.js';
import type { ByteDictionary } from './byte-dictionary.js';
import type { ArrayRoom } from './array-room.js';
import type { ByteBlock } from './byte-at.js';
import { isPlainName } from './plain-name.js';

/** A cell that has no number: its row is to be read as text. */
export const ODD_NAME = -1;

/** The names of one column, numbered from 1 in the order in which they were first seen; 0 is an empty cell. */
export interface NameColumn {
  readonly dictionary: ByteDictionary;
  readonly names: readonly string[];
}

/** What a column of names has to know of its file. */
export interface NameColumnOptions {
  readonly quoting: 'none' | 'double-quote';
  readonly namesLikeTotals: readonly string[];
  readonly room: ArrayRoom;
  /** Called for each name once, when it has its number. */
  readonly seen?: (name: string, number: number) => void;
}

/** A column in which nothing has been seen. */
export function nameColumn({ quoting, namesLikeTotals, room, seen }: NameColumnOptions): NameColumn {
  const names = [''];
  const numbers = new Map<string, number>([['', 0]]);
  const decoder = new TextDecoder();
  const dictionary = emptyDictionary((bytes) => {
    const name = cleanName(cellText(decoder.decode(bytes), quoting));
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (!isPlainName(name, namesLikeTotals)) return ODD_NAME;
    const number = names.push(name) - 1;
    numbers.set(name, number);
    seen?.(name, number);
    return number;
  }, room);
  return { dictionary, names };
}

/** The text of a cell whose bytes still have their quotation marks. */
export function cellText(text: string, quoting: 'none' | 'double-quote'): string {
  if (quoting === 'none' || text.charCodeAt(0) !== QUOTE) return text;
  return text.slice(1, -1).replaceAll('""', '"');
}

/** The number of the name that stands there. */
export function numberOfName(column: NameColumn, block: ByteBlock, from: number, to: number): number {
  return from === to ? 0 : numberOfBytes(column.dictionary, block, from, to);
}
