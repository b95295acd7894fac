import { describe, expect, test } from 'vitest';
import { flightSchema } from '../../src/activity/flight.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const flight = {
  id: 't-1',
  kind: 'flight',
  date: '2021-03-02',
  haul: 'short',
  cabin: 'economy',
  amount: { value: '1800', unit: 'passenger-km' },
};

describe('flightSchema', () => {
  test('haul, cabin and passenger-kilometres are read', () => {
    expect(orThrow(readWith(flightSchema, flight))).toEqual({ ...flight, amount: quantity('1800', 'passenger-km') });
  });

  test.each([
    [{ haul: undefined }, 'missing-field', 'haul'],
    [{ cabin: '' }, 'invalid-value', 'cabin'],
    [{ amount: { value: '1800', unit: 'km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-1800', unit: 'passenger-km' } }, 'negative-amount', 'amount'],
    [{ aviationNonCo2: 'included' }, 'unknown-key', 'aviationNonCo2'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    const issues = issuesOf(readWith(flightSchema, { ...flight, ...changes }));
    expect(issues.map(({ code: found, at }) => [found, at?.path])).toEqual([[code, path]]);
  });
});
