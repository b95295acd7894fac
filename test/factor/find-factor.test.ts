import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { factorsWithin, findFactor, hasFactor, indexFactors, soleFactor } from '../../src/factor/find-factor.js';
import type { FactorQuery } from '../../src/factor/find-factor.js';
import { orThrow } from '../../src/outcome.js';
import { dateAfter } from '../support/arbitraries.js';
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
    expect(
      [...index.byKey].map(([key, groups]) => [key, groups.map(({ factors }) => factors.map(({ id }) => id))]),
    ).toEqual([
      ['FI', [['fi-2021', 'fi-2020']]],
      ['reception-services', [['reception-2019']]],
    ]);
  });

  test('the life-cycle parts there are can be looked up by method and key', () => {
    const oil = { key: 'light-fuel-oil', method: 'fuel-based', per: 'litre' };
    const index = indexOf(
      grid(2021),
      grid(2021, { ...oil, id: 'oil' }),
      grid(2021, { ...oil, id: 'oil-wtt', part: 'well-to-tank' }),
      grid(2020, { ...oil, id: 'oil-wtt-2020', part: 'well-to-tank' }),
      grid(2021, { id: 'wtt', part: 'well-to-tank' }),
      grid(2021, { id: 'losses', part: 'losses' }),
    );
    expect([...index.partsOf].map(([name, parts]) => [name, [...parts]])).toEqual([
      ['fuel-based light-fuel-oil', ['well-to-tank']],
      ['location-based FI', ['well-to-tank', 'losses']],
    ]);
    expect(indexOf(grid(2021)).partsOf.size).toBe(0);
  });

  test('what a method and key are stated per can be looked up, whatever the part', () => {
    const oil = { key: 'light-fuel-oil', method: 'fuel-based' };
    const { dimensionsOf } = indexOf(
      grid(2021, { ...oil, id: 'a', per: 'litre' }),
      grid(2021, { ...oil, id: 'b', per: 'kWh' }),
      grid(2020, { ...oil, id: 'c', per: 'cubic-metre', part: 'well-to-tank' }),
      aSpendFactorRow(),
    );
    expect([...dimensionsOf].map(([name, dimensions]) => [name, [...dimensions]])).toEqual([
      ['fuel-based light-fuel-oil', ['volume', 'energy']],
      ['spend-based reception-services', ['money']],
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

describe('soleFactor', () => {
  const soleId = (factors: readonly unknown[], changes: Partial<FactorQuery> = {}) =>
    soleFactor(indexOf(...factors), { ...query, ...changes })?.id;

  test('the factor that alone answers on every day is found', () => {
    expect(soleId([grid(2020), grid(2021), grid(2022)])).toBe('fi-2021');
    expect(soleId([grid(2021, { id: 'north', region: 'north' }), grid(2021)], { region: 'north' })).toBe('north');
  });

  test.each([
    ['nobody answers', [grid(2020), grid(2021, { key: 'SE' })]],
    ['it answers on some of the days only', [grid(2021, { validTo: '2021-12-30' })]],
    ['it answers from the second day on', [grid(2021, { validFrom: '2021-01-02' })]],
    ['two regions answer', [grid(2021, { id: 'north', region: 'north' }), grid(2021)]],
    ['another answers on some of the days', [grid(2021), grid(2021, { id: 'x', region: 'x', validTo: '2021-01-01' })]],
  ])('there is none where %s', (_, factors) => {
    expect(soleId(factors)).toBeUndefined();
  });

  test('it is what findFactor finds, and nothing where findFactor says why there is none', () => {
    const day = fc.integer({ min: 0, max: 40 });
    const span = fc
      .tuple(day, day)
      .map((days) => [...days].sort((a, b) => a - b).map((n) => dateAfter('2021-01-01', n)));
    const factor = fc
      .record({
        days: span,
        region: fc.constantFrom(undefined, 'north', 'south'),
        part: fc.constantFrom(undefined, 'losses'),
        per: fc.constantFrom('kWh', 'MJ', 'litre'),
        calorificBasis: fc.constantFrom(undefined, 'net'),
        key: fc.constantFrom('FI', 'SE'),
      })
      .map(({ days: [validFrom, validTo], calorificBasis, ...rest }) => ({
        ...rest,
        validFrom,
        validTo,
        ...(rest.per === 'litre' ? {} : { calorificBasis }),
      }));
    const asked = fc.record(
      {
        region: fc.constantFrom('north', 'south'),
        part: fc.constant('losses'),
        calorificBasis: fc.constant('net' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 6 }), asked, span, (rows, changes, [from = '', to = '']) => {
        // Each is read alone: together some of them would clash.
        const factors = rows.flatMap((row, index) => aFactorSet(aFactorRow({ ...row, id: `f-${index}` })).factors);
        const index = indexFactors({ id: 'random', edition: '1', factors });
        const question = { ...query, ...changes, period: { from, to } };
        const found = findFactor(index, question);
        expect(soleFactor(index, question)).toBe(found.ok ? found.value : undefined);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hasFactor', () => {
  const has = (factors: readonly unknown[], changes: Partial<FactorQuery> = {}) =>
    hasFactor(indexOf(...factors), { ...query, ...changes });

  test('a factor that answers on every day is there, also where another one does', () => {
    expect(has([grid(2021)])).toBe(true);
    expect(has([grid(2021), grid(2021, { id: 'north', region: 'north' })])).toBe(true);
  });

  test('a key that is stated per another dimension counts as there: findFactor says what is wrong', () => {
    expect(has([grid(2021, { per: 'litre' })])).toBe(true);
  });

  test.each([
    ['another key', [grid(2021, { key: 'SE' })]],
    ['another year', [grid(2020)]],
    ['some of the days', [grid(2021, { validTo: '2021-06-30' })]],
    ['another part', [grid(2021, { part: 'losses' })]],
    ['another method', [grid(2021, { method: 'market-based', per: 'litre' })]],
    ['nothing', []],
  ])('%s is not enough', (_, factors) => {
    expect(has(factors)).toBe(false);
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

  test('fuels per energy ask for net or gross; a factor that states neither answers only where neither is asked for', () => {
    const gas = { key: 'natural-gas', method: 'fuel-based', per: 'kWh' } as const;
    const factors = [
      grid(2021, { ...gas, id: 'net', calorificBasis: 'net' }),
      grid(2021, { ...gas, id: 'gross', calorificBasis: 'gross' }),
    ];
    expect(foundId(factors, { ...gas, calorificBasis: 'net' })).toBe('net');
    expect(foundId(factors, { ...gas, calorificBasis: 'gross' })).toBe('gross');
    const plain = grid(2021, { ...gas, id: 'plain' });
    expect(foundId([...factors, plain], gas)).toBe('plain');
    expect(missing([plain], { ...gas, calorificBasis: 'net' }).map(({ detail }) => detail)).toEqual([
      {
        query: 'natural-gas (fuel-based, net calorific value) in 2021-01-01..2021-12-31',
        nearest: ['plain for 2021-01-01..2021-12-31'],
      },
    ]);
    expect(missing(factors, gas)).toEqual([
      {
        code: 'factor-not-found',
        severity: 'error',
        message:
          'The set invented has no factor for natural-gas (fuel-based) in 2021-01-01..2021-12-31. There is net for 2021-01-01..2021-12-31 (net); gross for 2021-01-01..2021-12-31 (gross). Add one with its source, or extend a validity with a reason.',
        detail: {
          query: 'natural-gas (fuel-based) in 2021-01-01..2021-12-31',
          nearest: ['net for 2021-01-01..2021-12-31 (net)', 'gross for 2021-01-01..2021-12-31 (gross)'],
        },
      },
    ]);
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
