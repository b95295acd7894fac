import { describe, expect, test } from 'vitest';
import { monthAfter, monthOf, monthPeriod, monthSchema, monthsOf, parseMonth } from '../../src/calendar/month.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

describe('parseMonth', () => {
  test.each(['1990-01', '2021-03', '2100-12'])('%s is a month', (text) => {
    expect(orThrow(parseMonth(text))).toBe(text);
    expect(orThrow(readWith(monthSchema, text))).toBe(text);
  });

  test.each([
    ['2021-13', '"2021-13"', '2021-13'],
    ['2021-00', '"2021-00"', '2021-00'],
    ['1989-12', '"1989-12"', '1989-12'],
    ['2101-01', '"2101-01"', '2101-01'],
    ['2021-3', '"2021-3"', '2021-3'],
    ['2021-03-01', '"2021-03-01"', '2021-03-01'],
    ['maaliskuu', '"maaliskuu"', 'maaliskuu'],
    ['', '""', ''],
    [202103, '202103', '202103'],
    [null, 'null', 'null'],
    [['2021-03'], 'a list', 'a list'],
  ])('%o is none', (input, shown, value) => {
    const message = `${shown} is not a month. Write it as 2021-03.`;
    expect(issuesOf(parseMonth(input))).toEqual([
      { code: 'invalid-date', severity: 'error', message, detail: { value, reason: 'syntax' } },
    ]);
    expect(issuesOf(readWith(monthSchema, input)).map(({ code }) => code)).toEqual(['invalid-date']);
  });
});

describe('monthOf', () => {
  test('it is the month that holds the day', () => {
    expect(['2021-03-01', '2021-12-31'].map(monthOf)).toEqual(['2021-03', '2021-12']);
  });
});

describe('monthPeriod', () => {
  test.each([
    ['2021-01', '2021-01-31'],
    ['2021-02', '2021-02-28'],
    ['2024-02', '2024-02-29'],
    ['2100-02', '2100-02-28'],
    ['2021-04', '2021-04-30'],
    ['2021-12', '2021-12-31'],
    ['2100-12', '2100-12-31'],
  ])('%s ends on %s', (month, to) => {
    expect(monthPeriod(month)).toEqual({ from: `${month}-01`, to });
  });
});

describe('monthAfter', () => {
  test('the twelve months follow one another, and January follows December', () => {
    const months = ['2020-01'];
    for (let count = 0; count < 12; count += 1) months.push(monthAfter(months.at(-1) ?? ''));
    expect(months.slice(1)).toEqual([
      '2020-02',
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
      '2020-07',
      '2020-08',
      '2020-09',
      '2020-10',
      '2020-11',
      '2020-12',
      '2021-01',
    ]);
  });
});

describe('monthsOf', () => {
  test.each([
    ['2021-03-05', '2021-03-05', ['2021-03']],
    ['2021-01-31', '2021-02-01', ['2021-01', '2021-02']],
    ['2020-11-16', '2021-01-15', ['2020-11', '2020-12', '2021-01']],
    ['2100-12-01', '2100-12-31', ['2100-12']],
  ])('from %s to %s they are every month that is touched', (from, to, expected) => {
    expect(monthsOf({ from, to })).toEqual(expected);
  });
});
