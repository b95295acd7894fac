import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import type { ReceptionSite } from '../../src/reception/site-register.js';
import { parseSiteRegister } from '../../src/reception/site-register.js';
import { openDays, openPeriod, placeDaysKept } from '../../src/reception/site-capacity.js';

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

const april = { from: '2021-04-01', to: '2021-04-30' };
const march = { from: '2021-03-01', to: '2021-03-31' };

describe('openPeriod', () => {
  test.each([
    ['the opening day counts', march, {}, { from: '2021-03-10', to: '2021-03-31' }, 22],
    ['the closing day counts', april, { closed: '2021-04-11' }, { from: '2021-04-01', to: '2021-04-11' }, 11],
    ['a month wholly open', april, {}, april, 30],
    ['a month that ends before the opening', { from: '2021-02-01', to: '2021-02-28' }, {}, undefined, 0],
    ['a month that ends on the opening day', { from: '2021-02-10', to: '2021-03-10' }, {}, undefined, 1],
    ['a month after the closing', { from: '2021-05-01', to: '2021-05-31' }, { closed: '2021-04-30' }, undefined, 0],
  ])('%s', (_, period, changes, open, days) => {
    const site = siteOf({ ...changes, places: [] });
    expect(openPeriod(site, period)).toEqual(days === 1 ? { from: '2021-03-10', to: '2021-03-10' } : open);
    expect(openDays(site, period)).toBe(days);
  });
});

describe('placeDaysKept', () => {
  // 22 × 100; 10 × 100 + 20 × 40; 31 × 0; 17 × 7.5
  test.each([
    ['from its day on', 'institution', march, '2200'],
    ['until the day before the next entry', 'institution', april, '1800'],
    ['zero places are a number', 'institution', { from: '2021-05-01', to: '2021-05-31' }, '0'],
    ['an entry after the opening', 'transit', march, '127.5'],
    ['before the first entry none are kept', 'transit', { from: '2021-03-10', to: '2021-03-14' }, '0'],
    ['before the opening none are kept', 'institution', { from: '2021-01-01', to: '2021-01-31' }, '0'],
    ['over several entries at once', 'institution', { from: '2021-01-01', to: '2021-12-31' }, '4000'],
  ] as const)('places count %s', (_, form, period, expected) => {
    expect(placeDaysKept(siteOf(), form, period)?.toFixed()).toBe(expected);
  });

  test('no place is kept after the closing day', () => {
    expect(placeDaysKept(siteOf({ closed: '2021-05-02' }), 'transit', april)?.toFixed()).toBe('225');
    const closed = siteOf({ closed: '2021-04-15', places: [{ from: '2021-03-10', form: 'transit', places: 10 }] });
    expect(placeDaysKept(closed, 'transit', april)?.toFixed()).toBe('150');
  });

  test('a form without stated places has no number of place-days, which is not zero', () => {
    expect(placeDaysKept(siteOf(), 'apartment', april)).toBeUndefined();
  });
});
