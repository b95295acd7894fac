import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ACTIVITY_KINDS, ACTIVITY_SCHEMAS, isActivityKind } from '../../src/activity/activity.js';
import type { ActivityKind } from '../../src/activity/activity.js';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

describe('ACTIVITY_KINDS', () => {
  test('the kinds are those of the methodology, and each has its schema', () => {
    expect(ACTIVITY_KINDS).toEqual([
      'purchase',
      'purchased-goods',
      'purchased-electricity',
      'purchased-heat',
      'purchased-cooling',
      'purchased-steam',
      'vehicle-electricity',
      'leased-premises',
      'stationary-combustion',
      'mobile-combustion',
      'vehicle-distance',
      'refrigerant-leakage',
      'process-emissions',
      'measured-emissions',
      'flight',
      'ground-travel',
      'hotel-stay',
      'commuting',
      'remote-work',
      'freight',
      'waste',
      'water',
      'meals',
      'laundry',
      'accommodation',
      'supplier-reported',
    ]);
    const kinds = Object.values(ACTIVITY_SCHEMAS).map(({ shape }) => [...shape.kind.values]);
    expect(kinds).toEqual(ACTIVITY_KINDS.map((kind) => [kind]));
  });
});

describe('isActivityKind', () => {
  test('every kind is one', () => {
    expect(ACTIVITY_KINDS.filter((kind) => !isActivityKind(kind))).toEqual([]);
  });

  test.each(['', 'Purchase', 'purchases', 'constructor', '__proto__', 7, null, undefined, ['flight']])(
    '%o is none',
    (input) => {
      expect(isActivityKind(input)).toBe(false);
    },
  );
});

/** The least that each kind has to say, besides its id, kind and date. */
const LEAST: Readonly<Record<ActivityKind, Readonly<Record<string, unknown>>>> = {
  purchase: { product: 'catering', amount: { value: '1', unit: 'EUR' }, vat: 'excluded' },
  'purchased-goods': { product: 'paper', amount: { value: '1', unit: 'kg' }, method: 'average-data' },
  'purchased-electricity': { grid: 'FI', amount: { value: '1', unit: 'kWh' }, contractHolder: 'reporter' },
  'purchased-heat': { network: 'oulu', amount: { value: '1', unit: 'MWh' }, contractHolder: 'reporter' },
  'purchased-cooling': { network: 'oulu', amount: { value: '1', unit: 'MWh' }, contractHolder: 'reporter' },
  'purchased-steam': { network: 'oulu', amount: { value: '1', unit: 'GJ' }, contractHolder: 'landlord' },
  'vehicle-electricity': { grid: 'FI', amount: { value: '1', unit: 'kWh' } },
  'leased-premises': {
    premises: 'office',
    site: 'oulu',
    amount: { value: '1', unit: 'square-metre' },
    replacedBy: ['purchased-heat'],
  },
  'stationary-combustion': { fuel: 'wood', amount: { value: '1', unit: 'kg' }, contractHolder: 'reporter' },
  'mobile-combustion': { fuel: 'diesel', amount: { value: '1', unit: 'litre' } },
  'vehicle-distance': { vehicle: 'car', amount: { value: '1', unit: 'vehicle-km' } },
  'refrigerant-leakage': { refrigerant: 'R-410A', amount: { value: '1', unit: 'kg' } },
  'process-emissions': { amount: { value: '1', unit: 'kgCO2e' }, source: 'a report' },
  'measured-emissions': {
    amount: { value: '1', unit: 'kgCO2e' },
    source: 'a report',
    category: 'fugitive-emissions',
  },
  flight: { cabin: 'economy', haul: 'short', amount: { value: '1', unit: 'passenger-km' } },
  'ground-travel': { mode: 'rail', amount: { value: '1', unit: 'passenger-km' } },
  'hotel-stay': { country: 'SE', amount: { value: '1', unit: 'room-night' } },
  commuting: { mode: 'bus', amount: { value: '1', unit: 'passenger-km' } },
  'remote-work': { arrangement: 'remote-work', amount: { value: '1', unit: 'working-hour' } },
  freight: { vehicle: 'van', amount: { value: '1', unit: 'tonne-km' }, direction: 'upstream' },
  waste: { material: 'paper', treatment: 'recycled', amount: { value: '1', unit: 'tonne' } },
  water: { service: 'supply', amount: { value: '1', unit: 'cubic-metre' } },
  meals: { menu: 'meal-vegetarian', amount: { value: '1', unit: 'meal' } },
  laundry: { service: 'laundry', amount: { value: '1', unit: 'kg' } },
  accommodation: { service: 'reception-centre', amount: { value: '1', unit: 'accommodation-night' } },
  'supplier-reported': {
    scope3Category: 'capital-goods',
    amount: { value: '1', unit: 'kgCO2e' },
    source: 'a statement',
  },
};

describe.each(ACTIVITY_KINDS)('every activity, here %s,', (kind) => {
  const row: Readonly<Record<string, unknown>> = { id: 'a-1', kind, date: '2021-05-04', ...LEAST[kind] };
  const found = (changes: Readonly<Record<string, unknown>>) =>
    issuesOf(parseActivities([{ ...row, ...changes }])).map(({ code, at }) => [code, at?.path, at?.activityId]);
  const json = (changes: Readonly<Record<string, unknown>> = {}): unknown =>
    JSON.parse(JSON.stringify(orThrow(parseActivities([{ ...row, ...changes }]))));

  test('out and in is the same', () => {
    expect(json()).toEqual([row]);
  });

  test('can say where, from whom, by which document and how it was come by', () => {
    const site = kind === 'leased-premises' ? {} : { site: 'oulu' };
    const common = {
      ...site,
      supplier: 'Yksi Oy',
      reference: 'invoice 4711',
      note: 'read by hand',
      tags: ['kitchen'],
      basis: 'estimated',
      operation: 'joint-office',
    };
    expect(json(common)).toEqual([{ ...row, ...common }]);
  });

  test('needs an id and an amount or what stands for it', () => {
    expect(found({ id: undefined })).toEqual([['missing-field', 'id', undefined]]);
    const hasAlternative = kind === 'flight' || kind === 'commuting';
    expect(found({ amount: undefined })[0]).toEqual([
      hasAlternative ? 'invalid-value' : 'missing-field',
      'amount',
      'a-1',
    ]);
  });

  test('is not below zero, unless it is a purchase', () => {
    const { amount } = LEAST[kind] as { amount: object };
    const negative = { amount: { ...amount, value: '-1' } };
    if (kind === 'purchase') expect(json(negative)).toEqual([{ ...row, ...negative }]);
    else expect(found(negative)).toEqual([['negative-amount', 'amount', 'a-1']]);
  });

  test('is in no unit of something else, and in none of biogenic CO2', () => {
    for (const unit of ['place-day', 'tCO2-biogenic']) {
      expect(found({ amount: { value: '1', unit } })).toEqual([['unit-mismatch', 'amount.unit', 'a-1']]);
    }
    expect(found({ amount: { value: '1', unit: 'pieces' } })).toEqual([['unknown-unit', 'amount.unit', 'a-1']]);
  });

  test('knows its keys: another one is named with the nearest', () => {
    const issues = issuesOf(parseActivities([{ ...row, nota: 'x' }]));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([['unknown-key', 'nota']]);
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['note']);
  });

  test('is read under its own name only', () => {
    const schema: z.ZodType = ACTIVITY_SCHEMAS[kind];
    expect(schema.safeParse({ ...row, kind: 'gardening' }).success).toBe(false);
  });
});
