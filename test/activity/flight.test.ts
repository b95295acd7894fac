import { describe, expect, test } from 'vitest';
import { flightSchema } from '../../src/activity/flight.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const timed = { id: 't-1', kind: 'flight', date: '2021-03-02', cabin: 'economy' };
const flight = { ...timed, haul: 'short', amount: { value: '1800', unit: 'passenger-km' } };
const helsinki = { airport: 'HEL' };
const brussels = { latitude: '50.901402', longitude: '4.48444', territory: 'BE' };
const route = { from: helsinki, to: brussels, passengers: '4' };

const found = (input: unknown) => issuesOf(readWith(flightSchema, input)).map(({ code, at }) => [code, at?.path]);

describe('flightSchema', () => {
  test('haul, cabin and passenger-kilometres are read', () => {
    expect(orThrow(readWith(flightSchema, flight))).toEqual({ ...flight, amount: quantity('1800', 'passenger-km') });
  });

  test.each([
    [{ cabin: '' }, 'invalid-value', 'cabin'],
    [{ cabin: undefined }, 'missing-field', 'cabin'],
    [{ haul: 7 }, 'invalid-value', 'haul'],
    [{ amount: { value: '1800', unit: 'km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-1800', unit: 'passenger-km' } }, 'negative-amount', 'amount'],
    [{ aviationNonCo2: 'included' }, 'unknown-key', 'aviationNonCo2'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...flight, ...changes })).toEqual([[code, path]]);
  });

  test('passenger-kilometres alone do not say their haul', () => {
    expect(found({ ...flight, haul: undefined })).toEqual([['missing-field', 'haul']]);
  });

  test('a route beside kilometres without their haul is one fault too many, and both are said', () => {
    expect(found({ ...flight, haul: undefined, route })).toEqual([
      ['invalid-value', 'amount'],
      ['missing-field', 'haul'],
    ]);
  });

  test.each([
    ['neither', timed],
    ['neither', { ...timed, haul: 'short' }],
    ['both', { ...flight, route }],
  ])('a flight is kilometres or a route: %s is an issue', (value, input) => {
    expect(issuesOf(readWith(flightSchema, input)).map(({ detail, at }) => [detail, at])).toEqual([
      [{ value, expected: 'amount or route', nearest: [] }, { path: 'amount' }],
    ]);
  });

  describe('a route', () => {
    const places = (changes: Record<string, unknown>) => found({ ...timed, route: { ...route, ...changes } });

    test('runs between airports or points, and may leave its haul to the edition', () => {
      for (const haul of [{}, { haul: 'short' }]) {
        const read = orThrow(readWith(flightSchema, { ...timed, ...haul, route }));
        expect(JSON.parse(JSON.stringify(read))).toEqual({ ...timed, ...haul, route });
      }
    });

    test('from the south and the west, without a territory, is one too', () => {
      const to = { latitude: '-33.9461', longitude: '-180' };
      const read = orThrow(readWith(flightSchema, { ...timed, route: { ...route, to } }));
      expect(read.route?.to).toEqual({
        latitude: quantity('-33.9461', 'km').value,
        longitude: quantity('-180', 'km').value,
      });
    });

    test('may be flown by a part of a person: a share that somebody else pays', () => {
      const read = orThrow(readWith(flightSchema, { ...timed, route: { ...route, passengers: '0.5' } }));
      expect(read.route?.passengers).toEqual(quantity('0.5', 'km').value);
    });

    test.each([
      [{ from: undefined }, 'missing-field', 'route.from'],
      [{ to: undefined }, 'missing-field', 'route.to'],
      [{ passengers: undefined }, 'missing-field', 'route.passengers'],
      [{ passengers: '0' }, 'invalid-value', 'route.passengers'],
      [{ passengers: '-1' }, 'invalid-value', 'route.passengers'],
      [{ passengers: 'two' }, 'invalid-number', 'route.passengers'],
      [{ from: 'HEL' }, 'invalid-value', 'route.from'],
      [{ from: { latitude: '50.9', longitude: 'east' } }, 'invalid-number', 'route.from.longitude'],
      [{ from: { ...helsinki, city: 'Helsinki' } }, 'unknown-key', 'route.from.city'],
      [{ to: { latitude: '90.5', longitude: '4' } }, 'invalid-value', 'route.to.latitude'],
      [{ to: { latitude: '50', longitude: '-180.5' } }, 'invalid-value', 'route.to.longitude'],
      [{ to: { latitude: '50' } }, 'missing-field', 'route.to.longitude'],
      [{ to: { ...brussels, territory: '' } }, 'invalid-value', 'route.to.territory'],
      [{ to: { ...brussels, city: 'Brussels' } }, 'unknown-key', 'route.to.city'],
      [{ return: true }, 'unknown-key', 'route.return'],
    ])('with %o is refused: %s at %s', (changes, code, path) => {
      expect(places(changes)).toEqual([[code, path]]);
    });

    test.each([
      [{}, ['missing-field latitude', 'missing-field longitude']],
      [{ latitude: '91', longitude: 'east' }, ['invalid-value latitude', 'invalid-number longitude']],
      [{ ...helsinki, ...brussels }, ['latitude', 'longitude', 'territory'].map((key) => `unknown-key ${key}`)],
    ])('with an end %o every fault of the end is said at its own field', (end, expected) => {
      for (const side of ['from', 'to']) {
        expect(places({ [side]: end })).toEqual(
          expected.map((fault) => fault.split(' ')).map(([code, field]) => [code, `route.${side}.${field}`]),
        );
      }
    });

    test('an unknown key is named with the nearest', () => {
      const issues = issuesOf(readWith(flightSchema, { ...timed, route: { ...route, passenger: '2' } }));
      expect(issues.map(({ detail }) => detail)).toEqual([{ key: 'passenger', nearest: ['passengers', 'from', 'to'] }]);
    });
  });
});
