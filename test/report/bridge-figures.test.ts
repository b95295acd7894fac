import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { warningIssue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import { bridgeMethods } from '../../src/reception/bridge-methods.js';
import { bridgeFigures, describeBridge } from '../../src/report/bridge-figures.js';
import { aLine, anInventory } from '../support/builders.js';

const assumed = (id: string) =>
  warningIssue('factor-assumed', { message: `The factor ${id} is assumed.`, detail: { id, note: '' } });
const both = (year: number, spend: string, nights: string) => ({
  year,
  spendBased: anInventory([aLine(spend)], { period: calendarYear(year), warnings: [assumed('grid')] }),
  nightBased: anInventory([aLine(nights)], {
    period: calendarYear(year),
    warnings: [assumed('grid'), assumed('night')],
  }),
});
const inventories = [both(2018, '4000000', '3000000'), both(2019, '3000000', '3300000')];
const bridge = orThrow(bridgeMethods(inventories, { scope2: 'location-based', switchYear: 2019, baseYear: 2018 }));

describe('bridgeFigures', () => {
  test('holds both series, and what has to be known of the new one alone', () => {
    const figures = bridgeFigures(bridge, inventories);
    expect(figures.years[1]).toEqual({
      year: 2019,
      spendBased: '3000',
      nightBased: '3300',
      gap: '300',
      share: '0.1',
      official: 'night-based',
      warnings: [assumed('night')],
    });
  });

  test('says what the switch does, to the series and to the base year', () => {
    expect(describeBridge(bridge)).toBe(
      'Until 2018 the official figures are spend-based, from 2019 night-based; the two are never added or held against each other. In 2019 the new method gives 3,300.0 t where the old one gives 3,000.0 t, a gap of +300.0 t (+10.0 %). The base year 2018 is 4,000.0 t by the old method and 3,000.0 t by the new one, a restatement of −1,000.0 t (−25.0 %) for a change of method, not of emissions. From 2019 on, targets are held against the base year by the new method.',
    );
  });

  test('a spend-based figure of zero has no share', () => {
    const zero = [both(2018, '0', '1000')];
    const options = { scope2: 'location-based', switchYear: 2018, baseYear: 2018 } as const;
    const figures = bridgeFigures(orThrow(bridgeMethods(zero, options)), zero);
    expect(figures.years[0]).not.toHaveProperty('share');
    expect(figures.text).toContain('a gap of +1.0 t.');
  });
});
