import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { parseFormShares } from '../../src/reception/form-shares.js';
import { describeFormShares, formTable, receptionYear } from '../../src/report/reception-year.js';
import { codesOf, issuesOf } from '../support/builders.js';
import { aSide } from '../support/reception-side.js';

const { inventory, register } = aSide(2018, [
  { site: 'oulu', form: 'institution', nights: 300, euros: 900 },
  { site: 'oulu', form: 'apartment', nights: 100 },
  { site: 'kemi', form: 'transit', nights: 50 },
]);
const numerator = { selection: 'whole-agency' } as const;
const scope2 = 'location-based';

describe('receptionYear', () => {
  test('is the figures of a year as text with all digits', () => {
    // 900 € of 2018 are 990 € of 2019, 297 kg; 450 nights, client-days and place-days alike.
    expect(orThrow(receptionYear({ year: 2018, inventory }, register, { numerator, scope2, oneOffTags: [] }))).toEqual({
      year: 2018,
      emissions: '0.297',
      oneOff: '0',
      days: { 'client-day': '450', 'accommodation-night': '450', 'place-day': '450' },
      intensity: {
        'kgCO2e/client-day': '0.66',
        'kgCO2e/accommodation-night': '0.66',
        'kgCO2e/place-day': '0.66',
      },
      emptyPlaceDays: '0',
      crowdedNights: '0',
      readinessShare: '0',
    });
  });

  test('a register with a hole gives no figures', () => {
    const outcome = receptionYear({ year: 2018, inventory }, [], { numerator, scope2, oneOffTags: [] });
    expect(new Set(codesOf(outcome))).toEqual(new Set(['client-days-missing']));
  });
});

describe('formTable', () => {
  const per = 'accommodation-night';

  test('states each form once a year, what fits none, and the forms that were not calculated', () => {
    const formShares = { rule: 'by-count', per } as const;
    const table = orThrow(formTable([{ year: 2018, inventory }], register, { numerator, scope2, per, formShares }));
    expect(table).toEqual({
      per,
      formShares: 'sites of several forms are parted by their accommodation-nights',
      years: [
        {
          year: 2018,
          parts: [
            { form: 'apartment', emissions: '0.07425', days: '100', intensity: '0.7425' },
            { form: 'institution', emissions: '0.22275', days: '300', intensity: '0.7425' },
          ],
          unassigned: '0',
          withoutEmissions: ['transit'],
        },
      ],
    });
  });

  test('a site of several forms without a rule gives no table', () => {
    const [issue] = issuesOf(formTable([{ year: 2018, inventory }], register, { numerator, scope2, per }));
    expect(issue?.code).toBe('form-ambiguous');
    expect(issue?.message).toMatch(/^2018: The site oulu /);
  });

  test('the rule is said in words', () => {
    const sites = [{ site: 'oulu', shares: [{ of: 'institution', share: '1' }] }];
    expect(describeFormShares(undefined)).toBe('every site has one form');
    expect(describeFormShares(orThrow(parseFormShares({ rule: 'stated', sites })))).toBe(
      'sites of several forms are parted by stated shares (oulu)',
    );
  });
});
