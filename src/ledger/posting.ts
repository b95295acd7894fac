import type { CalendarDate } from '../calendar/calendar-date.js';
import { parseCalendarDate } from '../calendar/calendar-date.js';
import { parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue, IssueLocation } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** One row of a ledger: an amount on an account. Negative amounts are credits and stay. */
export interface Posting {
  /** The row in its file, as people count: the header is row 1. */
  readonly row: number;
  readonly account: string;
  readonly amount: DecimalInput;
  readonly date: CalendarDate;
  readonly invoice?: string | undefined;
  readonly supplier?: string | undefined;
  readonly site?: string | undefined;
  readonly category?: string | undefined;
  /** The file, where a ledger has several. */
  readonly source?: string | undefined;
}

/** What a posting says once its amount and date have been read. */
export interface ReadPosting {
  readonly posting: Posting;
  readonly amount: Decimal;
  readonly date: CalendarDate;
}

/** Every currency of the unit table has two decimals; a third one is damage or another currency's. */
const DECIMALS_OF_MONEY = 2;

/** Where a posting stands, for issues. */
export function locationOf({ source, row }: Posting): IssueLocation {
  return source === undefined ? { row } : { source, row };
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
  if (amount.ok && amount.value.decimalPlaces() > DECIMALS_OF_MONEY) issues.push(tooFine(amount.value));
  if (amount.ok && date.ok && issues.length === 0) {
    return success({ posting, amount: amount.value, date: date.value });
  }
  return failureOf(issues.map((issue) => locateIssue(issue, locationOf(posting))));
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
