import { describe, expect, test } from 'vitest';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { ledgerPostings } from '../../src/io/ledger-postings.js';
import { orThrow } from '../../src/outcome.js';
import { all, bytesOf, inChunks } from '../support/bytes.js';

const layout = orThrow(
  parseLedgerLayout({
    id: 'purchases',
    delimiter: 'semicolon',
    quoting: 'double-quote',
    encoding: 'utf-8',
    decimal: 'comma',
    thousands: 'space',
    dates: 'd.M.yyyy',
    columns: { account: 'Tili', amount: 'Summa', date: 'Päivä', supplier: 'Toimittaja' },
  }),
);
const HEADER = 'Tili;Summa;Päivä;Toimittaja';

/** The postings and issues of a file once it has been read to its end. */
async function read(text: string, used = layout) {
  const { postings, issues } = ledgerPostings(inChunks(bytesOf(text), 64), used, 'ledger.csv');
  const found = await all(postings);
  return { found, issues };
}

describe('ledgerPostings', () => {
  test('rows become postings, in their order, with the row of the file', async () => {
    const { found, issues } = await read(`${HEADER}\r\n4300;1 234,50;4.5.2021;"Yksi; Oy"\r\n4400;-10;5.5.2021;\r\n`);
    expect(found).toEqual([
      {
        source: 'ledger.csv',
        row: 2,
        account: '4300',
        amount: '1234.50',
        date: '2021-05-04',
        supplier: 'Yksi; Oy',
      },
      { source: 'ledger.csv', row: 3, account: '4400', amount: '-10', date: '2021-05-05' },
    ]);
    expect(issues).toEqual([]);
  });

  test.each([
    ['tab', '\t'],
    ['semicolon', ';'],
    ['comma', ','],
  ] as const)('columns parted by %s are read where that is declared', async (delimiter, mark) => {
    const text = `${HEADER}\n4300;1;4.5.2021;Yksi\n`.replaceAll(';', mark);
    const { found, issues } = await read(text, { ...layout, delimiter });
    expect([found.map(({ supplier }) => supplier), issues]).toEqual([['Yksi'], []]);
  });

  test('quotation marks are text where the layout does not quote', async () => {
    const { found } = await read(`${HEADER}\n4300;1;4.5.2021;"Yksi"\n`, { ...layout, quoting: 'none' });
    expect(found.map(({ supplier }) => supplier)).toEqual(['"Yksi"']);
  });

  test('a header alone is a ledger without postings', async () => {
    expect(await read(`${HEADER}\n`)).toEqual({ found: [], issues: [] });
  });

  test('bad rows become issues, all of them at once, and the good rows go on', async () => {
    const { found, issues } = await read(
      [
        HEADER,
        '4300;1,5;4.5.2021;',
        '4300;1.5;4.5.2021;',
        '4300;1,5;2021-05-04;',
        '4300;1,5;4.5.2021',
        ';;;',
        '4300;2,5;4.5.2021;',
        '',
      ].join('\n'),
    );
    expect(found.map(({ row, amount }) => [row, amount])).toEqual([
      [2, '1.5'],
      [7, '2.5'],
    ]);
    expect(issues.map(({ code, at }) => [at?.source, at?.row, at?.path, code])).toEqual([
      ['ledger.csv', 3, 'Summa', 'invalid-number'],
      ['ledger.csv', 4, 'Päivä', 'invalid-date'],
      ['ledger.csv', 5, undefined, 'file-syntax'],
      ['ledger.csv', 6, 'Tili', 'missing-field'],
      ['ledger.csv', 6, 'Summa', 'missing-field'],
      ['ledger.csv', 6, 'Päivä', 'missing-field'],
    ]);
  });

  test('a file that ends without a line break is read with a warning: its last row may be cut', async () => {
    const { found, issues } = await read(`${HEADER}\n4300;1,5;4.5.2021;`);
    expect(found.map(({ row, amount }) => [row, amount])).toEqual([[2, '1.5']]);
    expect(issues.map(({ code, severity, at }) => [code, severity, at?.source, at?.row])).toEqual([
      ['file-end-open', 'warning', 'ledger.csv', 2],
    ]);
  });

  test('everything that is wrong with the header is an issue, and no row is read', async () => {
    const { found, issues } = await read('Tili;Summa;Pvm;Tili\n4300;1;4.5.2021;x\n');
    expect(found).toEqual([]);
    expect(issues.map(({ code, at, message }) => [code, at, message])).toEqual(
      [
        'the column "Päivä" is missing; found Tili, Summa, Pvm, Tili',
        'the column "Toimittaja" is missing; found Tili, Summa, Pvm, Tili',
        'the column "Pvm" is not known. Did you mean Päivä, Summa, or Tili? Name it in the layout, or list it as ignored',
        'the column "Tili" stands there twice',
      ].map((reason) => ['file-syntax', { source: 'ledger.csv' }, `The file cannot be read: ${reason}.`]),
    );
  });

  test.each([
    ['nothing', ''],
    ['empty lines', '\n\r\n\n'],
    ["Excel's hint alone", 'sep=;\n'],
  ])('csv-014: a file of %s is empty, and not a ledger of zero', async (_, text) => {
    const { found, issues } = await read(text);
    expect(found).toEqual([]);
    expect(issues).toEqual([
      {
        code: 'file-syntax',
        severity: 'error',
        message: 'The file cannot be read: it is empty.',
        detail: { file: 'ledger.csv', reason: 'it is empty' },
        at: { source: 'ledger.csv' },
      },
    ]);
  });

  test("csv-009: Excel's hint before the header is passed over and counts as a row", async () => {
    const { found, issues } = await read(`\uFEFFsep=;\r\n${HEADER}\r\n4300;1;4.5.2021;\r\n`);
    expect([found.map(({ row }) => row), issues]).toEqual([[3], []]);
  });

  test('a hint at another delimiter is no hint', async () => {
    const { issues } = await read(`sep=,\n${HEADER}\n`);
    expect(issues.map(({ code }) => code)).toContain('file-syntax');
  });

  test('empty lines at the very end are passed over, one in between is a fault of its row', async () => {
    const row = '4300;1;4.5.2021;';
    const { found, issues } = await read(`${HEADER}\n${row}\n\n${row}\n\n\r\n`);
    expect(found.map((posting) => posting.row)).toEqual([2, 4]);
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([['file-syntax', 3]]);
  });

  test('a line of one quoted empty field is empty as well', async () => {
    expect(await read(`${HEADER}\n""\n`)).toEqual({ found: [], issues: [] });
  });

  test('where the file cannot be read on, what was wrong before is kept', async () => {
    const { found, issues } = await read(`${HEADER}\n4300;1.5;4.5.2021;\n4300;1;4.5.2021;\n4300;"2;4.5.2021;\n`);
    expect(found.map(({ row }) => row)).toEqual([3]);
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
      ['invalid-number', 2],
      ['file-syntax', 4],
    ]);
  });

  test('what goes wrong while the bytes are fetched is thrown', async () => {
    const broken = Object.assign(new Error('The disk is gone.'), { code: 'EIO' });
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytesOf(`${HEADER}\n`));
      throw broken;
    }
    await expect(all(ledgerPostings(failing(), layout, 'ledger.csv').postings)).rejects.toBe(broken);
  });

  describe('more than 1 000 issues', () => {
    const bad = (count: number) => Array.from({ length: count }, () => '4300;1.5;4.5.2021;\n').join('');

    test('are named up to the 1 000th and then counted', async () => {
      const { issues } = await read(`${HEADER}\n${bad(1003)}`);
      expect(issues).toHaveLength(1001);
      expect(issues.slice(-1)).toEqual([
        {
          code: 'more-issues',
          severity: 'error',
          message: '3 more issues were found in this file after the first 1000. Mend those first.',
          detail: { count: 3 },
          at: { source: 'ledger.csv' },
        },
      ]);
    });

    test('exactly 1 000 are all named', async () => {
      const { issues } = await read(`${HEADER}\n${bad(1000)}`);
      expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: 1000 }, () => 'invalid-number'));
    });

    test('are counted also where the file cannot be read on', async () => {
      const { issues } = await read(`${HEADER}\n${bad(1001)}4300;"2;4.5.2021;\n`);
      expect(
        issues.slice(1000).map(({ code, detail }) => [code, 'count' in detail ? detail.count : undefined]),
      ).toEqual([
        ['more-issues', 1],
        ['file-syntax', undefined],
      ]);
    });
  });
});
