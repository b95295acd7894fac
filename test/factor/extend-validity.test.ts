import { describe, expect, test } from 'vitest';
import { extendValidity } from '../../src/factor/extend-validity.js';
import { orThrow } from '../../src/outcome.js';
import { aFactorRow, aFactorSet, codesOf, deepFreeze, issuesOf } from '../support/builders.js';

const reason = 'one edition for the whole series';
const grid = aFactorRow({ id: 'grid' });
const oil = aFactorRow({ id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre' });
const set = deepFreeze(aFactorSet(grid, oil));

describe('extendValidity', () => {
  test('every factor of the set holds the wider days, and keeps the publisher’s own and the reason', () => {
    const wider = orThrow(extendValidity(set, { from: '2018-01-01', to: '2024-12-31', reason }));
    expect(wider).toEqual({
      ...set,
      factors: set.factors.map((factor) => ({
        ...factor,
        validFrom: '2018-01-01',
        validTo: '2024-12-31',
        extended: { validFrom: '2021-01-01', validTo: '2021-12-31', reason },
      })),
    });
  });

  test('with ids only those are widened', () => {
    const wider = orThrow(extendValidity(set, { from: '2018-01-01', to: '2021-12-31', reason, ids: ['oil'] }));
    expect(wider.factors.map(({ id, validFrom }) => [id, validFrom])).toEqual([
      ['grid', '2021-01-01'],
      ['oil', '2018-01-01'],
    ]);
    expect(wider.factors[0]).toEqual(set.factors[0]);
    expect(orThrow(extendValidity(set, { from: '2018-01-01', to: '2021-12-31', reason, ids: [] }))).toEqual(set);
  });

  test('it widens on one side and never narrows', () => {
    const later = orThrow(extendValidity(set, { from: '2021-06-01', to: '2022-12-31', reason }));
    expect(later.factors.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2021-01-01', '2022-12-31'],
      ['2021-01-01', '2022-12-31'],
    ]);
    const earlier = orThrow(extendValidity(set, { from: '2020-01-01', to: '2021-06-01', reason }));
    expect(earlier.factors[0]).toMatchObject({ validFrom: '2020-01-01', validTo: '2021-12-31' });
  });

  test('a factor that holds the days already is not marked', () => {
    expect(orThrow(extendValidity(set, { from: '2021-01-01', to: '2021-12-31', reason }))).toEqual(set);
  });

  test('after two extensions the publisher’s own validity is still known', () => {
    const once = orThrow(extendValidity(set, { from: '2020-01-01', to: '2021-12-31', reason }));
    const twice = orThrow(extendValidity(once, { from: '2020-01-01', to: '2022-12-31', reason }));
    expect(twice.factors[0]).toMatchObject({
      validFrom: '2020-01-01',
      validTo: '2022-12-31',
      extended: { validFrom: '2021-01-01', validTo: '2021-12-31' },
    });
  });

  test('after two extensions for two reasons both are there to be printed', () => {
    const once = orThrow(extendValidity(set, { from: '2020-01-01', to: '2021-12-31', reason: 'no earlier edition' }));
    const twice = orThrow(extendValidity(once, { from: '2020-01-01', to: '2022-12-31', reason: 'no later edition' }));
    expect(twice.factors[0]?.extended?.reason).toMatch(/no earlier edition/);
    expect(twice.factors[0]?.extended?.reason).toMatch(/no later edition/);
  });

  test.each(['', '  '])('the reason %j cannot be printed', (empty) => {
    expect(issuesOf(extendValidity(set, { from: '2018-01-01', to: '2024-12-31', reason: empty }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'Extending a validity needs a reason that can be printed.',
        detail: { value: '', expected: 'a reason', nearest: [] },
        at: { path: 'reason' },
      },
    ]);
  });

  test('ids that nobody has are named, all of them, with the nearest', () => {
    const ids = ['gird', 'grid', 'gas'];
    const issues = issuesOf(extendValidity(set, { from: '2018-01-01', to: '2024-12-31', reason, ids }));
    expect(issues).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'The set invented has no factor "gird" whose validity could be extended. Did you mean grid or oil?',
        detail: { value: 'gird', expected: 'a factor id', nearest: ['grid', 'oil'] },
        at: { path: 'ids' },
      },
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'The set invented has no factor "gas" whose validity could be extended. Did you mean grid or oil?',
        detail: { value: 'gas', expected: 'a factor id', nearest: ['grid', 'oil'] },
        at: { path: 'ids' },
      },
    ]);
  });

  test.each([
    ['2024-12-31', '2018-01-01', 'invalid-period'],
    ['2018', '2024-12-31', 'invalid-date'],
  ])('from %s to %s is no period: %s', (from, to, code) => {
    expect(codesOf(extendValidity(set, { from, to, reason }))).toEqual([code]);
  });

  test('where the wider validity meets another factor of the question, the extension fails', () => {
    const years = aFactorSet(grid, aFactorRow({ id: 'grid-2022', validFrom: '2022-01-01', validTo: '2022-12-31' }));
    const issues = issuesOf(extendValidity(years, { from: '2021-01-01', to: '2022-12-31', reason, ids: ['grid'] }));
    expect(issues.map(({ code, detail }) => [code, 'ids' in detail && detail.ids])).toEqual([
      ['factor-ambiguous', ['grid', 'grid-2022']],
    ]);
    const apart = extendValidity(years, { from: '2020-01-01', to: '2021-12-31', reason, ids: ['grid'] });
    expect(apart.ok).toBe(true);
  });
});
