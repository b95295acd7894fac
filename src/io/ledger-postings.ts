import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Posting } from '../ledger/posting.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { HiilitaseError } from '../outcome.js';
import { POSTING_COLUMNS, REQUIRED_COLUMNS } from './ledger-layout.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';
import { canonicalDate, canonicalNumber } from './local-text.js';
import { readDelimited } from './read-delimited.js';

/** The postings of a file as a stream, and the rows that could not be read, once the stream has been read to its end. */
export interface LedgerPostings {
  readonly postings: AsyncIterable<Posting>;
  readonly issues: readonly Issue[];
}

const DELIMITERS = { tab: '\t', semicolon: ';', comma: ',' } as const;

/**
 * Reads the postings of a ledger file after its layout. Rows stream; a row that is not written as declared becomes an
 * issue with file, row and field, and reading goes on, so that all of them are seen at once.
 *
 * Issues: `file-syntax` (header, number of fields, quoting, encoding), `file-too-large`, `missing-field`,
 * `invalid-number`, `invalid-date`.
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
  const options = { source, delimiter: DELIMITERS[layout.delimiter], quoting: layout.quoting };
  let header: Header | undefined;
  try {
    for await (const { row, fields } of readDelimited(chunks, options)) {
      if (header === undefined) {
        header = headerOf(fields, layout, source);
        continue;
      }
      const posting = postingOf(fields, header, layout, { source, row });
      if ('code' in posting) issues.push(posting);
      else yield posting;
    }
    if (header === undefined) throw fileError(source, 'it is empty');
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    issues.push(...error.issues);
  }
}

/** Where each field of a posting stands in a row, and how many fields a row has. */
interface Header {
  readonly width: number;
  readonly at: ReadonlyMap<PostingColumn, number>;
}

function headerOf(names: readonly string[], layout: LedgerLayout, source: string): Header {
  const wanted = POSTING_COLUMNS.flatMap((field) => {
    const name = layout.columns[field];
    return name === undefined ? [] : [{ field, name }];
  });
  const known = new Set([...wanted.map(({ name }) => name), ...(layout.ignored ?? [])]);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const faults = [
    ...wanted
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `the column ${JSON.stringify(name)} is missing${found(names, layout)}`),
    ...names
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `the column ${JSON.stringify(name)} is not known.${didYouMean(nearestNames(name, known))} Name it in the layout, or list it as ignored`,
      ),
    ...repeated.map((name) => `the column ${JSON.stringify(name)} stands there twice`),
  ];
  if (faults.length > 0) throw new HiilitaseError(faults.map((reason) => fileIssue(source, reason)));
  return { width: names.length, at: new Map(wanted.map(({ field, name }) => [field, names.indexOf(name)])) };
}

function found(names: readonly string[], layout: LedgerLayout): string {
  return names.length === 1
    ? `; there is only one column: is the file really parted by ${layout.delimiter}?`
    : `; found ${names.join(', ')}`;
}

interface RowPlace {
  readonly source: string;
  readonly row: number;
}

function postingOf(fields: readonly string[], header: Header, layout: LedgerLayout, at: RowPlace): Posting | Issue {
  if (fields.length !== header.width) return wrongWidth(fields.length, header.width, at);
  const cell = (field: PostingColumn): string => fields[header.at.get(field) ?? -1]?.trim() ?? '';
  const empty = REQUIRED_COLUMNS.find((field) => cell(field) === '');
  if (empty !== undefined) return emptyField(layout.columns[empty], at);
  const amount = canonicalNumber(cell('amount'), layout);
  if (amount === undefined) return notANumber(cell('amount'), layout, at);
  const date = canonicalDate(cell('date'), layout);
  if (date === undefined) return notADate(cell('date'), layout, at);
  const optional = (['invoice', 'supplier', 'site', 'category'] as const).filter((field) => cell(field) !== '');
  return {
    ...at,
    account: cell('account'),
    amount,
    date,
    ...Object.fromEntries(optional.map((field) => [field, cell(field)])),
  };
}

function wrongWidth(found: number, expected: number, at: RowPlace): Issue {
  const reason = `row ${at.row} has ${found} fields, ${expected} expected. Does a field hold the delimiter?`;
  return errorIssue('file-syntax', {
    message: `The row cannot be read: ${reason}`,
    detail: { file: at.source, reason },
    at,
  });
}

function emptyField(path: string, at: RowPlace): Issue {
  const message = `The field ${path} is empty. An empty cell is not a zero.`;
  return errorIssue('missing-field', { message, detail: { field: path }, at: { ...at, path } });
}

function notANumber(value: string, { id, decimal, thousands, columns }: LedgerLayout, at: RowPlace): Issue {
  const groups = thousands === 'none' ? 'no thousands separator' : 'thousands apart by one kind of space';
  const message = `${JSON.stringify(value)} is not an amount as the layout ${id} declares it: decimal ${decimal}, ${groups}.`;
  return errorIssue('invalid-number', {
    message,
    detail: { value, reason: 'syntax' },
    at: { ...at, path: columns.amount },
  });
}

function notADate(value: string, { id, dates, columns }: LedgerLayout, at: RowPlace): Issue {
  const message = `${JSON.stringify(value)} is not a date as the layout ${id} declares it: ${dates}.`;
  return errorIssue('invalid-date', {
    message,
    detail: { value, reason: 'syntax' },
    at: { ...at, path: columns.date },
  });
}

function fileIssue(source: string, reason: string): Issue {
  return errorIssue('file-syntax', {
    message: `The file cannot be read: ${reason}.`,
    detail: { file: source, reason },
    at: { source },
  });
}

function fileError(source: string, reason: string): HiilitaseError {
  return new HiilitaseError([fileIssue(source, reason)]);
}
