import { byteAt } from './byte-at.js';
import type { LedgerLayout } from './ledger-layout.js';

const ZERO_DIGIT = 48;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const DAYS_OF_A_CODE_MONTH = 31;
const DAYS_OF_A_CODE_YEAR = 12 * DAYS_OF_A_CODE_MONTH;

/** So many codes there are: twelve months of 31 days in each year, most of which are days. */
export const DAY_CODES = (LAST_YEAR - FIRST_YEAR + 1) * DAYS_OF_A_CODE_YEAR;

/** The order of the parts of a date and the byte between them; 0 where nothing stands between. */
export interface DayForm {
  readonly order: 'day-first' | 'month-first' | 'year-first';
  readonly mark: number;
}

const POINT: DayForm['mark'] = 46;
const SLASH: DayForm['mark'] = 47;
const HYPHEN: DayForm['mark'] = 45;

const FORMS: Readonly<Record<LedgerLayout['dates'], DayForm>> = {
  'd.M.yyyy': { order: 'day-first', mark: POINT },
  'd/M/yyyy': { order: 'day-first', mark: SLASH },
  'd-M-yyyy': { order: 'day-first', mark: HYPHEN },
  'M/d/yyyy': { order: 'month-first', mark: SLASH },
  'yyyy-MM-dd': { order: 'year-first', mark: HYPHEN },
  'yyyy/MM/dd': { order: 'year-first', mark: SLASH },
  yyyyMMdd: { order: 'year-first', mark: 0 },
};

/** The form of a layout's dates. */
export function dayForm({ dates }: LedgerLayout): DayForm {
  return FORMS[dates];
}

/** A day as a whole number: earlier days are smaller. Not every code is a day that exists. -1 where a part is out of range. */
export function dayCode(year: number, month: number, day: number): number {
  // Asked this way round, a part that is no number is out of range too.
  const inRange =
    year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= DAYS_OF_A_CODE_MONTH;
  if (!inRange) return -1;
  return (year - FIRST_YEAR) * DAYS_OF_A_CODE_YEAR + (month - 1) * DAYS_OF_A_CODE_MONTH + day - 1;
}

/** The date of a code as `yyyy-MM-dd`. */
export function dateOfCode(code: number): string {
  const year = FIRST_YEAR + Math.floor(code / DAYS_OF_A_CODE_YEAR);
  const month = Math.floor((code % DAYS_OF_A_CODE_YEAR) / DAYS_OF_A_CODE_MONTH) + 1;
  const day = (code % DAYS_OF_A_CODE_MONTH) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The code of a date written in its form; -1 where it is not, which is then looked at as text. */
export function dayOfBytes(bytes: Uint8Array, from: number, to: number, form: DayForm): number {
  return form.order === 'year-first' ? yearFirst(bytes, from, to, form.mark) : yearLast(bytes, from, to, form);
}

function yearFirst(bytes: Uint8Array, from: number, to: number, mark: number): number {
  const step = mark === 0 ? 0 : 1;
  if (to - from !== 8 + 2 * step) return -1;
  const month = from + 4 + step;
  const day = month + 2 + step;
  if (step === 1 && (byteAt(bytes, from + 4) !== mark || byteAt(bytes, month + 2) !== mark)) return -1;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  return dayCode(year, twoDigits(bytes, month), twoDigits(bytes, day));
}

function yearLast(bytes: Uint8Array, from: number, to: number, { order, mark }: DayForm): number {
  const second = from + (byteAt(bytes, from + 1) === mark ? 2 : 3);
  const year = second + (byteAt(bytes, second + 1) === mark ? 2 : 3);
  if (to - year !== 4 || byteAt(bytes, second - 1) !== mark || byteAt(bytes, year - 1) !== mark) return -1;
  const first = digits(bytes, from, second - 1);
  const other = digits(bytes, second, year - 1);
  const years = twoDigits(bytes, year) * 100 + twoDigits(bytes, year + 2);
  return order === 'day-first' ? dayCode(years, other, first) : dayCode(years, first, other);
}

function digits(bytes: Uint8Array, from: number, to: number): number {
  return to - from === 1 ? oneDigit(bytes, from) : twoDigits(bytes, from);
}

/** NaN, which is in no range, where a byte is no digit. */
function oneDigit(bytes: Uint8Array, at: number): number {
  const digit = byteAt(bytes, at) - ZERO_DIGIT;
  return digit >= 0 && digit <= 9 ? digit : NaN;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return oneDigit(bytes, at) * 10 + oneDigit(bytes, at + 1);
}
