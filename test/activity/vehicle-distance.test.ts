import { describe, expect, test } from 'vitest';
import { vehicleDistanceSchema } from '../../src/activity/vehicle-distance.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const driven = {
  id: 'v-1',
  kind: 'vehicle-distance',
  date: '2021-05-04',
  vehicle: 'car-average-diesel',
  amount: { value: '15000', unit: 'vehicle-km' },
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(vehicleDistanceSchema, { ...driven, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('vehicleDistanceSchema', () => {
  test('a class of vehicle and the kilometres it was driven are read', () => {
    expect(orThrow(readWith(vehicleDistanceSchema, driven))).toEqual({
      ...driven,
      amount: quantity('15000', 'vehicle-km'),
    });
  });

  test.each([
    [{ vehicle: undefined }, 'missing-field', 'vehicle'],
    [{ vehicle: '' }, 'invalid-value', 'vehicle'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'vehicle-km' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'passenger-km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '1', unit: 'km' } }, 'unit-mismatch', 'amount.unit'],
    [{ fuel: 'diesel' }, 'unknown-key', 'fuel'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(vehicleDistanceSchema, { ...driven, vehicles: 'x' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['vehicle']);
  });
});
