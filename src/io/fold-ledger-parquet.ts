import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import type { Issue } from '../issue.js';
import { closedTally } from '../ledger/coverage.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { emptyFold, foldedOutcome } from '../ledger/ledger-fold.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import { HiilitaseError, failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { accountForRows } from './accounted-rows.js';
import { foldSums } from './byte-fold.js';
import { cellFold, foldCells } from './cell-fold.js';
import type { CellFold } from './cell-fold.js';
import { unreadable } from './file-faults.js';
import type { FoldLedgerCsvOptions } from './fold-ledger-csv.js';
import { columnsOf, placeOfColumn } from './parquet-columns.js';
import type { NamedColumn, PlaceOptions } from './parquet-columns.js';
import { bytesAt, footerOf, piecesOf, withoutDamage } from './parquet-file.js';
import type { OpenParquet, ParquetPieces } from './parquet-file.js';
import type { ParquetFooter, ParquetRowGroup } from './parquet-footer.js';
import { cellLayout } from './parquet-layout.js';
import type { ParquetLayout } from './parquet-layout.js';
import { cellsOfColumn } from './parquet-pages.js';
import type { Decompressors } from './parquet-pages.js';

/** How one Parquet file is read. */
export interface ParquetReadingOptions extends Pick<FoldLedgerCsvOptions, 'source' | 'expect' | 'onProgress'> {
  readonly layout: ParquetLayout;
  /** Codecs besides SNAPPY, GZIP and none: those of hyparquet-compressors, for example. */
  readonly decompressors?: Decompressors | undefined;
}

/** How a ledger in Parquet is folded. */
export type FoldLedgerParquetOptions = ParquetReadingOptions & Pick<FoldLedgerCsvOptions, 'mapping' | 'period'>;

/**
 * Folds a ledger in a Parquet file into purchases, as `foldLedgerCsv` folds the same postings from text, digit for digit. Row
 * groups are read one after the other, and of them the columns that the layout names. Whole numbers and decimals stay whole:
 * no amount passes through a double. Every row is accounted for: read = folded + left out by treatment or without a rule +
 * rejected; one rejected row leaves no ledger. Rows are counted from 1 (there is no header).
 *
 * Issues: those of `foldLedger`; `file-syntax` (no Parquet, damaged, cut, encrypted, columns or types other than the layout says,
 * a codec or encoding that is not read, a row group past 16 777 216 rows), `file-unreadable`, `missing-field`, `invalid-number`,
 * `invalid-date`, `total-row`, `rows-rejected`, `control-total-differs`, `more-issues`.
 *
 * @example
 * const folded = orThrow(await foldLedgerParquet(await readFile('2021.parquet'), { layout, mapping, expect: { rows: 81_733 } }));
 */
export async function foldLedgerParquet(
  file: ParquetPieces | Uint8Array,
  options: FoldLedgerParquetOptions,
): Promise<Outcome<FoldedLedger>> {
  const fold = emptyFold(options.mapping, options.period);
  const reading = await readParquetLedger(fold, file, options);
  const folded = foldedOutcome(fold);
  const readable = outcomeOf(reading, () => undefined);
  if (!folded.ok || !readable.ok) return failureOf([...reading, ...folded.issues]);
  return success(folded.value, [...reading, ...folded.issues]);
}

/** The reading of one file. */
interface ParquetReading {
  readonly fold: LedgerFold;
  readonly file: OpenParquet;
  readonly layout: ParquetLayout;
  readonly issues: CappedIssues;
  /** Once the columns of the file are known. */
  table: CellFold | undefined;
  rows: number;
  rejected: number;
}

/** Reads one file into a fold, which may hold other files already, and gives what there is to say of the file. */
export async function readParquetLedger(
  fold: LedgerFold,
  bytes: ParquetPieces | Uint8Array,
  { layout, source = 'ledger', expect, onProgress, decompressors = {} }: ParquetReadingOptions,
): Promise<readonly Issue[]> {
  const before = closedTally(fold.read);
  const file = { pieces: piecesOf(bytes), source };
  const reading: ParquetReading = {
    fold,
    file,
    layout,
    issues: cappedIssues(source),
    table: undefined,
    rows: 0,
    rejected: 0,
  };
  const fault = await faultOfReading(reading, decompressors, onProgress);
  const { table, rows, rejected } = reading;
  if (table !== undefined) foldSums(table.sums);
  return [...reading.issues.all(), ...fault, ...accountForRows(fold, before, { source, rows, rejected, expect })];
}

/** Reads a file to its end; what ends the reading before is given back. */
async function faultOfReading(
  reading: ParquetReading,
  decompressors: Decompressors,
  onProgress: ParquetReadingOptions['onProgress'],
): Promise<readonly Issue[]> {
  const { file, layout } = reading;
  try {
    const { footer, at: end } = await footerOf(file);
    const { columns, header } = columnsOf(footer, layout, file.source);
    const table = cellFold(reading.fold, { layout: cellLayout(layout), header, source: file.source });
    reading.table = table;
    const open = { columns, table };
    let bytes = 0;
    for (const group of rowGroupsOf(footer, file.source)) {
      bytes += await readRowGroup(reading, group, open, { source: file.source, end, decompressors });
      onProgress?.({ bytes, rows: reading.rows });
    }
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    return error.issues;
  }
  return [];
}

const ROWS_AT_MOST = 16_777_216;

function rowGroupsOf(
  { row_groups: groups, num_rows: stated }: ParquetFooter,
  source: string,
): readonly ParquetRowGroup[] {
  let rows = 0n;
  for (const [place, { num_rows: count }] of groups.entries()) {
    if (count < 0n || count > ROWS_AT_MOST)
      throw unreadable(
        source,
        `row group ${place + 1} claims ${count} rows, and 0 to ${ROWS_AT_MOST} are read at once`,
      );
    rows += count;
  }
  if (rows !== stated) throw unreadable(source, `its row groups have ${rows} rows, and ${stated} are stated`);
  return groups;
}

/** What of a table is read, and where it goes. */
interface OpenTable {
  readonly columns: readonly NamedColumn[];
  readonly table: CellFold;
}

/** Reads a row group, and gives the number of bytes that were read for it. */
async function readRowGroup(
  reading: ParquetReading,
  group: ParquetRowGroup,
  { columns, table }: OpenTable,
  options: PlaceOptions,
): Promise<number> {
  const { file } = reading;
  const rows = Number(group.num_rows);
  const first = reading.rows + 1;
  const cells: (readonly string[])[] = [];
  let read = 0;
  for (const column of columns) {
    const { from, to, packed } = placeOfColumn(group, column, options);
    const bytes = await bytesAt(file, from, to);
    const where = `the column ${JSON.stringify(column.name)} from row ${first} on`;
    cells.push(withoutDamage(file.source, where, () => cellsOfColumn(bytes, packed, rows)));
    read += bytes.length;
  }
  for (let place = 0; place < rows; place += 1) {
    const wrong = foldCells(table, { cells, place, row: first + place });
    reading.rows += 1;
    if (wrong === undefined) continue;
    reading.issues.add(wrong);
    reading.rejected += 1;
  }
  return read;
}
