import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { gatherEntry, noPostingGroups, plainGroups } from '../../src/ledger/posting-groups.js';
import { aMapping } from '../support/ledger.js';

describe('gatherEntry', () => {
  test('keeps the first and the last day of a group, whatever order its entries come in', () => {
    const groups = noPostingGroups(aMapping());
    const posting = { account: '4300', supplier: 'nobody names it', site: 'koivula' };
    const days = [['2021-05-10'], ['2021-05-04', '2021-05-06'], ['2021-05-07', '2021-05-20'], ['2021-06-01']] as const;
    for (const [date, last = date] of days)
      gatherEntry(groups, { posting, date, last, rows: 2, amount: new Decimal('0.5') });
    const place = { account: '4300', site: 'koivula' };
    expect(plainGroups(groups)).toEqual([
      { ...place, first: '2021-05-04', last: '2021-05-20', rows: 6, amount: '1.5' },
      { ...place, first: '2021-06-01', last: '2021-06-01', rows: 2, amount: '0.5' },
    ]);
  });
});

describe('plainGroups', () => {
  test('come in an order that depends on what they hold only', () => {
    const sites = ['b', 'a', 'c'] as const;
    const inOrderOf = (order: readonly string[]) => {
      const groups = noPostingGroups(aMapping());
      for (const site of order)
        gatherEntry(groups, {
          posting: { account: '4300', site },
          date: '2021-05-10',
          rows: 1,
          amount: new Decimal(1),
        });
      return plainGroups(groups);
    };
    expect(inOrderOf(sites).map(({ site }) => site)).toEqual(['a', 'b', 'c']);
    expect(inOrderOf([...sites].reverse())).toEqual(inOrderOf(sites));
  });
});
