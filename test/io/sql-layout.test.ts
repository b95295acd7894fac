import { describe, expect, test } from 'vitest';
import { parseSqlLayout } from '../../src/io/sql-layout.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const layout = { id: 'warehouse', amount: { kind: 'decimal' }, columns: { account: 'a', amount: 'b', date: 'c' } };

describe('parseSqlLayout', () => {
  test.each([{ kind: 'decimal' }, { kind: 'minor-units', scale: 2 }])('reads amounts as %o', (amount) => {
    expect(orThrow(parseSqlLayout({ ...layout, amount }))).toEqual({ ...layout, amount });
  });

  test.each<[string, object, string, string]>([
    ['how amounts are held', { amount: undefined }, 'missing-field', 'amount'],
    ['the scale of minor units', { amount: { kind: 'minor-units' } }, 'missing-field', 'amount.scale'],
    ['a scale that is known', { amount: { kind: 'minor-units', scale: 7 } }, 'invalid-value', 'amount.scale'],
    ['a kind that is known', { amount: { kind: 'double' } }, 'invalid-value', 'amount.kind'],
    ['an account', { columns: { amount: 'b', date: 'c' } }, 'missing-field', 'columns.account'],
    ['columns that are known', { columns: { ...layout.columns, invoice: 'd' } }, 'unknown-key', 'columns.invoice'],
  ])('asks for %s', (_, changes, code, path) => {
    const issues = issuesOf(parseSqlLayout({ ...layout, ...changes }));
    expect(issues.map((issue) => [issue.code, issue.at?.path])).toEqual([[code, path]]);
  });
});
