import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INSTRUMENT_ENERGIES, INSTRUMENT_KINDS, parseInstruments } from '../../src/factor/energy-instrument.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { decimals } from '../support/arbitraries.js';
import { SOURCE, codesOf, issuesOf } from '../support/builders.js';

const certificate = {
  id: 'go-2021',
  kind: 'certificate',
  energy: 'electricity',
  market: 'FI',
  sites: ['oulu', 'kemi'],
  amount: { value: '500', unit: 'MWh' },
  co2e: '0',
  gwp: 'not-stated',
  validFrom: '2021-01-01',
  validTo: '2021-12-31',
  qualityCriteria: 'met',
  source: SOURCE,
};
const found = (...rows: readonly unknown[]) =>
  issuesOf(parseInstruments(rows)).map(({ code, at }) => [code, at?.row, at?.path]);

describe('parseInstruments', () => {
  test('a certificate is read with all it says; zero kilograms are a value', () => {
    const [read] = orThrow(parseInstruments([certificate]));
    expect(read).toEqual({ ...certificate, amount: quantity('500', 'MWh'), co2e: quantity('0', 'kg').value });
  });

  test('a rate without sites and amount covers all of its market: neither is made up', () => {
    const rate = { ...certificate, kind: 'supplier-rate', sites: undefined, amount: undefined };
    const [read] = orThrow(parseInstruments([rate]));
    expect([read?.kind, read?.sites, read?.amount]).toEqual(['supplier-rate', undefined, undefined]);
  });

  test('criteria that are not met are named', () => {
    const qualityCriteria = ['vintage', 'same market'];
    expect(orThrow(parseInstruments([{ ...certificate, qualityCriteria }]))[0]?.qualityCriteria).toEqual(
      qualityCriteria,
    );
  });

  // GHG Protocol, Scope 2 Guidance, table 6.3: energy attribute certificates, contracts, supplier rates.
  test('the kinds come in the order in which they count', () => {
    expect(INSTRUMENT_KINDS).toEqual(['certificate', 'contract', 'supplier-rate']);
    expect(INSTRUMENT_ENERGIES).toEqual(['electricity', 'heat', 'cooling', 'steam']);
  });

  test('no rows are no instruments', () => {
    expect(parseInstruments([])).toEqual({ ok: true, value: [], issues: [] });
  });

  test.each(['id', 'kind', 'energy', 'market', 'co2e', 'gwp', 'validFrom', 'validTo', 'qualityCriteria', 'source'])(
    'without its %s it is none',
    (field) => {
      expect(found({ ...certificate, [field]: undefined })).toEqual([['missing-field', 1, field]]);
    },
  );

  test.each([
    [{ kind: 'promise' }, 'invalid-value', 'kind'],
    [{ energy: 'gas' }, 'invalid-value', 'energy'],
    [{ market: '' }, 'invalid-value', 'market'],
    [{ sites: [] }, 'invalid-value', 'sites'],
    [{ sites: ['oulu', ' kemi'] }, 'invalid-value', 'sites.1'],
    [{ amount: { value: '-1', unit: 'MWh' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'litre' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '1', unit: 'mwh' } }, 'unknown-unit', 'amount.unit'],
    [{ co2e: '-0.1' }, 'invalid-value', 'co2e'],
    [{ co2e: 'zero' }, 'invalid-number', 'co2e'],
    [{ gwp: 'AR3' }, 'invalid-value', 'gwp'],
    [{ validFrom: '1.1.2021' }, 'invalid-date', 'validFrom'],
    [{ validTo: '2020-12-31' }, 'invalid-period', 'validTo'],
    [{ qualityCriteria: [] }, 'invalid-value', 'qualityCriteria'],
    [{ qualityCriteria: 'most' }, 'invalid-value', 'qualityCriteria'],
    [{ source: { ...SOURCE, title: '' } }, 'invalid-value', 'source.title'],
    [{ grid: 'FI' }, 'unknown-key', 'grid'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...certificate, ...changes })).toEqual([[code, 1, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    expect(issuesOf(parseInstruments([{ ...certificate, marke: 'FI' }])).map(({ detail }) => detail)).toEqual([
      { key: 'marke', nearest: ['market', 'co2e', 'source'] },
    ]);
  });

  test.each([null, 7, 'certificate', []])('%o in place of a record is refused', (row) => {
    expect(found(certificate, row)).toEqual([['invalid-value', 2, undefined]]);
  });

  test('every fault of every row comes back at once, repeated ids included', () => {
    const rows = [certificate, { ...certificate, co2e: '-1', gwp: 'SAR' }, { ...certificate, validTo: '2000-01-01' }];
    expect(found(...rows)).toEqual([
      ['invalid-value', 2, 'co2e'],
      ['invalid-value', 2, 'gwp'],
      ['invalid-period', 3, 'validTo'],
      ['duplicate-id', 3, 'id'],
    ]);
    expect(codesOf(parseInstruments([certificate, certificate]))).toEqual(['duplicate-id']);
  });

  test('JSON out and in is the same', () => {
    const rows = fc.record({
      kind: fc.constantFrom(...INSTRUMENT_KINDS),
      energy: fc.constantFrom(...INSTRUMENT_ENERGIES),
      gwp: fc.constantFrom('AR4', 'AR5', 'AR6', 'not-stated'),
      co2e: decimals(2, 6),
      amount: fc.record({ value: decimals(6, 3), unit: fc.constantFrom('kWh', 'MWh', 'GJ') }),
      qualityCriteria: fc.constantFrom('met', ['vintage']),
    });
    fc.assert(
      fc.property(rows, (changes) => {
        const once = orThrow(parseInstruments([{ ...certificate, ...changes }]));
        const json = JSON.stringify(once);
        const again = orThrow(parseInstruments(JSON.parse(json) as readonly unknown[]));
        expect(again).toEqual(once);
        expect(JSON.stringify(again)).toBe(json);
      }),
    );
  });
});
