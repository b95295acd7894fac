import { byteAt, CARRIAGE_RETURN, integerAt, LINE_FEED, QUOTE } from './byte-at.js';

/** How the records of a file are walked through: bytes that part them, which columns are wanted, and where those stood last. */
export interface RecordWalk extends FieldPlaces {
  readonly delimiter: number;
  /** -1 where nothing is quoted. */
  readonly quote: number;
  /** The highest of all bytes that part anything: whatever is above needs no second look. */
  readonly highest: number;
  /** For each column its place in `SCANNED`, or -1 where nobody looks at it. */
  readonly fields: Int32Array;
  /** The same for a quick walk: so many columns are passed over before each wanted one; the last step is the last column. */
  readonly skips: Int32Array;
  readonly targets: Int32Array;
  /** Delimiter, line feed and quotation mark four times in a word; without quoting the line feed stands for the latter. */
  readonly delimiters: number;
  readonly lineFeeds: number;
  readonly quotes: number;
  /** The header ended in a delimiter: the last column of every row is empty. */
  readonly emptyEnd: 'yes' | 'no';
}

/** Where the fields of one record stand: starts and ends by their place in `SCANNED`, quotation marks included. */
export interface FieldPlaces {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The record has not as many fields as the header, or its quoting is not plain: it has to be read as text. */
export const ODD_RECORD = -1;
/** The record goes on behind the bytes at hand, inside quotation marks. */
export const OPEN_RECORD = -2;

/**
 * Walks through the record that begins at `from` and notes where its fields stand; bytes up to `to` are whole lines. Gives
 * the place after the record, `ODD_RECORD` or `OPEN_RECORD`.
 */
export function walkRecord(bytes: Uint8Array, from: number, to: number, walk: RecordWalk): number {
  const { delimiter, quote, highest, fields, starts, ends } = walk;
  const last = fields.length - 1;
  let at = from;
  for (let column = 0; column < last; column += 1) {
    const start = at;
    let byte = byteAt(bytes, at);
    if (byte === quote) {
      at = afterQuoted(bytes, at, to);
      if (at < 0) return OPEN_RECORD;
      byte = byteAt(bytes, at);
    } else {
      while (byte > highest || (byte !== delimiter && byte !== LINE_FEED && byte !== quote)) byte = byteAt(bytes, ++at);
    }
    if (byte !== delimiter) return ODD_RECORD;
    const field = integerAt(fields, column);
    if (field >= 0) {
      starts[field] = start;
      ends[field] = at;
    }
    at += 1;
  }
  return walkLastField(bytes, at, to, walk);
}

function walkLastField(bytes: Uint8Array, start: number, to: number, walk: RecordWalk): number {
  const { delimiter, quote, highest, fields, starts, ends, emptyEnd } = walk;
  let end = start;
  let byte = byteAt(bytes, start);
  if (byte === quote) {
    end = afterQuoted(bytes, start, to);
    if (end < 0) return OPEN_RECORD;
    byte = byteAt(bytes, end);
  } else {
    while (byte > highest || (byte !== delimiter && byte !== LINE_FEED && byte !== quote)) byte = byteAt(bytes, ++end);
    if (byte === LINE_FEED && end > start && byteAt(bytes, end - 1) === CARRIAGE_RETURN) byte = byteAt(bytes, --end);
  }
  const lineFeed = byte === CARRIAGE_RETURN ? end + 1 : end;
  if (byteAt(bytes, lineFeed) !== LINE_FEED || (emptyEnd === 'yes' && end > start)) return ODD_RECORD;
  const field = integerAt(fields, fields.length - 1);
  if (field >= 0) {
    starts[field] = start;
    ends[field] = end;
  }
  return lineFeed + 1;
}

/** The place after the quotation mark that closes the field beginning at `from`, or -1 where it does not stand before `to`. */
function afterQuoted(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to) {
    if (byteAt(bytes, at) !== QUOTE) at += 1;
    else if (byteAt(bytes, at + 1) === QUOTE) at += 2;
    else return at + 1;
  }
  return -1;
}

/** The place after the record that begins at `from`, whatever stands in it, or -1 where it does not end before `to`. */
export function recordEnd(bytes: Uint8Array, from: number, to: number, quote: number): number {
  let quoted = false;
  for (let at = from; at < to; at += 1) {
    const byte = byteAt(bytes, at);
    if (byte === quote) quoted = !quoted;
    else if (byte === LINE_FEED && !quoted) return at + 1;
  }
  return -1;
}
