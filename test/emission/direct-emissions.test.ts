import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { emissionsOutsideScopes } from '../../src/inventory/totals-by-gas.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aFactorRow, anInventoryInput, codesOf, issuesOf, kilogramsOf, termsOfLine } from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const given = (value: string, unit: string, changes: Row = {}): Row => ({
  id: 'd',
  kind: 'process-emissions',
  date: '2021-03-01',
  amount: { value, unit },
  source: 'log of the works',
  ...changes,
});
const leak = (refrigerant: string, value: string): Row => ({
  id: 'r',
  kind: 'refrigerant-leakage',
  date: '2021-03-01',
  refrigerant,
  amount: { value, unit: 'kg' },
});
const refrigerant = (key: string, co2e: string, gases: Row, changes: Row = {}) =>
  aFactorRow({ id: key, key, method: 'mass-balance', per: 'kg', co2e, gases, ...changes });
const R410A = refrigerant('R-410A', '1923.5', { 'HFC-32': '0.5', 'HFC-125': '0.5' });

const outcome = (rows: readonly Row[], factors: readonly Row[] = [], gwp: 'AR4' | 'AR5' | 'AR6' = 'AR5') =>
  calculateInventory(anInventoryInput(rows, factors, { gwp }));
const lineOf = (...args: Parameters<typeof outcome>) => orThrow(outcome(...args)).lines[0];

describe('emissions that are given', () => {
  test('a mass of a gas is weighed with the potential of the inventory’s report', () => {
    const methane = given('0.5', 'tonne', { gas: 'CH4-fossil' });
    expect(termsOfLine(lineOf([methane], [], 'AR6'))).toEqual([
      ['amount', '0.5', '1'],
      ['unit', '1000', '1'],
      ['gwp', '29.8', '1'],
    ]);
    expect(lineOf([methane], [], 'AR6')?.terms[2]).toMatchObject({ gas: 'CH4-fossil', set: 'AR6' });
    expect(kilogramsOf(orThrow(outcome([methane], [], 'AR6')).lines)).toEqual([['d', '14900']]);
    expect(kilogramsOf(orThrow(outcome([given('2', 'kg', { gas: 'N2O' })])).lines)).toEqual([['d', '530']]);
  });

  test('CO2e is taken as stated, for the days inside the period, and without a factor', () => {
    const line = lineOf([
      given('0.03', 'tCO2e', { date: undefined, period: { from: '2020-12-31', to: '2021-01-02' } }),
    ]);
    expect(termsOfLine(line)).toEqual([
      ['amount', '0.03', '1'],
      ['unit', '1000', '1'],
      ['days', '2', '3'],
    ]);
    expect(line).toMatchObject({ scope: 1, category: 'process-emissions', method: 'supplier-specific' });
    expect(line?.emissions).toEqual(quantity('20', 'kgCO2e'));
    expect(line?.factorId).toBeUndefined();
  });

  test('what is measured is counted in the category it states', () => {
    const measured = given('7', 'kgCO2e', { kind: 'measured-emissions', category: 'fugitive-emissions' });
    expect(lineOf([measured])).toMatchObject({ scope: 1, category: 'fugitive-emissions', kind: 'measured-emissions' });
  });

  test('a gas that the report does not list is an issue', () => {
    const issues = issuesOf(outcome([given('1', 'kg', { gas: 'HFC-41' })], [], 'AR4'));
    expect(issues.map(({ code, detail, at }) => [code, detail, at])).toEqual([
      ['warming-potential-missing', { id: 'd', gas: 'HFC-41', gwp: 'AR4' }, { row: 1, activityId: 'd' }],
    ]);
  });

  test('a gas of the Montreal Protocol stands outside the scopes, in no total (CV-L20)', () => {
    const inventory = orThrow(outcome([given('85', 'kg', { gas: 'HCFC-22' })]));
    expect(inventory.lines).toMatchObject([{ id: 'd', outsideScopes: 'montreal-protocol-gases' }]);
    expect(totalEmissions(inventory, { scope2: 'location-based' })).toEqual(quantity('0', 'tCO2e'));
    expect(emissionsOutsideScopes(inventory)).toEqual(quantity('149.6', 'tCO2e'));
  });

  test.each([
    ['AR4', ['statement-gwp-differs']],
    ['AR5', []],
    [undefined, []],
  ])('CO2e weighed with %s gives the warnings %j in an inventory of AR5', (gwp, codes) => {
    const statement = {
      ...given('1', 'kgCO2e', { gwp }),
      kind: 'supplier-reported',
      scope3Category: 'business-travel',
    };
    for (const row of [given('1', 'kgCO2e', { gwp }), statement]) expect(codesOf(outcome([row]))).toEqual(codes);
    expect(outcome([statement]).issues.map(({ detail }) => detail)).toEqual(
      codes.map(() => ({ statedGwp: 'AR4', inventoryGwp: 'AR5' })),
    );
  });

  test('a mass is weighed anew whatever the report of its source: there is nothing to warn of', () => {
    expect(codesOf(outcome([given('1', 'kg', { gas: 'N2O', gwp: 'AR4' })]))).toEqual([]);
  });
});

describe('refrigerant that escaped', () => {
  test('is scope 1, fugitive, on the mass shares of its blend in the inventory’s report', () => {
    expect(lineOf([leak('R-410A', '2')], [R410A])).toMatchObject({
      scope: 1,
      category: 'fugitive-emissions',
      method: 'mass-balance',
    });
    // 0.5 · 677 + 0.5 · 3170 = 1923.5; 0.5 · 771 + 0.5 · 3740 = 2255.5; 0.5 · 675 + 0.5 · 3500 = 2087.5
    const kilograms = (['AR5', 'AR6', 'AR4'] as const).map(
      (gwp) => kilogramsOf(orThrow(outcome([leak('R-410A', '2')], [R410A], gwp)).lines)[0]?.[1],
    );
    expect(kilograms).toEqual(['3847', '4511', '4175']);
    expect(codesOf(outcome([leak('R-410A', '2')], [R410A], 'AR6'))).toEqual([]);
  });

  test('the HCFC of a blend is a line of its own outside the scopes', () => {
    const blend = refrigerant('blend', '1218.5', { 'HFC-32': '0.5', 'HCFC-22': '0.5' }, { biogenicCo2: '3' });
    const inventory = orThrow(outcome([leak('blend', '10')], [blend]));
    expect(kilogramsOf(inventory.lines)).toEqual([
      ['r', '3385'],
      ['r/montreal-protocol-gases', '8800'],
    ]);
    expect(inventory.lines.map(({ outsideScopes }) => outsideScopes)).toEqual([undefined, 'montreal-protocol-gases']);
    expect(totalEmissions(inventory, { scope2: 'market-based' })).toEqual(quantity('3.385', 'tCO2e'));
    expect(emissionsOutsideScopes(inventory)).toEqual(quantity('8.8', 'tCO2e'));
  });

  test('a pure HCFC has no line in the scopes', () => {
    const pure = refrigerant('R-22', '1760', { 'HCFC-22': '1' });
    expect(kilogramsOf(orThrow(outcome([leak('R-22', '85')], [pure])).lines)).toEqual([
      ['r/montreal-protocol-gases', '149600'],
    ]);
  });

  test('a blend whose gases leave something out cannot be stated with another report', () => {
    const half = refrigerant('R-410A', '1923.5', { 'HFC-32': '0.5' });
    expect(codesOf(outcome([leak('R-410A', '1')], [half], 'AR6'))).toEqual(['factor-incomplete']);
    expect(codesOf(outcome([leak('R-410A', '1')], [half], 'AR5'))).toEqual([]);
  });
});
