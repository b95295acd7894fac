/** What the door does with what an engine gives; test/engines holds it against the engine itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldLedgerDuckdb, parseLedgerLayout } from 'hiilitase/duckdb';
import type { DuckdbConnection, DuckdbLedger, FoldLedgerDuckdbOptions, LedgerLayout } from 'hiilitase/duckdb';
import { orThrow } from '../../src/outcome.js';
import { aMapping } from '../support/ledger.js';

const group = (changes: object = {}) => ({
  account: '4300',
  first: '2021-05-04',
  last: '2021-05-04',
  rows: '2',
  amount: '10.50',
  ...changes,
});
const sqlLayout = { id: 't', amount: { kind: 'decimal' }, columns: { account: 'a', amount: 'n', date: 'd' } } as const;
const csvLayout = (changes: object = {}): LedgerLayout =>
  orThrow(
    parseLedgerLayout({
      id: 'purchases',
      delimiter: 'semicolon',
      quoting: 'double-quote',
      encoding: 'utf-8',
      decimal: 'comma',
      thousands: 'space',
      dates: 'd.M.yyyy',
      columns: { account: 'tili', amount: 'summa', date: 'pvm', supplier: 'nimi' },
      ...changes,
    }),
  );

/** A connection that answers with these rows, one query after the other, and keeps what it was asked. */
function answering(...answers: readonly (readonly object[] | Error)[]) {
  const asked: string[] = [];
  const connection: DuckdbConnection = {
    runAndReadAll: (sql) => {
      const answer = answers[asked.length] ?? [];
      asked.push(sql);
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve({ getRowObjects: () => answer.map((row) => ({ ...row })) });
    },
  };
  return { asked, connection };
}

