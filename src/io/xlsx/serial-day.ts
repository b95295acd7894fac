import { addDays } from '../../calendar/calendar-date.js';
import type { CalendarDate } from '../../calendar/calendar-date.js';
import { cellNumber } from './cell-number.js';

/** The number of a known day, counted as Excel does from 1900. */
const KNOWN = { day: '1990-01-01', serial: 32_874 };
const LAST_SERIAL = 2_958_465; // 31 December 9999
/** Counting from 1900, Excel has a 29 February 1900, which the calendar has not. */
const NO_DAY = 60;
const DAYS_FROM_1900_TO_1904 = 1462;
const YEARS = { first: '1990', last: '2100' };

/** A day, or why a number of days is none. */
export type SerialDay =
  | { readonly day: CalendarDate }
  | { readonly fault: 'syntax' | 'not-real' | 'out-of-range'; readonly why: string };

/** The day that a number of days names, as the workbook counts them; a fraction would be a time of day and is refused. */
export function serialDay(text: string, date1904: boolean): SerialDay {
  const number = cellNumber(text);
  if ('fault' in number) return { fault: 'syntax', why: 'it is no whole number of days' };
  if (number.text.includes('.'))
    return { fault: 'syntax', why: 'it has a time of day; round the column to whole days' };
  const written = Number(number.text);
  if (written === NO_DAY && !date1904)
    return { fault: 'not-real', why: '60 is 29 February 1900, which does not exist' };
  const serial = date1904 ? written + DAYS_FROM_1900_TO_1904 : written;
  const outside = { fault: 'out-of-range', why: `the year must be ${YEARS.first} to ${YEARS.last}` } as const;
  if (serial < KNOWN.serial || serial > LAST_SERIAL) return outside;
  const day = addDays(KNOWN.day, serial - KNOWN.serial);
  return day.slice(0, 4) > YEARS.last ? outside : { day };
}
