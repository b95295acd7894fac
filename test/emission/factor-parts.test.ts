import { describe, expect, test } from 'vitest';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { cutAtValidity, factorParts } from '../../src/emission/factor-parts.js';
import type { FactorQuery } from '../../src/factor/find-factor.js';
import { orThrow } from '../../src/outcome.js';
import { aContext, aFactorRow, issuesOf } from '../support/builders.js';

const whole = { from: '2021-01-01', to: '2021-12-31' };
const query: FactorQuery = { key: 'FI', method: 'location-based', per: 'kWh', period: whole };
const valid = (id: string, validFrom: string, validTo: string, changes: Readonly<Record<string, unknown>> = {}) =>
  aFactorRow({ id, validFrom, validTo, ...changes });
const context = (...factors: readonly unknown[]) => prepareContext(aContext(factors));
const parts = (factors: readonly unknown[], starts: readonly string[] = []) =>
  cutAtValidity(context(...factors), query, starts).map(({ from, to }) => `${from}..${to}`);

describe('cutAtValidity', () => {
  test('a factor that holds for all days, and one that answers another question, cut nothing', () => {
    const other = valid('market', '2021-03-01', '2021-04-01', { method: 'market-based' });
    expect(parts([valid('a', '2020-01-01', '2022-12-31'), other])).toEqual(['2021-01-01..2021-12-31']);
  });

  test('no answering factor cuts nothing', () => {
    expect(parts([])).toEqual(['2021-01-01..2021-12-31']);
  });

  test('a factor cuts at its first day and after its last one', () => {
    expect(parts([valid('a', '2021-03-01', '2021-10-31')])).toEqual([
      '2021-01-01..2021-02-28',
      '2021-03-01..2021-10-31',
      '2021-11-01..2021-12-31',
    ]);
  });

  test('an edge outside of the days cuts nothing', () => {
    expect(parts([valid('a', '2020-06-01', '2021-06-30'), valid('b', '2021-07-01', '2022-06-30')])).toEqual([
      '2021-01-01..2021-06-30',
      '2021-07-01..2021-12-31',
    ]);
  });

  test('further dates cut besides; one on an edge or outside changes nothing', () => {
    const factors = [valid('a', '2021-01-01', '2021-06-30'), valid('b', '2021-07-01', '2021-12-31')];
    expect(parts(factors, ['2021-07-01', '2021-10-01', '2022-01-01'])).toEqual([
      '2021-01-01..2021-06-30',
      '2021-07-01..2021-09-30',
      '2021-10-01..2021-12-31',
    ]);
  });
});

describe('factorParts', () => {
  test('each part has the one factor that holds on all of its days', () => {
    const factors = [valid('b', '2021-07-01', '2021-12-31'), valid('a', '2021-01-01', '2021-06-30')];
    const found = orThrow(factorParts(context(...factors), query));
    expect(found.map(({ part, factor }) => [part.from, part.to, factor.id])).toEqual([
      ['2021-01-01', '2021-06-30', 'a'],
      ['2021-07-01', '2021-12-31', 'b'],
    ]);
    expect(found.map(({ factorTerms }) => factorTerms.counted?.factorId)).toEqual(['a', 'b']);
  });

  test('a factor that the report of the inventory cannot weigh is an issue', () => {
    const rare = aFactorRow({ co2e: '0.116', gwp: 'AR5', gases: { 'HFC-41': '0.001' } });
    expect(issuesOf(factorParts(prepareContext(aContext([rare], { gwp: 'AR4' })), query))).toMatchObject([
      { code: 'warming-potential-missing', detail: { id: 'fi-grid-2021', gas: 'HFC-41', gwp: 'AR4' } },
    ]);
  });

  test('every part without a factor is an issue of its own, with its days', () => {
    const outcome = factorParts(context(valid('a', '2021-03-01', '2021-10-31')), query);
    expect(issuesOf(outcome).map(({ code, detail }) => [code, 'query' in detail && detail.query])).toEqual([
      ['factor-not-found', 'FI (location-based) in 2021-01-01..2021-02-28'],
      ['factor-not-found', 'FI (location-based) in 2021-11-01..2021-12-31'],
    ]);
  });

  test('days on which two regions answer are an issue, the others are not', () => {
    const south = valid('south', '2021-12-31', '2022-12-31', { region: 'south' });
    const outcome = factorParts(context(valid('north', '2021-01-01', '2021-12-31', { region: 'north' }), south), query);
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['factor-ambiguous', { query: 'FI (location-based) in 2021-12-31', ids: ['north', 'south'] }],
    ]);
  });
});
