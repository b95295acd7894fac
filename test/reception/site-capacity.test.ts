import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import type { ReceptionSite } from '../../src/reception/site-register.js';
import { parseSiteRegister } from '../../src/reception/site-register.js';
import { daysOpenOf, openDays, placeDaysKept } from '../../src/reception/site-capacity.js';

function siteOf(changes: object = {}): ReceptionSite {
  const places = [
    { from: '2021-03-10', form: 'institution', places: '100' },
    { from: '2021-04-11', form: 'institution', places: '40' },
    { from: '2021-05-01', form: 'institution', places: '0' },
    { from: '2021-03-15', form: 'transit', places: '7.5' },
  ];
  const [site] = orThrow(parseSiteRegister([{ site: 'oulu', opened: '2021-03-10', places, ...changes }]));
  if (site === undefined) throw new Error('One site was read.');
  return site;
}

describe('openDays', () => {
  test.each([
    ['the opening day counts', '2021-03', {}, 22],
    ['the closing day counts', '2021-04', { closed: '2021-04-11' }, 11],
    ['a month wholly open', '2021-04', {}, 30],
    ['a month before the opening', '2021-02', {}, 0],
    ['a month that ends on the opening day', '2021-02', { opened: '2021-02-28' }, 1],
    ['a month that begins on the closing day', '2021-05', { closed: '2021-05-01' }, 1],
    ['a month after the closing', '2021-05', { closed: '2021-04-30' }, 0],
    ['long after the closing', '2023-05', { closed: '2021-04-30' }, 0],
    ['a leap day', '2024-02', {}, 29],
    ['the last month of the calendar', '2100-12', {}, 31],
  ])('%s', (_, month, changes, days) => {
    expect(openDays(siteOf({ ...changes, places: [] }), month)).toBe(days);
  });
});

describe('daysOpenOf', () => {
  test('a known site has the days it was open, another one all days of the month', () => {
    const daysOf = daysOpenOf([siteOf()]);
    const [row] = orThrow(
      parseClientDays([
        { site: 'oulu', month: '2021-03', form: 'transit', clientDays: 0, accommodationNights: 0, placeDays: 0 },
      ]),
    );
    if (row === undefined) throw new Error('One row was read.');
    expect([daysOf(row), daysOf({ ...row, site: 'kemi' })]).toEqual([22, 31]);
  });
});

describe('placeDaysKept', () => {
  // 22 × 100; 10 × 100 + 20 × 40; 31 × 0; 17 × 7.5; 30 × 7.5
  test.each([
    ['from its day on', 'institution', '2021-03', '2200'],
    ['until the day before the next entry', 'institution', '2021-04', '1800'],
    ['zero places are a number', 'institution', '2021-05', '0'],
    ['an entry after the opening', 'transit', '2021-03', '127.5'],
    ['an entry goes on', 'transit', '2021-04', '225'],
    ['before the opening none are kept', 'institution', '2021-01', '0'],
  ] as const)('places count %s', (_, form, month, expected) => {
    expect(placeDaysKept(siteOf(), form, month)?.toFixed()).toBe(expected);
  });

  test('before the first entry none are kept', () => {
    const later = siteOf({ places: [{ from: '2021-06-01', form: 'transit', places: 10 }] });
    expect(placeDaysKept(later, 'transit', '2021-04')?.toFixed()).toBe('0');
  });

  test('no place is kept after the closing day', () => {
    const places = [{ from: '2021-03-10', form: 'transit', places: 10 }];
    const closed = siteOf({ closed: '2021-04-15', places });
    expect(placeDaysKept(closed, 'transit', '2021-04')?.toFixed()).toBe('150');
    expect(placeDaysKept(closed, 'transit', '2021-05')?.toFixed()).toBe('0');
  });

  test('a form without stated places has no number of place-days, which is not zero', () => {
    expect(placeDaysKept(siteOf(), 'apartment', '2021-04')).toBeUndefined();
  });
});
