import { errorIssue } from '../issue.js';
import { HiilitaseError } from '../outcome.js';

/** How a delimited text file is written. Declared by the caller, never guessed. */
export interface DelimitedOptions {
  /** The file's name, for issues. */
  readonly source: string;
  readonly delimiter: '\t' | ';' | ',';
  /** `none`: a quotation mark is a character like any other. `double-quote`: fields may be quoted, `""` is one mark. */
  readonly quoting: 'none' | 'double-quote';
}

/** One record of a delimited file. The header is row 1. */
export interface DelimitedRecord {
  readonly row: number;
  readonly fields: readonly string[];
  /** What the record ends with; only the last one can end with the file, and then it may be cut. */
  readonly end: 'line-end' | 'file-end';
}

const RECORD_AT_MOST = 1_048_576;
const COLUMNS_AT_MOST = 1000;

/**
 * The records of a delimited UTF-8 file, one after the other. A byte-order mark is passed over; line ends are `\n` or
 * `\r\n`; a line break inside quotes belongs to its field; a final line break makes no record.
 * Throws `HiilitaseError` where the file cannot be read on: bytes that are no UTF-8, a quotation mark that is never
 * closed or stands inside an unquoted field, a record past 1 MiB or 1 000 columns.
 */
export async function* readDelimited(
  chunks: AsyncIterable<Uint8Array>,
  options: DelimitedOptions,
): AsyncGenerator<DelimitedRecord, void, undefined> {
  const scanner = options.quoting === 'none' ? plainScanner(options) : quotedScanner(options);
  let row = 0;
  for await (const text of decoded(chunks, options.source)) {
    for (const fields of scanner.records(text, row)) yield { row: (row += 1), fields, end: 'line-end' };
  }
  for (const fields of scanner.rest(row)) yield { row: (row += 1), fields, end: 'file-end' };
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw unreadable(source, 'it holds bytes that are not UTF-8. Save it as UTF-8, or declare its encoding');
  }
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

function quotedScanner({ source, delimiter }: DelimitedOptions): Scanner {
  let state: QuoteState = 'start';
  let field = '';
  let fields: string[] = [];
  let length = 0;
  let row = 1;
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

function quoteInField(source: string, row: number): HiilitaseError {
  const reason = `a quotation mark stands inside an unquoted field in row ${row}. Does the file quote at all?`;
  return unreadable(source, reason, row);
}

function textAfterQuote(source: string, row: number): HiilitaseError {
  return unreadable(source, `text follows a closing quotation mark in row ${row}`, row);
}

function unreadable(source: string, reason: string, row?: number): HiilitaseError {
  const message = `The file cannot be read: ${reason}.`;
  const at = row === undefined ? { source } : { source, row };
  return new HiilitaseError([errorIssue('file-syntax', { message, detail: { file: source, reason }, at })]);
}

function tooLarge(source: string, row: number): HiilitaseError {
  const limit = `1 MiB or ${COLUMNS_AT_MOST} columns a record`;
  const message = `The record is larger than ${limit}. Is the delimiter or the quoting declared wrongly?`;
  return new HiilitaseError([errorIssue('file-too-large', { message, detail: { limit }, at: { source, row } })]);
}
