import { describe, expect, test } from 'vitest';
import { parseSpendReplacements, spendReplacementSchema } from '../../src/ledger/replace-spend-input.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { codesOf, issuesOf } from '../support/builders.js';

const row = {
  id: 'heat-in-rent',
  product: 'rent',
  site: 'koivula',
  period: { from: '2024-01-01', to: '2024-07-31' },
  share: '0.15',
  by: ['h-1', 'h-2'],
  why: 'by its contract',
};

describe('parseSpendReplacements', () => {
  test('a statement is read as it stands, its share exact; without a site it is of purchases that name none', () => {
    const { site, ...without } = row;
    const read = orThrow(parseSpendReplacements([row, { ...without, id: 'no-site', share: '1' }]));
    expect(read.map(({ share, ...rest }) => ({ ...rest, share: decimalText(share) }))).toEqual([
      row,
      { ...without, id: 'no-site', share: '1' },
    ]);
    expect(site).toBe('koivula');
  });

  test.each(['0', '-0.1', '1.0000001'])('the share %s replaces nothing or more than was paid', (share) => {
    expect(issuesOf(parseSpendReplacements([{ ...row, share }])).map(({ code, at }) => [code, at])).toEqual([
      ['invalid-value', { row: 1, path: 'share' }],
    ]);
  });

  test('every fault of every row is an issue with its place', () => {
    const { why, ...without } = row;
    const outcome = parseSpendReplacements([
      { ...without, reason: why },
      { ...row, id: 'b', by: [] },
      { ...row, id: 'c', by: ['h-1', 'h-2', 'h-1'], period: { from: '2024-02-01', to: '2024-01-31' } },
      row,
      row,
    ]);
    expect(issuesOf(outcome).map(({ code, at }) => [at?.row, at?.path, code])).toEqual([
      [1, 'why', 'missing-field'],
      [1, 'reason', 'unknown-key'],
      [2, 'by', 'invalid-value'],
      [3, 'period', 'invalid-period'],
      [3, 'by', 'invalid-value'],
      [5, 'id', 'duplicate-id'],
    ]);
    expect(issuesOf(outcome)[4]?.message).toBe('The activity h-1 is named twice. Name each activity once.');
  });

  test('a list without statements is read', () => {
    expect(codesOf(parseSpendReplacements([]))).toEqual([]);
  });
});

describe('spendReplacementSchema', () => {
  test('it reads a statement and refuses keys that it does not know', () => {
    expect(spendReplacementSchema.safeParse(row).success).toBe(true);
    expect(spendReplacementSchema.safeParse({ ...row, percent: 15 }).success).toBe(false);
  });
});
