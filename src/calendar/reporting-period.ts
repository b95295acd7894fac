import { z } from 'zod';
import { errorIssue } from '../issue.js';
import { failure, failureOf, orThrow, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { addDays, calendarDateSchema, daysBetween, parseCalendarDate, yearOf } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

/** A span of calendar days, both ends included. */
export interface ReportingPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * A period from two dates, both included.
 *
 * Issues: `invalid-date`, `invalid-period` when the end stands before the start.
 */
export function reportingPeriod(from: CalendarDate, to: CalendarDate): Outcome<ReportingPeriod> {
  const start = parseCalendarDate(from);
  const end = parseCalendarDate(to);
  if (!start.ok || !end.ok) return failureOf([...start.issues, ...end.issues]);
  if (start.value <= end.value) return success({ from: start.value, to: end.value });
  const message = `The period ends (${end.value}) before it starts (${start.value}). Are the columns swapped?`;
  return failure(errorIssue('invalid-period', { message, detail: { from: start.value, to: end.value } }));
}

/**
 * The calendar year as a reporting period, 1 January to 31 December, both included. A year outside 1990-2100 throws.
 *
 * @example calendarYear(2021)   // { from: '2021-01-01', to: '2021-12-31' }
 */
export function calendarYear(year: number): ReportingPeriod {
  return orThrow(reportingPeriod(`${year}-01-01`, `${year}-12-31`));
}

/** `{ from, to }` as data; the order of the ends is checked by `reportingPeriod`. */
export const periodShape = z.strictObject({ from: calendarDateSchema, to: calendarDateSchema });

/** Number of days, both ends counted. */
export function daysIn(period: ReportingPeriod): number {
  return daysBetween(period.from, period.to) + 1;
}

/** The days two periods share, or `undefined` when they share none. */
export function sharedPeriod(a: ReportingPeriod, b: ReportingPeriod): ReportingPeriod | undefined {
  if (holds(b, a)) return a;
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

/** Whether every day of `part` lies in `whole`. */
export function holds(whole: ReportingPeriod, part: ReportingPeriod): boolean {
  return whole.from <= part.from && part.to <= whole.to;
}

/** Cuts a period so that each of the given dates, where it falls inside, starts a new part. The parts cover the period. */
export function cutAt(period: ReportingPeriod, starts: Iterable<CalendarDate>): readonly ReportingPeriod[] {
  const parts: ReportingPeriod[] = [];
  let from = period.from;
  for (const start of [...new Set(starts)].sort()) {
    if (start <= from || start > period.to) continue;
    parts.push({ from, to: addDays(start, -1) });
    from = start;
  }
  return [...parts, { from, to: period.to }];
}

/** Every 1 January inside the period after its first day: where spend changes its year. */
export function newYearsIn(period: ReportingPeriod): readonly CalendarDate[] {
  if (period.from.slice(0, 4) === period.to.slice(0, 4)) return [];
  const first = yearOf(period.from);
  return Array.from({ length: yearOf(period.to) - first }, (_, index) => `${first + 1 + index}-01-01`);
}

/** The period as text: `2021-01-01..2021-06-30`, or the day alone when it is a single one. */
export function describePeriod(period: ReportingPeriod): string {
  return period.from === period.to ? period.from : `${period.from}..${period.to}`;
}
