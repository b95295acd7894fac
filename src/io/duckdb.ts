/**
 * The subpath `hiilitase/duckdb`: a ledger is folded inside DuckDB, over tables, Parquet and delimited files. The connection
 * is the caller's, of `@duckdb/node-api`; nothing of it is imported here.
 */
export { foldLedgerDuckdb } from './fold-ledger-duckdb.js';
export type { DuckdbLedger, FoldLedgerDuckdbOptions } from './fold-ledger-duckdb.js';
export type { DuckdbConnection } from './duckdb-connection.js';
export { parseLedgerLayout } from './ledger-layout.js';
export type { LedgerLayout } from './ledger-layout.js';
export { parseSqlLayout } from './sql-layout.js';
export type { SqlAmount, SqlLayout } from './sql-layout.js';
export type { ControlTotals } from '../ledger/control-totals.js';
