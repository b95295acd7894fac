import { addMilliseconds } from 'date-fns/addMilliseconds';
import { millisecondsInDay } from 'date-fns/constants';
import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { schemaOf } from '../reading.js';
import { quotedValue, shownValue } from '../shown-value.js';

/** A calendar day as `yyyy-MM-dd`, years 1990 to 2100. Two dates compare as texts: the earlier one is the smaller text. */
export type CalendarDate = string;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_YEAR = '1990';
const LAST_YEAR = '2100';

/** Midnight of that day in UTC: days are counted there, so that no machine's time zone can lose or repeat one. */
function instantOf(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/**
 * Reads a calendar day that exists, written `yyyy-MM-dd`. Nothing is rolled over: 30 February is an issue, as is a `Date`.
 *
 * Issues: `invalid-date`.
 */
export function parseCalendarDate(input: unknown): Outcome<CalendarDate> {
  if (typeof input !== 'string') return dateIssue(input, 'type');
  if (!ISO_DATE.test(input)) return dateIssue(input, 'syntax');
  if (input.slice(0, 4) < FIRST_YEAR || input.slice(0, 4) > LAST_YEAR) return dateIssue(input, 'out-of-range');
  return isRealDay(input) ? success(input) : dateIssue(input, 'not-real');
}

/** Whether a day exists: the calendar gives it back unchanged. Files hold dates by the million, so that no text is parsed for it. */
function isRealDay(date: CalendarDate): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)].map(Number) as [
    number,
    number,
    number,
  ];
  const instant = new Date(Date.UTC(year, month - 1, day));
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}

const NEXT_STEP = {
  type: "Pass a text such as '2021-05-04'.",
  syntax: 'Write it as 2021-05-04.',
  'not-real': 'That day does not exist.',
  'out-of-range': `The year must be ${FIRST_YEAR} to ${LAST_YEAR}.`,
} as const;

function dateIssue(input: unknown, reason: keyof typeof NEXT_STEP): Outcome<never> {
  const value = shownValue(input);
  const message = `${quotedValue(input)} is not a calendar day. ${NEXT_STEP[reason]}`;
  return failure(errorIssue('invalid-date', { message, detail: { value, reason } }));
}

/** A calendar day inside a larger schema. */
export const calendarDateSchema = schemaOf(parseCalendarDate);

/** Days from one date to a later one: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInMilliseconds(instantOf(to), instantOf(from)) / millisecondsInDay;
}

/** The date so many days later (negative: earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return addMilliseconds(instantOf(date), days * millisecondsInDay)
    .toISOString()
    .slice(0, 10);
}

/** The calendar year of a date. */
export function yearOf(date: CalendarDate): number {
  return Number.parseInt(date.slice(0, 4), 10);
}
