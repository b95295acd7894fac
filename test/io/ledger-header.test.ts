import { describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../src/io/ledger-header.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { orThrow } from '../../src/outcome.js';

const layout = orThrow(
  parseLedgerLayout({
    id: 'purchases',
    delimiter: 'semicolon',
    quoting: 'none',
    encoding: 'utf-8',
    decimal: 'comma',
    thousands: 'none',
    dates: 'd.M.yyyy',
    columns: { account: 'Tili', amount: 'Summa', date: 'Päivä', supplier: 'Toimittaja' },
    ignored: ['Selite'],
  }),
);

function faultsOf(fields: readonly string[], used = layout): readonly string[] {
  const header = ledgerHeader(fields, used);
  return 'faults' in header ? header.faults : [];
}

describe('ledgerHeader', () => {
  test('columns are found by their names, in any order', () => {
    expect(ledgerHeader(['Selite', 'Päivä', 'Summa', 'Tili', 'Toimittaja'], layout)).toEqual({
      width: 5,
      at: new Map([
        ['account', 3],
        ['amount', 2],
        ['date', 1],
        ['supplier', 4],
      ]),
      emptyEnd: 'no',
    });
  });

  test('an ignored column need not be there', () => {
    expect(faultsOf(['Tili', 'Summa', 'Päivä', 'Toimittaja'])).toEqual([]);
  });

  test('csv-017: a delimiter at the end is a column that has to be empty everywhere', () => {
    expect(ledgerHeader(['Tili', 'Summa', 'Päivä', 'Toimittaja', ''], layout)).toMatchObject({
      width: 5,
      emptyEnd: 'yes',
    });
  });

  test('everything that is wrong with a header is said at once', () => {
    expect(faultsOf(['Tili', 'Summa', 'Tili', 'Pvm', 'Selite'])).toEqual([
      'the column "Päivä" is missing; found Tili, Summa, Tili, Pvm, Selite',
      'the column "Toimittaja" is missing; found Tili, Summa, Tili, Pvm, Selite',
      'the column "Pvm" is not known. Did you mean Päivä, Summa, or Tili? Name it in the layout, or list it as ignored',
      'the column "Tili" stands there twice',
    ]);
  });

  test('csv-018: a nameless column in the middle is not known', () => {
    const [fault] = faultsOf(['Tili', '', 'Summa', 'Päivä', 'Toimittaja']);
    expect(fault).toMatch(/^the column "" is not known\. /);
  });

  test('csv-003: names of inherited properties are names like any other', () => {
    const [fault] = faultsOf(['Tili', 'Summa', 'Päivä', 'Toimittaja', 'constructor']);
    expect(fault).toMatch(/^the column "constructor" is not known\. /);
  });

  test('csv-015: a single column is a hint that the delimiter is another one', () => {
    expect(faultsOf(['Tili,Summa,Päivä,Toimittaja']).slice(0, 1)).toEqual([
      'the column "Tili" is missing; there is only one column: is the file really parted by semicolon?',
    ]);
  });

  test('a layout without ignored columns knows only its own', () => {
    const { ignored, ...strict } = layout;
    expect(ignored).toEqual(['Selite']);
    const faults = faultsOf(['Tili', 'Summa', 'Päivä', 'Toimittaja', 'Selite'], strict);
    expect(faults.map((fault) => fault.slice(0, 34))).toEqual(['the column "Selite" is not known. ']);
  });
});
