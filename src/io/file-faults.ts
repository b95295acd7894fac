import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { HiilitaseError } from '../outcome.js';

/** No record of a delimited file is larger, in bytes. */
export const RECORD_AT_MOST = 1_048_576;
/** No record has more fields. */
export const COLUMNS_AT_MOST = 1000;

/** One reason why a file cannot be read, with the row where it is known. */
export function syntaxIssue(source: string, reason: string, row?: number): Issue {
  const message = `The file cannot be read: ${reason}.`;
  const at = row === undefined ? { source } : { source, row };
  return errorIssue('file-syntax', { message, detail: { file: source, reason }, at });
}

/** The error that ends the reading of a file: everything from there on would be guessed. */
export function unreadable(source: string, reason: string, row?: number): HiilitaseError {
  return new HiilitaseError([syntaxIssue(source, reason, row)]);
}

/** The error for a record past the limits. */
export function tooLarge(source: string, row: number): HiilitaseError {
  const limit = `1 MiB or ${COLUMNS_AT_MOST} columns a record`;
  const message = `The record is larger than ${limit}. Is the delimiter or the quoting declared wrongly?`;
  return new HiilitaseError([errorIssue('file-too-large', { message, detail: { limit }, at: { source, row } })]);
}

/** The warning that a file may be cut: its last row has no line break. */
export function openEnd(row: number, source: string): Issue {
  const message =
    'The file ends without a line break. If it was cut, its last row may be cut too: compare it with its source.';
  return warningIssue('file-end-open', { message, detail: { file: source }, at: { source, row } });
}

/** The error for a column that holds more different names than are counted apart. */
export function tooManyNames(what: string, atMost: number): HiilitaseError {
  const limit = `${atMost} different ${what}`;
  const message = `The file holds ${limit} or more. Is the right column named in the layout?`;
  return new HiilitaseError([errorIssue('file-too-large', { message, detail: { limit } })]);
}

/** The error that says how many rows of a file were rejected; none of it is folded. */
export function rowsRejected(source: string, read: number, rejected: number): Issue {
  const message = `${rejected} of ${read} rows were rejected, each with its issue. Nothing is folded until they are mended.`;
  return errorIssue('rows-rejected', { message, detail: { read, rejected }, at: { source } });
}
