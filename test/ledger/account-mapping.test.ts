import { describe, expect, test } from 'vitest';
import { parseAccountMapping, ruleName } from '../../src/ledger/account-mapping.js';
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
