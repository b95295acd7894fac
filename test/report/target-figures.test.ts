import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { targetFigures } from '../../src/report/target-figures.js';
import { parseTarget } from '../../src/target/target.js';
import { trackTarget } from '../../src/target/track-target.js';

const target = orThrow(
  parseTarget({
    name: 'Half by 2027',
    baseYear: 2018,
    milestones: [
      { year: 2021, reduction: '0.1' },
      { year: 2027, reduction: '0.5' },
    ],
    path: 'linear',
  }),
);

describe('targetFigures', () => {
  test('progress becomes decimal texts with all their digits, under the name of the series', () => {
    const actuals = new Map([
      [2018, quantity('38269.5', 'tCO2e')],
      [2021, quantity('22193.38', 'tCO2e')],
    ]);
    expect(targetFigures(orThrow(trackTarget(target, actuals)), 'As published')).toEqual({
      name: 'Half by 2027',
      series: 'As published',
      unit: 'tCO2e',
      years: [
        { year: 2018, allowed: '38269.5', actual: '38269.5', excess: '0', reduction: '0', onTrack: true },
        {
          year: 2021,
          allowed: '34442.55',
          actual: '22193.38',
          excess: '-12249.17',
          reduction: '0.420076562275',
          onTrack: true,
        },
      ],
      milestones: [
        { year: 2021, allowed: '34442.55' },
        { year: 2027, allowed: '19134.75', required: { perYear: '509.771666666667', rate: '-0.024411758615' } },
      ],
    });
  });

  test('from a last actual of zero there is no rate, and no zero in its place', () => {
    const actuals = new Map([
      [2018, quantity('100', 'tCO2e')],
      [2025, quantity('0', 'tCO2e')],
    ]);
    const { milestones } = targetFigures(orThrow(trackTarget(target, actuals)), 'As published');
    expect(milestones.slice(-1)).toEqual([{ year: 2027, allowed: '50', required: { perYear: '-25' } }]);
  });

  test('an intensity keeps its unit', () => {
    const actuals = new Map([[2018, quantity('2.6', 'kgCO2e/accommodation-night')]]);
    const figures = targetFigures(orThrow(trackTarget(target, actuals)), 'Calculated');
    expect([figures.unit, figures.milestones.map(({ allowed }) => allowed)]).toEqual([
      'kgCO2e/accommodation-night',
      ['2.34', '1.3'],
    ]);
  });

  test('the figures survive JSON unchanged', () => {
    const actuals = new Map([[2018, quantity('100', 'tCO2e')]]);
    const figures = targetFigures(orThrow(trackTarget(target, actuals)), 'As published');
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});
