import { describe, expect, test } from 'vitest';
import { CALCULATION_METHODS, emissionFactorSchema, perDimension } from '../../src/factor/emission-factor.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { CURRENCIES } from '../../src/quantity/units.js';
import { readWith } from '../../src/reading.js';
import { SOURCE, aFactorRow, issuesOf } from '../support/builders.js';

const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(emissionFactorSchema, aFactorRow(changes))).map(({ code, at }) => [code, at?.path]);

describe('emissionFactorSchema', () => {
  test('a factor is read with everything it may say of itself', () => {
    const full = {
      ...aFactorRow({ method: 'spend-based', per: 'EUR', co2e: '0.30' }),
      priceYear: 2019,
      priceBasis: 'purchaser',
      vat: 'excluded',
      aviationNonCo2: 'excluded',
      part: 'well-to-tank',
      region: 'FI',
      gases: { CO2: '0.28', 'CH4-fossil': 0, 'CH4-biogenic': '0', N2O: '0.0001', SF6: '0', NF3: '0' },
      biogenicCo2: '0.01',
      uncertainty: '0.25',
      basis: 'derived',
      note: 'a mean of three',
      extended: { validFrom: '2021-01-01', validTo: '2021-12-31', reason: 'one edition' },
    };
    expect(JSON.parse(JSON.stringify(orThrow(readWith(emissionFactorSchema, full))))).toEqual({
      ...full,
      co2e: '0.3',
      gases: { CO2: '0.28', 'CH4-fossil': '0', 'CH4-biogenic': '0', N2O: '0.0001', SF6: '0', NF3: '0' },
    });
  });

  test('zero is a value', () => {
    expect(decimalText(orThrow(readWith(emissionFactorSchema, aFactorRow({ co2e: 0 }))).co2e)).toBe('0');
  });

  test.each(CALCULATION_METHODS)('the method may be %s', (method) => {
    expect(orThrow(readWith(emissionFactorSchema, aFactorRow({ method }))).method).toBe(method);
  });

  test.each(['AR4', 'AR5', 'AR6', 'not-stated'])('the warming potentials may be of %s', (gwp) => {
    expect(orThrow(readWith(emissionFactorSchema, aFactorRow({ gwp }))).gwp).toBe(gwp);
  });

  test.each(['id', 'key', 'method', 'per', 'co2e', 'gwp', 'validFrom', 'validTo', 'source'])(
    'without its %s it is no factor',
    (field) => {
      expect(faults({ [field]: undefined })).toEqual([['missing-field', field]]);
    },
  );

  test.each([
    [{ co2e: '-0.1' }, 'invalid-value', 'co2e'],
    [{ co2e: 'n/a' }, 'invalid-number', 'co2e'],
    [{ co2e: null }, 'invalid-number', 'co2e'],
    [{ gwp: 'AR3' }, 'invalid-value', 'gwp'],
    [{ method: 'spend' }, 'invalid-value', 'method'],
    [{ validFrom: '2021' }, 'invalid-date', 'validFrom'],
    [{ validTo: '2021-02-29' }, 'invalid-date', 'validTo'],
    [{ source: { ...SOURCE, publisher: '' } }, 'invalid-value', 'source.publisher'],
    [{ priceYear: '2019' }, 'invalid-value', 'priceYear'],
    [{ priceYear: 1889 }, 'invalid-value', 'priceYear'],
    [{ priceBasis: 'producer' }, 'invalid-value', 'priceBasis'],
    [{ vat: 'net' }, 'invalid-value', 'vat'],
    [{ aviationNonCo2: true }, 'invalid-value', 'aviationNonCo2'],
    [{ gases: { CH4: '1' } }, 'unknown-key', 'gases.CH4'],
    [{ gases: { CO2: '-1' } }, 'invalid-value', 'gases.CO2'],
    [{ biogenicCo2: '-1' }, 'invalid-value', 'biogenicCo2'],
    [{ uncertainty: '5 %' }, 'invalid-number', 'uncertainty'],
    [{ basis: 'guessed' }, 'invalid-value', 'basis'],
    [{ extended: { validFrom: '2021-01-01', validTo: '2021-12-31' } }, 'missing-field', 'extended.reason'],
    [{ value: '0.1' }, 'unknown-key', 'value'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test.each(['kgCO2e', 'tCO2e', 'kgCO2e/kWh', 'kwh', 'constructor', 7, ['kWh'], null])('per %o is refused', (per) => {
    expect(faults({ per })).toEqual([['unknown-unit', 'per']]);
  });

  test('a unit nobody knows is named with the nearest', () => {
    expect(issuesOf(readWith(emissionFactorSchema, aFactorRow({ per: 'liter' })))).toEqual([
      {
        code: 'unknown-unit',
        severity: 'error',
        message: '"liter" is not a unit a factor can be stated per. Did you mean litre, EUR, or SEK?',
        detail: { unit: 'liter', nearest: ['litre', 'EUR', 'SEK'] },
        at: { path: 'per' },
      },
    ]);
  });
});

describe('perDimension', () => {
  test('every currency is money, and everything else is what its unit measures', () => {
    expect(CURRENCIES.map(perDimension)).toEqual(CURRENCIES.map(() => 'money'));
    expect((['kWh', 'GJ', 'litre', 'passenger-km', 'client-day'] as const).map(perDimension)).toEqual([
      'energy',
      'energy',
      'volume',
      'passenger-distance',
      'client-day',
    ]);
  });
});