describe('foldLedgerDuckdb', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiilitase-door-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const fold = (connection: DuckdbConnection, ledger: DuckdbLedger, options: Partial<FoldLedgerDuckdbOptions> = {}) =>
    foldLedgerDuckdb(connection, { ledger, mapping: aMapping(), ...options });

  test('adds up the groups of every file', async () => {
    const { connection, asked } = answering([group()], [group({ rows: '1', amount: '-0.50' })]);
    const ledger = { kind: 'parquet', files: ["it's.parquet", 'b.parquet'], layout: sqlLayout } as const;
    const { coverage } = orThrow(await fold(connection, ledger, { expect: { rows: 3, sum: '10' } }));
    expect([coverage.rows, coverage.amount.value.toFixed()]).toEqual([3, '10']);
    expect(asked[0]).toContain("read_parquet('it''s.parquet', hive_partitioning = false)");
    const differs = await fold(
      answering([group()]).connection,
      { kind: 'table', table: ['t'], layout: sqlLayout },
      { expect: { rows: 3 } },
    );
    expect(differs.issues.map(({ code }) => code)).toEqual(['control-total-differs']);
  });

  test('an issue of a group names its file, and what the engine says is an issue beside it', async () => {
    const { connection } = answering([group({ amount: 'no amount' })], new Error('IO Error:\n  cannot open'));
    const { ok, issues } = await fold(connection, { kind: 'parquet', files: ['a', 'b'], layout: sqlLayout });
    expect([ok, issues.map(({ code, at }) => [code, at])]).toEqual([
      false,
      [
        ['file-unreadable', { source: 'b' }],
        ['invalid-number', { source: 'a', path: 'amount' }],
      ],
    ]);
    expect(issues.at(0)?.detail).toEqual({ file: 'b', reason: 'IO Error: cannot open' });
  });

  test('what the engine says is cut where it is longer than a screen', async () => {
    const { connection } = answering(new Error('x'.repeat(1000)));
    const { issues } = await fold(connection, { kind: 'table', table: ['t'], layout: sqlLayout });
    expect(issues.at(0)?.message.length).toBeLessThan(700);
  });

  test('rows that an engine rejects are read again, and counted', async () => {
    const path = written('a.csv', 'sep=;\ntili;summa;pvm;nimi;\n4300;1.5;1.5.2021;;\n');
    const rejected = { record: '1', c0: '4300', c1: '1.5', c2: '1.5.2021', c3: null, c4: null };
    const { connection, asked } = answering([group(), group({ amount: 'rejected', rows: '1' })], [rejected]);
    const { issues } = await fold(connection, { kind: 'csv', files: [path], layout: csvLayout() });
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
      ['invalid-number', 3],
      ['rows-rejected', undefined],
    ]);
    expect(issues.at(-1)?.detail).toEqual({ read: 3, rejected: 1 });
    expect(asked[1]).toContain('skip = 1');
  });

  test('rows that only the engine rejects, or cannot give again, stop the ledger all the same', async () => {
    const path = written('b.csv', 'tili;summa;pvm;nimi\n4300;1,50;1.5.2021;\n');
    const sound = { record: '1', c0: '4300', c1: '1,50', c2: '1.5.2021', c3: 'Oy' };
    for (const second of [[sound], new Error('gone')]) {
      const { connection } = answering([group({ amount: 'rejected' })], second);
      const { ok, issues } = await fold(connection, { kind: 'csv', files: [path], layout: csvLayout() });
      expect([ok, issues.map(({ code }) => code)]).toEqual([false, ['rows-rejected']]);
    }
  });

  test('the header is read here: the engine is not asked where it does not fit', async () => {
    const { connection, asked } = answering();
    const codes = async (text: string, changes: object = {}) =>
      (await fold(connection, { kind: 'csv', files: [written('c.csv', text)], layout: csvLayout(changes) })).issues.map(
        ({ code }) => code,
      );
    expect(await codes('tili;summa\n')).toEqual(['file-syntax', 'file-syntax']);
    expect(await codes('')).toEqual(['file-syntax']);
    expect(await codes('tili;summa;pvm;nimi\n', { encoding: 'windows-1252' })).toEqual(['invalid-value']);
    const missing = await fold(connection, { kind: 'csv', files: [join(folder, 'none.csv')], layout: csvLayout() });
    expect(missing.issues.map(({ code, at }) => [code, at?.source])).toEqual([
      ['file-unreadable', join(folder, 'none.csv')],
    ]);
    expect(asked).toEqual([]);
  });

  test.each<[string, readonly string[], string, string]>([
    ['no file', [], 'missing-field', 'ledger.files'],
    ['a file twice', ['a', 'a'], 'invalid-value', 'ledger.files.1'],
    ['a pattern', ['ledger-*.parquet'], 'invalid-value', 'ledger.files.0'],
  ])('refuses %s', async (_, files, code, path) => {
    const { issues } = await fold(answering().connection, { kind: 'parquet', files, layout: sqlLayout });
    expect(issues.map((issue) => [issue.code, issue.at?.path])).toEqual([[code, path]]);
  });

  test.each([
    ['a table', { kind: 'table', table: ['a\0'] }, 'table.0'],
    [
      'a column',
      { kind: 'parquet', files: ['a'], layout: { ...sqlLayout, columns: { ...sqlLayout.columns, date: '\0' } } },
      'layout.columns.date',
    ],
  ] as const)('refuses %s that cannot be quoted', async (_, ledger, path) => {
    const { issues } = await fold(answering().connection, { layout: sqlLayout, ...ledger });
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([['invalid-value', path]]);
  });

  test.each([
    ['minus-sign', 'starts_with(c.cell_amount'],
    ['trailing-hyphen', 'ends_with(c.cell_amount'],
    ['parentheses', "'(')"],
    [undefined, "'-')"],
  ])('credits written with %s are read so', async (negatives, sign) => {
    const { connection, asked } = answering([]);
    const layout = csvLayout({ negatives, decimal: 'point', quoting: 'none', namesLikeTotals: ['Summa'] });
    const files = [written('d.csv', 'tili;summa;pvm;nimi\n')];
    expect((await fold(connection, { kind: 'csv', files, layout })).ok).toBe(true);
    expect(asked[0]).toContain(sign);
    expect(asked[0]).toContain("NOT IN ('Summa')");
  });
});
