import { describe, expect, test } from 'vitest';
import { groundTravelSchema, hotelStaySchema } from '../../src/activity/travel.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

describe('groundTravelSchema', () => {
  const amount = { value: '620.4', unit: 'passenger-km' };
  const travel = { id: 't-1', kind: 'ground-travel', date: '2021-03-02', mode: 'rail-national', amount };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(groundTravelSchema, { ...travel, ...changes })).map(({ code, at }) => [code, at?.path]);

  test.each(['passenger-km', 'vehicle-km'] as const)('a mode and its %s are read', (unit) => {
    const read = orThrow(readWith(groundTravelSchema, { ...travel, amount: { ...amount, unit } }));
    expect(read).toEqual({ ...travel, amount: quantity('620.4', unit) });
  });

  test.each([
    [{ mode: undefined }, 'missing-field', 'mode'],
    [{ mode: '' }, 'invalid-value', 'mode'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'passenger-km' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '1', unit: 'EUR' } }, 'unit-mismatch', 'amount.unit'],
    [{ cabin: 'economy' }, 'unknown-key', 'cabin'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(groundTravelSchema, { ...travel, modes: 'x' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['mode']);
  });
});

describe('hotelStaySchema', () => {
  const amount = { value: '14', unit: 'room-night' };
  const stay = { id: 'h-1', kind: 'hotel-stay', date: '2021-03-02', country: 'SE', amount };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(hotelStaySchema, { ...stay, ...changes })).map(({ code, at }) => [code, at?.path]);

  test('a country and its room-nights are read', () => {
    expect(orThrow(readWith(hotelStaySchema, stay))).toEqual({ ...stay, amount: quantity('14', 'room-night') });
  });

  test.each([
    [{ country: undefined }, 'missing-field', 'country'],
    [{ country: '' }, 'invalid-value', 'country'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'room-night' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'accommodation-night' } }, 'unit-mismatch', 'amount.unit'],
    [{ rooms: '1' }, 'unknown-key', 'rooms'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(hotelStaySchema, { ...stay, county: 'SE' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['country']);
  });
});
