import { describe, expect, test } from 'vitest';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { supplierReportedDraft } from '../../src/emission/supplier-reported.js';
import { emissionsOf } from '../../src/emission/product-of-terms.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aContext, anActivity } from '../support/builders.js';

const whole = { from: '2021-04-01', to: '2022-03-31' };
const statement = (unit: string) =>
  anActivity(
    {
      id: 's-1',
      period: whole,
      scope3Category: 'employee-commuting',
      amount: { value: '73', unit },
      source: 'annual statement',
    },
    'supplier-reported',
  );
const draft = (unit: string, kept = whole) =>
  supplierReportedDraft(statement(unit), kept, prepareContext(aContext([])));

describe('supplierReportedDraft', () => {
  test('kilograms are taken as stated, in the category of the statement, without a factor', () => {
    const found = draft('kgCO2e');
    expect(found).toMatchObject({
      scope: 3,
      category: 'employee-commuting',
      method: 'supplier-specific',
      part: whole,
    });
    expect(found.factor).toBeUndefined();
    expect(found.terms.map(({ name }) => name)).toEqual(['amount']);
    expect(emissionsOf(found.terms)).toEqual(quantity('73', 'kgCO2e'));
  });

  test('tonnes become kilograms, and days outside are left out', () => {
    // 73 000 · 275 ÷ 365
    const { terms } = draft('tCO2e', { from: '2021-04-01', to: '2021-12-31' });
    expect(terms.map(({ name }) => name)).toEqual(['amount', 'unit', 'days']);
    expect(emissionsOf(terms)).toEqual(quantity('55000', 'kgCO2e'));
  });
});
