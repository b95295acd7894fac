import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineFactorSets } from '../../src/factor/combine-factor-sets.js';
import type { FactorSet } from '../../src/factor/emission-factor.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { orThrow } from '../../src/outcome.js';
import { factorSets } from '../support/arbitraries.js';
import { SOURCE, aFactorRow, aFactorSet, aSpendFactorRow, codesOf, deepFreeze, issuesOf } from '../support/builders.js';

const NAME = { id: 'agency-2021', edition: '7' };
const diesel = { fuel: 'diesel', density: '830.565', validFrom: '2021-01-01', validTo: '2021-12-31', source: SOURCE };
const byDistance = { by: 'distance', bands: [{ haul: 'short', upToKm: '3700' }], beyond: 'long' };
const byTerritory = { by: 'territory', home: ['GB'], short: ['FI'], long: ['US'] };

const aSet = (changes: Readonly<Record<string, unknown>>): FactorSet =>
  orThrow(parseFactorSet({ id: 'travel', edition: '2021', factors: [], ...changes }));

describe('combineFactorSets', () => {
  const grid = aFactorSet(aFactorRow());
  const spend = aFactorSet(aSpendFactorRow());

  test('factors stand one set after the other, under a name of their own', () => {
    const combined = orThrow(combineFactorSets([spend, grid], NAME));
    expect(combined).toEqual({ ...NAME, factors: [...spend.factors, ...grid.factors] });
    expect(Object.keys(combined)).toEqual(['id', 'edition', 'factors']);
  });

  test('no sets are a set without factors', () => {
    expect(combineFactorSets([], NAME)).toEqual({ ok: true, value: { ...NAME, factors: [] }, issues: [] });
  });

  test('one set is that set', () => {
    fc.assert(
      fc.property(factorSets, fc.boolean(), fc.boolean(), (rows, withProperties, withRule) => {
        const set = deepFreeze(
          aSet({
            ...rows,
            ...(withProperties ? { fuelProperties: [diesel] } : {}),
            ...(withRule ? { haulRule: byDistance } : {}),
          }),
        );
        expect(orThrow(combineFactorSets([set], { id: set.id, edition: set.edition }))).toEqual(set);
      }),
    );
  });

  test('in which pairs sets are combined does not matter', () => {
    const third = aSet({
      factors: [aFactorRow({ id: 'se', key: 'SE' })],
      fuelProperties: [diesel],
      haulRule: byDistance,
    });
    const leftFirst = orThrow(combineFactorSets([orThrow(combineFactorSets([grid, spend], NAME)), third], NAME));
    const rightFirst = orThrow(combineFactorSets([grid, orThrow(combineFactorSets([spend, third], NAME))], NAME));
    expect(leftFirst).toEqual(rightFirst);
    expect(leftFirst).toEqual(orThrow(combineFactorSets([grid, spend, third], NAME)));
  });

  test('two factors that answer one question are an issue that names both: no set goes before another', () => {
    const other = aFactorSet(aFactorRow({ id: 'another', per: 'MWh', co2e: '96' }));
    expect(issuesOf(combineFactorSets([grid, other], NAME))).toEqual([
      {
        code: 'factor-ambiguous',
        severity: 'error',
        message:
          'The factors fi-grid-2021 and another both answer FI (location-based, per kWh) in 2021-01-01..2021-12-31. Keep one, or part their validity.',
        detail: {
          query: 'FI (location-based, per kWh) in 2021-01-01..2021-12-31',
          ids: ['fi-grid-2021', 'another'],
        },
        at: { path: 'factors' },
      },
    ]);
  });

  test('one set twice clashes with itself, and an id of two questions is refused', () => {
    expect([...codesOf(combineFactorSets([grid, grid], NAME))].sort()).toEqual(['duplicate-id', 'factor-ambiguous']);
    const sameId = aFactorSet(aFactorRow({ key: 'SE' }));
    expect(issuesOf(combineFactorSets([grid, sameId], NAME)).map(({ code, detail }) => [code, detail])).toEqual([
      ['duplicate-id', { id: 'fi-grid-2021', rows: [1, 2] }],
    ]);
  });

  describe('fuel properties', () => {
    const petrol = { ...diesel, fuel: 'petrol' };

    test('they stand one set after the other', () => {
      const combined = combineFactorSets(
        [aSet({ fuelProperties: [petrol] }), grid, aSet({ fuelProperties: [diesel] })],
        NAME,
      );
      expect(orThrow(combined).fuelProperties?.map(({ fuel }) => fuel)).toEqual(['petrol', 'diesel']);
    });

    test('two records of one fuel on one day are an issue', () => {
      const sets = [aSet({ fuelProperties: [diesel] }), aSet({ fuelProperties: [petrol, diesel] })];
      expect(issuesOf(combineFactorSets(sets, NAME)).map(({ code, detail, at }) => [code, detail, at])).toEqual([
        [
          'factor-ambiguous',
          { query: 'properties of diesel in 2021-01-01..2021-12-31', ids: ['diesel', 'diesel'] },
          { path: 'fuelProperties' },
        ],
      ]);
    });
  });

  describe('the haul rule', () => {
    test('the one there is holds for the combined set, wherever it stands', () => {
      const ruled = aSet({ haulRule: byTerritory });
      for (const sets of [
        [ruled, grid],
        [grid, ruled],
      ]) {
        expect(orThrow(combineFactorSets(sets, NAME)).haulRule).toEqual(byTerritory);
      }
    });

    test('one rule said twice is one rule', () => {
      const again = { ...byDistance, bands: [{ haul: 'short', upToKm: '3700.00' }] };
      const sets = [aSet({ haulRule: byDistance }), aSet({ haulRule: again })];
      expect(orThrow(combineFactorSets(sets, NAME)).haulRule).toEqual(aSet({ haulRule: byDistance }).haulRule);
    });

    test('two rules are an issue that names their sets, and only them', () => {
      const sets = [
        aSet({ id: 'a', haulRule: byDistance }),
        aSet({ id: 'b' }),
        aSet({ id: 'c', haulRule: byTerritory }),
      ];
      expect(issuesOf(combineFactorSets(sets, NAME))).toEqual([
        {
          code: 'factor-set-clash',
          severity: 'error',
          message: 'The sets a, c tell hauls by different rules. Combine them for different years, or keep one rule.',
          detail: { sets: ['a', 'c'], field: 'haulRule' },
        },
      ]);
    });
  });

  test('everything that is wrong comes back at once', () => {
    const one = aSet({ factors: [aFactorRow()], fuelProperties: [diesel], haulRule: byDistance });
    const other = aSet({ factors: [aFactorRow()], fuelProperties: [diesel], haulRule: byTerritory });
    expect(codesOf(combineFactorSets([one, other], NAME))).toEqual([
      'factor-ambiguous',
      'duplicate-id',
      'factor-ambiguous',
      'factor-set-clash',
    ]);
  });
});
