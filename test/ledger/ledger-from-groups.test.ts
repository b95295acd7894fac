import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import { ledgerFromGroups } from '../../src/ledger/ledger-from-groups.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const group = (changes: object = {}) => ({
  account: '4300',
  category: null,
  supplier: null,
  site: 'koivula',
  first: '2021-05-04',
  last: '2021-05-04',
  rows: 1,
  amount: '100.00',
  ...changes,
});
const faults = (changes: object, mapping: object = {}) =>
  issuesOf(ledgerFromGroups([group(changes)], aMapping(mapping))).map(({ code, at }) => [code, at]);

describe('ledgerFromGroups', () => {
  test('groups give the ledger that their rows give', async () => {
    const rows = [
      aPosting(),
      aPosting({ row: 3, amount: '-30.01', date: '2021-05-31' }),
      aPosting({ row: 4, account: '4200', site: undefined }),
      aPosting({ row: 5, account: '9000', category: 'c' }),
      aPosting({ row: 6, supplier: 'two-sites', site: undefined, amount: '0.01' }),
    ];
    const groups = [
      group({ last: '2021-05-31', rows: '2', amount: '69.99' }),
      group({ account: '4200', site: '', rows: 1n }),
      group({ account: '9000', category: 'c' }),
      group({ supplier: 'two-sites', site: undefined, amount: '0.01' }),
    ];
    expect(ledgerFromGroups(groups, aMapping())).toEqual(await foldLedger(rows, aMapping()));
  });

  test('a group that comes in two parts is one group, and a count past the safe integers is refused', () => {
    const whole = ledgerFromGroups([group({ rows: 3, amount: '5' })], aMapping());
    const parts = [group({ rows: 1, amount: '2.5' }), group({ rows: 2, amount: '2.50', site: ' koivula\u00a0' })];
    expect(ledgerFromGroups(parts, aMapping())).toEqual(whole);
    expect(faults({ rows: 2n ** 53n })).toEqual([['invalid-value', { row: 1, path: 'rows' }]]);
  });

  test.each<[string, object, string, string]>([
    ['no account', { account: ' ' }, 'missing-field', 'account'],
    ['a null account', { account: null }, 'missing-field', 'account'],
    ['a count that is no number', { rows: 'many' }, 'invalid-number', 'rows'],
    ['no rows', { rows: 0 }, 'invalid-value', 'rows'],
    ['a negative count', { rows: -1n }, 'invalid-value', 'rows'],
    ['a third decimal', { amount: '0.005' }, 'invalid-number', 'amount'],
    ['no amount', { amount: null }, 'invalid-number', 'amount'],
    ['no day', { first: null }, 'invalid-date', 'first'],
    ['days of two months', { last: '2021-06-01' }, 'invalid-period', 'last'],
    ['days in the wrong order', { first: '2021-05-05' }, 'invalid-period', 'last'],
    ['a field nobody knows', { extra: 1 }, 'unknown-key', 'extra'],
    ['a scale that is none', { scale: 1.5 }, 'invalid-value', 'scale'],
    ['a scale past 6', { scale: '7' }, 'invalid-value', 'scale'],
    ['a scale that is no number', { scale: ['2'] }, 'invalid-value', 'scale'],
    ['a fraction of a minor unit', { scale: 2, amount: '10.5' }, 'invalid-value', 'amount'],
    ['a fraction of a cent', { scale: 3, amount: '5' }, 'invalid-number', 'amount'],
  ])('%s is an issue with the position of the group', (_, changes, code, path) => {
    expect(faults(changes)).toEqual([[code, { row: 1, path }]]);
  });

  test('a group that spans a day on which the mapping changes is an issue, one on either side of it is not', () => {
    const rules = [
      { id: 'old', account: '43', validTo: '2021-05-14', treatment: 'wage' },
      { id: 'new', account: '43', validFrom: '2021-05-15', treatment: 'internal' },
    ];
    expect(faults({ first: '2021-05-14', last: '2021-05-15' }, { rules })).toEqual([
      ['invalid-period', { row: 1, path: 'last' }],
    ]);
    const sides = [group({ last: '2021-05-14' }), group({ first: '2021-05-15', last: '2021-05-31', rows: 2 })];
    const { coverage } = orThrow(ledgerFromGroups(sides, aMapping({ rules })));
    expect(coverage.byTreatment.map(({ treatment, rows }) => [treatment, rows])).toEqual([
      ['wage', 1],
      ['internal', 2],
    ]);
  });

  test('a group with a day outside the period is an issue that names the day', () => {
    const period = { ...calendarYear(2021), to: '2021-05-10' };
    const issues = issuesOf(ledgerFromGroups([group({ last: '2021-05-11', rows: 2 })], aMapping(), { period }));
    expect(issues).toMatchObject([{ code: 'posting-outside-period', detail: { date: '2021-05-11' } }]);
  });

  test.each([
    [0, '12', '12'],
    ['1', -12n, '-1.2'],
    [2n, '9007199254740993', '90071992547409.93'],
    [4, '1230000', '123'],
  ])('amounts in minor units of scale %s: %s are %s', (scale, amount, expected) => {
    const { coverage } = orThrow(ledgerFromGroups([group({ scale, amount })], aMapping()));
    expect(coverage.amount.value.toFixed()).toBe(expected);
  });

  test('rows and sums are held against control totals, unless a fault explains why they differ', () => {
    const codes = (changes: object, expect: object) =>
      ledgerFromGroups([group({ rows: 2 }), group(changes)], aMapping(), { expect }).issues.map(({ code }) => code);
    expect(codes({ rows: 3 }, { rows: 5, sum: '200' })).toEqual([]);
    expect(codes({ rows: 3 }, { rows: 6, sum: '200.01' })).toEqual(['control-total-differs', 'control-total-differs']);
    expect(codes({ amount: null }, { rows: 3 })).toEqual(['invalid-number']);
  });

  test('no groups are an empty ledger', () => {
    expect(orThrow(ledgerFromGroups([], aMapping())).coverage.rows).toBe(0);
  });
});
