import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meansOfOthers } from '../../src/change/means-of-others.js';

const line = (middle: bigint, slope: bigint) => ({ middle, slope });

describe('meansOfOthers', () => {
  test('one line has nothing beside it, and none has no means', () => {
    expect(meansOfOthers([line(7n, 3n)])).toEqual({ means: [1n], divisor: 1n });
    expect(meansOfOthers([])).toEqual({ means: [], divisor: 1n });
  });

  test('of two lines each has the middle of the other', () => {
    expect(meansOfOthers([line(7n, 3n), line(5n, 2n)])).toEqual({ means: [5n, 7n], divisor: 1n });
  });

  test('of three lines each has the product of the other middles and a third of that of their slopes', () => {
    const { means, divisor } = meansOfOthers([line(7n, 3n), line(5n, 2n), line(11n, 13n)]);
    expect(divisor).toBe(3n);
    expect(means).toEqual([3n * 55n + 26n, 3n * 77n + 39n, 3n * 35n + 6n]);
  });

  test('is the integral over both halves of each line, worked out power by power', () => {
    const lines = fc.array(fc.record({ middle: fc.bigInt(-50n, 50n), slope: fc.bigInt(-50n, 50n) }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(lines, (all) => {
        const { means, divisor } = meansOfOthers(all);
        for (const [left, mean] of means.entries()) {
          // Σ over all ways to take slopes from an even number k of lines, 1 ÷ (k + 1) each, over 3 × 5 × 7 × 9.
          const others = all.filter((_, index) => index !== left);
          let sum = 0n;
          for (let taken = 0; taken < 2 ** others.length; taken += 1) {
            const slopes = others.filter((_, index) => (taken >> index) % 2 === 1).length;
            if (slopes % 2 === 1) continue;
            const product = others.reduce(
              (done, each, index) => done * ((taken >> index) % 2 === 1 ? each.slope : each.middle),
              1n,
            );
            sum += (product * 945n) / BigInt(slopes + 1);
          }
          expect(mean * 945n).toBe(sum * divisor);
        }
      }),
      { numRuns: 60 },
    );
  });
});
