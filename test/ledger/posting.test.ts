import { describe, expect, test } from 'vitest';
import { Decimal, ZERO } from '../../src/decimal.js';
import { locationOf, readPosting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aPosting } from '../support/ledger.js';

describe('locationOf', () => {
  test('names the row, and the file where a ledger has several', () => {
    expect(locationOf(aPosting())).toEqual({ row: 2 });
    expect(locationOf(aPosting({ source: 'ledger-2021.csv' }))).toEqual({ source: 'ledger-2021.csv', row: 2 });
    expect(locationOf({ source: 'ledger-2021.csv' })).toEqual({ source: 'ledger-2021.csv' });
  });
});

describe('readPosting', () => {
  test('keeps the posting and reads its amount and date', () => {
    const posting = aPosting({ amount: '-1234.50' });
    expect(orThrow(readPosting(posting))).toEqual({ posting, amount: new Decimal('-1234.5'), date: '2021-05-04' });
  });

  test('names are cleaned of white space that nobody sees, and the posting itself is left as it was', () => {
    const posting = aPosting({ account: ' 4300', supplier: 'Turun\u00a0kaupunki', site: 'A\u030aland', category: 'c' });
    const { posting: read } = orThrow(readPosting(posting));
    expect(read).toEqual({ ...posting, account: '4300', supplier: 'Turun kaupunki', site: '\u00c5land' });
    expect(posting.account).toBe(' 4300');
  });

  test.each(['0.01', '-0.01', '100', '1234567890.10', '1.5000', '1.00'])('%s is an amount of money', (amount) => {
    expect(orThrow(readPosting(aPosting({ amount }))).amount.toFixed()).toBe(new Decimal(amount).toFixed());
  });

  test('an amount may be a number, a bigint or a Decimal, and minus zero is zero', () => {
    const amounts = [12.5, 12n, new Decimal('12.25')];
    expect(amounts.map((amount) => orThrow(readPosting(aPosting({ amount }))).amount.toFixed())).toEqual([
      '12.5',
      '12',
      '12.25',
    ]);
    expect(orThrow(readPosting(aPosting({ amount: '-0.00' }))).amount).toBe(ZERO);
  });

  test('a third decimal is damage and not money', () => {
    expect(issuesOf(readPosting(aPosting({ amount: '-1.005' })))).toEqual([
      {
        code: 'invalid-number',
        severity: 'error',
        message:
          '-1.005 has more than two decimals, which no amount of money here has. Was it rounded or converted before?',
        detail: { value: '-1.005', reason: 'too-precise' },
        at: { row: 2, path: 'amount' },
      },
    ]);
  });

  test.each([
    [{ amount: '1 000,00' }, 'invalid-number', 'amount'],
    [{ amount: '' }, 'invalid-number', 'amount'],
    [{ amount: 0.1 + 0.2 }, 'invalid-number', 'amount'],
    [{ date: '2021-02-29' }, 'invalid-date', 'date'],
    [{ date: '4.5.2021' }, 'invalid-date', 'date'],
    [{ account: '' }, 'missing-field', 'account'],
  ])('%j is an issue with its place', (changes, code, path) => {
    const issues = issuesOf(readPosting(aPosting({ source: 'ledger.csv', row: 7, ...changes })));
    expect(issues.map((issue) => [issue.code, issue.at])).toEqual([[code, { source: 'ledger.csv', row: 7, path }]]);
  });

  test('all faults of a row come at once', () => {
    const issues = issuesOf(readPosting(aPosting({ amount: '1.001', date: '2021', account: '' })));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([
      ['invalid-date', 'date'],
      ['missing-field', 'account'],
      ['invalid-number', 'amount'],
    ]);
  });
});
