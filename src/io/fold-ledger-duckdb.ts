import { cappedIssues } from '../capped-issues.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { AccountMapping } from '../ledger/account-mapping.js';
import type { ControlTotals } from '../ledger/control-totals.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { emptyFold, foldedOutcome } from '../ledger/ledger-fold.js';
import { foldGroupRows, heldAgainst } from '../ledger/ledger-from-groups.js';
import { failureOf, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { duckdbLiteral, duckdbRows } from './duckdb-connection.js';
import type { DuckdbConnection } from './duckdb-connection.js';
import { REJECTED, duckdbCsv, issuesOfRejected, postingsOfCsv, rejectedRows } from './duckdb-csv.js';
import type { DuckdbCsv } from './duckdb-csv.js';
import { rowsRejected } from './file-faults.js';
import { columnIssues, foldLedgerSql, postingsOfTable } from './fold-ledger-sql.js';
import { groupsStatement } from './groups-statement.js';
import type { SqlStatement } from './groups-statement.js';
import type { LedgerLayout } from './ledger-layout.js';
import { DIALECT_WORDS } from './sql-dialect.js';
import type { SqlLayout } from './sql-layout.js';

/** Where the rows lie: in a table or view, or in files, each named on its own. */
export type DuckdbLedger =
  | { readonly kind: 'table'; readonly table: readonly string[]; readonly layout: SqlLayout; readonly only?: OnlyDays }
  | {
      readonly kind: 'parquet';
      readonly files: readonly string[];
      readonly layout: SqlLayout;
      readonly only?: OnlyDays;
    }
  | { readonly kind: 'csv'; readonly files: readonly string[]; readonly layout: LedgerLayout };

/** Only rows of these days (both ends included) and rows without a day are read; absent: all rows. */
type OnlyDays = ReportingPeriod | undefined;

/** What is folded, and how. */
export interface FoldLedgerDuckdbOptions {
  readonly ledger: DuckdbLedger;
  readonly mapping: AccountMapping;
  /** Rows dated outside of it are an issue. */
  readonly period?: ReportingPeriod | undefined;
  /** What the source of the ledger says it holds, over all files. */
  readonly expect?: ControlTotals | undefined;
}

type Groups = readonly Readonly<Record<string, unknown>>[];

/**
 * Folds a ledger inside DuckDB: a table, Parquet files or delimited files, on all cores and larger than memory. Only groups
 * come back, as text, and the ledger is what `foldLedger` makes of the same rows, digit for digit. Parquet amounts are decimals
 * or whole minor units, never doubles. Cells of a delimited file are text until they have been read as the layout declares.
 *
 * Issues: those of `ledgerFromGroups` and `foldLedgerSql`; `file-unreadable` (what the engine says), `missing-field` (no
 * files), `invalid-value` (a file twice, a pattern instead of a file, another encoding than UTF-8); for delimited files also those of
 * `ledgerPostings`, row by row, and `rows-rejected`.
 *
 * @example
 * const connection = await (await DuckDBInstance.create(':memory:')).connect();
 * const ledger = { kind: 'parquet', files: ['ledger-2021.parquet'], layout } as const;
 * const folded = orThrow(await foldLedgerDuckdb(connection, { ledger, mapping, expect: { rows: 81_733 } }));
 */
export async function foldLedgerDuckdb(
  connection: DuckdbConnection,
  options: FoldLedgerDuckdbOptions,
): Promise<Outcome<FoldedLedger>> {
  const { ledger, mapping, period, expect = {} } = options;
  const faults = ledger.kind === 'table' ? [] : fileFaults(ledger);
  if (faults.length > 0) return failureOf(faults);
  const fold = emptyFold(mapping, period);
  const issues: Issue[] = [];
  for (const source of ledger.kind === 'table' ? [ledger.table.join('.')] : ledger.files) {
    const groups = await groupsOf(connection, options, source);
    if (groups.ok) foldGroupRows(fold, groups.value, () => ({ source }));
    else issues.push(...groups.issues);
  }
  const folded = foldedOutcome(fold);
  return issues.length > 0 ? failureOf([...issues, ...folded.issues]) : heldAgainst(folded, expect);
}

/** The groups of a table or of one file. */
async function groupsOf(
  connection: DuckdbConnection,
  options: FoldLedgerDuckdbOptions,
  source: string,
): Promise<Outcome<Groups>> {
  const { ledger } = options;
  if (ledger.kind === 'csv') {
    const csv = await duckdbCsv(source, ledger.layout);
    return csv.ok ? groupsOfCsv(connection, options, csv.value) : csv;
  }
  const statement = statementOf(ledger, options.mapping, source);
  return statement.ok ? duckdbRows(connection, { ...statement.value, source }) : statement;
}

function statementOf(
  ledger: Exclude<DuckdbLedger, { kind: 'csv' }>,
  mapping: AccountMapping,
  source: string,
): Outcome<SqlStatement> {
  const { layout, only } = ledger;
  if (ledger.kind === 'table') return foldLedgerSql({ table: ledger.table, layout, mapping, only, dialect: 'duckdb' });
  const words = DIALECT_WORDS.duckdb;
  return outcomeOf(columnIssues(layout, words), () => {
    // The names of folders are no columns.
    const from = `read_parquet(${duckdbLiteral(source)}, hive_partitioning = false) AS l`;
    return groupsStatement({ source: postingsOfTable(from, layout, words), mapping, only }, words);
  });
}

async function groupsOfCsv(
  connection: DuckdbConnection,
  { mapping }: FoldLedgerDuckdbOptions,
  csv: DuckdbCsv,
): Promise<Outcome<Groups>> {
  const source = csv.path;
  const statement = groupsStatement({ source: postingsOfCsv(csv), mapping }, DIALECT_WORDS.duckdb);
  const groups = await duckdbRows(connection, { ...statement, source });
  if (!groups.ok) return groups;
  const rejected = rowsOf(groups.value.filter(({ amount }) => amount === REJECTED));
  if (rejected === 0) return groups;
  const shown = await duckdbRows(connection, { text: rejectedRows(csv, REJECTED_SHOWN), values: [], source });
  const noted = cappedIssues(source);
  for (const row of shown.ok ? shown.value : []) noted.add(issuesOfRejected(csv, row));
  return failureOf([...noted.all(), rowsRejected(source, rowsOf(groups.value), rejected)]);
}

const REJECTED_SHOWN = 1000;

function rowsOf(groups: Groups): number {
  return groups.reduce((sum, { rows }) => sum + Number(rows), 0);
}

const PATTERN = /[*?[\]{}\0]/;

function fileFaults({ files, kind, layout }: Exclude<DuckdbLedger, { kind: 'table' }>): readonly Issue[] {
  if (files.length === 0) {
    const message = 'There is no file to fold. An empty list is not an empty ledger: name the files.';
    return [errorIssue('missing-field', { message, detail: { field: 'files' }, at: { path: 'ledger.files' } })];
  }
  const encoding =
    kind === 'csv' && layout.encoding !== 'utf-8' ? [unfit(layout.encoding, 'utf-8', 'ledger.layout.encoding')] : [];
  const paths = files.flatMap((file, place) => {
    const path = `ledger.files.${place}`;
    if (PATTERN.test(file)) return [unfit(file, 'the path of one file, not a pattern', path)];
    return files.indexOf(file) === place ? [] : [unfit(file, 'each file once', path)];
  });
  return [...encoding, ...paths];
}

function unfit(value: string, expected: string, path: string): Issue {
  const message = `${JSON.stringify(value)} cannot be folded in DuckDB: expected ${expected}. foldLedgerCsv reads other encodings.`;
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] }, at: { path } });
}
