/** What `foldLedgerCsv` says of a file as a whole: its name, its control totals, its limits, how far it has been read. */
import { describe, expect, test } from 'vitest';
import { foldLedgerCsv } from '../../src/io/fold-ledger-csv.js';
import type { FoldLedgerCsvOptions, ReadingProgress } from '../../src/io/fold-ledger-csv.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { bytesOf, inChunks } from '../support/bytes.js';
import { aMapping } from '../support/ledger.js';
import { layoutOf } from '../support/ledger-files.js';

const HEADER = 'tili;summa;pvm';
const ROWS = '4300;1,00;4.5.2021\n4300;-0,25;5.5.2021\n';

function options(changes: object = {}, layout: object = {}): FoldLedgerCsvOptions {
  return { layout: orThrow(parseLedgerLayout(layoutOf(layout))), mapping: aMapping(), ...changes };
}

const foldText = (text: string, changes: object = {}, layout: object = {}) =>
  foldLedgerCsv(inChunks(bytesOf(text), 100_000), options(changes, layout));

describe('foldLedgerCsv', () => {
  test('names the file in its issues: as told, by its own name, or as a ledger', async () => {
    const cut = `${HEADER}\n4300;x;4.5.2021\n`;
    const named = Object.assign(inChunks(bytesOf(cut)), { name: 'own.csv' });
    const sources = [
      issuesOf(await foldText(cut, { source: 'told.csv' })),
      issuesOf(await foldLedgerCsv(named, options())),
      issuesOf(await foldText(cut)),
    ].map((issues) => [...new Set(issues.map(({ at }) => at?.source))]);
    expect(sources).toEqual([['told.csv'], ['own.csv'], ['ledger']]);
  });

  test('holds rows and sum against what the source says, to the cent', async () => {
    const right = { rows: 2, sum: '0.75' };
    expect(orThrow(await foldText(`${HEADER}\n${ROWS}`, { expect: right })).coverage.rows).toBe(2);
    const wrong = issuesOf(await foldText(`${HEADER}\n${ROWS}`, { expect: { rows: 3, sum: '0.76' } }));
    expect(wrong.map(({ code, detail }) => [code, detail])).toEqual([
      ['control-total-differs', { what: 'rows', expected: '3', found: '2' }],
      ['control-total-differs', { what: 'sum', expected: '0.76', found: '0.75' }],
    ]);
  });

  test('a file that is cut at any byte has an issue or fewer rows, and always an issue where its totals are known', async () => {
    const text = `${HEADER}\n${ROWS}4350;"1 234,50";6.5.2021\n`;
    const whole = bytesOf(text);
    const layout = { thousands: 'space' };
    const expected = orThrow(await foldText(text, {}, layout)).coverage;
    for (let length = 0; length < whole.length; length += 1) {
      const bytes = whole.subarray(0, length);
      const read = await foldLedgerCsv(inChunks(bytes), options({}, layout));
      const quiet = read.ok && read.issues.length === 0;
      if (quiet) expect(read.value.coverage.rows).toBeLessThan(expected.rows);
      const held = await foldLedgerCsv(
        inChunks(bytes),
        options({ expect: { rows: expected.rows, sum: expected.amount.value } }, layout),
      );
      expect(held.issues).not.toEqual([]);
    }
  });

  test('tells after each piece how many bytes and rows have been read, in the encoding of the file', async () => {
    const told: ReadingProgress[] = [];
    const text = `${HEADER}\n${ROWS}`;
    const bytes = Uint8Array.from([0xff, 0xfe, ...Array.from(bytesOf(text)).flatMap((byte) => [byte, 0])]);
    const onProgress = (progress: ReadingProgress) => told.push(progress);
    await foldLedgerCsv(inChunks(bytes, bytes.length / 2), options({ onProgress }, { encoding: 'utf-16' }));
    expect(told).toEqual([
      { bytes: bytes.length / 2, rows: 0 },
      { bytes: bytes.length, rows: 2 },
    ]);
  });

  test.each([
    ['an open quotation mark', `4300;"1,00;4.5.2021\n${'x\n'.repeat(600_000)}`, 'file-too-large'],
    ['a row', `4300;1,00;4.5.2021${'x'.repeat(1_100_000)}\n`, 'file-too-large'],
    ['a row without an end', `4300;1,00;4.5.2021${'x'.repeat(1_100_000)}`, 'file-too-large'],
    ['a quoted field', `4300;"1,00${'x\n'.repeat(600_000)}";4.5.2021\n`, 'file-too-large'],
  ])('%s of more than 1 MiB ends the reading', async (_, row, code) => {
    const codes = issuesOf(await foldText(`${HEADER}\n${row}`)).map((issue) => issue.code);
    expect(codes).toContain(code);
  });

  test('a header of more than 1 000 columns is refused', async () => {
    const issues = issuesOf(await foldText(`${'a;'.repeat(1_001)}\n`));
    expect(issues.map(({ code }) => code)).toEqual(['file-too-large']);
  });

  test('a column that holds more different names than are told apart ends the reading, and says how many those are', async () => {
    const rows = Array.from({ length: 2 ** 17 + 1 }, (_, row) => `4300${row};1,00;4.5.2021\n`);
    const issues = issuesOf(await foldText(`${HEADER}\n${rows.join('')}`, { mapping: aMapping() }));
    expect(issues).toMatchObject([{ code: 'file-too-large', detail: { limit: '131072 different accounts' } }]);
  });

  test('a number of more than 64 characters is not read', async () => {
    const issues = issuesOf(await foldText(`${HEADER}\n4300;${'0'.repeat(65)};4.5.2021\n`));
    expect(issues.map(({ code }) => code)).toContain('invalid-number');
  });

  test('a fault of the source is thrown on as it is: it is none of the data', async () => {
    const broken = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new RangeError('unplugged')) }) };
    await expect(foldLedgerCsv(broken, options())).rejects.toThrow(new RangeError('unplugged'));
  });

  test('a damaged byte is an issue at its row, and the rows before it are looked at too', async () => {
    const bytes = bytesOf(`${HEADER}\n4300;x;4.5.2021\n4300;1,00;4.5.2021\n4300;1,00;4.5.2021\n`);
    bytes[bytes.length - 5] = 0xff;
    const issues = issuesOf(await foldLedgerCsv(inChunks(bytes), options()));
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
      ['invalid-number', 2],
      ['file-syntax', 4],
      ['rows-rejected', undefined],
    ]);
    bytes[bytes.length - 5] = 0;
    expect(issuesOf(await foldLedgerCsv(inChunks(bytes), options())).map(({ message }) => message)[1]).toMatch(
      /U\+0000/,
    );
  });
});
