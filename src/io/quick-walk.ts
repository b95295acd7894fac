import { byteAt, CARRIAGE_RETURN, integerAt, LINE_FEED } from './byte-at.js';
import type { ByteBlock } from './byte-at.js';
import type { RecordWalk } from './record-fields.js';

const ONES = 0x01010101;
const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080 | 0;
const BYTES_OF_A_WORD = 4;

/** A record that the quick walk leaves to the exact one, which says what it is. */
export const NOT_QUICK = -1;

/**
 * The same as `walkRecord` for a record without quotation marks that has all its fields, four bytes at a time: columns that
 * nobody named are counted, not looked at. Gives the place after the record or `NOT_QUICK`, which says nothing about it.
 */
export function quickWalk(block: ByteBlock, from: number, walk: RecordWalk): number {
  const { skips, targets, delimiter, starts, ends } = walk;
  const { bytes } = block;
  const last = skips.length - 1;
  let at = from;
  for (let step = 0; step < last; step += 1) {
    const start = afterColumns(block, at, integerAt(skips, step), walk);
    const end = start < 0 ? NOT_QUICK : nextMark(block, start, walk);
    if (end < 0 || byteAt(bytes, end) !== delimiter) return NOT_QUICK;
    starts[integerAt(targets, step)] = start;
    ends[integerAt(targets, step)] = end;
    at = end + 1;
  }
  return lastField(block, afterColumns(block, at, integerAt(skips, last), walk), walk);
}

function lastField(block: ByteBlock, start: number, walk: RecordWalk): number {
  const { bytes } = block;
  const lineFeed = start < 0 ? NOT_QUICK : nextMark(block, start, walk);
  if (lineFeed < 0 || byteAt(bytes, lineFeed) !== LINE_FEED) return NOT_QUICK;
  const end = lineFeed > start && byteAt(bytes, lineFeed - 1) === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
  if (walk.emptyEnd === 'yes' && end > start) return NOT_QUICK;
  const target = integerAt(walk.targets, walk.targets.length - 1);
  if (target >= 0) {
    walk.starts[target] = start;
    walk.ends[target] = end;
  }
  return lineFeed + 1;
}

/** The place of the next delimiter, line feed or quotation mark. */
function nextMark({ bytes, words }: ByteBlock, from: number, { delimiters, lineFeeds, quotes }: RecordWalk): number {
  const end = bytes.length - BYTES_OF_A_WORD;
  for (let at = from; at <= end; at += BYTES_OF_A_WORD) {
    const word = words.getInt32(at, true);
    const marks = (zeros(word ^ delimiters) | zeros(word ^ lineFeeds) | zeros(word ^ quotes)) & HIGH_BITS;
    if (marks !== 0) return at + lowestByte(marks);
  }
  return NOT_QUICK;
}

/** The place after so many columns; `NOT_QUICK` where a line feed or a quotation mark may stand in them. */
function afterColumns(block: ByteBlock, from: number, columns: number, walk: RecordWalk): number {
  if (columns === 0) return from;
  const { delimiters, lineFeeds, quotes } = walk;
  const { words } = block;
  const end = block.bytes.length - BYTES_OF_A_WORD;
  let left = columns;
  let others = 0;
  for (let at = from; at <= end; at += BYTES_OF_A_WORD) {
    const word = words.getInt32(at, true);
    let marks = exactZeros(word ^ delimiters);
    others |= zeros(word ^ lineFeeds) | zeros(word ^ quotes);
    const found = Math.imul(marks >>> 7, ONES) >>> 24;
    if (found >= left) {
      for (; left > 1; left -= 1) marks &= marks - 1;
      return (others & HIGH_BITS) === 0 ? at + lowestByte(marks) + 1 : NOT_QUICK;
    }
    left -= found;
  }
  return NOT_QUICK;
}

/** The high bit of every byte that is zero is set; of the bytes above the lowest such one, others may be set too. */
function zeros(word: number): number {
  return (word - ONES) & ~word;
}

/** The high bit of every byte that is zero, and nothing else. */
function exactZeros(word: number): number {
  return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
}

/** Which of the four bytes the lowest bit of the word lies in. */
function lowestByte(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}
