import { describe, expect, test } from 'vitest';
import { calculateEmissions } from '../../src/emission/calculate-emissions.js';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { parseInstruments } from '../../src/factor/energy-instrument.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import {
  SOURCE,
  aContext,
  aFactorRow,
  aPurchaseRow,
  aSpendFactorRow,
  anActivity,
  anActivityRow,
  codesOf,
  deepFreeze,
  issuesOf,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const spend = (changes: Row = {}) => aSpendFactorRow({ priceYear: 2021, ...changes });
const FACTORS = [aFactorRow(), aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.25' }), spend()];

function inputOf(rows: readonly Row[], factors: readonly Row[] = FACTORS, changes: Partial<InventoryInput> = {}) {
  return {
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    ...aContext(factors),
    activities: orThrow(parseActivities(rows)),
    ...changes,
  } satisfies InventoryInput;
}
const calculated = (...given: Parameters<typeof inputOf>) => calculateInventory(inputOf(...given));

describe('calculateInventory', () => {
  test.each([
    ['2021-1-1', '2021-12-31', 'invalid-date'],
    ['2021-12-31', '2021-01-01', 'invalid-period'],
  ])('a period from %s to %s is an issue, and never a figure', (from, to, code) => {
    const input = inputOf([anActivityRow()], FACTORS, { period: { from, to } });
    expect(codesOf(calculateInventory(input))).toEqual([code]);
    expect(calculateInventory(input).ok).toBe(false);
    for (const activity of input.activities) expect(codesOf(calculateEmissions(activity, input))).toEqual([code]);
  });

  test('holds its lines in the order of the activities, and all that was stated', () => {
    const boundary = { consolidation: 'equity-share', exclusions: [{ what: 'a', why: 'b' }] } as const;
    const stated = { aviationNonCo2: 'excluded', residualMix: 'grid-average', boundary } as const;
    const { lines, ...rest } = orThrow(calculated([aPurchaseRow(), anActivityRow()], FACTORS, stated));
    expect(lines.map(({ id }) => id)).toEqual(['p-1', 'e-1/location-based', 'e-1/market-based']);
    expect(rest).toEqual({
      organisation: 'An agency',
      boundary,
      period: calendarYear(2021),
      gwp: 'AR5',
      factors: { id: 'invented', edition: '1' },
      aviationNonCo2: 'excluded',
      residualMix: 'grid-average',
      warnings: [],
    });
  });

  test('what was not stated is not there', () => {
    const inventory = orThrow(calculated([]));
    expect(Object.keys(inventory).sort()).toEqual([
      'boundary',
      'factors',
      'gwp',
      'lines',
      'organisation',
      'period',
      'warnings',
    ]);
    expect(inventory.lines).toEqual([]);
  });

  test('the input is not changed, and the same input gives the same inventory', () => {
    const input = deepFreeze(inputOf([aPurchaseRow(), anActivityRow()]));
    expect(JSON.stringify(calculateInventory(input))).toBe(JSON.stringify(calculateInventory(input)));
  });

  test('one missing factor and there is no inventory; all issues come at once with row and activity', () => {
    const rows = [
      aPurchaseRow({ product: 'interpretation' }),
      aPurchaseRow({ id: 'p-2' }),
      anActivityRow({ grid: 'SE' }),
      aPurchaseRow({ id: 'p-4', vat: 'included' }),
      aPurchaseRow({ id: 'p-5', product: 'interpretation' }),
    ];
    expect(issuesOf(calculated(rows)).map(({ code, severity, at }) => [code, severity, at])).toEqual([
      ['factor-not-found', 'error', { row: 1, activityId: 'p-1' }],
      ['factor-not-found', 'error', { row: 3, activityId: 'e-1' }],
      ['residual-mix-missing', 'error', { row: 3, activityId: 'e-1' }],
      ['vat-rate-missing', 'error', { row: 4, activityId: 'p-4' }],
      ['factor-not-found', 'error', { row: 5, activityId: 'p-5' }],
    ]);
  });

  test('a missing step that many purchases share is an issue of each of them, with its own row', () => {
    const rows = ['p-1', 'p-2', 'p-3'].map((id) => aPurchaseRow({ id }));
    expect(issuesOf(calculated(rows, [spend({ priceYear: 2019 })])).map(({ code, at }) => [code, at])).toEqual([
      ['price-index-missing', { row: 1, activityId: 'p-1' }],
      ['price-index-missing', { row: 2, activityId: 'p-2' }],
      ['price-index-missing', { row: 3, activityId: 'p-3' }],
    ]);
  });

  test('ids that meet when lists are joined are an issue with all their rows, beside all others', () => {
    const read = (row: Row) => anActivity(aPurchaseRow(row), 'purchase');
    const activities = [read({}), read({ id: 'p-2', product: 'x' }), read({}), read({})];
    expect(issuesOf(calculated([], FACTORS, { activities })).map(({ code, detail, at }) => [code, detail, at])).toEqual(
      [
        ['duplicate-id', { id: 'p-1', rows: [1, 3, 4] }, { row: 4, path: 'id' }],
        ['factor-not-found', expect.anything(), { row: 2, activityId: 'p-2' }],
      ],
    );
  });

  test('a repeated id is an issue although everything can be calculated', () => {
    const read = anActivity(aPurchaseRow(), 'purchase');
    expect(codesOf(calculated([], FACTORS, { activities: [read, read] }))).toEqual(['duplicate-id']);
  });

  test('an id that looks like the line of another activity is an issue, not two lines of one name', () => {
    const rows = [anActivityRow(), aPurchaseRow({ id: 'e-1/location-based' })];
    const [issue, ...others] = issuesOf(calculated(rows));
    expect([issue?.code, issue?.severity, others]).toEqual(['duplicate-id', 'error', []]);
    expect(issue).toMatchObject({ detail: { id: 'e-1/location-based', rows: [1, 2] }, at: { path: 'id' } });
  });

  test('an instrument whose name makes a line look like another activity’s is an issue with both activities', () => {
    const meters = ['a', 'other', 'a/b'].map((id) => anActivityRow({ id, date: '2021-03-01', period: undefined }));
    const certificate = (id: string, kilowattHours: string): Row => ({
      id,
      kind: 'certificate',
      energy: 'electricity',
      market: 'FI',
      amount: { value: kilowattHours, unit: 'kWh' },
      co2e: '0',
      gwp: 'AR5',
      validFrom: '2021-01-01',
      validTo: '2021-12-31',
      qualityCriteria: 'met',
      source: SOURCE,
    });
    // b/c covers 1 kWh of a; c covers the other 119 999 of a, and a/b.
    const instruments = orThrow(parseInstruments([certificate('b/c', '1'), certificate('c', '239999')]));
    expect(issuesOf(calculated(meters, FACTORS, { instruments }))).toMatchObject([
      { code: 'duplicate-id', detail: { id: 'a/b/c/market-based', rows: [1, 3] }, at: { path: 'id' } },
    ]);
    expect(calculated(meters.slice(0, 2), FACTORS, { instruments }).ok).toBe(true);
  });

  test('a part of a mix whose name makes it look like another line is an issue too', () => {
    const parts = ['a', 'a/montreal-protocol-gases'];
    const gases = { 'HFC-32': '0.5', 'HCFC-22': '0.5' };
    const blends = parts.map((of) =>
      aFactorRow({ id: of, key: `foam/${of}`, method: 'average-data', per: 'kg', co2e: '1218.5', gases }),
    );
    const waste = {
      id: 'w',
      kind: 'waste',
      date: '2021-03-01',
      material: 'foam',
      amount: { value: '1', unit: 'kg' },
      mix: parts.map((of) => ({ of, share: '0.5' })),
    };
    expect(codesOf(calculated([waste], blends))).toEqual(['duplicate-id']);
    const apart = { ...waste, mix: undefined, treatment: 'a', id: 'w/a' };
    expect(new Set(codesOf(calculated([waste, apart], blends)))).toEqual(new Set(['duplicate-id']));
  });

  test('names with a slash that make no two lines meet are no issue', () => {
    const rows = (...ids: readonly string[]) => ids.map((id) => anActivityRow({ id }));
    expect(calculated(rows('north/1')).ok).toBe(true);
    expect(calculated(rows('north/1', 'north/2')).ok).toBe(true);
    expect(calculated(rows('north', 'north/1', 'north/1/a')).ok).toBe(true);
  });

  test('warnings travel in the outcome and in the inventory: activities, what lies outside, the boundary, factors', () => {
    const rows = [
      aPurchaseRow({ id: 'before', date: '2020-12-31' }),
      aPurchaseRow({ id: 'estimated', basis: 'estimated' }),
      aPurchaseRow({ id: 'after', date: '2022-01-01' }),
      aPurchaseRow({ id: 'cut', date: undefined, period: { from: '2021-12-31', to: '2022-01-01' } }),
    ];
    const boundary = { consolidation: 'operational-control', exclusions: [{ what: 'purchase', why: 'none' }] } as const;
    const outcome = calculated(rows, [spend({ basis: 'assumed', gwp: 'AR4' })], { boundary });
    expect(outcome.issues.map(({ code, severity, at }) => [code, severity, at])).toEqual([
      ['activity-estimated', 'warning', { row: 2, activityId: 'estimated' }],
      ['activity-cut', 'warning', { row: 4, activityId: 'cut' }],
      ['activity-outside-period', 'warning', undefined],
      ['exclusion-contradicted', 'warning', undefined],
      ['factor-assumed', 'warning', undefined],
      ['factor-gwp-differs', 'warning', undefined],
    ]);
    expect(orThrow(outcome).warnings).toEqual(outcome.issues);
  });

  test('one warning for all activities outside, with their count and the first of them', () => {
    const rows = [
      aPurchaseRow(),
      ...['a', 'b'].map((id) => aPurchaseRow({ id, date: '2022-01-01', product: 'unknown' })),
    ];
    const outcome = calculated(rows);
    expect(orThrow(outcome).lines.map(({ activityId }) => activityId)).toEqual(['p-1']);
    expect(outcome.issues).toMatchObject([{ code: 'activity-outside-period', detail: { count: 2, first: 'a' } }]);
  });

  test('a factor behind many lines warns once', () => {
    const rows = ['p-1', 'p-2', 'p-3'].map((id) => aPurchaseRow({ id }));
    expect(codesOf(calculated(rows, [spend({ basis: 'assumed' })]))).toEqual(['factor-assumed']);
  });

  test.each([
    ['a kind', 'purchased-electricity', ['e-1', 'e-2']],
    ['a category', 'upstream-leased-assets', ['e-2']],
  ])('an exclusion of %s that has lines contradicts them, each activity named once', (_, what, activityIds) => {
    const rows = [aPurchaseRow(), anActivityRow(), anActivityRow({ id: 'e-2', contractHolder: 'landlord' })];
    const exclusions = [
      { what: 'employee-commuting', why: 'no data' },
      { what, why: 'no data' },
    ];
    const outcome = calculated(rows, FACTORS, { boundary: { consolidation: 'operational-control', exclusions } });
    expect(outcome.issues).toMatchObject([{ code: 'exclusion-contradicted', detail: { what, activityIds } }]);
  });

  test('shared steps do not make one purchase’s figure another’s', () => {
    const priceIndices = [
      orThrow(parsePriceIndex({ id: 'cpi', currency: 'EUR', source: SOURCE, index: { '2019': '100', '2021': '105' } })),
      orThrow(
        parsePriceIndex({
          id: 'food',
          currency: 'EUR',
          source: SOURCE,
          index: { '2019': '100', '2021': '120' },
          products: ['catering'],
        }),
      ),
    ];
    const factors = [spend({ priceYear: 2019 }), spend({ id: 'food', key: 'catering', priceYear: 2019 })];
    const rows = [
      aPurchaseRow(),
      aPurchaseRow({ id: 'p-2', product: 'catering' }),
      aPurchaseRow({ id: 'p-3', vat: 'included', vatRate: '0.5' }),
      aPurchaseRow({ id: 'p-4', amount: { value: '-10', unit: 'EUR' } }),
    ];
    const inventory = orThrow(calculated(rows, factors, { priceIndices }));
    // 1000 · 100 ÷ 105 · 0.3; 1000 · 100 ÷ 120 · 0.3; 1000 ÷ 1.5 · 100 ÷ 105 · 0.3; −10 · 100 ÷ 105 · 0.3
    expect(inventory.lines.map(({ emissions }) => emissions)).toEqual([
      quantity('285.714285714286', 'kgCO2e'),
      quantity('250', 'kgCO2e'),
      quantity('190.47619047619', 'kgCO2e'),
      quantity('-2.857142857143', 'kgCO2e'),
    ]);
    expect(totalEmissions(inventory, { scope2: 'location-based' })).toEqual(quantity('0.723333333333333', 'tCO2e'));
  });
});
