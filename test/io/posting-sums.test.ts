import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_ARRAYS } from '../../src/io/array-room.js';
import { addKey, addPosting, emptySums, slotOfKey, summedGroups } from '../../src/io/posting-sums.js';
import type { SummedGroup } from '../../src/io/posting-sums.js';

interface Row {
  readonly key: number;
  readonly cents: number;
  readonly day: number;
}

function sumsOf(rows: readonly Row[]): readonly object[] {
  const sums = emptySums(OWN_ARRAYS);
  for (const { key, cents, day } of rows) {
    const slot = slotOfKey(sums, key);
    addPosting(sums, slot >= 0 ? slot : addKey(sums, key), cents, day);
  }
  expect(sums.count).toBe(new Set(rows.map(({ key }) => key)).size);
  const groups: SummedGroup[] = [...summedGroups(sums)];
  return groups.sort((a, b) => a.key - b.key).map((group) => ({ ...group, cents: BigInt(group.cents) }));
}

/** The same with whole numbers of any size. */
function sumsByBigInt(rows: readonly Row[]): readonly object[] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, all]) => ({
      key,
      cents: all.reduce((sum, { cents }) => sum + BigInt(cents), 0n),
      rows: all.length,
      first: Math.min(...all.map(({ day }) => day)),
      last: Math.max(...all.map(({ day }) => day)),
    }));
}

describe('sums of postings', () => {
  test('are those of whole numbers of any size, also where they pass what a double holds, up and down', () => {
    const cents = fc.oneof(
      fc.integer({ min: -500, max: 500 }),
      fc.constantFrom(2 ** 52, -(2 ** 52), 2 ** 52 - 1, 999_999_999_999_999),
    );
    const key = fc.constantFrom(0, 1, 2 ** 26, 2 ** 52 - 1);
    const row = fc.record({ key, cents, day: fc.integer({ min: 0, max: 40_000 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        expect(sumsOf(rows)).toEqual(sumsByBigInt(rows));
      }),
    );
  });

  test('stay whole when the table grows', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      key: (index % 9_000) * 500_000_000_000,
      cents: index % 2 === 0 ? 2 ** 51 : -index,
      day: index,
    }));
    expect(sumsOf(rows)).toEqual(sumsByBigInt(rows));
  });
});
