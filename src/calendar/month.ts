import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { schemaOf } from '../reading.js';
import { quotedValue, shownValue } from '../shown-value.js';
import { addDays, parseCalendarDate } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';
import type { ReportingPeriod } from './reporting-period.js';

/** A calendar month as `yyyy-MM`; months compare as texts. */
export type Month = string;

/**
 * Reads a month written `yyyy-MM`.
 *
 * Issues: `invalid-date`.
 */
export function parseMonth(input: unknown): Outcome<Month> {
  if (typeof input === 'string' && parseCalendarDate(`${input}-01`).ok) return success(input);
  const value = shownValue(input);
  const message = `${quotedValue(input)} is not a month. Write it as 2021-03.`;
  return failure(errorIssue('invalid-date', { message, detail: { value, reason: 'syntax' } }));
}

/** A month inside a larger schema. */
export const monthSchema = schemaOf(parseMonth);

/** The month of a date. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** The month's days as a period, both ends included. */
export function monthPeriod(month: Month): ReportingPeriod {
  const from = `${month}-01`;
  return { from, to: addDays(`${monthAfter(month)}-01`, -1) };
}

/** The next month. */
export function monthAfter(month: Month): Month {
  return monthOf(addDays(`${month}-28`, 4));
}

/** Every month that the period touches, in order. */
export function monthsOf(period: ReportingPeriod): readonly Month[] {
  const months: Month[] = [];
  for (let month = monthOf(period.from); month <= monthOf(period.to); month = monthAfter(month)) months.push(month);
  return months;
}
