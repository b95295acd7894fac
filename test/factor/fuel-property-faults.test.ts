import { describe, expect, test } from 'vitest';
import { fuelPropertyFaults } from '../../src/factor/fuel-property-faults.js';
import type { FuelProperties } from '../../src/factor/fuel-property.js';
import { SOURCE } from '../support/builders.js';

const record = (fuel: string, validFrom: string, validTo: string): FuelProperties => ({
  fuel,
  validFrom,
  validTo,
  source: SOURCE,
});
const daysOf = (...records: readonly FuelProperties[]) =>
  fuelPropertyFaults(records).map(({ code, detail }) => [code, 'query' in detail && detail.query]);

describe('fuelPropertyFaults', () => {
  test('records that follow one another, or are of different fuels, are in order', () => {
    expect(fuelPropertyFaults([])).toEqual([]);
    expect(
      fuelPropertyFaults([
        record('diesel', '2024-01-01', '2024-12-31'),
        record('diesel', '2023-01-01', '2023-12-31'),
        record('petrol', '2023-01-01', '2024-12-31'),
      ]),
    ).toEqual([]);
  });

  test('two records of one fuel that share a day are an issue that names the fuel and the days', () => {
    expect(
      fuelPropertyFaults([
        record('diesel', '2024-12-31', '2025-12-31'),
        record('petrol', '2024-01-01', '2024-12-31'),
        record('diesel', '2024-01-01', '2024-12-31'),
      ]),
    ).toEqual([
      {
        code: 'factor-ambiguous',
        severity: 'error',
        message: 'Two records state the properties of diesel in 2024-12-31. Keep one, or part their validity.',
        detail: { query: 'properties of diesel in 2024-12-31', ids: ['diesel', 'diesel'] },
        at: { path: 'fuelProperties' },
      },
    ]);
  });

  test('every two that share a day are an issue', () => {
    const twice = record('diesel', '2024-01-01', '2024-12-31');
    expect(daysOf(twice, twice, record('diesel', '2024-07-01', '2025-06-30'))).toEqual([
      ['factor-ambiguous', 'properties of diesel in 2024-01-01..2024-12-31'],
      ['factor-ambiguous', 'properties of diesel in 2024-07-01..2024-12-31'],
      ['factor-ambiguous', 'properties of diesel in 2024-07-01..2024-12-31'],
    ]);
  });

  test('a validity that ends before it begins is an issue at its record', () => {
    const faults = fuelPropertyFaults([
      record('diesel', '2024-01-01', '2024-12-31'),
      record('petrol', '2024-12-31', '2024-01-01'),
    ]);
    expect(faults.map(({ code, detail, at }) => [code, detail, at])).toEqual([
      ['invalid-period', { from: '2024-12-31', to: '2024-01-01' }, { path: 'fuelProperties.1.validTo' }],
    ]);
  });
});
