import { describe, expect, test } from 'vitest';
import { fuelPropertiesSchema } from '../../src/factor/fuel-property.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { SOURCE, issuesOf } from '../support/builders.js';

// Mineral diesel of DEFRA 2024 (density, net calorific value); the gross one is invented.
const diesel = {
  fuel: 'diesel',
  density: '830.565',
  netCalorificValue: '43.031',
  grossCalorificValue: '45.777',
  validFrom: '2024-01-01',
  validTo: '2024-12-31',
  source: SOURCE,
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(fuelPropertiesSchema, { ...diesel, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('fuelPropertiesSchema', () => {
  test('density and both heating values are read digit for digit', () => {
    expect(JSON.parse(JSON.stringify(orThrow(readWith(fuelPropertiesSchema, diesel))))).toEqual(diesel);
  });

  test('what is not stated stays absent', () => {
    const { fuel, validFrom, validTo, source } = diesel;
    const read = orThrow(readWith(fuelPropertiesSchema, { fuel, validFrom, validTo, source }));
    expect([read.density, read.netCalorificValue, read.grossCalorificValue]).toEqual([undefined, undefined, undefined]);
  });

  test.each(['fuel', 'validFrom', 'validTo', 'source'])('without its %s it is no record', (field) => {
    expect(faults({ [field]: undefined })).toEqual([['missing-field', field]]);
  });

  test.each([
    [{ fuel: '' }, 'invalid-value', 'fuel'],
    [{ density: '0' }, 'invalid-value', 'density'],
    [{ density: '-830' }, 'invalid-value', 'density'],
    [{ density: '0.83 kg/l' }, 'invalid-number', 'density'],
    [{ netCalorificValue: '0' }, 'invalid-value', 'netCalorificValue'],
    [{ grossCalorificValue: '-1' }, 'invalid-value', 'grossCalorificValue'],
    [{ validFrom: '2024' }, 'invalid-date', 'validFrom'],
    [{ validTo: '2024-02-30' }, 'invalid-date', 'validTo'],
    [{ source: { ...SOURCE, licence: undefined } }, 'missing-field', 'source.licence'],
    [{ calorificValue: '43' }, 'unknown-key', 'calorificValue'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    expect(
      issuesOf(readWith(fuelPropertiesSchema, { ...diesel, netCalorificvalue: '43' })).map(({ detail }) => detail),
    ).toEqual([{ key: 'netCalorificvalue', nearest: ['netCalorificValue', 'grossCalorificValue', 'source'] }]);
  });
});
