import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { Posting } from '../../src/ledger/posting.js';
import { selectPostings } from '../../src/ledger/select-postings.js';
import type { SelectedPosting } from '../../src/ledger/select-postings.js';
import type { Purchase } from '../../src/activity/purchase.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aMapping, aPosting } from '../support/ledger.js';

async function selected(postings: readonly Posting[], activity: Purchase): Promise<readonly SelectedPosting[]> {
  const found: SelectedPosting[] = [];
  for await (const posting of selectPostings(postings, aMapping(), activity)) found.push(posting);
  return found;
}

describe('selectPostings', () => {
  const postings = [
    aPosting({ amount: '10.01' }),
    aPosting({ row: 3, supplier: 'two-sites', site: undefined, amount: '0.01' }),
    aPosting({ row: 4, account: '4001' }),
    aPosting({ row: 5, account: '9000' }),
    aPosting({ row: 6, date: '2021-06-01' }),
  ];

  test('gives the rows of a purchase with what they count; that sums to its amount exactly', async () => {
    for (const activity of orThrow(await foldLedger(postings, aMapping())).activities) {
      const rows = await selected(postings, activity);
      expect(rows).toHaveLength(activity.folded?.rows ?? 0);
      expect(decimalText(sumOf(rows.map(({ counted }) => counted.value)))).toBe(decimalText(activity.amount.value));
    }
  });

  test('rows that cannot be read are passed over: the fold reports them', async () => {
    const [activity] = orThrow(await foldLedger(postings, aMapping())).activities;
    if (activity === undefined) throw new Error('nothing was folded');
    const rows = await selected([aPosting({ amount: 'x' }), ...postings], activity);
    expect(rows.map(({ row, counted }) => [row, decimalText(counted.value)])).toEqual([
      [2, '10.01'],
      [3, '0.006'],
    ]);
  });

  test('a share of a row and a whole row of one purchase come in the order of the rows, with all their fields', async () => {
    const rows = [
      aPosting({ row: 2, supplier: 'two-sites', site: undefined, amount: '-0.03', invoice: 'i-1', source: 'a.csv' }),
      aPosting({ row: 3, site: 'rantala', amount: '7' }),
    ];
    const rantala = orThrow(await foldLedger(rows, aMapping())).activities.find(({ site }) => site === 'rantala');
    if (rantala === undefined) throw new Error('nothing was folded at rantala');
    expect(await selected(rows, rantala)).toEqual([
      { ...rows[0], counted: quantity('-0.012', 'EUR') },
      { ...rows[1], counted: quantity('7', 'EUR') },
    ]);
  });

  test('rows whose rules tie are passed over: the fold reports them', async () => {
    const rule = { account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' };
    const tied = aMapping({ rules: [rule, { ...rule, id: 'again', account: '4301' }, { ...rule, account: '4301' }] });
    const [activity] = orThrow(await foldLedger([aPosting()], tied)).activities;
    if (activity === undefined) throw new Error('nothing was folded');
    const found: number[] = [];
    for await (const { row } of selectPostings([aPosting({ row: 9, account: '4301' }), aPosting()], tied, activity)) {
      found.push(row);
    }
    expect(found).toEqual([2]);
  });

  test('a purchase that was not folded has no rows: asking for them is a wrong program', async () => {
    const [activity] = orThrow(await foldLedger(postings, aMapping())).activities;
    if (activity === undefined) throw new Error('nothing was folded');
    await expect(selected(postings, { ...activity, folded: undefined })).rejects.toThrow(HiilitaseError);
  });
});
