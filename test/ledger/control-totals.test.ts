import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { controlTotalIssues } from '../../src/ledger/control-totals.js';

const found = { rows: 3, sum: new Decimal('-12.30') };

describe('controlTotalIssues', () => {
  test.each([
    ['nothing is expected', {}],
    ['rows and sum are as expected, however the sum is written', { rows: 3, sum: '-12.3' }],
    ['only one of them is stated', { sum: -12.3 }],
  ])('there is no issue where %s', (_, expected) => {
    expect(controlTotalIssues(found, expected)).toEqual([]);
  });

  test('a row or a cent too few are issues, both at once, with what was expected and what was found', () => {
    expect(controlTotalIssues(found, { rows: 4, sum: '-12.31' })).toMatchObject([
      { code: 'control-total-differs', severity: 'error', detail: { what: 'rows', expected: '4', found: '3' } },
      { code: 'control-total-differs', severity: 'error', detail: { what: 'sum', expected: '-12.31', found: '-12.3' } },
    ]);
  });

  test('no rows are expected where the control total says 0', () => {
    expect(controlTotalIssues(found, { rows: 0 })).toMatchObject([{ detail: { expected: '0', found: '3' } }]);
    expect(controlTotalIssues({ rows: 0, sum: new Decimal(0) }, { rows: 0, sum: 0n })).toEqual([]);
  });

  test('a control sum that is no number is an issue of its own', () => {
    expect(controlTotalIssues(found, { sum: '12,30' })).toMatchObject([
      { code: 'invalid-number', at: { path: 'sum' }, detail: { value: '12,30', reason: 'syntax' } },
    ]);
  });
});
