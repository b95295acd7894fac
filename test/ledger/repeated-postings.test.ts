import { describe, expect, test } from 'vitest';
import { findRepeatedPostings } from '../../src/ledger/repeated-postings.js';
import { aPosting } from '../support/ledger.js';

describe('findRepeatedPostings', () => {
  test('finds rows that say the same wherever they stand; an amount written otherwise is the same amount', async () => {
    const found = await findRepeatedPostings([
      aPosting({ invoice: 'a', row: 2 }),
      aPosting({ invoice: 'b', row: 3 }),
      aPosting({ invoice: 'a', row: 4, amount: '100' }),
      aPosting({ invoice: 'a', row: 5, amount: '100.01' }),
      aPosting({ invoice: 'a', row: 6 }),
    ]);
    expect(found.map(({ postings }) => postings.map(({ row }) => row))).toEqual([[2, 4, 6]]);
  });

  test('rows without an invoice, and rows that cannot be read, are passed over', async () => {
    const rows = [
      aPosting(),
      aPosting(),
      aPosting({ invoice: 'a', amount: 'x' }),
      aPosting({ invoice: 'a', amount: 'x' }),
    ];
    expect(await findRepeatedPostings(rows)).toEqual([]);
  });
});
