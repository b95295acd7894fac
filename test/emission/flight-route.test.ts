import { describe, expect, test } from 'vitest';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import { orThrow } from '../../src/outcome.js';
import {
  aFactorRow,
  aFactorSetRow,
  anInventoryInput,
  codesOf,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

/** Invented airports on the equator: their distances are parts of its circumference. */
const airports = [
  { iata: 'AAA', country: 'FI', latitude: '0', longitude: '0' },
  { iata: 'BBB', country: 'FI', latitude: 0, longitude: 1 },
  { iata: 'CCC', country: 'SE', latitude: '0', longitude: '10' },
  { iata: 'DDD', country: 'US', latitude: '0', longitude: '-60' },
  { iata: 'EEE', country: 'BR', latitude: '0', longitude: '-90' },
];
const BY_TERRITORY = { by: 'territory', home: ['FI'], short: ['SE'], long: ['US'] };
const BY_DISTANCE = {
  by: 'distance',
  bands: [
    { haul: 'near', upToKm: '111.195080233533' },
    { haul: 'middle', upToKm: '2000' },
  ],
  beyond: 'far',
};
const HAULS = ['domestic', 'short', 'long', 'international', 'near', 'middle', 'far'];
const factors = HAULS.map((haul) =>
  aFactorRow({
    id: haul,
    key: `${haul}-economy`,
    method: 'distance-based',
    per: 'passenger-km',
    co2e: '0.1',
    aviationNonCo2: 'excluded',
  }),
);
const route = (from: unknown, to: unknown, changes: Row = {}): Row => ({
  id: 't',
  kind: 'flight',
  date: '2021-03-02',
  cabin: 'economy',
  route: { from, to, passengers: '1' },
  ...changes,
});
const between = (from: string, to: string, changes: Row = {}) => route({ airport: from }, { airport: to }, changes);

function outcome(
  rows: readonly Row[],
  haulRule: Row | undefined = BY_TERRITORY,
  changes: Partial<InventoryInput> = {},
) {
  const set = orThrow(parseFactorSet({ ...aFactorSetRow(...factors), haulRule }));
  const given = { factors: set, airports, aviationNonCo2: 'excluded', ...changes } as const;
  return calculateInventory(anInventoryInput(rows, [], given));
}
const fourJourneys = { route: { from: { airport: 'AAA' }, to: { airport: 'CCC' }, passengers: '4' } };
const haulOf = (row: Row, rule?: Row) => orThrow(outcome([row], rule)).lines[0]?.factorId;

describe('a flight along a route', () => {
  test('is the great circle between its airports × journeys × factor', () => {
    const [line] = orThrow(outcome([between('AAA', 'CCC', fourJourneys)])).lines;
    // 10 degrees of a circle of 6371.0088 km: π · 6371.0088 ÷ 18, to 12 decimals
    expect(termsOfLine(line)).toEqual([
      ['amount', '1111.950802335329', '1'],
      ['count', '4', '1'],
      ['factor', '0.1', '1'],
    ]);
    expect(line?.terms[1]).toMatchObject({ of: 'journeys of one person' });
    expect(line).toMatchObject({ scope: 3, category: 'business-travel', method: 'distance-based' });
    // 1111.950802335329 · 4 · 0.1
    expect(line?.emissions.value.toFixed()).toBe('444.780320934132');
  });

  test('coordinates stand for airports, and give the same distance both ways', () => {
    const here = { latitude: '0', longitude: '0', territory: 'FI' };
    const there = { latitude: '0', longitude: '-90', territory: 'US' };
    for (const row of [route(here, there), route(there, here), route({ airport: 'AAA' }, there)]) {
      // a quarter of the equator: π · 6371.0088 ÷ 2 · 0.1
      expect(kilogramsOf(orThrow(outcome([row])).lines)).toEqual([['t', '1000.755722101796']]);
    }
  });

  test('a flight from a place to itself is no distance', () => {
    expect(kilogramsOf(orThrow(outcome([between('AAA', 'AAA')])).lines)).toEqual([['t', '0']]);
  });
});

describe('the haul of a route', () => {
  test.each([
    ['AAA', 'BBB', 'domestic'],
    ['AAA', 'CCC', 'short'],
    ['CCC', 'BBB', 'short'],
    ['AAA', 'DDD', 'long'],
    ['CCC', 'DDD', 'international'],
  ])('by territory from %s to %s is %s', (from, to, haul) => {
    expect(haulOf(between(from, to))).toBe(haul);
  });

  test.each([
    ['BBB', 'near'],
    ['CCC', 'middle'],
    ['DDD', 'far'],
  ])('by distance from AAA to %s is %s: the end of a band belongs to it', (to, haul) => {
    expect(haulOf(between('AAA', to), BY_DISTANCE)).toBe(haul);
    expect(haulOf(route({ latitude: '0', longitude: '0' }, { airport: to }), BY_DISTANCE)).toBe(haul);
  });

  test('that is stated comes before every rule', () => {
    expect(haulOf(between('AAA', 'BBB', { haul: 'long' }))).toBe('long');
    expect(haulOf(between('AAA', 'EEE', { haul: 'long' }))).toBe('long');
  });

  test('that the rule does not know, or no rule, is an issue with both ends', () => {
    const nowhere = { latitude: '1.50', longitude: '-2' };
    const cases: readonly (readonly [Row, string, string])[] = [
      [between('AAA', 'EEE'), 'AAA', 'EEE'],
      [route(nowhere, { airport: 'AAA' }), '1.5,-2', 'AAA'],
      [route({ airport: 'AAA' }, nowhere), 'AAA', '1.5,-2'],
    ];
    for (const [row, from, to] of cases) {
      expect(issuesOf(outcome([row]))).toMatchObject([
        { code: 'haul-not-decided', detail: { from, to }, at: { activityId: 't' } },
      ]);
    }
    const set = orThrow(parseFactorSet(aFactorSetRow(...factors)));
    expect(codesOf(outcome([between('AAA', 'BBB')], undefined, { factors: set }))).toEqual(['haul-not-decided']);
  });
});

describe('a flight that was not read', () => {
  test('and has neither an amount nor a route is no flight of zero kilometres', () => {
    const unread = { id: 't', kind: 'flight', date: '2021-03-02', haul: 'short', cabin: 'economy' } as const;
    expect(outcome([], BY_TERRITORY, { activities: [unread] }).ok).toBe(false);
  });

  test('and has neither a haul nor a route says what is missing', () => {
    const bare = { id: 't', kind: 'flight', date: '2021-03-02', cabin: 'economy' } as const;
    expect(codesOf(outcome([], BY_TERRITORY, { activities: [bare] }))).toEqual(['missing-field']);
  });
});

describe('an airport that is not known', () => {
  test('is an issue for each end, with the nearest codes', () => {
    const issues = issuesOf(outcome([between('AAB', 'CCX')]));
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['airport-unknown', { airport: 'AAB', nearest: expect.arrayContaining(['AAA']) }],
      ['airport-unknown', { airport: 'CCX', nearest: expect.arrayContaining(['CCC']) }],
    ]);
    expect(issues[0]?.message).toContain('The table of airports has no such code');
  });

  test('without a table says so', () => {
    const [issue] = issuesOf(outcome([between('AAA', 'BBB')], BY_TERRITORY, { airports: undefined }));
    expect(issue?.message).toContain('No table of airports is given');
  });
});
