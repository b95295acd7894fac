import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseParquetLayout } from '../../src/io/parquet.js';

const LAYOUT = {
  id: 'erp',
  amount: { kind: 'decimal' },
  dates: 'date',
  columns: { account: 'tili', amount: 'eur', date: 'pvm' },
};

describe('the layout of Parquet ledgers', () => {
  test.each([
    { kind: 'decimal' },
    { kind: 'minor-units', scale: 2 },
    { kind: 'text', decimal: 'comma', thousands: 'space', negatives: 'minus-sign' },
  ])('says how amounts are stored: $kind', (amount) => {
    const layout = { ...LAYOUT, amount, ignored: ['muu'], namesLikeTotals: ['Yhteensä Oy'] };
    expect(parseParquetLayout(layout)).toEqual({ ok: true, value: layout, issues: [] });
  });

  test.each([
    ['a scale with decimals', { amount: { kind: 'decimal', scale: 2 } }, 'unknown-key', 'amount.scale'],
    ['minor units without a scale', { amount: { kind: 'minor-units' } }, 'missing-field', 'amount.scale'],
    ['minor units past thirty digits', { amount: { kind: 'minor-units', scale: 31 } }, 'invalid-value', 'amount.scale'],
    ['doubles', { amount: { kind: 'double' } }, 'invalid-value', 'amount.kind'],
    ['instants', { dates: 'timestamp' }, 'invalid-value', 'dates'],
    ['a delimiter', { delimiter: 'tab' }, 'unknown-key', 'delimiter'],
    [
      'one sign for thousands and decimals',
      { amount: { kind: 'text', decimal: 'comma', thousands: 'comma' } },
      'invalid-value',
      'amount.thousands',
    ],
  ])('refuses %s', (_, changes, code, path) => {
    expect(parseParquetLayout({ ...LAYOUT, ...changes }).issues).toMatchObject([{ code, at: { path } }]);
  });
});

test('the layout of docs/methods/parquet.md is one', () => {
  const page = readFileSync(new URL('../../docs/methods/parquet.md', import.meta.url), 'utf8');
  const [, json] = /^Layout:\n\n```json\n([\s\S]*?)\n```$/m.exec(page) ?? [];
  const layout: unknown = JSON.parse(String(json));
  expect(parseParquetLayout(layout)).toEqual({ ok: true, value: layout, issues: [] });
});
