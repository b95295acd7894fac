import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SQL_DIALECTS, foldLedgerSql, ledgerFromGroups, parseSqlLayout } from 'hiilitase/sql';
import type { FoldLedgerSqlOptions } from 'hiilitase/sql';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aMapping } from '../support/ledger.js';

const layout = orThrow(
  parseSqlLayout({
    id: 'warehouse',
    amount: { kind: 'decimal' },
    columns: { account: 'tili', amount: 'summa', date: 'pvm', supplier: 'toimittaja' },
  }),
);
const mapping = aMapping({
  rules: [
    { id: 'old', account: '43', validTo: '2021-05-14', treatment: 'internal' },
    { id: 'new', account: '43', validFrom: '2021-05-15', treatment: 'wage' },
    { id: 'june', account: '44', validFrom: '2021-06-01', treatment: 'wage' },
  ],
});
const statement = (changes: Partial<FoldLedgerSqlOptions> = {}) =>
  foldLedgerSql({ table: ['ledger'], layout, mapping, dialect: 'postgresql', ...changes });
const minorUnits = (scale: 2 | 4) => ({ ...layout, amount: { kind: 'minor-units', scale } as const });

describe.each(SQL_DIALECTS)('foldLedgerSql for %s', (dialect) => {
  test.each([layout, minorUnits(2), minorUnits(4)])('never divides, rounds, averages or meets a double', (held) => {
    const { text } = orThrow(statement({ dialect, layout: held }));
    expect(text).not.toMatch(/\/|\bAVG\b|\bROUND\b|DOUBLE|FLOAT|REAL|\d\.\d/i);
    expect(text.match(/\bSUM\b/g)).toHaveLength(1);
  });

  test('is the statement that docs/methods/sql.md shows', () => {
    const page = readFileSync(new URL('../../docs/methods/sql.md', import.meta.url), 'utf8');
    const [, shown] = new RegExp(`### ${dialect}\n\n\`\`\`sql\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
    const only = { from: '2021-01-01', to: '2021-12-31' };
    const { text, values } = orThrow(statement({ dialect, table: ['books', 'ledger'], only }));
    expect(shown).toBe(text);
    expect(page).toContain(`\`${JSON.stringify(values)}\``);
  });
});

describe('foldLedgerSql', () => {
  test('parts groups at validity edges inside of months only: months are parted already', () => {
    expect(orThrow(statement()).values).toEqual(['2021-05-15']);
    expect(orThrow(statement({ mapping: aMapping() })).text).not.toContain('CASE WHEN "posted_day"');
  });

  test('binds days and quotes names, so that neither can end the text they stand in', () => {
    const columns = { ...layout.columns, supplier: 'a"; DROP TABLE x; --' };
    const { text, values } = orThrow(statement({ layout: { ...layout, columns } }));
    expect(text).toContain('l."a""; DROP TABLE x; --"');
    expect(values).toEqual(['2021-05-15']);
    const escaped = { ...layout.columns, supplier: 'a\\"' };
    const clickhouse = orThrow(statement({ dialect: 'clickhouse', layout: { ...layout, columns: escaped } }));
    expect(clickhouse.text).toContain('l."a\\\\"""');
  });

  test.each<[string, Partial<FoldLedgerSqlOptions>, readonly string[]]>([
    ['no table', { table: [] }, ['table']],
    ['a part of a table without a name', { table: ['books', ''] }, ['table.1']],
    [
      'a NUL character',
      { layout: { ...layout, columns: { ...layout.columns, date: 'a\0' } } },
      ['layout.columns.date'],
    ],
    ['names that PostgreSQL would cut', { table: ['ä'.repeat(32)] }, ['table.0']],
  ])('refuses %s', (_, changes, paths) => {
    expect(issuesOf(statement(changes)).map(({ code, at }) => [code, at?.path])).toEqual(
      paths.map((path) => ['invalid-value', path]),
    );
  });

  test('long names are no fault elsewhere', () => {
    expect(statement({ table: ['ä'.repeat(32)], dialect: 'duckdb' }).ok).toBe(true);
  });

  test('whole minor units come with their scale, so that nobody takes cents for euros', () => {
    expect(orThrow(statement({ layout: minorUnits(2) })).text).toContain('CAST(2 AS TEXT) AS "scale"');
    const group = { account: '43', first: '2021-05-04', last: '2021-05-04', rows: '3', amount: '-12345', scale: '2' };
    expect(orThrow(ledgerFromGroups([group], mapping)).coverage.amount.value.toFixed()).toBe('-123.45');
  });
});
