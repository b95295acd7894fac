import { cappedIssues } from '../capped-issues.js';
import type { Issue } from '../issue.js';
import type { Posting } from '../ledger/posting.js';
import { HiilitaseError } from '../outcome.js';
import { openEnd, syntaxIssue, unreadable } from './file-faults.js';
import { ledgerHeader } from './ledger-header.js';
import type { LedgerHeader } from './ledger-header.js';
import { DELIMITER_CHARACTERS } from './ledger-layout.js';
import type { LedgerLayout } from './ledger-layout.js';
import { isIssues, postingOfRow } from './posting-of-row.js';
import { readDelimited } from './read-delimited.js';
import type { DelimitedOptions, DelimitedRecord } from './read-delimited.js';

/** The postings of a file as a stream, and what could not be read, once the stream has been read to its end. */
export interface LedgerPostings {
  readonly postings: AsyncIterable<Posting>;
  readonly issues: readonly Issue[];
}

/**
 * Reads the postings of a ledger file after its layout. Rows stream; a row that is not written as declared becomes issues
 * with file, row and column, and reading goes on, so that all of them are seen at once (the first 1 000, then a count).
 * A file that ends without a line break gives a warning: it may be cut inside its last row.
 * Passed over: Excel's `sep=;` line before the header, and empty lines at the very end.
 *
 * Issues: `file-syntax` (header, number of fields, quoting, encoding), `file-too-large`, `missing-field`,
 * `invalid-number`, `invalid-date`, `more-issues`; the warning `file-end-open`.
 */
export function ledgerPostings(
  chunks: AsyncIterable<Uint8Array>,
  layout: LedgerLayout,
  source: string,
): LedgerPostings {
  const issues: Issue[] = [];
  return { postings: postingsOf(chunks, layout, source, issues), issues };
}

async function* postingsOf(
  chunks: AsyncIterable<Uint8Array>,
  layout: LedgerLayout,
  source: string,
  issues: Issue[],
): AsyncGenerator<Posting, void, undefined> {
  const rows = withoutEmptyEnd(readDelimited(chunks, delimitedOptions(layout, source)));
  let header: LedgerHeader | undefined;
  let last: DelimitedRecord | undefined;
  const noted = cappedIssues(source);
  let fault: readonly Issue[] = [];
  try {
    for await (const record of rows) {
      const { row, fields } = record;
      last = record;
      if (header === undefined) {
        header = isSeparatorHint(fields, layout) ? undefined : headerOrThrow(fields, layout, source);
        continue;
      }
      const posting = postingOfRow(fields, header, layout, { source, row });
      if (isIssues(posting)) noted.add(posting);
      else yield posting;
    }
    if (header === undefined) throw unreadable(source, 'it is empty');
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    fault = error.issues;
  }
  issues.push(...noted.all(), ...fault);
  if (last?.end === 'file-end') issues.push(openEnd(last.row, source));
}

/** How a ledger file of a layout is parted. */
export function delimitedOptions({ delimiter, quoting, encoding }: LedgerLayout, source: string): DelimitedOptions {
  return { source, delimiter: DELIMITER_CHARACTERS[delimiter], quoting, encoding };
}

/** The line Excel writes before a header to say which delimiter follows. */
export function isSeparatorHint(fields: readonly string[], { delimiter }: LedgerLayout): boolean {
  const mark = DELIMITER_CHARACTERS[delimiter];
  return fields.join(mark) === `sep=${mark}`;
}

/** The header of a file; throws with all that is wrong with it. */
export function headerOrThrow(fields: readonly string[], layout: LedgerLayout, source: string): LedgerHeader {
  const header = ledgerHeader(fields, layout);
  if ('faults' in header) throw new HiilitaseError(header.faults.map((reason) => syntaxIssue(source, reason)));
  return header;
}

/** Passes records on, but holds empty lines back until a line follows that is not. */
async function* withoutEmptyEnd(
  records: AsyncIterable<DelimitedRecord>,
): AsyncGenerator<DelimitedRecord, void, undefined> {
  let held: DelimitedRecord[] = [];
  for await (const record of records) {
    held.push(record);
    if (record.fields.length === 1 && record.fields.join('') === '') continue;
    yield* held;
    held = [];
  }
}
