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

  test('a factor per passenger-km says whether aviation beyond CO2 is in it', () => {
    const air = { id: 'air', key: 'short-economy', method: 'distance-based', per: 'passenger-km' };
    expect(issuesOf(parseFactorSet(aFactorSetRow(aFactorRow(air))))).toEqual([
      {
        code: 'factor-incomplete',
        severity: 'error',
        message:
          'The factor air does not say its aviationNonCo2. A factor per passenger-km states whether aviation non-CO2 is "included" or "excluded"; take it from the publication.',
        detail: { id: 'air', field: 'aviationNonCo2' },
        at: { source: 'invented', row: 1, path: 'aviationNonCo2' },
      },
    ]);
    const both = ['included', 'excluded'].map((aviationNonCo2) =>
      aFactorRow({ ...air, id: aviationNonCo2, aviationNonCo2 }),
    );
    expect(codesOf(parseFactorSet(aFactorSetRow(...both)))).toEqual([]);
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
