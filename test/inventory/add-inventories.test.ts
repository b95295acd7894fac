import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { addInventories } from '../../src/inventory/add-inventories.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { Inventory } from '../../src/inventory/inventory.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { warningIssue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import {
  aFactorRow,
  aLine,
  aPurchaseRow,
  aSpendFactorRow,
  anActivityRow,
  anInventory,
  anInventoryInput,
  codesOf,
  deepFreeze,
  issuesOf,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const factors = [aFactorRow(), aSpendFactorRow({ priceYear: 2021, basis: 'assumed' })];
const inventoryOf = (rows: readonly Row[]) =>
  orThrow(calculateInventory(anInventoryInput(rows, factors, { residualMix: 'grid-average' })));

describe('addInventories', () => {
  test('parts of one list are the inventory of the whole list: its lines, its totals, every warning once', () => {
    const rows = [
      aPurchaseRow(),
      anActivityRow(),
      aPurchaseRow({ id: 'p-2', basis: 'estimated', amount: { value: '-0.01', unit: 'EUR' } }),
      anActivityRow({ id: 'e-2', contractHolder: 'landlord' }),
    ];
    const parts = deepFreeze([inventoryOf(rows.slice(0, 2)), inventoryOf(rows.slice(2))]);
    const added = addInventories(parts);
    const whole = inventoryOf(rows);
    const sum = orThrow(added);
    expect(sum.lines).toEqual(whole.lines);
    expect({ ...sum, warnings: [] }).toEqual({ ...whole, warnings: [] });
    for (const scope2 of ['location-based', 'market-based'] as const) {
      expect(totalEmissions(sum, { scope2 })).toEqual(totalEmissions(whole, { scope2 }));
    }
    expect(codesOf(added)).toEqual(['factor-assumed', 'activity-estimated']);
    expect(sum.warnings).toEqual(added.issues);
  });

  test('one is itself, and none is an issue', () => {
    const one = anInventory([aLine('1')]);
    expect(orThrow(addInventories([one]))).toEqual(one);
    expect(issuesOf(addInventories([]))).toMatchObject([
      {
        code: 'inventories-differ',
        message: 'There is no inventory to add.',
        detail: { field: 'inventories', position: 0 },
      },
    ]);
  });

  test.each<[keyof Inventory, Partial<Inventory>]>([
    ['organisation', { organisation: 'Another agency' }],
    ['boundary', { boundary: { consolidation: 'equity-share', exclusions: [] } }],
    ['period', { period: calendarYear(2019) }],
    ['gwp', { gwp: 'AR6' }],
    ['factors', { factors: { id: 'invented', edition: '2' } }],
    ['aviationNonCo2', { aviationNonCo2: 'included' }],
    ['residualMix', { residualMix: 'grid-average' }],
    ['upstream', { upstream: 'excluded' }],
  ])('another %s is an issue that names it and the position', (field, changes) => {
    const outcome = addInventories([anInventory([]), anInventory([]), anInventory([], changes)]);
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['inventories-differ', { field, position: 3 }],
    ]);
    expect(issuesOf(outcome)[0]?.message).toContain(`${field} of number 3 differs from the first`);
  });

  test('an id that two parts share is an issue, beside all that differs', () => {
    const parts = [anInventory([aLine('1')]), anInventory([aLine('2')], { gwp: 'AR4' })];
    expect(issuesOf(addInventories(parts)).map(({ code, detail }) => [code, detail])).toEqual([
      ['inventories-differ', { field: 'gwp', position: 2 }],
      ['duplicate-id', { id: 'line-1', rows: [1, 2] }],
    ]);
  });

  test('a warning of two parts is kept once, and two that differ are two', () => {
    const warning = (kept: string) => warningIssue('activity-cut', { message: 'cut', detail: { kept, whole: 'all' } });
    const parts = [
      ['a', 'b'],
      ['b', 'c'],
    ].map((names) => anInventory([], { warnings: names.map(warning) }));
    expect(orThrow(addInventories(parts)).warnings).toEqual(['a', 'b', 'c'].map(warning));
  });
});
