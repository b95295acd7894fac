import { describe, expect, test } from 'vitest';
import type { ReceptionReport } from '../../src/report/reception-report.js';
import { renderReception } from '../../src/report/render-reception.js';

const YEAR: ReceptionReport['years'][number] = {
  year: 2021,
  emissions: '12.34',
  oneOff: '0.5',
  days: { 'client-day': '10', 'accommodation-night': '8', 'place-day': '0' },
  intensity: { 'kgCO2e/client-day': '1', 'kgCO2e/accommodation-night': '2', 'kgCO2e/place-day': '3' },
  emptyPlaceDays: '0',
  crowdedNights: '0',
};
const report = (more: Partial<ReceptionReport>): ReceptionReport => ({
  counted: 'purchases',
  scope2: 'location-based',
  years: [YEAR],
  byForm: [],
  changes: [],
  ...more,
});

describe('reception as text', () => {
  test('shows one-off purchases apart, and no share of places where none are kept', () => {
    expect(renderReception(report({}))).toEqual([
      'Reception: purchases; location-based.',
      '                                                     2021',
      'Emissions without one-off purchases, t               12.3',
      'One-off purchases, shown apart, t                     0.5',
      '  kgCO2e/accommodation-night                        2.000',
      '  kgCO2e/client-day                                 1.000',
      '  kgCO2e/place-day                                  3.000',
      '  accommodation-nights                                  8',
      '  client-days                                          10',
      '  place-days                                            0',
      '  places not slept in, % of place-days          not calc.',
      '',
    ]);
  });

  test('a year without a spend-based figure has no gap in percent', () => {
    const years = [
      {
        year: 2021,
        spendBased: '0',
        nightBased: '3',
        gap: '3',
        official: 'night-based' as const,
        warnings: [],
      },
    ];
    const text = renderReception(report({ bridge: { switchYear: 2021, baseYear: 2021, years, text: 'In words.' } }));
    expect(text).toContain('  gap, % of spend-based                         not calc.');
    expect(text).toContain('In words.');
  });
});
