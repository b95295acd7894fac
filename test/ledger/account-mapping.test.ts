import { describe, expect, test } from 'vitest';
import { TREATMENTS, parseAccountMapping, ruleName } from '../../src/ledger/account-mapping.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const mapping = (changes: object) => ({
  id: 'accounts',
  currency: 'EUR',
  unmapped: 'refuse',
  rules: [{ account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' }],
  ...changes,
});
const placesOf = (changes: object) =>
  issuesOf(parseAccountMapping(mapping(changes))).map(({ code, at }) => [code, at?.source, at?.path]);

describe('parseAccountMapping', () => {
  test('JSON out and in is the same', () => {
    const once = orThrow(
      parseAccountMapping(
        mapping({
          unmapped: { why: 'small accounts' },
          supplierSites: [
            {
              supplier: 's',
              shares: [
                { site: 'a', share: '0.6' },
                { site: 'b', share: '0.4' },
              ],
            },
          ],
        }),
      ),
    );
    expect(orThrow(parseAccountMapping(JSON.parse(JSON.stringify(once))))).toEqual(once);
  });

  test('a purchase rule without product or VAT basis, a replacement without its kind, a rule without condition are issues', () => {
    const rules = [
      { account: '43', treatment: 'purchase' },
      { account: '44', treatment: 'replaced-by-activity' },
      { treatment: 'wage' },
    ];
    expect(placesOf({ rules })).toEqual([
      ['missing-field', 'accounts', 'rules.0.product'],
      ['missing-field', 'accounts', 'rules.0.vat'],
      ['missing-field', 'accounts', 'rules.1.replacedBy'],
      ['missing-field', 'accounts', 'rules.2.account'],
    ]);
  });

  test('shares that lose a tenth of a percent are an issue with their sum', () => {
    const supplierSites = [
      {
        supplier: 's',
        shares: [
          { site: 'a', share: '0.6' },
          { site: 'b', share: '0.399' },
        ],
      },
    ];
    const [issue] = issuesOf(parseAccountMapping(mapping({ supplierSites })));
    expect([issue?.code, issue?.detail]).toEqual(['shares-not-one', { supplier: 's', sum: '0.999' }]);
  });

  test('two site tables of one supplier for the same days are an issue; parted by dates they are not', () => {
    const shares = [{ site: 'a', share: '1' }];
    const open = [
      { supplier: 's', shares },
      { supplier: 'other', shares },
      { supplier: 's', validFrom: '2020-01-01', shares },
    ];
    expect(placesOf({ supplierSites: open })).toEqual([['supplier-sites-overlap', 'accounts', 'supplierSites.2']]);
    const parted = [
      { supplier: 's', validTo: '2019-12-31', shares },
      { supplier: 's', validFrom: '2020-01-01', shares },
    ];
    expect(parseAccountMapping(mapping({ supplierSites: parted })).ok).toBe(true);
  });

  test('every treatment can be stated, by category or supplier alone too', () => {
    const more = { product: 'furniture', vat: 'included', vatRate: '0.24', replacedBy: 'flight' };
    const rules = TREATMENTS.map((treatment, index) => ({
      ...[{ account: '43' }, { category: 'c' }, { supplier: 's' }][index % 3],
      treatment,
      ...(treatment.endsWith('purchase') ? { product: more.product, vat: more.vat, vatRate: more.vatRate } : {}),
      ...(treatment === 'replaced-by-activity' ? { replacedBy: more.replacedBy } : {}),
    }));
    expect(orThrow(parseAccountMapping(mapping({ rules }))).rules.map(({ treatment }) => treatment)).toEqual(
      TREATMENTS,
    );
  });

  test('capital needs product and VAT basis like any purchase, and the message names the rule', () => {
    const rules = [{ id: 'chairs', account: '45', treatment: 'capital-purchase', vat: 'excluded' }];
    const [issue, ...others] = issuesOf(parseAccountMapping(mapping({ rules })));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: 'missing-field',
      detail: { field: 'product' },
      at: { path: 'rules.0.product' },
    });
    expect(issue?.message).toContain('chairs (capital-purchase)');
  });

  test('every value that does not fit is an issue, all at once', () => {
    const outcome = placesOf({
      currency: 'euro',
      unmapped: { why: '' },
      rules: [
        { account: 43, treatment: 'purchases' },
        { account: '43', treatment: 'wage', vat: 'net', vatRate: '24', validFrom: '2021-13-01', replacedBy: 'heat' },
      ],
      supplierSites: [{ supplier: '', shares: [{ site: 'a', share: '-1' }, { site: 'b' }] }],
    });
    expect(outcome.map(([code, , path]) => [path, code])).toEqual([
      ['currency', 'invalid-value'],
      ['unmapped', 'invalid-value'],
      ['rules.0.account', 'invalid-value'],
      ['rules.0.treatment', 'invalid-value'],
      ['rules.1.validFrom', 'invalid-date'],
      ['rules.1.vat', 'invalid-value'],
      ['rules.1.vatRate', 'invalid-value'],
      ['rules.1.replacedBy', 'invalid-value'],
      ['supplierSites.0.supplier', 'invalid-value'],
      ['supplierSites.0.shares.0.share', 'invalid-value'],
      ['supplierSites.0.shares.1.share', 'missing-field'],
    ]);
  });

  test('what becomes of unmapped money has to be said', () => {
    expect(placesOf({ unmapped: undefined })).toEqual([['missing-field', undefined, 'unmapped']]);
  });

  test('no shares at all sum to 0, and three thirds cut off sum to less than 1', () => {
    const third = '0.333333333333333333333333333333';
    const supplierSites = [
      { supplier: 'none', shares: [] },
      { supplier: 'thirds', shares: ['a', 'b', 'c'].map((site) => ({ site, share: third })) },
      { supplier: 'two', shares: ['a', 'b'].map((site) => ({ site, share: '0.5' })) },
      { supplier: 'one', shares: [{ site: 'a', share: 1 }] },
    ];
    const issues = issuesOf(parseAccountMapping(mapping({ supplierSites })));
    expect(issues.map(({ code, detail, at }) => [code, detail, at?.path])).toEqual([
      ['shares-not-one', { supplier: 'none', sum: '0' }, 'supplierSites.0'],
      ['shares-not-one', { supplier: 'thirds', sum: `0.${'9'.repeat(30)}` }, 'supplierSites.1'],
    ]);
  });

  test('site tables that share one day overlap, and so do tables that do not stand next to each other', () => {
    const shares = [{ site: 'a', share: '1' }];
    const table = (validFrom: string | undefined, validTo: string | undefined) => ({
      supplier: 's',
      validFrom,
      validTo,
      shares,
    });
    const overlapping = (...supplierSites: readonly unknown[]) =>
      parseAccountMapping(JSON.parse(JSON.stringify(mapping({ supplierSites })))).issues.map(({ at }) => at?.path);
    expect(overlapping(table(undefined, '2020-06-30'), table('2020-06-30', undefined))).toEqual(['supplierSites.1']);
    expect(overlapping(table('2020-07-01', undefined), table(undefined, '2020-06-30'))).toEqual([]);
    expect(
      overlapping(
        table('2018-01-01', '2020-12-31'),
        table('2021-01-01', '2021-12-31'),
        table('2020-12-31', '2020-12-31'),
      ),
    ).toEqual(['supplierSites.2']);
  });

  test('a validity that ends before it begins is an issue: it would never hold', () => {
    const backwards = { validFrom: '2021-02-01', validTo: '2021-01-31' };
    const shares = [{ site: 'a', share: '1' }];
    const rules = [{ account: '43', treatment: 'wage', ...backwards }];
    expect(placesOf({ rules, supplierSites: [{ supplier: 's', shares, ...backwards }] })).toEqual([
      ['invalid-period', 'accounts', 'rules.0.validTo'],
      ['invalid-period', 'accounts', 'supplierSites.0.validTo'],
    ]);
  });

  test('a rule id or a site that is named twice is an issue: a figure would not say which it means', () => {
    const rule = { id: 'r', account: '43', treatment: 'wage' };
    const shares = [
      { site: 'a', share: '0.5' },
      { site: 'a', share: '0.5' },
    ];
    expect(placesOf({ rules: [rule, rule], supplierSites: [{ supplier: 's', shares }] })).toEqual([
      ['duplicate-id', 'accounts', 'id'],
      ['invalid-value', 'accounts', 'supplierSites.0'],
    ]);
  });

  test('a misspelt key is an issue with the nearest one', () => {
    expect(placesOf({ rules: [{ account: '43', treatment: 'wage', suplier: 'x' }] })).toEqual([
      ['unknown-key', undefined, 'rules.0.suplier'],
    ]);
  });
});

describe('ruleName', () => {
  test('a rule without an id goes by its place, counted from 1', () => {
    expect(ruleName({ account: '43', treatment: 'wage' }, 2)).toBe('rule 3');
    expect(ruleName({ id: 'r-wages', account: '43', treatment: 'wage' }, 2)).toBe('r-wages');
  });
});
