import type { CalendarDate } from '../calendar/calendar-date.js';
import { parseCalendarDate } from '../calendar/calendar-date.js';
import { parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue, IssueLocation } from '../issue.js';
import { failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { cleanName } from './posting-name.js';

/** What rules and sites are chosen by, and where it stands. */
export interface PostedUnder {
  readonly account: string;
  readonly supplier?: string | undefined;
  readonly site?: string | undefined;
  readonly category?: string | undefined;
  /** The row in its file, as people count: the header is row 1. Groups of postings have none. */
  readonly row?: number | undefined;
  /** The file, where a ledger has several. */
  readonly source?: string | undefined;
}

/** One row of a ledger: an amount on an account. Negative amounts are credits and stay. */
export interface Posting extends PostedUnder {
  readonly row: number;
  readonly amount: DecimalInput;
  readonly date: CalendarDate;
  readonly invoice?: string | undefined;
}

/** What a posting says once its amount and date have been read and its names cleaned. */
export interface ReadPosting {
  readonly posting: Posting;
  readonly amount: Decimal;
  readonly date: CalendarDate;
}

/** Every currency of the unit table has two decimals; a third one is damage or another currency's. */
const DECIMALS_OF_MONEY = 2;

/** Where a posting stands, for issues. */
export function locationOf({ source, row }: Pick<PostedUnder, 'source' | 'row'>): IssueLocation {
  return { ...(source === undefined ? {} : { source }), ...(row === undefined ? {} : { row }) };
}

/**
 * Reads the amount, date and account of a posting.
 *
 * Issues: `invalid-number` (also for a third decimal), `invalid-date`, `missing-field`.
 */
export function readPosting(posting: Posting): Outcome<ReadPosting> {
  const amount = parseDecimal(posting.amount);
  const date = parseCalendarDate(posting.date);
  const issues: Issue[] = [
    ...amount.issues.map((issue) => locateIssue(issue, { path: 'amount' })),
    ...date.issues.map((issue) => locateIssue(issue, { path: 'date' })),
  ];
  // Postings come from callers without types too: a number is no account, and would not be found by its beginning.
  if (typeof posting.account !== 'string' || posting.account === '') issues.push(accountMissing());
  if (amount.ok) issues.push(...amountOfMoney(amount.value).issues);
  if (amount.ok && date.ok && issues.length === 0) {
    return success({ posting: withCleanNames(posting), amount: amount.value, date: date.value });
  }
  return failureOf(issues.map((issue) => locateIssue(issue, locationOf(posting))));
}

/**
 * A number as an amount of money.
 *
 * Issues: `invalid-number` (a third decimal).
 */
export function amountOfMoney(amount: Decimal): Outcome<Decimal> {
  return amount.decimalPlaces() > DECIMALS_OF_MONEY ? failure(tooFine(amount)) : success(amount);
}

const NAMES = ['account', 'supplier', 'site', 'category'] as const;

/** The posting itself where its names are clean, which nearly all are. */
function withCleanNames(posting: Posting): Posting {
  const changed = NAMES.flatMap((field) => {
    const name = posting[field];
    const clean = name === undefined ? undefined : cleanName(name);
    return clean === name ? [] : [[field, clean] as const];
  });
  return changed.length === 0 ? posting : { ...posting, ...Object.fromEntries(changed) };
}

function accountMissing(): Issue {
  const message = 'The posting has no account. A posting that cannot be classified cannot be folded.';
  return errorIssue('missing-field', { message, detail: { field: 'account' }, at: { path: 'account' } });
}

function tooFine(amount: Decimal): Issue {
  const value = amount.toFixed();
  const message = `${value} has more than two decimals, which no amount of money here has. Was it rounded or converted before?`;
  return errorIssue('invalid-number', { message, detail: { value, reason: 'too-precise' }, at: { path: 'amount' } });
}
