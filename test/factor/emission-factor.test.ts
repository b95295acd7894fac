import { describe, expect, test } from 'vitest';
import { CALCULATION_METHODS, emissionFactorSchema, perDimension } from '../../src/factor/emission-factor.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { CALORIFIC_BASES } from '../../src/quantity/calorific-basis.js';
import { CURRENCIES } from '../../src/quantity/units.js';
import { GASES } from '../../src/quantity/warming-potential.js';
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
      gasesStatedIn: 'CO2e',
      calorificBasis: 'net',
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
    [{ gases: { methane: '1' } }, 'unknown-key', 'gases.methane'],
    [{ gases: { CO2: '-1' } }, 'invalid-value', 'gases.CO2'],
    [{ gases: { 'HFC-134a': 'n/a' } }, 'invalid-number', 'gases.HFC-134a'],
    [{ gases: ['CO2'] }, 'invalid-value', 'gases'],
    [{ gasesStatedIn: 'kg' }, 'invalid-value', 'gasesStatedIn'],
    [{ calorificBasis: 'lower' }, 'invalid-value', 'calorificBasis'],
    [{ biogenicCo2: '-1' }, 'invalid-value', 'biogenicCo2'],
    [{ uncertainty: '5 %' }, 'invalid-number', 'uncertainty'],
    [{ basis: 'guessed' }, 'invalid-value', 'basis'],
    [{ extended: { validFrom: '2021-01-01', validTo: '2021-12-31' } }, 'missing-field', 'extended.reason'],
    [{ value: '0.1' }, 'unknown-key', 'value'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('any gas of the table of warming potentials may be stated, methane of unknown origin too', () => {
    const gases = Object.fromEntries(GASES.map((gas, index) => [gas, String(index)]));
    const read = orThrow(readWith(emissionFactorSchema, aFactorRow({ gases })));
    expect(JSON.parse(JSON.stringify(read.gases))).toEqual(gases);
  });

  test('a gas nobody knows is named with the nearest', () => {
    expect(issuesOf(readWith(emissionFactorSchema, aFactorRow({ gases: { 'CH4-fosil': '1' } })))).toEqual([
      {
        code: 'unknown-key',
        severity: 'error',
        message: 'The key "CH4-fosil" is not known here. Did you mean CH4-fossil, CH4, or CH4-biogenic?',
        detail: { key: 'CH4-fosil', nearest: ['CH4-fossil', 'CH4', 'CH4-biogenic'] },
        at: { path: 'gases.CH4-fosil' },
      },
    ]);
  });

  test.each(CALORIFIC_BASES)('a fuel per energy may be stated per %s calorific value', (calorificBasis) => {
    expect(orThrow(readWith(emissionFactorSchema, aFactorRow({ calorificBasis }))).calorificBasis).toBe(calorificBasis);
  });

  test.each(['square-metre-year', 'working-hour', 'meal', 'piece', 'room-night', 'tonne-km'] as const)(
    'it may be stated per %s',
    (per) => {
      expect(orThrow(readWith(emissionFactorSchema, aFactorRow({ per }))).per).toBe(per);
    },
  );

  test.each([
    'kgCO2e',
    'tCO2e',
    'kgCO2-biogenic',
    'tCO2-biogenic',
    'kgCO2e/kWh',
    'kwh',
    'constructor',
    7,
    ['kWh'],
    null,
  ])('per %o is refused', (per) => {
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
