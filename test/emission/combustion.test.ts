import { describe, expect, test } from 'vitest';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { combustionDrafts } from '../../src/emission/combustion.js';
import { linesOfDraft } from '../../src/emission/emission-line.js';
import { orThrow } from '../../src/outcome.js';
import { aContext, aFactorRow, anActivity, issuesOf } from '../support/builders.js';

const oil = (changes: Readonly<Record<string, unknown>> = {}) =>
  aFactorRow({ id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre', co2e: '2.7', ...changes });
const row = { id: 'f-1', date: '2021-02-01', fuel: 'light-fuel-oil', amount: { value: '1000', unit: 'litre' } };
const boiler = (changes: Readonly<Record<string, unknown>> = {}) =>
  anActivity({ ...row, contractHolder: 'reporter', ...changes }, 'stationary-combustion');
const car = anActivity(row, 'mobile-combustion');
const day = { from: '2021-02-01', to: '2021-02-01' };

function drafts(activity: Parameters<typeof combustionDrafts>[0], kept = day, factors: readonly unknown[] = [oil()]) {
  return combustionDrafts(activity, kept, prepareContext(aContext(factors)));
}

describe('combustionDrafts', () => {
  test.each([
    ['a boiler under the reporter’s contract', boiler(), { scope: 1, category: 'stationary-combustion' }],
    [
      'a boiler under the landlord’s contract',
      boiler({ contractHolder: 'landlord' }),
      { scope: 3, category: 'upstream-leased-assets' },
    ],
    ['a vehicle', car, { scope: 1, category: 'mobile-combustion' }],
  ])('%s is counted in its place, without a basis', (_, activity, place) => {
    const [draft, ...others] = orThrow(drafts(activity));
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ ...place, method: 'fuel-based', part: day, factor: { id: 'oil' } });
    expect(draft?.basis).toBeUndefined();
  });

  test('amount and factor are the terms; unit and days come between them where they differ', () => {
    const names = (changes: Readonly<Record<string, unknown>>, kept = day) =>
      orThrow(drafts(boiler(changes), kept))
        .flatMap((draft) => linesOfDraft(boiler(changes), draft))
        .map(({ terms }) => terms.map(({ name }) => name));
    expect(names({})).toEqual([['amount', 'factor']]);
    const cubicMetres = { amount: { value: '1', unit: 'cubic-metre' } };
    const january = { date: undefined, period: { from: '2021-01-02', to: '2021-02-01' } };
    expect(names({ ...cubicMetres, ...january })).toEqual([['amount', 'unit', 'days', 'factor']]);
  });

  test('a part is cut where the factor changes', () => {
    const whole = { from: '2021-06-01', to: '2021-07-30' };
    const factors = [oil({ validTo: '2021-06-30' }), oil({ id: 'later', validFrom: '2021-07-01' })];
    const found = orThrow(drafts(boiler({ date: undefined, period: whole }), whole, factors));
    expect(found.map(({ part, factor }) => [part.from, part.to, factor?.id])).toEqual([
      ['2021-06-01', '2021-06-30', 'oil'],
      ['2021-07-01', '2021-07-30', 'later'],
    ]);
  });

  test('litres against a factor per kilowatt-hour are an issue that names the units that fit', () => {
    expect(issuesOf(drafts(boiler(), day, [oil({ per: 'kWh' })]))).toMatchObject([
      {
        code: 'unit-mismatch',
        detail: { from: 'litre', to: 'kWh', allowed: ['MJ', 'GJ', 'TJ', 'kWh', 'MWh', 'GWh'] },
      },
    ]);
  });

  test('a fuel without a factor is an issue with the nearest fuel', () => {
    expect(issuesOf(drafts(boiler({ fuel: 'light-fuel-oils' })))).toMatchObject([
      { code: 'factor-not-found', detail: { nearest: ['light-fuel-oil'] } },
    ]);
  });
});
