import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, parseCalendarDate } from '../../src/calendar/calendar-date.js';
import { dateOfNumber, dayNumber, firstDayOfMonth, monthOfDay, numberOfDay } from '../../src/calendar/day-number.js';
import { monthOf, monthsOf } from '../../src/calendar/month.js';

const FIRST = '1990-01-01';
const LAST = '2100-12-31';
const ALL_DAYS = daysBetween(FIRST, LAST) + 1;

describe('dayNumber', () => {
  test('every day of the calendar has its number, and every number its day, month and first of the month', () => {
    const months = monthsOf({ from: FIRST, to: LAST });
    let date = FIRST;
    for (let number = 0; number < ALL_DAYS; number += 1) {
      const month = monthOfDay(number);
      const first = firstDayOfMonth(month);
      const found = [dayNumber(date), months[month], first === number];
      if (found[0] !== number || found[1] !== monthOf(date) || found[2] !== date.endsWith('-01')) {
        expect([date, ...found]).toEqual([date, number, monthOf(date), date.endsWith('-01')]);
      }
      date = addDays(date, 1);
    }
    expect(date).toBe('2101-01-01');
  });

  test('the day after the last one begins the month after the last', () => {
    expect(firstDayOfMonth(monthOfDay(ALL_DAYS))).toBe(ALL_DAYS);
  });

  test.each([
    '2021-02-29',
    '2100-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '1989-12-31',
    '2101-01-01',
    '2021/01-01',
    '2021-01/01',
    '2021-1-001',
    'x021-01-01',
    '20x1-01-01',
    '2021-0:-01',
    '2021-01-1 ',
    '2021-01-01T',
    '',
    20210101,
    new Date(0),
    null,
    undefined,
  ])('%s has no number', (input) => {
    expect(parseCalendarDate(input).ok).toBe(false);
    expect(dayNumber(input)).toBeUndefined();
  });

  test('it takes what parseCalendarDate takes, and nothing else', () => {
    const near = fc
      .tuple(
        fc.integer({ min: 1980, max: 2110 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        fc.constantFrom('-', '-', '-', '/', ''),
      )
      .map(([year, month, day, sign]) =>
        [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(sign),
      );
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ minLength: 9, maxLength: 11 })), (text) => {
        const known = parseCalendarDate(text).ok;
        expect(dayNumber(text)).toBe(known ? daysBetween(FIRST, text) : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('numberOfDay and dateOfNumber', () => {
  test('they are each other turned round', () => {
    expect(numberOfDay('1990-03-01')).toBe(59);
    expect(dateOfNumber(59)).toBe('1990-03-01');
  });

  test('what is no day has no number', () => {
    expect(numberOfDay('2021-02-29')).toBeNaN();
  });
});
