import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aFactorRow, anActivityRow, anInventoryInput, codesOf, issuesOf, kilogramsOf } from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const fuel = (id: string, co2e: string, changes: Row = {}) =>
  aFactorRow({ id, key: 'oil', method: 'fuel-based', per: 'litre', co2e, ...changes });
const oil = fuel('oil', '2.66');
const wellToTank = fuel('wtt', '0.61', { part: 'well-to-tank' });
const grid = aFactorRow({ id: 'grid', co2e: '0.1' });
const gridPart = (id: string, part: string, co2e: string) => aFactorRow({ id, part, co2e });
const GRID_PARTS = [
  gridPart('td-wtt', 'well-to-tank-of-transmission-and-distribution', '0.002'),
  gridPart('grid-wtt', 'well-to-tank', '0.03'),
  gridPart('td', 'transmission-and-distribution', '0.01'),
];
const car: Row = {
  id: 'car',
  kind: 'mobile-combustion',
  date: '2021-03-01',
  fuel: 'oil',
  amount: { value: '1000', unit: 'litre' },
};
const boiler = (contractHolder: string): Row => ({
  ...car,
  id: 'boiler',
  kind: 'stationary-combustion',
  contractHolder,
});
const meter = (changes: Row = {}) =>
  anActivityRow({ date: '2021-03-01', period: undefined, amount: { value: '1000', unit: 'kWh' }, ...changes });
const driven: Row = {
  id: 'v',
  kind: 'vehicle-distance',
  date: '2021-03-01',
  vehicle: 'van',
  amount: { value: '100', unit: 'vehicle-km' },
};
const van = (changes: Row = {}) =>
  aFactorRow({ id: 'van', key: 'van', method: 'distance-based', per: 'vehicle-km', co2e: '0.2', ...changes });

function outcome(rows: readonly Row[], factors: readonly Row[], changes: Partial<InventoryInput> = {}) {
  return calculateInventory(anInventoryInput(rows, factors, { residualMix: 'grid-average', ...changes }));
}
const linesOf = (...given: Parameters<typeof outcome>) => orThrow(outcome(...given)).lines;

