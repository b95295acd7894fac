import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { factorsWithin, findFactor, indexFactors } from '../../src/factor/find-factor.js';
import type { FactorQuery } from '../../src/factor/find-factor.js';
import { orThrow } from '../../src/outcome.js';
import { aFactorRow, aFactorSet, aSpendFactorRow, issuesOf } from '../support/builders.js';

const grid = (year: number, changes: Record<string, unknown> = {}) =>
  aFactorRow({ id: `fi-${year}`, validFrom: `${year}-01-01`, validTo: `${year}-12-31`, ...changes });
const query: FactorQuery = { key: 'FI', method: 'location-based', per: 'kWh', period: calendarYear(2021) };
const indexOf = (...factors: readonly unknown[]) => indexFactors(aFactorSet(...factors));
const foundId = (factors: readonly unknown[], changes: Partial<FactorQuery> = {}) =>
  orThrow(findFactor(indexOf(...factors), { ...query, ...changes })).id;
const missing = (factors: readonly unknown[], changes: Partial<FactorQuery> = {}) =>
  issuesOf(findFactor(indexOf(...factors), { ...query, ...changes }));

describe('indexFactors', () => {
  test('the set is kept, and factors of one question lie together in their order', () => {
    const set = aFactorSet(grid(2021), grid(2020), aSpendFactorRow());
    const index = indexFactors(set);
    expect(index.set).toBe(set);
    expect([...index.byQuestion.values()].map((factors) => factors.map(({ id }) => id))).toEqual([
      ['fi-2021', 'fi-2020'],
      ['reception-2019'],
    ]);
  });
});

describe('factorsWithin', () => {
  const within = (period: FactorQuery['period'], region?: string) =>
    factorsWithin(
      indexOf(grid(2020), grid(2021, { region: 'north' }), grid(2022)),
      region === undefined ? { ...query, period } : { ...query, period, region },
    ).map(({ id }) => id);

  test('all that answer on at least one day of the period', () => {
    expect(within({ from: '2020-12-31', to: '2021-01-01' })).toEqual(['fi-2020', 'fi-2021']);
    expect(within(calendarYear(2023))).toEqual([]);
  });

  test('with a region only those of the region', () => {
    expect(within({ from: '2020-01-01', to: '2022-12-31' }, 'north')).toEqual(['fi-2021']);
    expect(within(calendarYear(2021), 'south')).toEqual([]);
  });

  test('a question that nobody answers has none', () => {
    expect(factorsWithin(indexOf(), query)).toEqual([]);
  });
});

