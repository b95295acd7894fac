import { describe, expect, test } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.js';

const WIPE = '\r\u001B[2K';

/** A bar whose clock is set by hand. */
function barAt() {
  const written: string[] = [];
  const clock = { now: 1_000 };
  const bar = progressBar(
    (text) => written.push(text),
    () => clock.now,
  );
  return { bar, written, clock };
}

const HALF = { file: 'purchases-2021.tsv', bytes: 500, size: 1_000, rows: 1_234_567 };

describe('progressBar', () => {
  test('shows share, rows and file on one line that is written over', () => {
    const { bar, written, clock } = barAt();
    clock.now = 1_400;
    bar.show(HALF);
    clock.now = 1_500;
    bar.show({ ...HALF, bytes: 1_000, rows: 2_000_000 });
    expect(written).toEqual([
      `${WIPE}[############------------]  50 %  1 234 567 rows  purchases-2021.tsv`,
      `${WIPE}[########################] 100 %  2 000 000 rows  purchases-2021.tsv`,
    ]);
  });

  test('writes nothing for what is read in less than 0.4 s, and has nothing to wipe away then', () => {
    const { bar, written, clock } = barAt();
    clock.now = 1_399;
    bar.show(HALF);
    bar.clear();
    expect(written).toEqual([]);
  });

  test('writes at most ten times a second', () => {
    const { bar, written, clock } = barAt();
    for (clock.now = 1_400; clock.now < 2_400; clock.now += 10) bar.show(HALF);
    expect(written).toHaveLength(10);
  });

  test('is wiped away once', () => {
    const { bar, written, clock } = barAt();
    clock.now = 2_000;
    bar.show(HALF);
    bar.clear();
    bar.clear();
    expect(written.slice(1)).toEqual([WIPE]);
  });

  test('a file without a byte is read to its end, and one that grows is never past it', () => {
    const { bar, written, clock } = barAt();
    clock.now = 2_000;
    bar.show({ file: 'empty.csv', bytes: 0, size: 0, rows: 0 });
    clock.now = 3_000;
    bar.show({ file: 'growing.csv', bytes: 30, size: 10, rows: 2 });
    expect(written.map((text) => /\] (.*)$/.exec(text)?.[1])).toEqual([
      '100 %  0 rows  empty.csv',
      '100 %  2 rows  growing.csv',
    ]);
  });
});
