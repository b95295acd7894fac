import { addDays } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const MONTHS = 12 * (LAST_YEAR - FIRST_YEAR + 1);

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number of the first day of every month, and of the day after the last of them. */
const FIRST_DAYS = firstDays();

function firstDays(): Int32Array {
  const days = new Int32Array(MONTHS + 1);
  let day = 0;
  for (let month = 0; month < MONTHS; month += 1) {
    days[month] = day;
    day += lengthOfMonth(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1);
  }
  days[MONTHS] = day;
  return days;
}

/** The month of every day, and of the day after the last of them. */
const MONTHS_OF_DAYS = monthsOfDays();

function monthsOfDays(): Int16Array {
  const months = new Int16Array(firstDayOfMonth(MONTHS) + 1);
  for (let month = 0; month <= MONTHS; month += 1) months.fill(month, firstDayOfMonth(month));
  return months;
}

const [ZERO_DIGIT, HYPHEN] = [48, 45];

/** The number that two digits write, below zero where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO_DIGIT;
  const ones = text.charCodeAt(at + 1) - ZERO_DIGIT;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/**
 * Days since 1 January 1990 of a text that is a calendar day, and `undefined` for everything that `parseCalendarDate`
 * refuses. Whole numbers alone: for records by the million, where a `Date` each would be most of the time.
 *
 * @example dayNumber('1990-03-01')   // 59
 */
export function dayNumber(date: unknown): number | undefined {
  if (typeof date !== 'string' || date.length !== 10) return undefined;
  if (date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN) return undefined;
  const century = twoDigits(date, 0);
  const decade = twoDigits(date, 2);
  const month = twoDigits(date, 5);
  const day = twoDigits(date, 8);
  if (century < 0 || decade < 0 || month < 1 || month > 12 || day < 1) return undefined;
  const year = century * 100 + decade;
  if (year < FIRST_YEAR || year > LAST_YEAR || day > lengthOfMonth(year, month)) return undefined;
  return firstDayOfMonth((year - FIRST_YEAR) * 12 + month - 1) + day - 1;
}

/** The number of a calendar day that has been read as one before. */
export function numberOfDay(date: CalendarDate): number {
  return dayNumber(date) ?? Number.NaN;
}

/** Months since January 1990 of a day's number. */
export function monthOfDay(day: number): number {
  return MONTHS_OF_DAYS[day] as number; // one for every day that dayNumber gives, and for the day after the last
}

/** The number of the first day of a month's number. */
export function firstDayOfMonth(month: number): number {
  return FIRST_DAYS[month] as number; // one for every month, and for the month after the last
}

/** The calendar day of a number. */
export function dateOfNumber(day: number): CalendarDate {
  return addDays(`${FIRST_YEAR}-01-01`, day);
}
