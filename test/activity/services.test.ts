import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { accommodationSchema, laundrySchema, mealsSchema, waterSchema } from '../../src/activity/services.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const common = { id: 's-1', date: '2021-05-04' };

describe.each([
  ['waterSchema', waterSchema, 'water', 'service', 'supply', ['litre', 'cubic-metre'], 'tonne'],
  ['mealsSchema', mealsSchema, 'meals', 'menu', 'meal-vegetarian', ['meal'], 'piece'],
  ['laundrySchema', laundrySchema, 'laundry', 'service', 'laundry', ['kg', 'tonne'], 'piece'],
  [
    'accommodationSchema',
    accommodationSchema,
    'accommodation',
    'service',
    'reception-centre',
    ['accommodation-night'],
    'client-day',
  ],
] as const)('%s', (_, one, kind, key, name, units, other) => {
  const schema: z.ZodType = one;
  const record = { ...common, kind, [key]: name, amount: { value: '37.5', unit: units[0] } };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(schema, { ...record, ...changes })).map(({ code, at }) => [code, at?.path]);

  test.each(units)(`its ${key} and its amount in %s are read`, (unit) => {
    expect(orThrow(readWith(schema, { ...record, amount: { value: '37.5', unit } }))).toEqual({
      ...record,
      amount: quantity('37.5', unit),
    });
  });

  test.each([
    [{ [key]: undefined }, 'missing-field', key],
    [{ [key]: '' }, 'invalid-value', key],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: units[0] } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: other } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '1', unit: 'EUR' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: 'many', unit: units[0] } }, 'invalid-number', 'amount.value'],
    [{ product: 'catering' }, 'unknown-key', 'product'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(schema, { ...record, amounts: '1' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['amount']);
  });
});

describe('the service of water', () => {
  const water = { ...common, kind: 'water', amount: { value: '1', unit: 'cubic-metre' } };

  test.each(['supply', 'treatment'])('may be %s', (service) => {
    expect(orThrow(readWith(waterSchema, { ...water, service })).service).toBe(service);
  });

  test('is one of the two', () => {
    expect(
      issuesOf(readWith(waterSchema, { ...water, service: 'heating' })).map(({ code, at }) => [code, at?.path]),
    ).toEqual([['invalid-value', 'service']]);
  });
});
