import { describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../src/io/ledger-header.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { postingOfRow } from '../../src/io/posting-of-row.js';
import { orThrow } from '../../src/outcome.js';

const declared = {
  id: 'purchases',
  delimiter: 'semicolon',
  quoting: 'none',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'space',
  dates: 'd.M.yyyy',
  columns: { invoice: 'Tosite', account: 'Tili', amount: 'Summa', date: 'Päivä', supplier: 'Toimittaja' },
};
const at = { source: 'ledger.csv', row: 7 };

function read(
  fields: readonly string[],
  changes: Record<string, unknown> = {},
  names = Object.values(declared.columns),
) {
  const layout = orThrow(parseLedgerLayout({ ...declared, ...changes }));
  const header = ledgerHeader(names, layout);
  if ('faults' in header) throw new Error(header.faults.join('\n'));
  return postingOfRow(fields, header, layout, at);
}

describe('postingOfRow', () => {
  test('a row is a posting with its file and row, amount and date in the one way of writing', () => {
    expect(read(['4711', '4300', '-1 234,50', '4.5.2021', 'Yksi Oy'])).toEqual({
      source: 'ledger.csv',
      row: 7,
      invoice: '4711',
      account: '4300',
      amount: '-1234.50',
      date: '2021-05-04',
      supplier: 'Yksi Oy',
    });
  });

  test('num-011, uni-005: white space around a cell does not count', () => {
    expect(read(['', '\t4300 ', ' 12,5 ', ' 4.5.2021', 'Caruna\u00A0'])).toEqual({
      ...at,
      account: '4300',
      amount: '12.5',
      date: '2021-05-04',
      supplier: 'Caruna',
    });
  });

  test('an empty optional cell is a field that is not there', () => {
    const posting = read(['', '4300', '1', '4.5.2021', '  ']);
    expect(Object.keys(posting)).toEqual(['source', 'row', 'account', 'amount', 'date']);
  });

  test('site and category have columns of their own', () => {
    const columns = { account: 'Tili', amount: 'Summa', date: 'Päivä', site: 'Yksikkö', category: 'Hankintakategoria' };
    const cells = ['4300', '1', '4.5.2021', 'oulu', 'food'];
    expect(read(cells, { columns }, Object.values(columns))).toMatchObject({ site: 'oulu', category: 'food' });
  });

  test('empty cells, a wrong amount and a wrong date are all said at once, by the names of their columns', () => {
    expect(read(['', '', '1.5', '2021-05-04', ''])).toEqual([
      {
        code: 'missing-field',
        severity: 'error',
        message: 'The field Tili is empty. An empty cell is not a zero.',
        detail: { field: 'Tili' },
        at: { ...at, path: 'Tili' },
      },
      {
        code: 'invalid-number',
        severity: 'error',
        message:
          '"1.5" is not an amount as the layout purchases declares it: decimal comma, thousands apart by one kind of space.',
        detail: { value: '1.5', reason: 'syntax' },
        at: { ...at, path: 'Summa' },
      },
      {
        code: 'invalid-date',
        severity: 'error',
        message: '"2021-05-04" is not a date as the layout purchases declares it: d.M.yyyy.',
        detail: { value: '2021-05-04', reason: 'syntax' },
        at: { ...at, path: 'Päivä' },
      },
    ]);
  });

  test('an empty amount and an empty date are missing, and no zero', () => {
    const issues = read(['', '4300', ' ', '', '']);
    expect(issues).toMatchObject([
      { code: 'missing-field', at: { path: 'Summa' } },
      { code: 'missing-field', at: { path: 'Päivä' } },
    ]);
    expect(issues).toHaveLength(2);
  });

  test('an empty date is missing also where dates are passed on as they are written', () => {
    expect(read(['', '4300', '1', '', ''], { dates: 'yyyy-MM-dd' })).toMatchObject([
      { code: 'missing-field', at: { path: 'Päivä' } },
    ]);
  });

  test('without thousands the message says so', () => {
    const message =
      '"1 234" is not an amount as the layout purchases declares it: decimal comma, no thousands separator.';
    expect(read(['', '4300', '1 234', '4.5.2021', ''], { thousands: 'none' })).toMatchObject([{ message }]);
  });

  test.each([
    [['', '4300', '1', '4.5.2021'], 4],
    [['', '4300', '1', '4.5.2021', 'Yksi', 'Oy'], 6],
    [[''], 1],
  ])('csv-005: a row of another width is not read: %j', (fields, found) => {
    expect(read(fields)).toEqual([
      {
        code: 'file-syntax',
        severity: 'error',
        message: `The row cannot be read: row 7 has ${found} fields, 5 expected. Does a field hold the delimiter, or is the file cut?`,
        detail: { file: 'ledger.csv', reason: `row 7 has ${found} fields, 5 expected` },
        at,
      },
    ]);
  });

  test('csv-017: where the header ends in a delimiter, a value in that place is a fault', () => {
    const names = [...Object.values(declared.columns), ''];
    expect(read(['', '4300', '1', '4.5.2021', 'Yksi Oy', ''], {}, names)).toMatchObject({ supplier: 'Yksi Oy' });
    expect(read(['', '4300', '1', '4.5.2021', 'Yksi', 'Oy'], {}, names)).toMatchObject([{ code: 'file-syntax' }]);
  });
});
