import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import {
  askedSiteSchema,
  parseAskedSites,
  parseSupplierReturns,
  supplierReturnSchema,
} from '../../src/reception/supplier-return.js';
import { codesOf, issuesOf } from '../support/builders.js';

const power = { value: '61000', unit: 'kWh', grid: 'FI', contractHolder: 'landlord' };
const row = {
  id: 'r-1',
  site: 'koivula',
  period: { from: '2024-01-01', to: '2024-07-31' },
  source: 'form of 5 August',
  electricity: power,
};
const asked = { site: 'koivula', electricity: { unit: 'kWh', grid: 'FI', contractHolder: 'landlord' } };

describe('parseSupplierReturns', () => {
  test('a return is read as it stands, its values exact; zero is a value', () => {
    const meals = [{ menu: 'average', value: 0 }];
    const [read] = orThrow(parseSupplierReturns([{ ...row, meals, note: 'no kitchen' }]));
    expect(read).toEqual({
      ...row,
      note: 'no kitchen',
      electricity: { ...power, value: new Decimal(61000) },
      meals: [{ menu: 'average', value: new Decimal(0) }],
    });
  });

  test('every fault of every row is an issue with its place', () => {
    const { electricity, ...without } = row;
    const outcome = parseSupplierReturns([
      { ...row, electricity: { ...power, unit: 'litre', value: '-1' } },
      { ...row, id: 'b', electricity: { ...electricity, grid: undefined, network: 'town' } },
      { ...row, id: 'c', period: { from: '2024-02-01', to: '2024-01-31' } },
      { ...without, id: 'd' },
      { ...row, id: 'e', meals: [{ menu: 'average', value: '1', unit: 'meal' }] },
      { ...row, id: 'f', water: [{ service: 'waste', unit: 'cubic-meter', value: '1' }] },
      row,
    ]);
    expect(issuesOf(outcome).map(({ code, at }) => [at?.row, at?.path, code])).toEqual([
      [1, 'electricity.value', 'invalid-value'],
      [1, 'electricity.unit', 'unit-mismatch'],
      [2, 'electricity.grid', 'missing-field'],
      [2, 'electricity.network', 'unknown-key'],
      [3, 'period', 'invalid-period'],
      [4, undefined, 'invalid-value'],
      [5, 'meals.0.unit', 'unknown-key'],
      [6, 'water.0.unit', 'unknown-unit'],
      [6, 'water.0.service', 'invalid-value'],
      [7, 'id', 'duplicate-id'],
    ]);
  });

  test('a quantity that stands twice in one return is an issue; another menu or treatment is another quantity', () => {
    const waste = { material: 'mixed', treatment: 'incineration', unit: 'kg', value: '1' };
    const twice = { ...row, waste: [waste, { ...waste, treatment: 'landfill' }, { ...waste, unit: 'tonne' }] };
    expect(issuesOf(parseSupplierReturns([twice])).map(({ message }) => message)).toEqual([
      'The quantity waste/mixed/incineration stands there twice. Add the two up.',
    ]);
  });

  test('a return that states nothing says what to do', () => {
    const { electricity, ...without } = row;
    expect(electricity).toBe(power);
    expect(issuesOf(parseSupplierReturns([{ ...without, waste: [] }]))[0]?.message).toBe(
      'No quantity is named. Name at least one, or take the row out.',
    );
  });
});

describe('parseAskedSites', () => {
  test('the quantities are those of a return without values', () => {
    const row = { ...asked, form: 'apartment', open: { from: '2024-04-15', to: '2024-12-31' }, meals: [{ menu: 'a' }] };
    expect(orThrow(parseAskedSites([row]))).toEqual([row]);
    expect(codesOf(parseAskedSites([{ ...asked, electricity: power }]))).toEqual(['unknown-key']);
  });

  test('open days that end before they begin, and a site that is asked for nothing or twice, are issues', () => {
    const open = { from: '2024-05-01', to: '2024-04-30' };
    expect(
      issuesOf(parseAskedSites([{ ...asked, open }, { site: 'rantala' }])).map(({ code, at }) => [code, at]),
    ).toEqual([
      ['invalid-period', { path: 'open', row: 1 }],
      ['invalid-value', { row: 2 }],
    ]);
    expect(issuesOf(parseAskedSites([asked, asked, asked])).map(({ message }) => message)).toEqual([
      'The site koivula is asked twice. Put its quantities into one row.',
    ]);
  });
});

describe('the schemas', () => {
  test('read rows and refuse keys that they do not know', () => {
    expect(supplierReturnSchema.safeParse(row).success).toBe(true);
    expect(supplierReturnSchema.safeParse({ ...row, oil: power }).success).toBe(false);
    expect(askedSiteSchema.safeParse(asked).success).toBe(true);
    expect(askedSiteSchema.safeParse({ ...asked, source: 'x' }).success).toBe(false);
  });
});
