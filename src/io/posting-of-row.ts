import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Posting } from '../ledger/posting.js';
import type { LedgerHeader } from './ledger-header.js';
import { REQUIRED_COLUMNS } from './ledger-layout.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';
import { canonicalDate, canonicalNumber } from './local-text.js';

/** The file and row that issues name. */
export interface RowPlace {
  readonly source: string;
  readonly row: number;
}

/** The posting of a row, or everything that is wrong with the row. White space around a cell does not count. */
export function postingOfRow(
  fields: readonly string[],
  header: LedgerHeader,
  layout: LedgerLayout,
  at: RowPlace,
): Posting | readonly Issue[] {
  if (fields.length !== header.width || (header.emptyEnd === 'yes' && fields.at(-1) !== '')) {
    return [wrongWidth(fields.length, header.width, at)];
  }
  const cell = (field: PostingColumn): string => fields[header.at.get(field) ?? -1]?.trim() ?? '';
  const amount = canonicalNumber(cell('amount'), layout);
  const date = canonicalDate(cell('date'), layout);
  const empty = REQUIRED_COLUMNS.filter((field) => cell(field) === '');
  if (amount === undefined || date === undefined || empty.length > 0) {
    return [
      ...empty.map((field) => emptyField(layout.columns[field], at)),
      ...(amount === undefined && cell('amount') !== '' ? [notANumber(cell('amount'), layout, at)] : []),
      ...(date === undefined && cell('date') !== '' ? [notADate(cell('date'), layout, at)] : []),
    ];
  }
  const optional = (['invoice', 'supplier', 'site', 'category'] as const).filter((field) => cell(field) !== '');
  const given = Object.fromEntries(optional.map((field) => [field, cell(field)]));
  return { ...at, account: cell('account'), amount, date, ...given };
}

function wrongWidth(found: number, expected: number, at: RowPlace): Issue {
  const reason = `row ${at.row} has ${found} fields, ${expected} expected`;
  const message = `The row cannot be read: ${reason}. Does a field hold the delimiter, or is the file cut?`;
  return errorIssue('file-syntax', { message, detail: { file: at.source, reason }, at });
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
