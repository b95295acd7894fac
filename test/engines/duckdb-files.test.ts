import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { foldLedgerDuckdb } from '../../src/io/fold-ledger-duckdb.js';
import type { DuckdbLedger, FoldLedgerDuckdbOptions } from '../../src/io/fold-ledger-duckdb.js';
import type { DuckdbConnection } from '../../src/io/duckdb-connection.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { bytesOf } from '../support/bytes.js';
import { duckdb, openDuckdb } from '../support/engines/duckdb.js';
import { ENGINES_REQUIRED } from '../support/engines/engine.js';
import { MAPPING, comparable } from '../support/engines/suite.js';
import { byRows } from '../support/ledger-files.js';

const DECLARED = {
  id: 'purchases',
  delimiter: 'semicolon',
  quoting: 'double-quote',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'none',
  dates: 'd.M.yyyy',
  columns: { invoice: 'nro', account: 'tili', amount: 'summa', date: 'pvm', supplier: 'toimittaja', site: 'paikka' },
};
const layoutWith = (changes: object = {}): LedgerLayout => orThrow(parseLedgerLayout({ ...DECLARED, ...changes }));
const HEADER = ['nro', 'tili', 'summa', 'pvm', 'toimittaja', 'paikka'];
const SOUND = ['L1', '4300', '12,50', '14.5.2021', 'Yksi Oy', ''];

const soundBut = (place: number, cell: string) => SOUND.map((sound, at) => (at === place ? cell : sound));

const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const fileOf = (rows: readonly (readonly string[])[], lineEnd = '\n') =>
  [HEADER, ...rows].map((row) => `${row.map(quoted).join(';')}${lineEnd}`).join('');

const badBytes = (rows: number) =>
  Buffer.concat([bytesOf(fileOf(Array.from({ length: rows }, () => SOUND))), Buffer.from([0x4c, 0xe4, 0x3b])]);

/** Amounts as some layout or none writes them. */
const AMOUNTS = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '0',
      '-0,00',
      '-1,5',
      '1,500',
      '0,005',
      '1.50',
      '1,',
      ',5',
      '12,345',
      '1e3',
      '+5',
      '0x1F',
      'NaN',
      'x',
      '١٢',
    ],
    ...[
      '1 234,56',
      '1\u00a0234,56',
      '1\u202f234\u202f567',
      '1 234\u00a0567',
      '12 34',
      '1234 567',
      '1,234.56',
      '1.234,56',
    ],
    ...[
      "1'234,50",
      '1\u2019234\u2019567,00',
      '\u22125,00',
      '-5',
      '5-',
      '5,10-',
      '(5,10)',
      '(-5)',
      '()',
      '(1 234,50)',
      '--5',
    ],
    ...['9'.repeat(30), '9'.repeat(31), `1,${'0'.repeat(30)}`, `1,${'0'.repeat(31)}`, '1'.repeat(65), '000000012,5'],
    ...[' 7,25 ', '\u00a07,25\u2009', '7,25\t', '90071992547409,93', '7.25', '-1.234.567,89', '1,234,567.89'],
  ),
  fc
    .tuple(fc.constantFrom('', '-'), fc.nat(1e9), fc.constantFrom('', ',1', ',25', '.75'))
    .map((parts) => parts.join('')),
);
const DATES = fc.constantFrom(
  ...['1.5.2021', '01.05.2021', '14.5.2021', '15.5.2021', '31.4.2021', '29.2.2021', '29.2.2020', '1.5.21', '1.5.02021'],
  ...[
    '2021-05-14',
    '2021-5-14',
    '2021-02-30',
    '2021/05/15',
    '20210514',
    '20211301',
    '14/5/2021',
    '5/14/2021',
    '5/6/2021',
  ],
  ...[
    '14-5-2021',
    '',
    ' 14.5.2021 ',
    '31.12.1989',
    '1.1.1990',
    '31.12.2100',
    '1.1.2101',
    '0.5.2021',
    'x',
    '14.5.2021 12:00',
  ],
);
const NAMES = fc.constantFrom(
  ...[
    'Yksi Oy',
    'yksi oy',
    'Yksi\u00a0Oy',
    ' Yksi Oy',
    'Ääni "Oy"',
    'A\u0308a\u0308ni "Oy"',
    'a;b',
    "O'Brien",
    '🐻',
    '',
  ],
  ...['Yhteensä', 'VÄLISUMMA:', 'Total', 'Totalt Oy', 'summa', 'grand total', 'Loppusumma Oy'],
);
const LAYOUTS = fc.record({
  decimal: fc.constantFrom('comma', 'point'),
  thousands: fc.constantFrom('none', 'none', 'space', 'comma', 'point', 'apostrophe'),
  dates: fc.constantFrom(
    'd.M.yyyy',
    'd.M.yyyy',
    'd/M/yyyy',
    'd-M-yyyy',
    'M/d/yyyy',
    'yyyy-MM-dd',
    'yyyy/MM/dd',
    'yyyyMMdd',
  ),
  negatives: fc.constantFrom(undefined, 'minus-sign', 'trailing-hyphen', 'parentheses'),
  namesLikeTotals: fc.constantFrom(undefined, ['summa', 'Total']),
});
const ROWS = fc.array(
  fc.tuple(
    fc.constantFrom('L1', '', 'Total', '#L1'),
    fc.constantFrom('4300', '4399', '9990', '', ' 4300 '),
    AMOUNTS,
    DATES,
    NAMES,
    fc.constantFrom('', 'oulu', '\u00a0'),
  ),
  { maxLength: 25 },
);
const SOUND_ROWS = fc.array(
  fc.tuple(
    fc.constantFrom('', 'L1', 'L2'),
    fc.constantFrom('4300', '4399', '9990', '4400', '4500', ' 4300'),
    fc
      .tuple(fc.constantFrom('', '-'), fc.nat(1e9), fc.constantFrom('', ',1', ',25', ',750'))
      .map((parts) => parts.join('')),
    fc.constantFrom('1.5.2021', '14.5.2021', '15.05.2021', '31.5.2021', '9.6.2021', '10.6.2021', '21.6.2021'),
    fc.constantFrom(
      'Yksi Oy',
      'yksi oy',
      'Yksi\u00a0Oy',
      'Ääni "Oy"',
      'A\u0308a\u0308ni "Oy"',
      'a;b',
      "O'Brien",
      'kaksi\nriviä',
      '',
    ),
    fc.constantFrom('', 'oulu', 'Oulu'),
  ),
  { maxLength: 40 },
);