describe('upstream lines', () => {
  test('the way of a fuel to its user is a line of its own in category 3 (CV-L18)', () => {
    const lines = linesOf([car], [oil, wellToTank]);
    expect(kilogramsOf(lines)).toEqual([
      ['car', '2660'],
      ['car/well-to-tank', '610'],
    ]);
    expect(lines[1]).toMatchObject({
      scope: 3,
      category: 'fuel-and-energy-related-activities',
      method: 'fuel-based',
      factorId: 'wtt',
    });
    expect(totalEmissions(orThrow(outcome([car], [oil, wellToTank])), { scope2: 'market-based' })).toEqual(
      quantity('3.27', 'tCO2e'),
    );
  });

  test('electricity has three, on all that was consumed and without a basis', () => {
    const lines = linesOf([meter()], [grid, ...GRID_PARTS]);
    expect(kilogramsOf(lines)).toEqual([
      ['e-1/location-based', '100'],
      ['e-1/market-based', '100'],
      ['e-1/well-to-tank', '30'],
      ['e-1/transmission-and-distribution', '10'],
      ['e-1/well-to-tank-of-transmission-and-distribution', '2'],
    ]);
    expect(lines.slice(2).map(({ scope, category, basis }) => [scope, category, basis])).toEqual(
      GRID_PARTS.map(() => [3, 'fuel-and-energy-related-activities', undefined]),
    );
  });

  test('the reporter’s own part of a meter is its part of the upstream too', () => {
    const shared = meter({ allocation: { by: 'floor area', own: '1', total: '4' } });
    expect(kilogramsOf(linesOf([shared], [grid, ...GRID_PARTS.slice(1, 2)])).at(-1)).toEqual([
      'e-1/well-to-tank',
      '7.5',
    ]);
  });

  test('vehicles by distance and by electricity have theirs', () => {
    const electric = {
      id: 'x',
      kind: 'vehicle-electricity',
      date: '2021-03-01',
      grid: 'FI',
      amount: meter()['amount'],
    };
    const lines = linesOf(
      [driven, electric],
      [van(), van({ id: 'w', part: 'well-to-tank', co2e: '0.05' }), grid, ...GRID_PARTS],
    );
    expect(kilogramsOf(lines)).toEqual([
      ['v', '20'],
      ['v/well-to-tank', '5'],
      ['x/location-based', '100'],
      ['x/market-based', '100'],
      ['x/well-to-tank', '30'],
      ['x/transmission-and-distribution', '10'],
      ['x/well-to-tank-of-transmission-and-distribution', '2'],
    ]);
    expect(lines[0]).toMatchObject({ scope: 1, category: 'mobile-combustion' });
    expect(lines[2]).toMatchObject({ scope: 2, category: 'purchased-electricity', kind: 'vehicle-electricity' });
  });

  test('the landlord’s energy has none', () => {
    const rows = [boiler('landlord'), meter({ contractHolder: 'landlord' })];
    const ids = linesOf(rows, [oil, wellToTank, grid, ...GRID_PARTS]).map(({ id }) => id);
    expect(ids).toEqual(['boiler', 'e-1/location-based', 'e-1/market-based']);
    expect(codesOf(outcome(rows, [oil, grid], { upstream: 'required' }))).toEqual([]);
  });

  test('where the caller excludes them there are none, and the inventory says so', () => {
    const rows = [boiler('reporter'), meter(), driven];
    const factors = [oil, wellToTank, grid, ...GRID_PARTS, van(), van({ id: 'w', part: 'well-to-tank' })];
    const inventory = orThrow(outcome(rows, factors, { upstream: 'excluded' }));
    expect(inventory.lines.map(({ id }) => id)).toEqual(['boiler', 'e-1/location-based', 'e-1/market-based', 'v']);
    expect(inventory.upstream).toBe('excluded');
  });

  test('where the caller requires them an energy without any is an issue', () => {
    const issues = issuesOf(outcome([car, meter(), driven], [oil, grid, van()], { upstream: 'required' }));
    expect(issues.map(({ code, detail, at }) => [code, detail, at?.activityId])).toEqual([
      ['factor-not-found', { query: 'oil (fuel-based, well-to-tank)', nearest: [] }, 'car'],
      [
        'factor-not-found',
        {
          query:
            'FI (location-based, well-to-tank or transmission-and-distribution or well-to-tank-of-transmission-and-distribution)',
          nearest: [],
        },
        'e-1',
      ],
      ['factor-not-found', { query: 'van (distance-based, well-to-tank)', nearest: [] }, 'v'],
    ]);
  });

  test('an upstream factor of other days, or per another dimension, is an issue and not a gap', () => {
    const later = fuel('wtt', '0.61', { part: 'well-to-tank', validFrom: '2021-04-01' });
    expect(codesOf(outcome([car], [oil, later]))).toEqual(['factor-not-found']);
    const perTonne = aFactorRow({ id: 'td', part: 'transmission-and-distribution', per: 'tonne' });
    expect(codesOf(outcome([meter()], [grid, perTonne]))).toEqual(['factor-not-found']);
    expect(
      codesOf(outcome([driven], [van(), van({ id: 'w', part: 'well-to-tank', validFrom: '2021-04-01' })])),
    ).toEqual(['factor-not-found']);
  });
});

describe('upstream-missing', () => {
  const steam = aFactorRow({ id: 'peat', key: 'peat', method: 'fuel-based', per: 'kg', co2e: '1' });
  const peat = { ...car, id: 'peat', fuel: 'peat', amount: { value: '1', unit: 'kg' } };

  test('an energy without an upstream line beside others that have one is named once', () => {
    const rows = [car, peat, { ...peat, id: 'more' }, meter(), driven];
    const found = outcome(rows, [oil, wellToTank, steam, grid, van()]);
    expect(found.issues).toMatchObject([
      { code: 'upstream-missing', severity: 'warning', detail: { keys: ['FI', 'peat', 'van'] } },
    ]);
  });

  test('nobody is warned where no energy or every energy has one, or where the caller has decided', () => {
    expect(codesOf(outcome([peat, meter()], [steam, grid]))).toEqual([]);
    expect(codesOf(outcome([car, meter()], [oil, wellToTank, grid, ...GRID_PARTS]))).toEqual([]);
    expect(codesOf(outcome([car, peat], [oil, wellToTank, steam], { upstream: 'excluded' }))).toEqual([]);
  });

  test('what is scope 3 anyway is not looked at', () => {
    const rows = [car, meter({ contractHolder: 'landlord' })];
    expect(codesOf(outcome(rows, [oil, wellToTank, grid]))).toEqual([]);
  });
});
