import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EmissionFactor } from '../../src/factor/emission-factor.js';
import { factorClashes, questionOf, validityOf } from '../../src/factor/factor-clashes.js';
import { aFactorRow, aFactorSet } from '../support/builders.js';

/** A factor of the set; one set each, so that clashing ones can be built. */
function aFactor(changes: Record<string, unknown> = {}): EmissionFactor {
  const [factor] = aFactorSet(aFactorRow(changes)).factors;
  return factor ?? expect.fail('The set is empty.');
}

const clashing = (...factors: readonly EmissionFactor[]) =>
  factorClashes(factors).map(({ detail }) => ('ids' in detail ? detail.ids : []));

describe('questionOf', () => {
  test.each([
    ['key', { key: 'SE' }],
    ['method', { method: 'market-based' }],
    ['dimension', { per: 'litre' }],
    ['part', { part: 'well-to-tank' }],
    ['aviation non-CO2', { aviationNonCo2: 'included' }],
    ['calorific basis', { calorificBasis: 'net' }],
  ])('another %s is another question', (_, changes) => {
    expect(questionOf(aFactor(changes))).not.toBe(questionOf(aFactor()));
  });

  test.each([
    ['unit of the dimension', { per: 'MWh' }],
    ['region', { region: 'FI' }],
    ['validity', { validFrom: '1990-01-01' }],
    ['value', { co2e: '7' }],
  ])('another %s is the same question', (_, changes) => {
    expect(questionOf(aFactor(changes))).toBe(questionOf(aFactor()));
  });

  test('all currencies are one money', () => {
    const [euros, dollars] = (['EUR', 'USD'] as const).map((per) =>
      questionOf({ key: 'catering', method: 'spend-based', per }),
    );
    expect(euros).toBe(dollars);
  });

  test('names that hold quotation marks or commas do not run together', () => {
    const one = questionOf({ key: 'a","b', method: 'fuel-based', per: 'kg' });
    const other = questionOf({ key: 'a', method: 'fuel-based', per: 'kg', part: 'b' });
    expect(one).not.toBe(other);
  });
});

describe('questionOf, for any names,', () => {
  test('tells two questions apart exactly where key or part differ', () => {
    const names = fc.string({ unit: fc.constantFrom('a', '1', ' ', '-', '"', ','), minLength: 1, maxLength: 5 });
    const parts = fc.option(names, { nil: undefined });
    const one = fc.record({ key: names, part: parts });
    fc.assert(
      fc.property(one, one, (a, b) => {
        const [first, second] = [a, b].map((question) => questionOf({ ...question, method: 'fuel-based', per: 'kg' }));
        expect(first === second).toBe(a.key === b.key && a.part === b.part);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('validityOf', () => {
  test('it is the period from the first to the last day', () => {
    expect(validityOf(aFactor())).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  });
});

describe('factorClashes', () => {
  const year = (number: number, id = `y${number}`) =>
    aFactor({ id, validFrom: `${number}-01-01`, validTo: `${number}-12-31` });

  test('factors that follow one another do not clash, in whatever order they stand', () => {
    expect(factorClashes([year(2020), year(2018), year(2021), year(2019)])).toEqual([]);
    expect(factorClashes([])).toEqual([]);
  });

  test('two that share a day are an issue that names both and the days', () => {
    const factors = [aFactor({ id: 'b', validFrom: '2021-12-31', validTo: '2022-12-31' }), aFactor({ id: 'a' })];
    expect(factorClashes(factors)).toEqual([
      {
        code: 'factor-ambiguous',
        severity: 'error',
        message:
          'The factors a and b both answer FI (location-based, per kWh) in 2021-12-31. Keep one, or part their validity.',
        detail: { query: 'FI (location-based, per kWh) in 2021-12-31', ids: ['a', 'b'] },
        at: { path: 'factors' },
      },
    ]);
  });

  test('the same validity, or one inside the other, clashes too', () => {
    expect(clashing(year(2021, 'a'), year(2021, 'b'))).toEqual([['a', 'b']]);
    const long = aFactor({ id: 'long', validFrom: '2018-01-01', validTo: '2024-12-31' });
    expect(clashing(year(2021), long)).toEqual([['long', 'y2021']]);
  });

  test('another unit of the same dimension clashes, another dimension does not', () => {
    expect(clashing(aFactor(), aFactor({ id: 'b', per: 'MJ' }))).toEqual([['fi-grid-2021', 'b']]);
    expect(clashing(aFactor(), aFactor({ id: 'b', per: 'litre' }))).toEqual([]);
  });

  test('two regions do not clash, and neither does a region with none', () => {
    const factors = [aFactor({ id: 'a', region: 'FI' }), aFactor({ id: 'b', region: 'SE' }), aFactor({ id: 'c' })];
    expect(factorClashes(factors)).toEqual([]);
    expect(clashing(...factors, aFactor({ id: 'd', region: 'SE' }))).toEqual([['b', 'd']]);
  });

  test('a part and a region do not run together', () => {
    const one = aFactor({ id: 'a', part: 'losses', region: 'north x' });
    const other = aFactor({ id: 'b', part: 'losses north', region: 'x' });
    expect(factorClashes([one, other])).toEqual([]);
  });

  test('every two that share a day are an issue, also where a third stands between them', () => {
    const long = aFactor({ id: 'long', validFrom: '2018-01-01', validTo: '2024-12-31' });
    expect(
      clashing(year(2022), year(2019), long)
        .map((ids) => ids.join(' and '))
        .sort(),
    ).toEqual(['long and y2019', 'long and y2022']);
    expect(clashing(year(2021, 'a'), year(2021, 'b'), year(2021, 'c'))).toHaveLength(3);
  });
});
