import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, foldLedger, orThrow, parseAccountMapping, selectPostings } from '../../src/index.js';
import type { FoldedLedger } from '../../src/index.js';
import { MAPPING, postingRows } from '../support/arbitraries.js';
import type { RandomPosting } from '../support/arbitraries.js';
import { all } from '../support/bytes.js';

const mapping = orThrow(parseAccountMapping(MAPPING));

/** Cents as whole numbers: an account of the money that uses none of the library's arithmetic. */
function cents(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

function centsOf(values: readonly Decimal[]): bigint {
  return BigInt(
    values
      .reduce((sum, value) => sum.plus(value), new Decimal(0))
      .times(100)
      .toFixed(),
  );
}

async function folded(postings: Parameters<typeof foldLedger>[0]): Promise<FoldedLedger> {
  return orThrow(await foldLedger(postings, mapping));
}

describe('folding a ledger', () => {
  test('loses no row and no cent', async () => {
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        const { coverage } = await folded(postings);
        const parts = [...coverage.byTreatment, ...coverage.unmapped];
        expect(parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(postings.length);
        const money = postings.reduce((sum, { amount }) => sum + cents(amount), 0n);
        expect(centsOf(parts.map(({ amount }) => amount.value))).toBe(money);
        expect(centsOf([coverage.amount.value])).toBe(money);
      }),
    );
  });

  test('puts exactly the money of the purchase rules into purchases, also where it falls on several sites', async () => {
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        const { activities } = await folded(postings);
        const bought = postings.filter(
          ({ account, category }) => account.startsWith('43') || (account.startsWith('44') && category === 'food'),
        );
        expect(centsOf(activities.map(({ amount }) => amount.value))).toBe(
          bought.reduce((sum, { amount }) => sum + cents(amount), 0n),
        );
      }),
    );
  });

  test('keeps products and sites apart: each has the money of its own rows, shares included', async () => {
    const shares: Readonly<Record<string, bigint>> = { oulu: 333n, kemi: 333n, ii: 334n };
    const productOf = ({ account, category }: RandomPosting) => {
      if (account === '4399') return 'furniture';
      if (account.startsWith('43')) return 'reception-services';
      return account === '4400' && category === 'food' ? 'catering' : undefined;
    };
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        // In thousandths of a cent, so that the shares of a cent are whole numbers.
        const expected = new Map<string, bigint>();
        const add = (product: string, site: string, month: string, money: bigint) => {
          const key = `${product} ${site} ${month}`;
          expected.set(key, (expected.get(key) ?? 0n) + money);
        };
        for (const posting of postings) {
          const product = productOf(posting);
          if (product === undefined) continue;
          const month = posting.date.slice(0, 7);
          const money = cents(posting.amount);
          if (posting.site === undefined && posting.supplier === 'Kolme Oy') {
            for (const [site, share] of Object.entries(shares)) add(product, site, month, money * share);
          } else add(product, posting.site ?? '', month, money * 1000n);
        }
        const { activities } = await folded(postings);
        const found = activities.map(({ product, site = '', period, amount }) => [
          `${product} ${site} ${period?.from.slice(0, 7) ?? ''}`,
          BigInt(amount.value.times(100_000).toFixed()),
        ]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
        expect(found.length).toBe(expected.size);
      }),
    );
  });

  test('does not depend on the order of the rows', async () => {
    const orders = postingRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([rows, shuffled]) => {
        const [one, other] = [await folded(rows), await folded(shuffled)];
        expect(other).toEqual(one);
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
    );
  });

  test('streams: an asynchronous source gives what a list gives', async () => {
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        async function* stream() {
          for (const posting of postings) yield await Promise.resolve(posting);
        }
        expect(await folded(stream())).toEqual(await folded(postings));
      }),
    );
  });

  test('can be followed back: the rows of each purchase are as many as it says, and count for its amount', async () => {
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        const { activities } = await folded(postings);
        for (const activity of activities) {
          const rows = await all(selectPostings(postings, mapping, activity));
          expect(rows.length).toBe(activity.folded?.rows);
          const counted = rows.reduce((sum, { counted: part }) => sum.plus(part.value), new Decimal(0));
          expect(counted.toFixed()).toBe(activity.amount.value.toFixed());
        }
      }),
    );
  });
});
