import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { orThrow } from '../../src/outcome.js';
import { factorSets } from '../support/arbitraries.js';
import { SOURCE, aFactorRow, aFactorSetRow, aSpendFactorRow, codesOf, issuesOf } from '../support/builders.js';
import { numberTexts } from '../support/rational.js';

const found = (...factors: readonly unknown[]) =>
  issuesOf(parseFactorSet(aFactorSetRow(...factors))).map(({ code, at }) => [code, at?.source, at?.row, at?.path]);

describe('parseFactorSet', () => {
  test('a set has an id, an edition and its factors in their order', () => {
    const set = orThrow(parseFactorSet(aFactorSetRow(aFactorRow(), aSpendFactorRow())));
    expect([set.id, set.edition, set.factors.map(({ id }) => id)]).toEqual([
      'invented',
      '1',
      ['fi-grid-2021', 'reception-2019'],
    ]);
    expect(orThrow(parseFactorSet(aFactorSetRow()))).toEqual({ id: 'invented', edition: '1', factors: [] });
  });

  test('JSON out and in is the same, whatever a factor says of itself', () => {
    const value = numberTexts.map((text) => text.replace('-', ''));
    const optional = fc.record(
      {
        part: fc.constantFrom('well-to-tank', 'losses'),
        region: fc.constantFrom('FI', 'SE'),
        gases: fc.record({ CO2: value, 'CH4-fossil': value, N2O: value }, { requiredKeys: [] }),
        biogenicCo2: value,
        uncertainty: value,
        basis: fc.constantFrom('published', 'derived', 'assumed'),
        note: fc.constant('a note'),
        extended: fc.constant({ validFrom: '2021-02-01', validTo: '2021-11-30', reason: 'one edition' }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(factorSets, optional, value, (set, extras, co2e) => {
        const factors = [...(set['factors'] as readonly unknown[]), { ...aFactorRow({ key: 'SE', co2e }), ...extras }];
        const once = orThrow(parseFactorSet({ ...set, factors }));
        const json = JSON.stringify(once);
        const again = orThrow(parseFactorSet(JSON.parse(json)));
        expect(again).toEqual(once);
        expect(JSON.stringify(again)).toBe(json);
      }),
    );
  });

  test.each([
    [{ id: undefined }, 'missing-field', 'id'],
    [{ edition: '' }, 'invalid-value', 'edition'],
    [{ edition: 2024 }, 'invalid-value', 'edition'],
    [{ factors: undefined }, 'missing-field', 'factors'],
    [{ factors: {} }, 'invalid-value', 'factors'],
    [{ publisher: 'nobody' }, 'unknown-key', 'publisher'],
  ])('%o of the set is refused: %s at %s', (changes, code, path) => {
    const issues = issuesOf(parseFactorSet({ ...aFactorSetRow(), ...changes }));
    expect(issues.map(({ code: foundCode, at }) => [foundCode, at?.path])).toEqual([[code, path]]);
  });

  test.each([null, 'factors', []])('%o is no set', (input) => {
    expect(codesOf(parseFactorSet(input))).toEqual(['invalid-value']);
  });

  test('every fault of every factor comes back at once, with set, row and field', () => {
    const faulty = aFactorRow({ id: 'b', per: 'kwh', co2e: '-1', source: { ...SOURCE, licence: undefined } });
    expect(found(aFactorRow(), faulty, null, aFactorRow({ id: 'd', gwp: 'AR9' }))).toEqual([
      ['unknown-unit', 'invented', 2, 'per'],
      ['invalid-value', 'invented', 2, 'co2e'],
      ['missing-field', 'invented', 2, 'source.licence'],
      ['invalid-value', 'invented', 3, undefined],
      ['invalid-value', 'invented', 4, 'gwp'],
    ]);
  });

  test('a validity that ends before it begins is an issue', () => {
    expect(found(aFactorRow({ validFrom: '2021-12-31', validTo: '2021-01-01' }))).toEqual([
      ['invalid-period', 'invented', 1, 'validTo'],
    ]);
  });

  test.each([
    [{ priceYear: undefined }, ['priceYear']],
    [{ priceBasis: undefined }, ['priceBasis']],
    [{ vat: undefined }, ['vat']],
    [{ per: 'kg' }, ['per']],
    [
      { per: 'kg', vat: undefined, priceYear: undefined, priceBasis: undefined },
      ['priceYear', 'priceBasis', 'vat', 'per'],
    ],
  ])('a spend-based factor with %o is not complete', (changes, fields) => {
    expect(issuesOf(parseFactorSet(aFactorSetRow(aSpendFactorRow(changes))))).toEqual(
      fields.map((field) => ({
        code: 'factor-incomplete',
        severity: 'error',
        message: `The factor reception-2019 does not say its ${field}. A spend-based factor is stated per currency, with its price year, price basis and VAT basis; take it from the publication.`,
        detail: { id: 'reception-2019', field },
        at: { source: 'invented', row: 1, path: field },
      })),
    );
  });

  test('a basic price holds no VAT: a factor that says so is an issue', () => {
    const basic = aSpendFactorRow({ priceBasis: 'basic', vat: 'included' });
    expect(issuesOf(parseFactorSet(aFactorSetRow(basic)))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message:
          'The factor reception-2019 is stated in basic prices, which hold no VAT. Write vat "excluded", or correct its priceBasis.',
        detail: { value: 'included', expected: 'excluded', nearest: [] },
        at: { source: 'invented', row: 1, path: 'vat' },
      },
    ]);
    expect(parseFactorSet(aFactorSetRow(aSpendFactorRow({ priceBasis: 'basic' }))).ok).toBe(true);
  });

  test('a calorific basis belongs to energy: on litres it is an issue', () => {
    const oil = aFactorRow({ key: 'oil', method: 'fuel-based', per: 'litre', calorificBasis: 'net' });
    expect(issuesOf(parseFactorSet(aFactorSetRow(oil)))).toMatchObject([
      { code: 'invalid-value', at: { path: 'calorificBasis', row: 1 } },
    ]);
  });

  test('a factor per passenger-km need not be one of flights: whether aviation beyond CO2 is in it is asked where it is used', () => {
    const rail = { id: 'rail', key: 'rail-national', method: 'distance-based', per: 'passenger-km' };
    const flights = ['included', 'excluded'].map((aviationNonCo2) =>
      aFactorRow({ ...rail, id: aviationNonCo2, key: 'short-economy', aviationNonCo2 }),
    );
    const set = orThrow(parseFactorSet(aFactorSetRow(aFactorRow(rail), ...flights)));
    expect(set.factors.map(({ aviationNonCo2 }) => aviationNonCo2)).toEqual([undefined, 'included', 'excluded']);
  });

  test('gases in CO2e need the report they were weighed with', () => {
    const gases = { CO2: '0.09', CH4: '0.006' };
    const unweighed = { gwp: 'not-stated', gasesStatedIn: 'CO2e', gases };
    expect(issuesOf(parseFactorSet(aFactorSetRow(aFactorRow(unweighed))))).toEqual([
      {
        code: 'factor-incomplete',
        severity: 'error',
        message:
          'The factor fi-grid-2021 does not say its gwp. Gases in CO2e were weighed with one assessment report; take it from the publication.',
        detail: { id: 'fi-grid-2021', field: 'gwp' },
        at: { source: 'invented', row: 1, path: 'gwp' },
      },
    ]);
    expect(codesOf(parseFactorSet(aFactorSetRow(aFactorRow({ ...unweighed, gwp: 'AR4' }))))).toEqual([]);
    expect(codesOf(parseFactorSet(aFactorSetRow(aFactorRow({ ...unweighed, gasesStatedIn: undefined }))))).toEqual([]);
  });

  test('a spend-based factor says both what its gases and what its money lack', () => {
    const faulty = aSpendFactorRow({ gwp: 'not-stated', gasesStatedIn: 'CO2e', vat: undefined });
    expect(found(faulty)).toEqual([
      ['factor-incomplete', 'invented', 1, 'gwp'],
      ['factor-incomplete', 'invented', 1, 'vat'],
    ]);
  });

  test('a calorific basis of a factor that is not per energy is an issue: no amount would find the factor', () => {
    const fuel = { key: 'oil', method: 'fuel-based', calorificBasis: 'net' };
    const perLitre = aFactorRow({ ...fuel, id: 'oil', per: 'litre' });
    expect(issuesOf(parseFactorSet(aFactorSetRow(aFactorRow({ ...fuel, per: 'GJ' }), perLitre)))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'The factor oil is stated per litre, which is neither net nor gross. Leave calorificBasis out.',
        detail: { value: 'net', expected: 'no calorificBasis', nearest: [] },
        at: { source: 'invented', row: 2, path: 'calorificBasis' },
      },
    ]);
  });

  test('net and gross calorific value are two questions', () => {
    const gas = { key: 'natural-gas', method: 'fuel-based' };
    const both = ['net', 'gross'].map((calorificBasis) => aFactorRow({ ...gas, id: calorificBasis, calorificBasis }));
    expect(codesOf(parseFactorSet(aFactorSetRow(...both)))).toEqual([]);
    expect(
      codesOf(parseFactorSet(aFactorSetRow(...both, aFactorRow({ ...gas, id: 'x', calorificBasis: 'net' })))),
    ).toEqual(['factor-ambiguous']);
  });

  describe('with fuel properties and a haul rule', () => {
    const properties = {
      fuel: 'diesel',
      density: '830.565',
      netCalorificValue: '43.031',
      validFrom: '2021-01-01',
      validTo: '2021-12-31',
      source: SOURCE,
    };
    const haulRule = { by: 'distance', bands: [{ haul: 'short', upToKm: '3700' }], beyond: 'long' };
    const places = (extras: Readonly<Record<string, unknown>>, ...factors: readonly unknown[]) =>
      issuesOf(parseFactorSet({ ...aFactorSetRow(...factors), ...extras })).map(({ code, at }) => [
        code,
        at?.row,
        at?.path,
      ]);

    test('both are kept, and a set without them has neither', () => {
      const set = orThrow(parseFactorSet({ ...aFactorSetRow(), fuelProperties: [properties], haulRule }));
      expect(JSON.parse(JSON.stringify(set))).toEqual({
        ...aFactorSetRow(),
        fuelProperties: [properties],
        haulRule,
      });
      expect(Object.keys(orThrow(parseFactorSet(aFactorSetRow())))).toEqual(['id', 'edition', 'factors']);
    });

    test.each([
      [{ fuelProperties: properties }, 'invalid-value', 'fuelProperties'],
      [{ fuelProperties: [{ ...properties, fuel: '' }] }, 'invalid-value', 'fuelProperties.0.fuel'],
      [{ fuelProperties: [properties, { ...properties, density: '0' }] }, 'invalid-value', 'fuelProperties.1.density'],
      [{ haulRule: 'territory' }, 'invalid-value', 'haulRule'],
      [{ haulRule: { ...haulRule, beyond: undefined } }, 'missing-field', 'haulRule.beyond'],
      [{ haulRule: { ...haulRule, by: undefined } }, 'missing-field', 'haulRule.by'],
      [{ haulRule: { ...haulRule, by: 'time' } }, 'invalid-value', 'haulRule.by'],
      [{ haulRule: { ...haulRule, bands: [...haulRule.bands, ...haulRule.bands] } }, 'invalid-value', 'haulRule'],
    ])('%o is refused: %s at %s', (extras, code, path) => {
      expect(places(extras)).toEqual([[code, undefined, path]]);
    });

    test('two records of one fuel on one day come back together with the faults of factors', () => {
      expect(places({ fuelProperties: [properties, properties] }, aFactorRow({ co2e: '-1' }))).toEqual([
        ['invalid-value', 1, 'co2e'],
        ['factor-ambiguous', undefined, 'fuelProperties'],
      ]);
    });
  });

  test('an id that two factors carry, and a question that two answer, are issues', () => {
    expect(found(aFactorRow(), aFactorRow())).toEqual([
      ['duplicate-id', 'invented', 2, 'id'],
      ['factor-ambiguous', 'invented', undefined, 'factors'],
    ]);
  });

  test('incomplete factors come back together with the faults of other factors and repeated ids', () => {
    const faulty = [aFactorRow({ co2e: 'n/a' }), aSpendFactorRow({ vat: undefined }), aFactorRow({ key: 'SE' })];
    expect([...codesOf(parseFactorSet(aFactorSetRow(...faulty)))].sort()).toEqual([
      'duplicate-id',
      'factor-incomplete',
      'invalid-number',
    ]);
  });
});
