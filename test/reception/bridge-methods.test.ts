import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { bridgeMethods } from '../../src/reception/bridge-methods.js';
import { aLine, anInventory, issuesOf } from '../support/builders.js';

const of = (year: number, kilograms: string) =>
  anInventory([aLine(kilograms), aLine('5', { id: 'ict', product: 'ict' })], { period: calendarYear(year) });
const both = (year: number, spend: string, nights: string) => ({
  year,
  spendBased: of(year, spend),
  nightBased: of(year, nights),
});
const options = {
  scope2: 'location-based',
  where: ({ product }: { readonly product?: string }) => product !== 'ict',
  switchYear: 2019,
  baseYear: 2018,
} as const;

describe('bridgeMethods', () => {
  test('puts both series side by side and takes the new method from the year of the switch', () => {
    const bridge = orThrow(bridgeMethods([both(2019, '3000', '3300'), both(2018, '4000', '3000')], options));
    expect(bridge.years).toEqual([
      {
        year: 2018,
        spendBased: quantity('4', 'tCO2e'),
        nightBased: quantity('3', 'tCO2e'),
        gap: quantity('-1', 'tCO2e'),
        share: new Decimal('-0.25'),
        official: 'spend-based',
      },
      {
        year: 2019,
        spendBased: quantity('3', 'tCO2e'),
        nightBased: quantity('3.3', 'tCO2e'),
        gap: quantity('0.3', 'tCO2e'),
        share: new Decimal('0.1'),
        official: 'night-based',
      },
    ]);
    expect(bridge.baseYear).toEqual(bridge.years[0]);
    expect(bridge.switchYear).toBe(2019);
  });

  test('without a condition everything in both is compared, and zero has no share', () => {
    const empty = { ...both(2018, '0', '0'), spendBased: anInventory([]) };
    const bridge = orThrow(bridgeMethods([empty], { scope2: 'location-based', switchYear: 2018, baseYear: 2018 }));
    expect(bridge.baseYear.gap).toEqual(quantity('0.005', 'tCO2e'));
    expect(bridge.baseYear).not.toHaveProperty('share');
  });

  test('a base or switch year that was not calculated both ways is an issue', () => {
    const issues = issuesOf(bridgeMethods([both(2020, '1', '1')], options));
    expect(issues.map(({ at, detail }) => [at?.path, detail])).toEqual([
      ['switchYear', { value: '2019', expected: 'one of 2020', nearest: [] }],
      ['baseYear', { value: '2018', expected: 'one of 2020', nearest: [] }],
    ]);
    expect(issuesOf(bridgeMethods([], options))).toHaveLength(2);
  });

  test('a year given twice and an inventory of other days are issues, with their place', () => {
    const wrong = { ...both(2018, '1', '1'), nightBased: of(2019, '1') };
    const issues = issuesOf(bridgeMethods([both(2018, '1', '1'), both(2019, '1', '1'), wrong], options));
    expect(issues.map(({ at }) => at)).toEqual([
      { row: 3, path: 'nightBased' },
      { row: 3, path: 'year' },
    ]);
  });
});
