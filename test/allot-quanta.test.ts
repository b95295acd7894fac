import { describe, expect, test } from 'vitest';
import { allotQuanta } from '../src/allot-quanta.js';

const part = (quanta: bigint, rest: bigint) => ({ quanta, rest });

describe('allotQuanta', () => {
  test('missing quanta go to the largest remainders, ties to the earlier part', () => {
    expect(allotQuanta([part(1n, 2n), part(1n, 5n), part(1n, 5n)], 5n)).toEqual([1n, 2n, 2n]);
    expect(allotQuanta([part(1n, 5n), part(1n, 5n)], 3n)).toEqual([2n, 1n]);
  });

  test('quanta too many are taken from the smallest remainders', () => {
    expect(allotQuanta([part(1n, 2n), part(1n, 5n)], 1n)).toEqual([0n, 1n]);
    expect(allotQuanta([part(1n, 2n), part(1n, 2n), part(1n, 0n)], 1n)).toEqual([1n, 0n, 0n]);
    expect(allotQuanta([part(1n, 2n), part(1n, 5n)], -1n)).toEqual([-1n, 0n]);
  });

  test('parts that add up stay as they are, and no parts are none', () => {
    expect(allotQuanta([part(-3n, 0n), part(3n, 0n)], 0n)).toEqual([-3n, 3n]);
    expect(allotQuanta([], 0n)).toEqual([]);
  });
});
