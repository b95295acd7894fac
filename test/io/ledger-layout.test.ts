import { describe, expect, test } from 'vitest';
import { ledgerLayoutSchema, parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { orThrow } from '../../src/outcome.js';
import { codesOf, issuesOf } from '../support/builders.js';

const layout = {
  id: 'purchases',
  delimiter: 'tab',
  quoting: 'none',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'space',
  dates: 'd.M.yyyy',
  columns: { account: 'Tili', amount: 'Summa', date: 'Päivä', supplier: 'Toimittaja' },
  ignored: ['Selite'],
};

describe('parseLedgerLayout', () => {
  test('a layout is read as it is declared', () => {
    expect(orThrow(parseLedgerLayout(layout))).toEqual(layout);
  });

  test('ignored columns are optional, and so are all but account, amount and date', () => {
    const { ignored, ...rest } = layout;
    expect(ignored).toEqual(['Selite']);
    const columns = { account: 'a', amount: 'b', date: 'c' };
    expect(codesOf(parseLedgerLayout({ ...rest, columns }))).toEqual([]);
  });

  test('every fault is an issue with its field: nothing has a default', () => {
    const outcome = parseLedgerLayout({
      delimiter: 'colon',
      quoting: 'double',
      encoding: 'windows-1250',
      decimal: ',',
      thousands: 'dot',
      dates: 'dd.MM.yyyy',
      columns: { amount: '', date: 'Päivä', supplyer: 'Toimittaja' },
      ignored: 'Selite',
      header: 'yes',
      negatives: 'leading-hyphen',
    });
    expect(issuesOf(outcome).map(({ code, at }) => [at?.path, code])).toEqual([
      ['id', 'missing-field'],
      ['delimiter', 'invalid-value'],
      ['quoting', 'invalid-value'],
      ['encoding', 'invalid-value'],
      ['decimal', 'invalid-value'],
      ['thousands', 'invalid-value'],
      ['dates', 'invalid-value'],
      ['negatives', 'invalid-value'],
      ['columns.account', 'missing-field'],
      ['columns.amount', 'invalid-value'],
      ['columns.supplyer', 'unknown-key'],
      ['ignored', 'invalid-value'],
      ['header', 'unknown-key'],
    ]);
  });

  test('a misspelt column of the posting is answered with the nearest one', () => {
    const columns = { ...layout.columns, supplyer: 'Toimittaja' };
    const [issue] = issuesOf(parseLedgerLayout({ ...layout, columns }));
    expect(issue?.message).toMatch(/^The key "supplyer" is not known here\. Did you mean supplier, /);
  });

  test('a comma for columns and for decimals would read two ways', () => {
    expect(issuesOf(parseLedgerLayout({ ...layout, delimiter: 'comma' }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message:
          'A comma cannot part both columns and decimals where nothing is quoted. Declare how the file really is.',
        detail: { value: 'comma', expected: 'another delimiter, decimal sign or separator', nearest: [] },
        at: { path: 'delimiter' },
      },
    ]);
  });

  test('one character for thousands and decimals, or for thousands and columns, would read two ways', () => {
    const both = { ...layout, decimal: 'point', thousands: 'point' };
    expect(issuesOf(parseLedgerLayout(both)).map(({ at }) => at?.path)).toEqual(['thousands']);
    const unquoted = { ...layout, decimal: 'point', thousands: 'comma', delimiter: 'comma', quoting: 'none' };
    expect(issuesOf(parseLedgerLayout(unquoted)).map(({ at }) => at?.path)).toEqual(['delimiter']);
    expect(parseLedgerLayout({ ...unquoted, quoting: 'double-quote' }).ok).toBe(true);
  });

  test.each([
    ['fields are quoted', { delimiter: 'comma', quoting: 'double-quote' }],
    ['decimals have a point', { delimiter: 'comma', decimal: 'point' }],
    ['columns are parted by something else', { delimiter: 'semicolon' }],
  ])('where %s there is one reading', (_, changes) => {
    expect(codesOf(parseLedgerLayout({ ...layout, ...changes }))).toEqual([]);
  });
});

describe('ledgerLayoutSchema', () => {
  test('it reads the shape and refuses keys that it does not know', () => {
    expect(ledgerLayoutSchema.safeParse(layout).success).toBe(true);
    expect(ledgerLayoutSchema.safeParse({ ...layout, header: 1 }).success).toBe(false);
  });
});
