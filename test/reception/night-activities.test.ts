import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { nightActivities } from '../../src/reception/night-activities.js';
import { codesOf, issuesOf } from '../support/builders.js';

const FEBRUARY = { from: '2020-02-01', to: '2020-02-29' };
const row = (form: string, accommodationNights: string, month = '2020-02') => ({
  site: 'oulu',
  month,
  form,
  clientDays: '900',
  accommodationNights,
  placeDays: '900',
});
const register = orThrow(
  parseClientDays([row('institution', '800'), row('private', '0'), row('institution', '5', '2020-03')]),
);

describe('nightActivities', () => {
  test('each row of the period with nights is one activity of its month; a row without nights is none', () => {
    const services = [{ form: 'institution', service: 'institution-night' }] as const;
    expect(orThrow(nightActivities(register, { period: FEBRUARY, services }))).toEqual([
      {
        id: 'nights/oulu/institution/2020-02',
        kind: 'accommodation',
        period: FEBRUARY,
        site: 'oulu',
        service: 'institution-night',
        amount: quantity('800', 'accommodation-night'),
      },
    ]);
  });

  test('a form with nights and without a service is an issue', () => {
    const [issue] = issuesOf(nightActivities(register, { period: FEBRUARY, services: [] }));
    expect(issue).toMatchObject({ code: 'night-service-missing', detail: { form: 'institution' } });
  });

  test('a month without rows is an issue', () => {
    const period = { from: '2020-02-01', to: '2020-04-30' };
    expect(codesOf(nightActivities(register, { period, services: [] }))).toEqual(['client-days-missing']);
  });
});
