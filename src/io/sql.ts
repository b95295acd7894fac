/**
 * The subpath `hiilitase/sql`: a ledger is folded inside the engine where it lies, and the few groups that come back are
 * made a ledger here. Text in, records out: no driver is imported.
 */
export { foldLedgerSql } from './fold-ledger-sql.js';
export type { FoldLedgerSqlOptions } from './fold-ledger-sql.js';
export type { SqlStatement } from './groups-statement.js';
export { SQL_DIALECTS } from './sql-dialect.js';
export type { SqlDialect } from './sql-dialect.js';
export { parseSqlLayout } from './sql-layout.js';
export type { SqlAmount, SqlLayout } from './sql-layout.js';
export { controlTotalIssues } from '../ledger/control-totals.js';
export type { ControlTotals } from '../ledger/control-totals.js';
export { ledgerFromGroups } from '../ledger/ledger-from-groups.js';
export type { LedgerFromGroupsOptions } from '../ledger/ledger-from-groups.js';
export type { PostingGroup } from '../ledger/posting-groups.js';
export { mergeFoldedLedgers } from '../ledger/merge-folded-ledgers.js';
export type { MinorUnitScale } from '../ledger/minor-units.js';
