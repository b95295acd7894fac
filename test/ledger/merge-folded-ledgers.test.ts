import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import { mergeFoldedLedgers } from '../../src/ledger/merge-folded-ledgers.js';
import { parseAccountMapping } from '../../src/ledger/account-mapping.js';
import type { Posting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { MAPPING, postingRows } from '../support/arbitraries.js';
import { issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const folded = async (postings: readonly Posting[], changes: object = {}) =>
  orThrow(await foldLedger(postings, aMapping(changes)));

describe('mergeFoldedLedgers', () => {
  test('parts of a ledger, however it is parted, add up to what one fold of all rows gives', async () => {
    const mapping = orThrow(parseAccountMapping(MAPPING));
    const parted = fc.tuple(postingRows, fc.array(fc.nat({ max: 2 }), { minLength: 50, maxLength: 50 }));
    await fc.assert(
      fc.asyncProperty(parted, async ([postings, shardOf]) => {
        const shards = [0, 1, 2].map((shard) => postings.filter((_, index) => shardOf[index % 50] === shard));
        const ledgers = await Promise.all(shards.map((rows) => foldLedger(rows, mapping)));
        expect(orThrow(mergeFoldedLedgers(ledgers.map(orThrow)))).toEqual(orThrow(await foldLedger(postings, mapping)));
      }),
    );
  });

  test('rules, rows, days, unmapped and replaced money of one group are added up', async () => {
    const rows = [
      aPosting({ date: '2021-05-20' }),
      aPosting({ account: '9000', category: 'c' }),
      aPosting({ account: '4200' }),
      aPosting({ account: '4200', site: undefined, date: '2021-04-01' }),
    ];
    const shards = [await folded(rows), await folded([...rows, aPosting({ date: '2021-05-01', amount: '-0.01' })])];
    const both = [...rows, ...rows, aPosting({ date: '2021-05-01', amount: '-0.01' })];
    expect(orThrow(mergeFoldedLedgers(shards))).toEqual(await folded(both));
    expect(orThrow(mergeFoldedLedgers([...shards].reverse()))).toEqual(await folded(both));
  });

  test('ledgers of different mappings or currencies cannot be added up', async () => {
    const ledgers = [await folded([]), await folded([], { id: 'other', currency: 'SEK' })];
    expect(issuesOf(mergeFoldedLedgers(ledgers)).map(({ code, detail }) => [code, detail])).toEqual([
      ['ledgers-differ', { field: 'mapping', position: 2 }],
      ['ledgers-differ', { field: 'currency', position: 2 }],
    ]);
  });

  test('no ledger at all is an issue and not an empty ledger', () => {
    expect(issuesOf(mergeFoldedLedgers([]))).toMatchObject([{ code: 'missing-field', detail: { field: 'ledgers' } }]);
  });

  test('a purchase that was not folded is kept as it is', async () => {
    const one = await folded([aPosting()]);
    const plain = { ...one, activities: one.activities.map((activity) => ({ ...activity, folded: undefined })) };
    expect(() => mergeFoldedLedgers([plain, plain])).not.toThrow();
  });
});
