import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { AccountMapping } from '../ledger/account-mapping.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { groupsStatement } from './groups-statement.js';
import type { PostingsSource, SqlStatement } from './groups-statement.js';
import { DIALECT_WORDS } from './sql-dialect.js';
import type { DialectWords, SqlDialect } from './sql-dialect.js';
import { NAMING_COLUMNS } from './sql-layout.js';
import type { SqlLayout } from './sql-layout.js';

/** Which table is folded in which engine. */
export interface FoldLedgerSqlOptions {
  /** The table's name, with the schema and database before it where needed: `['accounting', 'ledger']`. */
  readonly table: readonly string[];
  readonly layout: SqlLayout;
  readonly mapping: AccountMapping;
  readonly dialect: SqlDialect;
  /** Only rows of these days (both ends included) and rows without a day are read; absent: all rows. */
  readonly only?: ReportingPeriod | undefined;
}

/**
 * The statement that folds a table inside its engine into groups, which `ledgerFromGroups` makes a ledger of. It only counts
 * and adds up: no division, no rounding, no double. Its columns are those of `PostingGroup`, all of them text or `null`.
 * Rows that a fold refuses (no day, no account, no amount, a third decimal, a column of doubles) come back as groups that
 * `ledgerFromGroups` makes issues of. Parameters are dates: `$1`, `$2`, … for DuckDB and PostgreSQL, `p1`, `p2`, … for ClickHouse.
 *
 * Issues: `invalid-value` (a name that the engine cannot quote, or would cut; a table without a name).
 *
 * @example
 * const { text, values } = orThrow(foldLedgerSql({ table: ['ledger'], layout, mapping, dialect: 'postgresql' }));
 * const { rows } = await client.query(text, [...values]);
 * const ledger = orThrow(ledgerFromGroups(rows, mapping, { expect: { rows: 81_733 } }));
 */
export function foldLedgerSql({ table, layout, mapping, dialect, only }: FoldLedgerSqlOptions): Outcome<SqlStatement> {
  const words = DIALECT_WORDS[dialect];
  const issues = [...tableIssues(table, words), ...columnIssues(layout, words)];
  return outcomeOf(issues, () => {
    const from = `${table.map(words.identifier).join('.')} AS l`;
    return groupsStatement({ source: postingsOfTable(from, layout, words), mapping, only }, words);
  });
}

/** The postings of a table, or whatever stands for one, under the alias `l`. */
export function postingsOfTable(from: string, { columns, amount }: SqlLayout, words: DialectWords): PostingsSource {
  const column = (name: string) => `l.${words.identifier(name)}`;
  const names = NAMING_COLUMNS.flatMap((field) => {
    const name = columns[field];
    return name === undefined ? [] : [[field, words.name(column(name))] as const];
  });
  return {
    from,
    names,
    day: column(columns.date),
    amount: words.wide(column(columns.amount), amount.kind),
    amountFault: amountFault(column(columns.amount), amount, words),
    ...(amount.kind === 'decimal' ? {} : { scale: amount.scale }),
  };
}

const DECIMALS_OF_MONEY = 2;

function amountFault(value: string, amount: SqlLayout['amount'], words: DialectWords): string {
  const type = words.typeName(value);
  const exact = words.exactType(type, amount.kind);
  const faults = [
    `WHEN NOT (${exact}) THEN 'a column of type ' || ${type}`,
    `WHEN ${value} IS NULL THEN 'no amount'`,
    ...tooFine(value, amount, words).map(
      (fine) => `WHEN ${fine} THEN 'more than two decimals: ' || ${words.text(value)}`,
    ),
  ];
  return ['CASE', ...faults.map((fault) => `  ${fault}`), 'END'].join('\n    ');
}

/** The condition that an amount has a third decimal that is not zero, where it can have one. */
function tooFine(value: string, amount: SqlLayout['amount'], words: DialectWords): readonly string[] {
  if (amount.kind === 'decimal') return [`${value} <> ${words.twoDecimals(value)}`];
  const places = amount.scale - DECIMALS_OF_MONEY;
  return places > 0 ? [`${value} % 1${'0'.repeat(places)} <> 0`] : [];
}

function tableIssues(table: readonly string[], words: DialectWords): readonly Issue[] {
  if (table.length === 0) return [unfit('', 'table', 'the name of a table')];
  return table.flatMap((name, place) => nameIssues(name, `table.${place}`, words));
}

/** The names of columns that an engine cannot quote. */
export function columnIssues({ columns }: SqlLayout, words: DialectWords): readonly Issue[] {
  return Object.entries(columns).flatMap(([field, name]: [string, string | undefined]) =>
    name === undefined ? [] : nameIssues(name, `layout.columns.${field}`, words),
  );
}

function nameIssues(name: string, path: string, { identifierBytes }: DialectWords): readonly Issue[] {
  if (name === '' || name.includes('\0')) return [unfit(name, path, 'a name without a NUL character')];
  const bytes = new TextEncoder().encode(name).length;
  return bytes > identifierBytes ? [unfit(name, path, `a name of at most ${identifierBytes} bytes`)] : [];
}

function unfit(value: string, path: string, expected: string): Issue {
  const message = `${JSON.stringify(value)} cannot be quoted in a statement for this engine: expected ${expected}. Read the table through a view with such names.`;
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] }, at: { path } });
}
