import { describe, expect, test } from 'vitest';
import { decimalText, sumOf } from '../../src/decimal.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { Posting } from '../../src/ledger/posting.js';
import { selectPostings } from '../../src/ledger/select-postings.js';
import type { SelectedPosting } from '../../src/ledger/select-postings.js';
import type { Purchase } from '../../src/activity/purchase.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
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

  test('a purchase that was not folded has no rows: asking for them is a wrong program', async () => {
    const [activity] = orThrow(await foldLedger(postings, aMapping())).activities;
    if (activity === undefined) throw new Error('nothing was folded');
    await expect(selected(postings, { ...activity, folded: undefined })).rejects.toThrow(HiilitaseError);
  });
});
