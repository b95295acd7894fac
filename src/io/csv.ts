/** The door `hiilitase/csv`: ledgers folded from the bytes of delimited files, in Node, browsers and workers alike. */
export { foldLedgerCsv } from './fold-ledger-csv.js';
export type { CsvReadingOptions, FileBytes, FoldLedgerCsvOptions, ReadingProgress } from './fold-ledger-csv.js';
export { groupLedgerCsv } from './group-ledger-csv.js';
export { parseLedgerLayout } from './ledger-layout.js';
export type { LedgerLayout, PostingColumn, RequiredColumn } from './ledger-layout.js';
export { ledgerPostings } from './ledger-postings.js';
export type { LedgerPostings } from './ledger-postings.js';
export { openFile } from './open-file.js';
export { ledgerFromGroups } from '../ledger/ledger-from-groups.js';
export type { LedgerFromGroupsOptions } from '../ledger/ledger-from-groups.js';
export type { PlainPostingGroup, PostingGroup } from '../ledger/posting-groups.js';
export { mergeFoldedLedgers } from '../ledger/merge-folded-ledgers.js';
export type { ControlTotals } from '../ledger/control-totals.js';
