import { COLUMNS_AT_MOST, RECORD_AT_MOST, tooLarge, unreadable } from './file-faults.js';
import type { LedgerLayout } from './ledger-layout.js';
import { utf8Bytes } from './utf8-bytes.js';

/** How a delimited text file is written. Declared by the caller, never guessed. */
export interface DelimitedOptions {
  /** The file's name, for issues. */
  readonly source: string;
  readonly delimiter: '\t' | ';' | ',' | '|';
  /** `none`: a quotation mark is a character like any other. `double-quote`: fields may be quoted, `""` is one mark. */
  readonly quoting: 'none' | 'double-quote';
  readonly encoding: LedgerLayout['encoding'];
}

/** One record of a delimited file. The header is row 1. */
export interface DelimitedRecord {
  readonly row: number;
  readonly fields: readonly string[];
  /** What the record ends with; only the last one can end with the file, and then it may be cut. */
  readonly end: 'line-end' | 'file-end';
}

/**
 * The records of a delimited file, one after the other. A byte-order mark is passed over; line ends are `\n` or
 * `\r\n`; a line break inside quotes belongs to its field; a final line break makes no record.
 * Throws `HiilitaseError` where the file cannot be read on: bytes that are not of its encoding, a character U+0000, a
 * quotation mark that is never closed or stands inside an unquoted field, a record past 1 MiB or 1 000 columns.
 */
export async function* readDelimited(
  chunks: AsyncIterable<Uint8Array>,
  options: DelimitedOptions,
): AsyncGenerator<DelimitedRecord, void, undefined> {
  const scanner = scannerOf(options, 1);
  let row = 0;
  for await (const text of decoded(utf8Bytes(chunks, options.encoding, options.source), options.source)) {
    for (const fields of scanner.records(text, row)) yield { row: (row += 1), fields, end: 'line-end' };
  }
  for (const fields of scanner.rest(row)) yield { row: (row += 1), fields, end: 'file-end' };
}

/** The fields of one record, given as text without its line end. Throws as `readDelimited` does. */
export function recordFields(text: string, row: number, options: DelimitedOptions): readonly string[] {
  const scanner = scannerOf(options, row);
  const records = [...scanner.records(text, row - 1), ...scanner.rest(row - 1)];
  return records[0] ?? [''];
}

function scannerOf(options: DelimitedOptions, firstRow: number): Scanner {
  return options.quoting === 'none' ? plainScanner(options) : quotedScanner(options, firstRow);
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of chunks) yield withoutNull(decoder.decode(chunk, { stream: true }), source);
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw unreadable(source, 'it holds bytes that are not UTF-8. Save it as UTF-8, or declare its encoding');
  }
}

/** U+0000 is no text: the file is UTF-16 that is declared otherwise, or damaged. */
function withoutNull(text: string, source: string): string {
  if (text.includes('\0')) throw unreadable(source, 'it holds the control character U+0000. Is it UTF-16, or damaged?');
  return text;
}

/** Takes text piece by piece and gives the records that are complete; `rest` gives what stands after the last line end. */
interface Scanner {
  readonly records: (text: string, rowsBefore: number) => Iterable<readonly string[]>;
  readonly rest: (rowsBefore: number) => Iterable<readonly string[]>;
}

function plainScanner({ source, delimiter }: DelimitedOptions): Scanner {
  let open = '';
  const split = (line: string, row: number) =>
    checked(withoutReturn(line).split(delimiter), line.length, { source, row });
  return {
    *records(text, rowsBefore) {
      const lines = `${open}${text}`.split('\n');
      open = lines.splice(-1).join('');
      for (const [index, line] of lines.entries()) yield split(line, rowsBefore + index + 1);
      if (open.length > RECORD_AT_MOST) throw tooLarge(source, rowsBefore + lines.length + 1);
    },
    *rest(rowsBefore) {
      if (open !== '') yield split(open, rowsBefore + 1);
    },
  };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function checked(fields: readonly string[], length: number, at: { source: string; row: number }): readonly string[] {
  if (length > RECORD_AT_MOST || fields.length > COLUMNS_AT_MOST) throw tooLarge(at.source, at.row);
  return fields;
}

type QuoteState = 'start' | 'plain' | 'quoted' | 'after-quote' | 'after-return';

function quotedScanner({ source, delimiter }: DelimitedOptions, firstRow: number): Scanner {
  let state: QuoteState = 'start';
  let field = '';
  let fields: string[] = [];
  let length = 0;
  let row = firstRow;
  const closeField = (): void => {
    fields.push(field);
    field = '';
    state = 'start';
  };
  const closeRecord = (): readonly string[] => {
    if (state === 'plain' || state === 'start') field = withoutReturn(field);
    closeField();
    const record = checked(fields, length, { source, row });
    fields = [];
    length = 0;
    row += 1;
    return record;
  };
  const take = (letter: string): readonly string[] | undefined => {
    length += 1;
    if (length > RECORD_AT_MOST) throw tooLarge(source, row);
    if (state === 'quoted') {
      if (letter === '"') state = 'after-quote';
      else field += letter;
    } else if (letter === '\n') return closeRecord();
    else if (state === 'after-return') throw textAfterQuote(source, row);
    else if (letter === delimiter) closeField();
    else if (letter === '"') openQuote();
    else if (state === 'after-quote') {
      if (letter !== '\r') throw textAfterQuote(source, row);
      state = 'after-return';
    } else {
      field += letter;
      state = 'plain';
    }
    return undefined;
  };
  const openQuote = (): void => {
    if (state === 'plain') throw quoteInField(source, row);
    if (state === 'after-quote') field += '"';
    state = 'quoted';
  };
  return {
    *records(text) {
      for (const letter of text) {
        const record = take(letter);
        if (record !== undefined) yield record;
      }
    },
    *rest() {
      if (state === 'quoted') throw unreadable(source, `a quotation mark opened in row ${row} is never closed`, row);
      if (length > 0) yield closeRecord();
    },
  };
}

function quoteInField(source: string, row: number): ReturnType<typeof unreadable> {
  const reason = `a quotation mark stands inside an unquoted field in row ${row}. Does the file quote at all?`;
  return unreadable(source, reason, row);
}

function textAfterQuote(source: string, row: number): ReturnType<typeof unreadable> {
  return unreadable(source, `text follows a closing quotation mark in row ${row}`, row);
}
