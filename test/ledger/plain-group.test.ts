import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { ledgerFromGroups } from '../../src/ledger/ledger-from-groups.js';
import { plainGroupReader } from '../../src/ledger/plain-group.js';
import { aMapping } from '../support/ledger.js';

const plain = {
  account: '4300',
  category: 'food',
  supplier: undefined,
  site: 'oulu',
  first: '2021-05-04',
  last: '2021-05-30',
  rows: 12,
  amount: '1234.50',
};
const read = (changes: object = {}) => plainGroupReader()({ ...plain, ...changes });

describe('plainGroupReader', () => {
  test('reads a group that is written in the plainest way', () => {
    expect(read()).toEqual({ ...plain, amount: new Decimal('1234.5') });
    expect(read({ category: null, site: null })).toEqual({
      ...plain,
      category: undefined,
      site: undefined,
      amount: new Decimal('1234.5'),
    });
  });

  test.each<[string, object]>([
    ['a name with white space at its end', { site: 'oulu ' }],
    ['a name of letters that are not composed', { category: 'a\u0308' }],
    ['an empty name', { supplier: '' }],
    ['a name that is a number', { site: 7 }],
    ['no account', { account: undefined }],
    ['an empty account', { account: '' }],
    ['a day that does not exist', { first: '2021-02-30' }],
    ['no day', { last: undefined }],
    ['no rows', { rows: 0 }],
    ['a part of a row', { rows: 1.5 }],
    ['a count as text', { rows: '12' }],
    ['a count as a bigint', { rows: 12n }],
    ['an amount as a number', { amount: 1234.5 }],
    ['an amount that is none', { amount: '1e3' }],
    ['a third decimal', { amount: '0.005' }],
    ['a scale', { scale: 2 }],
    ['a field that nobody knows', { extra: 1 }],
  ])('%s is left to the schema', (_, changes) => {
    expect(read(changes)).toBeUndefined();
  });

  test.each([undefined, null, 'text', 7])('%s is no record, and left to the schema', (row) => {
    expect(plainGroupReader()(row)).toBeUndefined();
  });

  test('a ledger is the same, issues included, whether its groups are read in the plain way or by the schema', () => {
    const name = fc.option(fc.constantFrom('food', 'oulu', ' oulu', 'a\u0308', ''), { nil: null });
    const day = fc.constantFrom('2021-05-04', '2021-05-30', '2021-06-01', '2021-02-30', '2021-5-4');
    const group = fc.record({
      account: fc.constantFrom('4300', '9000', ' 4300', ''),
      category: name,
      supplier: name,
      site: name,
      first: day,
      last: day,
      rows: fc.integer({ min: 0, max: 9 }),
      amount: fc.constantFrom('1', '-2.50', '0.005', 'x'),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
        // A count as text is never plain.
        const bySchema = groups.map((each) => ({ ...each, rows: String(each.rows) }));
        const mapping = aMapping();
        const [quick, slow] = [ledgerFromGroups(groups, mapping), ledgerFromGroups(bySchema, mapping)];
        expect(quick).toEqual(slow);
      }),
      { numRuns: 1_000 },
    );
  });
});