describe('findFactor', () => {
  test('the factor of key, method, dimension and days answers', () => {
    const factors = [
      grid(2020),
      grid(2021),
      grid(2021, { id: 'se', key: 'SE' }),
      grid(2021, { id: 'market', method: 'market-based' }),
      grid(2021, { id: 'losses', part: 'losses' }),
    ];
    expect(foundId(factors)).toBe('fi-2021');
    expect(foundId(factors, { part: 'losses' })).toBe('losses');
    expect(foundId(factors, { method: 'market-based' })).toBe('market');
    expect(foundId(factors, { period: { from: '2020-12-31', to: '2020-12-31' } })).toBe('fi-2020');
  });

  test('any unit of the dimension may be asked for, and any currency stands for money', () => {
    expect(foundId([grid(2021, { per: 'MJ' })])).toBe('fi-2021');
    const spend = { key: 'reception-services', method: 'spend-based', per: 'USD' } as const;
    expect(foundId([aSpendFactorRow()], spend)).toBe('reception-2019');
  });

  test('flights ask for the factor with or without aviation beyond CO2', () => {
    const air = { key: 'short-economy', method: 'distance-based', per: 'passenger-km' } as const;
    const factors = ['included', 'excluded'].map((aviationNonCo2) =>
      grid(2021, { ...air, id: aviationNonCo2, aviationNonCo2 }),
    );
    expect(foundId(factors, { ...air, aviationNonCo2: 'included' })).toBe('included');
    expect(foundId(factors, { ...air, aviationNonCo2: 'excluded' })).toBe('excluded');
  });

  test('without a region any region answers, and two that do are an issue', () => {
    const factors = [grid(2021, { id: 'north', region: 'north' }), grid(2021, { id: 'south', region: 'south' })];
    expect(foundId(factors.slice(1))).toBe('south');
    expect(foundId(factors, { region: 'north' })).toBe('north');
    expect(missing(factors)).toEqual([
      {
        code: 'factor-ambiguous',
        severity: 'error',
        message:
          'More than one factor answers FI (location-based) in 2021-01-01..2021-12-31: north, south. Keep one, or part their validity.',
        detail: { query: 'FI (location-based) in 2021-01-01..2021-12-31', ids: ['north', 'south'] },
      },
    ]);
  });

  test('one that answers on every day and one that answers on some of them are two answers', () => {
    const half = grid(2021, { id: 'half', region: 'north', validTo: '2021-06-30' });
    expect(missing([grid(2021), half]).map(({ code }) => code)).toEqual(['factor-ambiguous']);
  });

  test('another year is never taken; the issue says which years there are', () => {
    expect(missing([grid(2019), grid(2020, { part: 'losses' })])).toEqual([
      {
        code: 'factor-not-found',
        severity: 'error',
        message:
          'The set invented has no factor for FI (location-based) in 2021-01-01..2021-12-31. There is fi-2019 for 2019-01-01..2019-12-31; fi-2020 for 2020-01-01..2020-12-31 (losses). Add one with its source, or extend a validity with a reason.',
        detail: {
          query: 'FI (location-based) in 2021-01-01..2021-12-31',
          nearest: ['fi-2019 for 2019-01-01..2019-12-31', 'fi-2020 for 2020-01-01..2020-12-31 (losses)'],
        },
      },
    ]);
  });

  test('a factor that holds on some of the days only does not answer for the period', () => {
    const factors = [grid(2020), grid(2021)];
    const period = { from: '2020-07-01', to: '2021-06-30' };
    expect(missing(factors, { period }).map(({ code }) => code)).toEqual(['factor-not-found']);
    const gap = [grid(2021, { validTo: '2021-12-30' })];
    expect(missing(gap).map(({ code }) => code)).toEqual(['factor-not-found']);
  });

  test('another key is never taken; the issue names the nearest of the method', () => {
    const factors = [grid(2021), grid(2021, { id: 'oil', key: 'F1', method: 'fuel-based', per: 'litre' })];
    expect(missing(factors, { key: 'Fi' })).toEqual([
      {
        code: 'factor-not-found',
        severity: 'error',
        message:
          'The set invented has no factor for Fi (location-based) in 2021-01-01..2021-12-31. Did you mean FI? Add one with its source, or extend a validity with a reason.',
        detail: { query: 'Fi (location-based) in 2021-01-01..2021-12-31', nearest: ['FI'] },
      },
    ]);
  });

  test('an empty set has nothing to suggest', () => {
    expect(missing([]).map(({ message, detail }) => [message, 'nearest' in detail && detail.nearest])).toEqual([
      [
        'The set invented has no factor for FI (location-based) in 2021-01-01..2021-12-31. Add one with its source, or extend a validity with a reason.',
        [],
      ],
    ]);
  });

  test('everything that was asked for is named', () => {
    const flight = {
      key: 'short-economy',
      method: 'distance-based',
      per: 'passenger-km',
      part: 'well-to-tank',
      region: 'EU',
      aviationNonCo2: 'included',
      period: { from: '2021-03-02', to: '2021-03-02' },
    } as const;
    const { key, method, per } = flight;
    const other = grid(2021, { id: 'air', key, method, per, aviationNonCo2: 'excluded' });
    expect(missing([other], flight).map(({ detail }) => detail)).toEqual([
      {
        query: 'short-economy (distance-based, well-to-tank, EU, aviation non-CO2 included) in 2021-03-02',
        nearest: ['air for 2021-01-01..2021-12-31 (excluded)'],
      },
    ]);
  });

  test('a key that is there per another dimension is a mismatch of units', () => {
    const oil = { key: 'light-fuel-oil', method: 'fuel-based' } as const;
    const factors = [grid(2021, { ...oil, id: 'a', per: 'kWh' }), grid(2020, { ...oil, id: 'b', per: 'kWh' })];
    expect(missing(factors, { ...oil, per: 'litre' })).toEqual([
      {
        code: 'unit-mismatch',
        severity: 'error',
        message:
          'The factor for light-fuel-oil is stated per kWh; an amount in litre cannot be converted to that. Give the amount in MJ, GJ, TJ, kWh, MWh, GWh.',
        detail: { from: 'litre', to: 'kWh', allowed: ['MJ', 'GJ', 'TJ', 'kWh', 'MWh', 'GWh'] },
      },
    ]);
    const mass = [...factors, grid(2021, { ...oil, id: 'c', per: 'kg' })];
    expect(missing(mass, { ...oil, per: 'litre' }).map(({ detail }) => detail)).toEqual([
      { from: 'litre', to: 'kWh or kg', allowed: ['MJ', 'GJ', 'TJ', 'kWh', 'MWh', 'GWh', 'kg', 'tonne'] },
    ]);
  });
});
