import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  calendarDateSchema,
  daysBetween,
  parseCalendarDate,
  yearOf,
} from '../../src/calendar/calendar-date.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

/** The length of a month by the Gregorian rule. */
function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function dateText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Every day from 1990 to 2100 in order, counted by the Gregorian rule. */
const DAYS = Array.from({ length: 111 }, (_, index) => 1990 + index).flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
    Array.from({ length: lengthOf(year, month) }, (_, index) => dateText(year, month, index + 1)),
  ),
);
const dayNumbers = fc.nat({ max: DAYS.length - 1 });
const dayAt = (index: number) => DAYS[index] ?? 'no such day';

describe('parseCalendarDate', () => {
  test('every day from 1990 to 2100 that the Gregorian rule knows is read, and no other', () => {
    const known = new Set(DAYS);
    for (let year = 1990; year <= 2100; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = dateText(year, month, day);
          if (parseCalendarDate(text).ok !== known.has(text)) expect.unreachable(text);
        }
      }
    }
    expect(DAYS).toHaveLength(40_542);
  });

  test.each([
    ['2021-02-29', 'not-real'],
    ['2100-02-29', 'not-real'],
    ['2021-04-31', 'not-real'],
    ['2021-00-10', 'not-real'],
    ['2021-13-01', 'not-real'],
    ['2021-01-00', 'not-real'],
    ['1989-12-31', 'out-of-range'],
    ['2101-01-01', 'out-of-range'],
    ['0000-01-01', 'out-of-range'],
    ['2021-1-5', 'syntax'],
    ['2021-01-05T00:00:00Z', 'syntax'],
    [' 2021-01-05', 'syntax'],
    ['2021-01-05\n', 'syntax'],
    ['+002021-01-05', 'syntax'],
    ['5.1.2021', 'syntax'],
    ['2021/01/05', 'syntax'],
    ['20210105', 'syntax'],
    ['\u0662\u0660\u0662\u0661-01-05', 'syntax'],
    ['', 'syntax'],
    [20210105, 'type'],
    [new Date(0), 'type'],
    [null, 'type'],
    [undefined, 'type'],
  ])('%o is refused: %s', (input, reason) => {
    expect(
      issuesOf(parseCalendarDate(input)).map(({ code, detail }) => [code, 'reason' in detail && detail.reason]),
    ).toEqual([['invalid-date', reason]]);
  });

  test.each([
    ['2023-02-29', 'not-real', '"2023-02-29" is not a calendar day. That day does not exist.'],
    ['5.1.2021', 'syntax', '"5.1.2021" is not a calendar day. Write it as 2021-05-04.'],
    ['2204-03-01', 'out-of-range', '"2204-03-01" is not a calendar day. The year must be 1990 to 2100.'],
    [45292, 'type', "45292 is not a calendar day. Pass a text such as '2021-05-04'."],
  ])('%s: the message names the value and the next step', (input, reason, message) => {
    expect(issuesOf(parseCalendarDate(input))).toEqual([
      { code: 'invalid-date', severity: 'error', message, detail: { value: String(input), reason } },
    ]);
  });

  test('the schema reads the same', () => {
    expect(orThrow(readWith(calendarDateSchema, '2024-02-29'))).toBe('2024-02-29');
    expect(issuesOf(readWith(calendarDateSchema, '2023-02-29')).map(({ code }) => code)).toEqual(['invalid-date']);
  });
});

describe('daysBetween', () => {
  test.each([
    ['2021-01-01', '2021-01-01', 0],
    ['2021-01-01', '2021-12-31', 364],
    ['2020-02-28', '2020-03-01', 2],
    ['2021-03-27', '2021-03-29', 2],
    ['2021-10-30', '2021-11-01', 2],
    ['2021-03-02', '2021-02-28', -2],
    ['1990-01-01', '2100-12-31', 40_541],
  ])('from %s to %s it is %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test('it is the difference of the places in the calendar', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        expect(daysBetween(dayAt(a), dayAt(b))).toBe(b - a);
      }),
    );
  });
});

describe('addDays', () => {
  test.each([
    ['2021-12-31', 1, '2022-01-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-03-01', -1, '2021-02-28'],
    ['2021-06-01', 0, '2021-06-01'],
    ['2100-12-31', 1, '2101-01-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('forth and back is the same day', () => {
    fc.assert(
      fc.property(dayNumbers, dayNumbers, (a, b) => {
        expect(addDays(dayAt(a), b - a)).toBe(dayAt(b));
        expect(addDays(addDays(dayAt(a), b - a), a - b)).toBe(dayAt(a));
      }),
    );
  });
});

describe('yearOf', () => {
  test('it is the calendar year as a number', () => {
    expect(['1990-01-01', '2021-12-31'].map(yearOf)).toEqual([1990, 2021]);
  });
});
