import { describe, expect, test } from 'vitest';
import { SCOPE_3_CATEGORY_NAMES } from '../../src/activity/scope-3-category.js';
import { supplierReportedSchema } from '../../src/activity/supplier-reported.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const statement = {
  id: 's-1',
  kind: 'supplier-reported',
  date: '2021-12-31',
  scope3Category: 'purchased-goods-and-services',
  amount: { value: '950.5', unit: 'kgCO2e' },
  source: 'annual statement of the supplier',
};

describe('supplierReportedSchema', () => {
  test.each(SCOPE_3_CATEGORY_NAMES)('emissions stated for %s are read', (scope3Category) => {
    expect(orThrow(readWith(supplierReportedSchema, { ...statement, scope3Category }))).toEqual({
      ...statement,
      scope3Category,
      amount: quantity('950.5', 'kgCO2e'),
    });
  });

  test('tonnes of CO2e are emissions too', () => {
    const { amount } = orThrow(
      readWith(supplierReportedSchema, { ...statement, amount: { value: '1', unit: 'tCO2e' } }),
    );
    expect(amount).toEqual(quantity('1', 'tCO2e'));
  });

  test.each(['AR4', 'AR5', 'AR6'])('it may say that it was weighed with %s', (gwp) => {
    expect(orThrow(readWith(supplierReportedSchema, { ...statement, gwp })).gwp).toBe(gwp);
  });

  test('the reporter’s part of a statement for several customers is read', () => {
    const allocation = { by: 'volume stored', own: '12.5', total: '100' };
    const read = orThrow(readWith(supplierReportedSchema, { ...statement, allocation }));
    expect(JSON.parse(JSON.stringify(read.allocation))).toEqual(allocation);
  });

  test.each([
    [{ gwp: 'not-stated' }, 'invalid-value', 'gwp'],
    [{ allocation: { by: 'area', own: '2', total: '1' } }, 'invalid-value', 'allocation.own'],
    [{ gas: 'CO2' }, 'unknown-key', 'gas'],
    [{ source: undefined }, 'missing-field', 'source'],
    [{ scope3Category: 'stationary-combustion' }, 'invalid-value', 'scope3Category'],
    [{ scope3Category: 1 }, 'invalid-value', 'scope3Category'],
    [{ amount: { value: '950.5', unit: 'kg' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '100', unit: 'EUR' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-950.5', unit: 'kgCO2e' } }, 'negative-amount', 'amount'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    const issues = issuesOf(readWith(supplierReportedSchema, { ...statement, ...changes }));
    expect(issues.map(({ code: found, at }) => [found, at?.path])).toEqual([[code, path]]);
  });
});
