import { describe, expect, test } from 'vitest';
import { CONSOLIDATIONS, consolidatedShare, operationSchema } from '../../src/emission/operation.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { parseBoundary } from '../../src/inventory/boundary.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import {
  aFactorRow,
  aPurchaseRow,
  aSpendFactorRow,
  anInventoryInput,
  codesOf,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const operation = (name: string, equity: readonly string[], changes: Row = {}): Row => ({
  name,
  equity,
  financialControl: 'not-held',
  operationalControl: 'not-held',
  ...changes,
});
const boundaryOf = (consolidation: string, operations: readonly Row[]) =>
  parseBoundary({ consolidation, exclusions: [], operations });
const statement = (id: string, tonnes: string, changes: Row = {}): Row => ({
  id,
  kind: 'supplier-reported',
  date: '2021-12-31',
  scope3Category: 'business-travel',
  amount: { value: tonnes, unit: 'tCO2e' },
  source: 'annual statement',
  ...changes,
});
const outcome = (
  consolidation: string,
  operations: readonly Row[],
  rows: readonly Row[],
  factors: readonly Row[] = [],
) => calculateInventory(anInventoryInput(rows, factors, { boundary: orThrow(boundaryOf(consolidation, operations)) }));
const total = (...given: Parameters<typeof outcome>) =>
  totalEmissions(orThrow(outcome(...given)), { scope2: 'location-based' });

describe('the part of an operation that is counted', () => {
  /** Shares under operational control, financial control and equity share. */
  const shares = (row: Row) =>
    CONSOLIDATIONS.map((consolidation) => decimalText(consolidatedShare(operationSchema.parse(row), consolidation)));

  test.each<[string, Row, readonly string[]]>([
    ['held financially', operation('x', ['0.4'], { financialControl: 'held' }), ['0', '1', '0.4']],
    ['held operationally', operation('x', ['0.4'], { operationalControl: 'held' }), ['1', '0', '0.4']],
    ['held jointly', operation('x', ['0.5'], { financialControl: 'joint' }), ['0', '0.5', '0.5']],
    ['held not at all', operation('x', ['0.4']), ['0', '0', '0.4']],
    ['owned wholly', operation('x', ['1'], { operationalControl: 'held' }), ['1', '0', '1']],
    ['not owned', operation('x', ['0'], { operationalControl: 'held' }), ['1', '0', '0']],
    ['owned through another (CONS-2)', operation('x', ['0.83', '0.50']), ['0', '0', '0.415']],
    [
      'held jointly by a company that is held (CONS-2)',
      operation('x', ['0.83', '0.50'], { financialControl: 'joint' }),
      ['0', '0.5', '0.415'],
    ],
  ])('%s is by operational control, financial control and equity %j', (_, row, expected) => {
    expect(shares(row)).toEqual(expected);
  });

  test('three operations come to the published totals (CONS-1)', () => {
    const operations = [
      operation('wholly', ['1'], { financialControl: 'held' }),
      operation('half', ['0.5'], { financialControl: 'held' }),
      operation('quarter', ['0.25']),
    ];
    const rows = [
      statement('a', '10000', { operation: 'wholly' }),
      statement('b', '8000', { operation: 'half' }),
      statement('c', '6000', { operation: 'quarter' }),
    ];
    expect(total('equity-share', operations, rows)).toEqual(quantity('15500', 'tCO2e'));
    expect(total('financial-control', operations, rows)).toEqual(quantity('18000', 'tCO2e'));
    expect(total('operational-control', operations, rows)).toEqual(quantity('0', 'tCO2e'));
  });

  test('is a term of its own before the factor, also for biogenic CO2 (CV-L02)', () => {
    const fuel = aFactorRow({
      id: 'oil',
      key: 'oil',
      method: 'fuel-based',
      per: 'litre',
      co2e: '2.66',
      biogenicCo2: '0.5',
    });
    const burnt = {
      id: 'f',
      kind: 'mobile-combustion',
      date: '2021-03-01',
      fuel: 'oil',
      amount: { value: '1000', unit: 'litre' },
      operation: 'x',
    };
    const [line] = orThrow(outcome('equity-share', [operation('x', ['0.4'])], [burnt], [fuel])).lines;
    expect(termsOfLine(line)).toEqual([
      ['amount', '1000', '1'],
      ['share', '0.4', '1'],
      ['factor', '2.66', '1'],
    ]);
    expect(line?.terms[1]).toMatchObject({ of: 'own share of x' });
    expect([line?.emissions, line?.biogenicCo2]).toEqual([
      quantity('1064', 'kgCO2e'),
      quantity('200', 'kgCO2-biogenic'),
    ]);
  });

  test('is no term where all of it is counted', () => {
    const operations = [operation('x', ['0.4'], { operationalControl: 'held' })];
    const rows = [aPurchaseRow({ operation: 'x' })];
    const { lines } = orThrow(outcome('operational-control', operations, rows, [aSpendFactorRow({ priceYear: 2021 })]));
    expect(termsOfLine(lines[0])).toEqual([
      ['amount', '1000', '1'],
      ['factor', '0.3', '1'],
    ]);
  });
});

describe('an operation that the approach leaves out', () => {
  const operations = [operation('joint', ['0.4']), operation('idle', ['0'])];
  const rows = [
    statement('own', '1'),
    statement('a', '5', { operation: 'joint', date: '2020-12-31' }),
    aPurchaseRow({ id: 'b', operation: 'joint', product: 'without a factor' }),
    statement('c', '5', { operation: 'joint' }),
  ];

  test('has no lines and needs no factors, and one warning with its count in the period', () => {
    const found = outcome('operational-control', operations, rows);
    expect(kilogramsOf(orThrow(found).lines)).toEqual([['own', '1000']]);
    expect(found.issues).toMatchObject([
      { code: 'activity-outside-period', detail: { count: 1, first: 'a' } },
      { code: 'operation-not-consolidated', detail: { operation: 'joint', count: 2, first: 'b' } },
    ]);
    expect(found.issues[1]?.message).toBe(
      '2 activities of joint left out: operational-control counts none of it; the first is b. What the organisation owns of it belongs to scope 3, investments.',
    );
  });

  test('without activities is not spoken of, and neither is one that is counted', () => {
    expect(codesOf(outcome('operational-control', operations, rows.slice(0, 2)))).toEqual(['activity-outside-period']);
    expect(
      codesOf(outcome('equity-share', [operation('joint', ['0.4'])], [statement('c', '5', { operation: 'joint' })])),
    ).toEqual([]);
  });
});

describe('an operation that the boundary does not name', () => {
  test('is an issue with the nearest name', () => {
    const found = outcome(
      'equity-share',
      [operation('Joint centre', ['0.4'])],
      [statement('a', '1', { operation: 'Joint center' })],
    );
    expect(issuesOf(found)).toMatchObject([
      {
        code: 'operation-unknown',
        detail: { operation: 'Joint center', nearest: ['Joint centre'] },
        at: { row: 1, activityId: 'a', path: 'operation' },
      },
    ]);
  });

  test('is an issue where the boundary names none', () => {
    const rows = [statement('a', '1', { operation: 'x' })];
    expect(codesOf(calculateInventory(anInventoryInput(rows, [])))).toEqual(['operation-unknown']);
  });
});
