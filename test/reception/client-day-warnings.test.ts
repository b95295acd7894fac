import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { parseSiteRegister } from '../../src/reception/site-register.js';
import { codesOf } from '../support/builders.js';

const base = { site: 'oulu', form: 'institution', clientDays: '0', accommodationNights: '0', placeDays: '0' };

/** A register of one site and form: one row a month from a month of 2021 on. */
function monthly(clientDays: readonly (string | number)[], changes: object = {}, firstMonth = 1) {
  return clientDays.map((count, index) => {
    const month = firstMonth - 1 + index;
    const text = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { ...base, month: text, clientDays: count, ...changes };
  });
}

/** The warnings of a register, which must have been read all the same. */
function warningsOf(rows: readonly unknown[], options: Parameters<typeof parseClientDays>[1] = {}): readonly Issue[] {
  const outcome = parseClientDays(rows, options);
  expect(orThrow(outcome)).toHaveLength(rows.length);
  expect(outcome.issues.every(({ severity }) => severity === 'warning')).toBe(true);
  return outcome.issues;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

describe('more nights than places', () => {
  test('it is one warning for a site and form, with its first row and its months', () => {
    const crowded = { ...base, accommodationNights: '101', placeDays: '100' };
    const rows = [
      { ...crowded, month: '2021-05' },
      { ...crowded, month: '2021-04', accommodationNights: '100' },
      { ...crowded, month: '2021-03' },
    ];
    expect(warningsOf(rows)).toEqual([
      {
        code: 'nights-above-places',
        severity: 'warning',
        message:
          'oulu, institution: more accommodation-nights than place-days in 2 months, the first 2021-03. A surge can look like this; so do places that were left out, and columns taken for each other.',
        detail: { site: 'oulu', form: 'institution', months: ['2021-03', '2021-05'] },
        at: { row: 3 },
      },
    ]);
  });

  test('each site and form is looked at alone', () => {
    const crowded = { ...base, month: '2021-03', accommodationNights: '1' };
    const rows = [crowded, { ...crowded, form: 'transit' }, { ...crowded, site: 'kemi' }];
    expect(warningsOf(rows).map(({ detail }) => detail)).toEqual([
      { site: 'oulu', form: 'institution', months: ['2021-03'] },
      { site: 'oulu', form: 'transit', months: ['2021-03'] },
      { site: 'kemi', form: 'institution', months: ['2021-03'] },
    ]);
  });

  test.each(['private', 'municipal-flat'])('in the form %s the agency need not keep places', (form) => {
    expect(warningsOf([{ ...base, form, month: '2021-03', accommodationNights: '1' }])).toEqual([]);
  });
});

describe('client-days that only grow', () => {
  test('over twelve months, to more than double, they are a warning that names first and last month', () => {
    // 10 a day in every month, and 20 a day and one in the last.
    const counts = LENGTHS.map((days, index) => (index === 11 ? 20 * days + 1 : 10 * days));
    const [warning, ...more] = warningsOf(monthly(counts));
    expect(more).toEqual([]);
    expect(warning?.code).toBe('client-days-only-grow');
    expect(warning?.message).toBe(
      'oulu, institution: clients a day only grow from 2021-01 to 2021-12, to more than double. Are these arrivals added up? Cumulative arrivals are not occupancy: whoever left is still in them. A surge can look alike.',
    );
    expect(warning?.detail).toMatchObject({ site: 'oulu', form: 'institution' });
    expect(warning?.at).toEqual({ row: 1 });
  });

  test('exactly double is no more than double', () => {
    expect(warningsOf(monthly(LENGTHS.map((days, index) => (index === 11 ? 20 : 10) * days)))).toEqual([]);
  });

  test('eleven months are too few', () => {
    const counts = LENGTHS.map((days, index) => (10 + 10 * index) * days);
    expect(warningsOf(monthly(counts.slice(0, 11)))).toEqual([]);
    expect(codesOf(parseClientDays(monthly(counts)))).toEqual(['client-days-only-grow']);
  });

  test('the length of a month is taken out: fewer client-days in February can be more a day', () => {
    // 310 in January are 10 a day; 280 in February too, and 279 are fewer.
    const grown = LENGTHS.slice(1).map((days, index) => (10 + 10 * index) * days);
    expect(warningsOf(monthly([310, ...grown]))).toHaveLength(1);
    expect(warningsOf(monthly([310, 279, ...grown.slice(1)]))).toEqual([]);
  });

  test('it is compared exactly: a fall by 10⁻²⁸ of a client-day ends the growth', () => {
    const grown = LENGTHS.map((days, index) => (10 + 10 * index) * days);
    // January as many a day as February, 20; and 20 and next to nothing more.
    expect(warningsOf(monthly(['620', ...grown.slice(1)]))).toHaveLength(1);
    expect(warningsOf(monthly([`620.${'0'.repeat(27)}1`, ...grown.slice(1)]))).toEqual([]);
  });

  test('a month that is missing ends the growth', () => {
    const rows = monthly(LENGTHS.map((days, index) => (10 + 10 * index) * days));
    expect(warningsOf([...rows.slice(0, 6), ...rows.slice(7)])).toEqual([]);
  });

  test('months of zero are no part of it: a site that was not there yet grows from nothing', () => {
    expect(warningsOf(monthly([...Array.from({ length: 11 }, () => 0), 310]))).toEqual([]);
    expect(warningsOf(monthly(Array.from({ length: 24 }, () => 0)))).toEqual([]);
  });

  test('the months of the warning are those of the growth, and its row is that of the first of them', () => {
    const grown = LENGTHS.map((days, index) => (10 + 10 * index) * days);
    const rows = monthly([9000, ...grown, 1], {}, 12);
    const [warning] = warningsOf(rows.reverse());
    const months = monthly(grown, {}, 13).map(({ month }) => month);
    expect(months).toEqual(expect.arrayContaining(['2022-01', '2022-12']));
    expect([warning?.detail, warning?.at]).toEqual([{ site: 'oulu', form: 'institution', months }, { row: 13 }]);
  });

  test('with the register of sites, a month in which a site opened counts its days open', () => {
    const counts = LENGTHS.map((days, index) => (index === 11 ? 15 : 10) * days);
    counts[0] = 60; // 2 a day of a whole January, 10 a day from the 26th on
    const sites = (opened: string) => orThrow(parseSiteRegister([{ site: 'oulu', opened }]));
    expect(warningsOf(monthly(counts))).toHaveLength(1);
    expect(warningsOf(monthly(counts), { sites: sites('2021-01-01') })).toHaveLength(1);
    expect(warningsOf(monthly(counts), { sites: sites('2021-01-26') })).toEqual([]);
  });
});
