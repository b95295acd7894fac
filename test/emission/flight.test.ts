import { describe, expect, test } from 'vitest';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { linesOfDraft } from '../../src/emission/emission-line.js';
import { flightDrafts } from '../../src/emission/flight.js';
import { orThrow } from '../../src/outcome.js';
import { aContext, aFactorRow, anActivity, issuesOf } from '../support/builders.js';

const whole = { from: '2020-12-28', to: '2021-01-06' };
const kept = { from: '2021-01-01', to: '2021-01-06' };
const flight = anActivity(
  { id: 't-1', period: whole, haul: 'short', cabin: 'economy', amount: { value: '5000', unit: 'passenger-km' } },
  'flight',
);
const air = (changes: Readonly<Record<string, unknown>> = {}) =>
  aFactorRow({
    id: 'without',
    key: 'short-economy',
    method: 'distance-based',
    per: 'passenger-km',
    aviationNonCo2: 'excluded',
    ...changes,
  });
const drafts = (changes: Partial<CalculationContext>, ...factors: readonly unknown[]) =>
  flightDrafts(flight, kept, prepareContext(aContext(factors, changes)));

describe('flightDrafts', () => {
  test.each([
    ['included', 'with'],
    ['excluded', 'without'],
  ] as const)('non-CO2 %s takes the factor %s it', (aviationNonCo2, id) => {
    const [draft, ...others] = orThrow(
      drafts({ aviationNonCo2 }, air({ id: 'with', aviationNonCo2: 'included' }), air()),
    );
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      scope: 3,
      category: 'business-travel',
      method: 'distance-based',
      part: kept,
      factor: { id },
    });
    const [line] = draft === undefined ? [] : linesOfDraft(flight, draft);
    expect(line?.terms.map(({ name }) => name)).toEqual(['amount', 'days', 'factor']);
  });

  test('a choice that is not stated is an issue with both options, whatever factors there are', () => {
    expect(issuesOf(drafts({}, air()))).toMatchObject([
      { code: 'aviation-non-co2-not-stated', severity: 'error', detail: { options: ['included', 'excluded'] } },
    ]);
  });

  test('a factor of the other choice does not answer, and is named', () => {
    const [issue] = issuesOf(drafts({ aviationNonCo2: 'included' }, air()));
    expect(issue).toMatchObject({
      code: 'factor-not-found',
      detail: { query: 'short-economy (distance-based, aviation non-CO2 included) in 2021-01-01..2021-01-06' },
    });
    expect(issue?.message).toContain('There is without for 2021-01-01..2021-12-31 (excluded).');
  });

  test('a factor that does not say whether it holds the warming beyond CO2 is never used', () => {
    const silent = air({ id: 'silent', aviationNonCo2: undefined });
    expect(issuesOf(drafts({ aviationNonCo2: 'included' }, silent))).toMatchObject([
      { code: 'factor-incomplete', detail: { id: 'silent', field: 'aviationNonCo2' }, at: { path: 'aviationNonCo2' } },
    ]);
    // Of two, the one that says what was asked for answers.
    const [draft] = orThrow(drafts({ aviationNonCo2: 'excluded' }, silent, air()));
    expect(draft?.factor?.id).toBe('without');
    const upstream = air({ id: 'upstream', aviationNonCo2: undefined, part: 'well-to-tank' });
    expect(issuesOf(drafts({ aviationNonCo2: 'included' }, upstream))).toMatchObject([{ code: 'factor-not-found' }]);
  });

  test('a haul and cabin without any factor are an issue', () => {
    expect(issuesOf(drafts({ aviationNonCo2: 'included' }))).toMatchObject([{ code: 'factor-not-found' }]);
  });
});
