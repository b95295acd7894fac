import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Posting } from '../ledger/posting.js';
import type { LedgerHeader } from './ledger-header.js';
import { REQUIRED_COLUMNS } from './ledger-layout.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';
import { readsLikeTotal } from './plain-name.js';
import { canonicalDate, canonicalNumber } from './local-text.js';

/** The file and row that issues name. */
export interface RowPlace {
  readonly source: string;
  readonly row: number;
}

/** How the fields of a row are written, and which column is which. */
export type RowLayout = Omit<LedgerLayout, 'delimiter' | 'quoting' | 'encoding' | 'ignored'>;

/** The posting of a row, or everything that is wrong with the row. White space around a cell does not count. */
export function postingOfRow(
  fields: readonly string[],
  header: LedgerHeader,
  layout: RowLayout,
  at: RowPlace,
): Posting | readonly Issue[] {
  if (fields.length !== header.width || (header.emptyEnd === 'yes' && fields.at(-1) !== '')) {
    return [wrongWidth(fields.length, header.width, at)];
  }
  const cell = (field: PostingColumn): string => fields[header.at.get(field) ?? -1]?.trim() ?? '';
  const total = NAMING_COLUMNS.find((field) => readsLikeTotal(cell(field), layout.namesLikeTotals ?? []));
  if (total !== undefined) return [totalRow(cell(total), layout.columns[total] ?? total, at)];
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

/** Tells the two apart. */
export function isIssues(value: Posting | readonly Issue[]): value is readonly Issue[] {
  return Array.isArray(value);
}

const NAMING_COLUMNS = ['invoice', 'account', 'supplier', 'site', 'category'] as const;

function totalRow(name: string, path: string, at: RowPlace): Issue {
  const message = `The row looks like a total (${JSON.stringify(name)}), which would count its rows twice. Take it out of the file; if it is a name, list it in namesLikeTotals of the layout.`;
  return errorIssue('total-row', { message, detail: { name }, at: { ...at, path } });
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

const SHOWN_AT_MOST = 64;

function notANumber(value: string, layout: RowLayout, at: RowPlace): Issue {
  const { id, decimal, thousands, columns, negatives = 'leading-hyphen' } = layout;
  const groups = { none: 'no thousands separator', space: 'thousands apart by one kind of space' };
  const apart = thousands === 'none' || thousands === 'space' ? groups[thousands] : `thousands apart by ${thousands}`;
  const long = value.length > SHOWN_AT_MOST;
  const shown = long ? `${value.slice(0, SHOWN_AT_MOST)}…` : value;
  const minus = negatives === 'leading-hyphen' ? '' : `, credits with ${negatives}`;
  const message = `${JSON.stringify(shown)} is not an amount as the layout ${id} declares it: decimal ${decimal}, ${apart}${minus}${long ? ', at most 64 characters' : ''}.`;
  return errorIssue('invalid-number', {
    message,
    detail: { value: shown, reason: 'syntax' },
    at: { ...at, path: columns.amount },
  });
}

function notADate(value: string, { id, dates, columns }: RowLayout, at: RowPlace): Issue {
  const message = `${JSON.stringify(value)} is not a date as the layout ${id} declares it: ${dates}.`;
  return errorIssue('invalid-date', {
    message,
    detail: { value, reason: 'syntax' },
    at: { ...at, path: columns.date },
  });
}
