import { describe, expect, test } from 'vitest';
import { quantaRows } from '../../src/change/quanta-rows.js';

const MOST = 2n ** 63n - 1n;

describe('quantaRows', () => {
  test('gives back the rows that were appended, also what is longer than 64 bits', () => {
    const rows = [
      [1n, -2n, 0n],
      [MOST, MOST + 1n, -MOST - 1n],
      [-MOST - 2n, 10n ** 40n, -(2n ** 64n)],
    ];
    const kept = quantaRows(3, 3);
    for (const row of rows) kept.append(row);
    expect(rows.map((_, index) => kept.row(index))).toEqual(rows);
  });

  test('sums every column', () => {
    const kept = quantaRows(2, 3);
    expect(kept.sums()).toEqual([0n, 0n]);
    for (const row of [
      [1n, MOST],
      [2n, MOST],
      [-5n, 1n],
    ])
      kept.append(row);
    expect(kept.sums()).toEqual([-2n, 2n ** 64n - 1n]);
  });
});
