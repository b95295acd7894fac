import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Posting } from '../ledger/posting.js';
import { HiilitaseError } from '../outcome.js';
import { ledgerHeader } from './ledger-header.js';
import type { LedgerHeader } from './ledger-header.js';
import type { LedgerLayout } from './ledger-layout.js';
import { postingOfRow } from './posting-of-row.js';
import { readDelimited } from './read-delimited.js';
import type { DelimitedRecord } from './read-delimited.js';

/** The postings of a file as a stream, and what could not be read, once the stream has been read to its end. */
export interface LedgerPostings {
  readonly postings: AsyncIterable<Posting>;
  readonly issues: readonly Issue[];
}

const DELIMITERS = { tab: '\t', semicolon: ';', comma: ',' } as const;
const ISSUES_AT_MOST = 1000;

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
  const rows = withoutEmptyEnd(readDelimited(chunks, optionsOf(layout, source)));
  let header: LedgerHeader | undefined;
  let unreported = 0;
  let last: DelimitedRecord | undefined;
  try {
    for await (const record of rows) {
      const { row, fields } = record;
      last = record;
      if (header === undefined) {
        header = isSeparatorHint(fields, layout) ? undefined : headerOrThrow(fields, layout, source);
        continue;
      }
      const posting = postingOfRow(fields, header, layout, { source, row });
      if (!isIssues(posting)) {
        yield posting;
        continue;
      }
      const room = ISSUES_AT_MOST - issues.length;
      issues.push(...posting.slice(0, room));
      unreported += Math.max(0, posting.length - room);
    }
    if (header === undefined) throw unreadable(source, ['it is empty']);
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    issues.push(...error.issues);
  }
  if (unreported > 0) issues.push(moreIssues(unreported, source));
  if (last?.end === 'file-end') issues.push(openEnd(last.row, source));
}

function optionsOf(layout: LedgerLayout, source: string) {
  return { source, delimiter: DELIMITERS[layout.delimiter], quoting: layout.quoting };
}

function isIssues(value: Posting | readonly Issue[]): value is readonly Issue[] {
  return Array.isArray(value);
}

/** The line Excel writes before a header to say which delimiter follows. */
function isSeparatorHint(fields: readonly string[], { delimiter }: LedgerLayout): boolean {
  return fields.join(DELIMITERS[delimiter]) === `sep=${DELIMITERS[delimiter]}`;
}

function headerOrThrow(fields: readonly string[], layout: LedgerLayout, source: string): LedgerHeader {
  const header = ledgerHeader(fields, layout);
  if ('faults' in header) throw unreadable(source, header.faults);
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

function unreadable(source: string, reasons: readonly string[]): HiilitaseError {
  return new HiilitaseError(
    reasons.map((reason) =>
      errorIssue('file-syntax', {
        message: `The file cannot be read: ${reason}.`,
        detail: { file: source, reason },
        at: { source },
      }),
    ),
  );
}

function openEnd(row: number, source: string): Issue {
  const message =
    'The file ends without a line break. If it was cut, its last row may be cut too: compare it with its source.';
  return warningIssue('file-end-open', { message, detail: { file: source }, at: { source, row } });
}

function moreIssues(count: number, source: string): Issue {
  const message = `${count} more issues were found in this file after the first ${ISSUES_AT_MOST}. Mend those first.`;
  return errorIssue('more-issues', { message, detail: { count }, at: { source } });
}
