import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixSchema } from '../../src/activity/mix.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const mixOf = (...shares: readonly unknown[]) => shares.map((share, index) => ({ of: `part ${index + 1}`, share }));
const faults = (input: unknown) => issuesOf(readWith(mixSchema, input)).map(({ code, at }) => [code, at?.path]);
const sumOf = (input: unknown) =>
  issuesOf(readWith(mixSchema, input)).map(({ detail }) => ('sum' in detail ? detail.sum : detail));

describe('mixSchema', () => {
  test('parts are read in their order, their shares exactly', () => {
    const parts = orThrow(readWith(mixSchema, mixOf('0.50', '0.3', 0.2)));
    expect(parts.map(({ of, share }) => [of, decimalText(share)])).toEqual([
      ['part 1', '0.5'],
      ['part 2', '0.3'],
      ['part 3', '0.2'],
    ]);
  });

  test.each([
    ['one part', ['1']],
    ['one part and one of nothing', ['1', '0']],
    ['ten tenths', Array.from({ length: 10 }, () => '0.1')],
    ['shares of thirty decimals', ['0.333333333333333333333333333333', '0.666666666666666666666666666667']],
  ])('%s come to a whole', (_, shares) => {
    expect(readWith(mixSchema, mixOf(...shares)).ok).toBe(true);
  });

  test('three times a third, cut off, is not a whole: the sum is printed with all its digits', () => {
    const thirds = mixOf('0.333333333333', '0.333333333333', '0.333333333333');
    expect(issuesOf(readWith(mixSchema, thirds))).toEqual([
      {
        code: 'shares-not-one',
        severity: 'error',
        message:
          'The shares of part 1, part 2, part 3 sum to 0.999999999999, not to 1. Correct them, or add what is missing.',
        detail: { supplier: 'part 1, part 2, part 3', sum: '0.999999999999' },
      },
    ]);
  });

  test.each([
    [
      ['0.333333333333333333333333333333', '0.333333333333333333333333333333', '0.333333333333333333333333333333'],
      `0.${'9'.repeat(30)}`,
    ],
    [['0.5', '0.500000000000000000000000000001'], `1.${'0'.repeat(29)}1`],
    [['0.5', '0.3'], '0.8'],
    [['1', '1'], '2'],
    [['0'], '0'],
  ])('%o sum to %s, not to 1', (shares, sum) => {
    expect(sumOf(mixOf(...shares))).toEqual([sum]);
  });

  test('a part that has two shares is an issue, also where they sum to 1', () => {
    const twice = ['0.5', '0.5'].map((share) => ({ of: 'landfill', share }));
    expect(issuesOf(readWith(mixSchema, twice))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'landfill has two shares. Add them up.',
        detail: { value: 'landfill', expected: 'each part once', nearest: [] },
      },
    ]);
    const both = ['0.5', '0.4'].map((share) => ({ of: 'landfill', share }));
    expect(faults(both)).toEqual([
      ['shares-not-one', undefined],
      ['invalid-value', undefined],
    ]);
  });

  test.each([
    [mixOf('-0.1', '1'), 'invalid-value', '0.share'],
    [mixOf('100'), 'invalid-value', '0.share'],
    [mixOf('0.5', '50 %'), 'invalid-number', '1.share'],
    [mixOf(undefined), 'missing-field', '0.share'],
    [[{ share: '1' }], 'missing-field', '0.of'],
    [[{ of: '', share: '1' }], 'invalid-value', '0.of'],
    [[{ of: 'landfill', share: '1', note: 'x' }], 'unknown-key', '0.note'],
    [['landfill'], 'invalid-value', '0'],
    [{ landfill: '1' }, 'invalid-value', undefined],
    ['landfill', 'invalid-value', undefined],
  ])('%o is refused: %s at %s', (input, code, path) => {
    expect(faults(input)).toEqual([[code, path]]);
  });

  test('no parts are no mix', () => {
    expect(faults([])[0]).toEqual(['invalid-value', undefined]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(mixSchema, [{ of: 'landfill', share: '1', shares: '1' }]));
    expect(issues.map(({ detail }) => detail)).toEqual([{ key: 'shares', nearest: ['share', 'of'] }]);
  });

  test('however a whole is cut into thousandths it is read, and with one thousandth more or less it is not', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 6 });
    const text = (thousandths: number) => (thousandths === 1000 ? '1' : `0.${String(thousandths).padStart(3, '0')}`);
    fc.assert(
      fc.property(cuts, fc.constantFrom(1, -1), (inner, step) => {
        const edges = [0, ...[...inner].sort((a, b) => a - b), 1000];
        const parts = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
        expect(readWith(mixSchema, mixOf(...parts.map(text))).ok).toBe(true);
        const [first = 0, ...others] = parts;
        const moved = first + step > 1000 ? first - 1 : first + step;
        expect(faults(mixOf(text(moved), ...others.map(text)))).toEqual([['shares-not-one', undefined]]);
      }),
    );
  });
});