if ('missing' in duckdb) {
  const { missing } = duckdb;
  if (ENGINES_REQUIRED) test('DuckDB is there', () => expect.unreachable(missing));
  else test.skip(`DuckDB is not there: ${missing}`, () => undefined);
} else {
  describe('foldLedgerDuckdb', tests);
}

function tests(): void {
  let connection: DuckdbConnection;
  let close: () => void;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hiilitase-duck'db-"));
    ({ connection, close } = await openDuckdb());
  });
  afterAll(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });

  const written = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const fold = (ledger: DuckdbLedger, options: Partial<FoldLedgerDuckdbOptions> = {}) =>
    foldLedgerDuckdb(connection, { ledger, mapping: MAPPING, ...options });
  const foldText = (text: string | Uint8Array, layout: LedgerLayout, options: Partial<FoldLedgerDuckdbOptions> = {}) =>
    fold({ kind: 'csv', files: [written('ledger.csv', text)], layout }, options);
  const rowsOf = async (text: string, layout: LedgerLayout): Promise<Outcome<unknown>> => {
    const { ledger, issues } = await byRows({ bytes: bytesOf(text), layout, mapping: MAPPING });
    const [first, ...rest] = issues.filter(({ severity }) => severity === 'error');
    return first === undefined ? { ok: true, value: ledger, issues } : { ok: false, issues: [first, ...rest] };
  };

  describe('over delimited files', () => {
    test('gives the ledger of the rows, digit for digit', async () => {
      await fc.assert(
        fc.asyncProperty(SOUND_ROWS, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
          const text = fileOf(rows, lineEnd);
          const expected = await rowsOf(text, layoutWith());
          const found = await foldText(text, layoutWith(), { expect: { rows: rows.length } });
          expect(found.ok).toBe(true);
          expect(comparable(found)).toEqual(comparable(expected as typeof found));
        }),
        { numRuns: 30 },
      );
    });

    test('takes and rejects the rows that the reader of files takes and rejects, with the same issues', async () => {
      await fc.assert(
        fc.asyncProperty(ROWS, LAYOUTS, async (rows, changes) => {
          const declared = parseLedgerLayout({ ...DECLARED, ...changes });
          fc.pre(declared.ok);
          const layout = orThrow(declared);
          const text = fileOf(rows);
          const expected = await rowsOf(text, layout);
          const found = await foldText(text, layout);
          const errors = (issues: readonly Issue[]) =>
            issues
              .filter(({ code, severity }) => severity === 'error' && code !== 'rows-rejected')
              .map(({ code, message, at }) => [at?.row, code, at?.path, message].join(' '))
              .sort();
          expect(errors(found.issues)).toEqual(errors(expected.issues));
          if (expected.ok) expect(comparable(found)).toEqual(comparable(expected as typeof found));
        }),
        { numRuns: 60 },
      );
    });

    test('rejected rows are counted, and named by file, row and column', async () => {
      const rows = [SOUND, soundBut(2, '1.50'), soundBut(3, '31.4.2021'), soundBut(1, '')];
      const { issues } = await foldText(fileOf(rows), layoutWith());
      const source = join(folder, 'ledger.csv');
      expect(issues.map(({ code, at }) => [code, at])).toEqual([
        ['invalid-number', { source, row: 3, path: 'summa' }],
        ['invalid-date', { source, row: 4, path: 'date' }],
        ['missing-field', { source, row: 5, path: 'tili' }],
        ['rows-rejected', { source }],
      ]);
      expect(issues.at(-1)?.detail).toEqual({ read: 4, rejected: 3 });
    });

    test('a rejected row far down a file has its number, also where the engine need not keep the order', async () => {
      await connection.runAndReadAll('SET preserve_insertion_order = false');
      const rows = Array.from({ length: 60_000 }, (_, place) =>
        place === 59_000 ? soundBut(2, 'x') : soundBut(4, place % 7 === 0 ? 'kaksi\nriviä' : 'Yksi Oy'),
      );
      const { issues } = await foldText(fileOf(rows), layoutWith());
      await connection.runAndReadAll('RESET preserve_insertion_order');
      expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
        ['invalid-number', 59_002],
        ['rows-rejected', undefined],
      ]);
    });

    test("reads Excel's separator line, a byte-order mark, an empty last column and lines without quoting", async () => {
      const plain = 'nro;tili;summa;pvm;toimittaja;paikka;\n"L1;4300;1,00;1.5.2021;Oy;oulu;\n';
      const unquoted = layoutWith({ quoting: 'none' });
      for (const text of [plain, `sep=;\n${plain}`, `\ufeff${plain}`]) {
        const { coverage } = orThrow(await foldText(text, unquoted));
        expect([coverage.rows, coverage.amount.value.toFixed()]).toEqual([1, '1']);
      }
      const { issues } = await foldText(`sep=;\n${plain.replace('oulu;', 'oulu;x')}`, unquoted);
      expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
        ['file-syntax', 3],
        ['rows-rejected', undefined],
      ]);
    });

    test.each<[string, string | Uint8Array, string]>([
      ['a column that nobody declared', `x;${fileOf([])}`, 'file-syntax'],
      ['a header that is cut', 'nro;tili', 'file-syntax'],
      ['an empty file', '', 'file-syntax'],
      ['a row with a field too few', `${fileOf([SOUND])}L1;4300;1,00\n`, 'file-unreadable'],
      ['a row with a field too many', fileOf([[...SOUND, 'x']]), 'file-unreadable'],
      ['a quotation mark that is never closed', `${fileOf([SOUND])}"L1;4300;1,00;1.5.2021;;\n`, 'file-unreadable'],
      ['bytes that are no UTF-8', badBytes(1), 'file-syntax'],
      ['bytes that are no UTF-8, far behind the header', badBytes(20_000), 'file-unreadable'],
    ])('refuses %s', async (_, text, code) => {
      const { ok, issues } = await foldText(text, layoutWith());
      expect([ok, issues.at(0)?.code]).toEqual([false, code]);
    });

    test('refuses a file that is not there, a pattern, a file twice, no file and an encoding the engine does not read', async () => {
      const layout = layoutWith();
      const path = written('one.csv', fileOf([SOUND]));
      const codes = async (files: readonly string[], changes: object = {}) =>
        (await fold({ kind: 'csv', files, layout: layoutWith(changes) })).issues.map(({ code, at }) => [
          code,
          at?.path,
        ]);
      expect((await fold({ kind: 'csv', files: [join(folder, 'none.csv')], layout })).issues.at(0)?.code).toBe(
        'file-unreadable',
      );
      expect(await codes([join(folder, '*.csv')])).toEqual([['invalid-value', 'ledger.files.0']]);
      expect(await codes([path, path])).toEqual([['invalid-value', 'ledger.files.1']]);
      expect(await codes([])).toEqual([['missing-field', 'ledger.files']]);
      expect(await codes([path], { encoding: 'windows-1252' })).toEqual([['invalid-value', 'ledger.layout.encoding']]);
    });

    test('adds files up, holds them against control totals and names the file of an issue', async () => {
      const files = [written('a.csv', fileOf([SOUND])), written('b.csv', fileOf([SOUND, soundBut(2, '-2,50')]))];
      const ledger = { kind: 'csv', files, layout: layoutWith() } as const;
      const sum = '22.50';
      const { coverage } = orThrow(await fold(ledger, { expect: { rows: 3, sum } }));
      expect([coverage.rows, coverage.amount.value.toFixed()]).toEqual([3, '22.5']);
      expect((await fold(ledger, { expect: { rows: 4, sum } })).issues.map(({ code }) => code)).toEqual([
        'control-total-differs',
      ]);
      const late = await fold(ledger, { period: calendarYear(2020) });
      expect(late.issues.map(({ code, at }) => [code, at?.source])).toContainEqual([
        'posting-outside-period',
        files[0],
      ]);
    });
  });

  describe('over tables and Parquet files', () => {
    const layout = { id: 't', amount: { kind: 'decimal' }, columns: { account: 'a', amount: 'n', date: 'd' } } as const;
    const parquet = async (name: string, select: string) => {
      const path = join(folder, name);
      await connection.runAndReadAll(`COPY (${select}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
      return path;
    };
    const SELECT =
      "SELECT '4300' AS a, CAST(i AS DECIMAL(18,2)) / CAST(4 AS DECIMAL(4,2)) AS q, CAST(i * 1.25 AS DECIMAL(18,2)) AS n, CAST(i * 125 AS BIGINT) AS c, CAST(i AS DOUBLE) AS f, DATE '2021-05-01' + CAST(i % 30 AS INTEGER) AS d FROM range(1, 1001) t(i)";

    test('gives 1 000 amounts of 1.25 to 1 250.00 as 625 625.00, as decimals and as cents, from a file and a table', async () => {
      // 1.25 · 1 000 · 1 001 ÷ 2 = 625 625.
      const files = [await parquet('sound.parquet', SELECT)];
      await connection.runAndReadAll(`CREATE OR REPLACE TABLE sound AS ${SELECT}`);
      const units = {
        ...layout,
        amount: { kind: 'minor-units', scale: 2 },
        columns: { ...layout.columns, amount: 'c' },
      } as const;
      const ledgers: readonly DuckdbLedger[] = [
        { kind: 'parquet', files, layout },
        { kind: 'parquet', files, layout: units },
        { kind: 'table', table: ['main', 'sound'], layout },
      ];
      for (const ledger of ledgers) {
        const { coverage } = orThrow(await fold(ledger, { expect: { rows: 1000, sum: '625625' } }));
        expect(coverage.amount.value.toFixed()).toBe('625625');
      }
      const only = { from: '2021-05-03', to: '2021-05-03' };
      const { coverage } = orThrow(await fold({ kind: 'parquet', files, layout, only }));
      expect(coverage.rows).toBe(34);
    });

    test('refuses a file of doubles among sound ones, and names it', async () => {
      const sound = await parquet('sound.parquet', SELECT);
      const doubles = await parquet(
        'doubles.parquet',
        "SELECT '4300' AS a, CAST(1.5 AS DOUBLE) AS n, DATE '2021-05-01' AS d",
      );
      const { ok, issues } = await fold({ kind: 'parquet', files: [sound, doubles], layout });
      expect([ok, issues.at(0)?.code, issues.at(0)?.at]).toEqual([
        false,
        'invalid-number',
        { source: doubles, path: 'amount' },
      ]);
      expect(issues.at(0)?.message).toContain('a column of type DOUBLE');
    });

    test('does not take the name of a folder for a column', async () => {
      await connection.runAndReadAll(
        `COPY (SELECT *, 'x' AS account FROM (${SELECT})) TO '${join(folder, 'parts').replaceAll("'", "''")}' (FORMAT parquet, PARTITION_BY (account))`,
      );
      const files = [join(folder, 'parts', 'account=x', 'data_0.parquet')];
      const { issues } = await fold({
        kind: 'parquet',
        files,
        layout: { ...layout, columns: { ...layout.columns, site: 'account' } },
      });
      expect(issues.map(({ code }) => code)).toEqual(['file-unreadable']);
    });

    test('says what the engine says of a missing table, and refuses a column that cannot be quoted', async () => {
      const missing = await fold({ kind: 'table', table: ['nothing'], layout });
      expect(missing.issues.at(0)).toMatchObject({ code: 'file-unreadable', at: { source: 'nothing' } });
      const columns = { ...layout.columns, account: 'a\0' };
      const nameless = await fold({ kind: 'parquet', files: ['x.parquet'], layout: { ...layout, columns } });
      expect(nameless.issues.at(0)).toMatchObject({ code: 'invalid-value', at: { path: 'layout.columns.account' } });
    });
  });
}
