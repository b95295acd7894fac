import { describe, expect, test } from 'vitest';
import type { Posting } from '../../src/ledger/posting.js';
import { readPosting } from '../../src/ledger/posting.js';
import { findRepeatedPostings, repeatCounter } from '../../src/ledger/repeated-postings.js';
import { orThrow } from '../../src/outcome.js';
import { aPosting } from '../support/ledger.js';

describe('repeatCounter', () => {
  const twin = aPosting({ invoice: 'i-1', supplier: 's', category: 'c', source: 'a.csv' });
  const warningsOf = (...postings: readonly Posting[]) => {
    const counter = repeatCounter();
    for (const posting of postings) counter.count(orThrow(readPosting(posting)));
    return counter.warnings();
  };

  test('no rows, and rows that differ from their neighbour, give no warning', () => {
    expect(warningsOf()).toEqual([]);
    expect(warningsOf(twin, { ...twin, row: 3, invoice: 'i-2' }, { ...twin, row: 4 })).toEqual([]);
  });

  test('each row that says the same as the one before it is counted, and named with its file', () => {
    const [warning, ...others] = warningsOf(twin, { ...twin, row: 3 }, { ...twin, row: 4, amount: '100' });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      code: 'posting-repeated',
      severity: 'warning',
      detail: { rows: 2, first: ['a.csv, row 3', 'a.csv, row 4'] },
    });
  });

  test.each<[string, Partial<Posting>]>([
    ['account', { account: '4301' }],
    ['amount', { amount: '100.01' }],
    ['sign', { amount: '-100' }],
    ['date', { date: '2021-05-05' }],
    ['supplier', { supplier: 't' }],
    ['missing supplier', { supplier: undefined }],
    ['site', { site: 'rantala' }],
    ['missing category', { category: undefined }],
    ['file', { source: 'b.csv' }],
  ])('another %s makes a row another one', (_, changes) => {
    expect(warningsOf(twin, { ...twin, ...changes })).toEqual([]);
  });

  test('rows without an invoice are never compared, and one between two twins parts them', () => {
    const plain = { ...twin, invoice: undefined };
    expect(warningsOf(plain, plain)).toEqual([]);
    expect(warningsOf(twin, plain, twin)).toEqual([]);
  });
});

describe('findRepeatedPostings', () => {
  test('groups come in the order of their first row, and a stream gives what a list gives', async () => {
    const rows = ['b', 'a', 'c', 'a', 'b'].map((invoice, index) => aPosting({ invoice, row: index + 2 }));
    async function* stream() {
      for (const row of rows) yield await Promise.resolve(row);
    }
    const expected = [{ postings: [rows[0], rows[4]] }, { postings: [rows[1], rows[3]] }];
    expect(await findRepeatedPostings(rows)).toEqual(expected);
    expect(await findRepeatedPostings(stream())).toEqual(expected);
  });

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
