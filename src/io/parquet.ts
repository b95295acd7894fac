/** The door `hiilitase/parquet`: ledgers in Parquet files. It needs the package hyparquet. */
export { foldLedgerParquet } from './fold-ledger-parquet.js';
export type { FoldLedgerParquetOptions, ParquetReadingOptions } from './fold-ledger-parquet.js';
export type { ParquetPieces } from './parquet-file.js';
export { parseParquetLayout } from './parquet-layout.js';
export type { ParquetAmount, ParquetLayout } from './parquet-layout.js';
export type { Decompressors } from './parquet-pages.js';
