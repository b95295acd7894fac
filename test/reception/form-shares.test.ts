import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { formWeights, parseFormShares } from '../../src/reception/form-shares.js';
import { codesOf, issuesOf } from '../support/builders.js';

const rows = orThrow(
  parseClientDays([
    { site: 'oulu', month: '2021-03', form: 'private', clientDays: '100', accommodationNights: '0', placeDays: '0' },
    {
      site: 'oulu',
      month: '2021-03',
      form: 'institution',
      clientDays: '300',
      accommodationNights: '290',
      placeDays: '400',
    },
  ]),
);
const stated = (...shares: readonly { of: string; share: string }[]) =>
  orThrow(parseFormShares({ rule: 'stated', sites: [{ site: 'oulu', shares }] }));
const weights = (shares: Parameters<typeof formWeights>[2]) =>
  orThrow(formWeights('oulu', rows, shares)).map(({ form, weight }) => [form, decimalText(weight)]);

describe('parseFormShares', () => {
  test('shares that do not sum to 1 are an issue', () => {
    const input = { rule: 'stated', sites: [{ site: 'oulu', shares: [{ of: 'institution', share: '0.9' }] }] };
    expect(codesOf(parseFormShares(input))).toEqual(['shares-not-one']);
  });

  test('a site that stands twice and a form that is none are issues, with the nearest form', () => {
    const shares = [{ of: 'instituton', share: '1' }];
    const sites = [
      { site: 'oulu', shares },
      { site: 'oulu', shares: [{ of: 'private', share: '1' }] },
    ];
    const issues = issuesOf(parseFormShares({ rule: 'stated', sites }));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([
      ['duplicate-id', 'site'],
      ['invalid-value', 'sites.0.shares'],
    ]);
    expect(issues[1]?.detail).toMatchObject({
      value: 'instituton',
      nearest: ['institution', 'detention', 'minors-unit'],
    });
  });

  test('a rule by count names one of the register’s counts', () => {
    expect(codesOf(parseFormShares({ rule: 'by-count', per: 'room-night' }))).toEqual(['invalid-value']);
    expect(orThrow(parseFormShares({ rule: 'by-count', per: 'place-day' }))).toEqual({
      rule: 'by-count',
      per: 'place-day',
    });
  });
});

describe('formWeights', () => {
  test('by count, forms weigh what the register counts', () => {
    expect(weights({ rule: 'by-count', per: 'client-day' })).toEqual([
      ['institution', '300'],
      ['private', '100'],
    ]);
    expect(weights({ rule: 'by-count', per: 'accommodation-night' })).toEqual([
      ['institution', '290'],
      ['private', '0'],
    ]);
  });

  test('stated shares are taken as they are', () => {
    expect(weights(stated({ of: 'institution', share: '0.95' }, { of: 'private', share: '0.05' }))).toEqual([
      ['institution', '0.95'],
      ['private', '0.05'],
    ]);
  });

  test('a site of one form carries all of it, whatever the rule', () => {
    const one = rows.filter(({ form }) => form === 'private');
    const found = orThrow(formWeights('oulu', one, undefined));
    expect(found.map(({ form, weight }) => [form, decimalText(weight)])).toEqual([['private', '1']]);
  });

  test.each([
    ['no rule', undefined],
    ['no shares for this site', orThrow(parseFormShares({ rule: 'stated', sites: [] }))],
    ['a share for a form without clients there', stated({ of: 'transit', share: '1' })],
  ])('several forms and %s: nothing says how the site parts', (_, shares) => {
    const [issue] = issuesOf(formWeights('oulu', rows, shares));
    expect(issue).toMatchObject({
      code: 'form-ambiguous',
      detail: { site: 'oulu', forms: ['institution', 'private'] },
    });
    expect(issue?.message).toContain('formShares');
  });

  test('a count that is zero in every form is nothing to go by', () => {
    const empty = rows.map((row) => ({ ...row, placeDays: row.accommodationNights.times(0) }));
    expect(codesOf(formWeights('oulu', empty, { rule: 'by-count', per: 'place-day' }))).toEqual(['form-ambiguous']);
  });
});
