import { describe, expect, test } from 'vitest';
import { classifierOf } from '../../src/ledger/classify-posting.js';
import type { AccountMapping } from '../../src/ledger/account-mapping.js';
import { readPosting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const ruleOf = (mapping: AccountMapping, changes: Parameters<typeof aPosting>[0]) =>
  orThrow(classifierOf(mapping).ruleOf(orThrow(readPosting(aPosting(changes)))))?.name;

describe('classifierOf', () => {
  test('a rule by supplier or category alone holds for any account, and any account goes before it', () => {
    const mapping = aMapping({
      rules: [
        { id: 'supplier', supplier: 's', treatment: 'internal' },
        { id: 'category', category: 'c', treatment: 'transfer' },
        { id: 'account', account: '43', treatment: 'wage' },
      ],
    });
    expect(ruleOf(mapping, { account: '9000', supplier: 's' })).toBe('supplier');
    expect(ruleOf(mapping, { account: '9000', category: 'c' })).toBe('category');
    expect(ruleOf(mapping, { supplier: 's' })).toBe('account');
    expect(ruleOf(mapping, { account: '9000' })).toBeUndefined();
  });

  test('validity includes both ends', () => {
    const mapping = aMapping({
      rules: [{ id: 'r', account: '43', validFrom: '2021-01-01', validTo: '2021-06-30', treatment: 'wage' }],
    });
    const held = ['2020-12-31', '2021-01-01', '2021-06-30', '2021-07-01'].map((date) => ruleOf(mapping, { date }));
    expect(held).toEqual([undefined, 'r', 'r', undefined]);
  });

  test('dates decide which of two rules holds, and not which of two that hold is stronger', () => {
    const rule = { account: '43', treatment: 'wage' };
    const parted = aMapping({
      rules: [
        { id: 'old', ...rule, validTo: '2021-05-03' },
        { id: 'new', ...rule, validFrom: '2021-05-04' },
      ],
    });
    expect(['2021-05-03', '2021-05-04'].map((date) => ruleOf(parted, { date }))).toEqual(['old', 'new']);
    const dated = aMapping({
      rules: [
        { id: 'always', ...rule },
        { id: 'dated', ...rule, validFrom: '2021-05-04' },
      ],
    });
    expect(ruleOf(dated, { date: '2021-05-03' })).toBe('always');
    const [issue] = issuesOf(classifierOf(dated).ruleOf(orThrow(readPosting(aPosting()))));
    expect(issue).toMatchObject({ code: 'posting-rule-tie', detail: { rules: ['always', 'dated'] } });
  });

  test('category and supplier weigh the same: a rule by one ties with a rule by the other', () => {
    const mapping = aMapping({
      rules: [
        { account: '43', category: 'c', treatment: 'wage' },
        { account: '43', supplier: 's', treatment: 'internal' },
        { id: 'longer', account: '430', treatment: 'transfer' },
      ],
    });
    const both = { category: 'c', supplier: 's' };
    expect(ruleOf(mapping, { account: '4300', ...both })).toBe('longer');
    const [issue] = issuesOf(
      classifierOf(mapping).ruleOf(orThrow(readPosting(aPosting({ account: '4310', ...both })))),
    );
    expect(issue).toMatchObject({ code: 'posting-rule-tie', detail: { account: '4310', rules: ['rule 1', 'rule 2'] } });
  });

  test('an account is met by its beginning only, and a category by the whole of it', () => {
    const mapping = aMapping({
      rules: [
        { id: 'account', account: '43', treatment: 'wage' },
        { id: 'category', category: 'food', treatment: 'wage' },
      ],
    });
    expect(ruleOf(mapping, { account: '4' })).toBeUndefined();
    expect(ruleOf(mapping, { account: '143' })).toBeUndefined();
    expect(ruleOf(mapping, { account: '9000', category: 'foodstuffs' })).toBeUndefined();
    expect(ruleOf(mapping, { account: '43', category: 'foodstuffs' })).toBe('account');
  });

  test('the same account met again gives the same rule, and other dates are looked at anew', () => {
    const mapping = aMapping({ rules: [{ id: 'r', account: '43', validTo: '2021-05-04', treatment: 'wage' }] });
    const classifier = classifierOf(mapping);
    const names = ['2021-05-04', '2021-05-05', '2021-05-04'].map(
      (date) => orThrow(classifier.ruleOf(orThrow(readPosting(aPosting({ date })))))?.name,
    );
    expect(names).toEqual(['r', undefined, 'r']);
  });

  test('a supplier’s table holds on its own days, and the posting’s own site goes before it', () => {
    const mapping = aMapping({
      supplierSites: [
        { supplier: 's', validTo: '2021-05-04', shares: [{ site: 'a', share: '1' }] },
        {
          supplier: 's',
          validFrom: '2021-05-05',
          shares: [
            { site: 'b', share: '0.25' },
            { site: 'c', share: '0.75' },
          ],
        },
      ],
    });
    const sitesOf = (changes: Parameters<typeof aPosting>[0]) =>
      classifierOf(mapping)
        .sitesOf(orThrow(readPosting(aPosting({ site: undefined, supplier: 's', ...changes }))))
        .map(({ site, share }) => [site, share.toFixed()]);
    expect(sitesOf({})).toEqual([['a', '1']]);
    expect(sitesOf({ date: '2021-05-05' })).toEqual([
      ['b', '0.25'],
      ['c', '0.75'],
    ]);
    expect(sitesOf({ date: '2021-05-05', site: 'x' })).toEqual([['x', '1']]);
    expect(sitesOf({ supplier: undefined })).toEqual([[undefined, '1']]);
    expect(sitesOf({ supplier: 'constructor' })).toEqual([[undefined, '1']]);
  });

  test('without a table of sites, or outside its days, a posting has no site of its supplier', () => {
    const plain = { ...aMapping(), supplierSites: undefined };
    const shares = [{ site: 'a', share: '1' }];
    const dated = aMapping({ supplierSites: [{ supplier: 's', validTo: '2020-12-31', shares }] });
    const read = orThrow(readPosting(aPosting({ site: undefined, supplier: 's' })));
    for (const mapping of [plain, dated]) {
      expect(
        classifierOf(mapping)
          .sitesOf(read)
          .map(({ site }) => site),
      ).toEqual([undefined]);
    }
  });
});
