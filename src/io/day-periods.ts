import { parseCalendarDate } from '../calendar/calendar-date.js';
import { monthOf } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { ArrayRoom } from './array-room.js';
import { integerAt } from './byte-at.js';
import { DAY_CODES, dateOfCode } from './day-bytes.js';

const NOT_YET = -2;
/** A code that is no day, or a day outside the period: its row is to be read as text, which says what is wrong. */
export const ODD_DAY = -1;

/** Numbers for the spans of days in which postings are added up: months, parted where the mapping changes. */
export interface DayPeriods {
  readonly numbers: Int32Array;
  readonly spans: Map<string, number>;
  readonly edges: readonly string[];
  readonly period: ReportingPeriod | undefined;
}

/** Spans for the days on which a mapping changes; days outside the period are in none. */
export function dayPeriods(edges: readonly string[], period: ReportingPeriod | undefined, room: ArrayRoom): DayPeriods {
  return { numbers: room.integers(DAY_CODES).fill(NOT_YET), spans: new Map(), edges, period };
}

/** The number of the span that a day lies in, or `ODD_DAY`. */
export function spanOfDay(periods: DayPeriods, code: number): number {
  if (code < 0) return ODD_DAY;
  const known = integerAt(periods.numbers, code);
  return known === NOT_YET ? newSpan(periods, code) : known;
}

function newSpan({ numbers, spans, edges, period }: DayPeriods, code: number): number {
  const date = dateOfCode(code);
  const inside = period === undefined || (date >= period.from && date <= period.to);
  let number = ODD_DAY;
  if (inside && parseCalendarDate(date).ok) {
    const span = `${monthOf(date)}/${edges.filter((edge) => edge <= date).length}`;
    number = spans.get(span) ?? spans.size;
    spans.set(span, number);
  }
  numbers[code] = number;
  return number;
}
