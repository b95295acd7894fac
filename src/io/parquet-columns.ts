import { HiilitaseError } from '../outcome.js';
import { syntaxIssue, unreadable } from './file-faults.js';
import { ledgerHeader } from './ledger-header.js';
import type { LedgerHeader } from './ledger-header.js';
import { POSTING_COLUMNS } from './ledger-layout.js';
import type { PostingColumn } from './ledger-layout.js';
import { cellTextOf } from './parquet-cells.js';
import type { CellText } from './parquet-cells.js';
import { withoutDamage } from './parquet-file.js';
import { topColumns } from './parquet-footer.js';
import type { ParquetElement, ParquetFooter, ParquetRowGroup } from './parquet-footer.js';
import type { ParquetLayout } from './parquet-layout.js';
import { OWN_CODECS } from './parquet-pages.js';
import type { Decompressors, PackedColumn } from './parquet-pages.js';

/** A column of the file that fills a field of a posting. */
export interface NamedColumn {
  readonly field: PostingColumn;
  readonly name: string;
  readonly element: ParquetElement;
  readonly cellOf: CellText;
}

/** The columns that the layout names, in the order in which their cells make a row. */
export interface ParquetColumns {
  readonly columns: readonly NamedColumn[];
  readonly header: LedgerHeader;
}

/** The columns of a file against its layout. Throws `HiilitaseError` with all that is wrong with them. */
export function columnsOf(footer: ParquetFooter, layout: ParquetLayout, source: string): ParquetColumns {
  const top = withoutDamage(source, 'its schema', () => topColumns(footer));
  const header = ledgerHeader(
    top.map(({ name }) => name),
    { columns: layout.columns, ignored: layout.ignored },
  );
  if ('faults' in header) throw new HiilitaseError(header.faults.map((fault) => syntaxIssue(source, fault)));
  const faults: string[] = [];
  const columns: NamedColumn[] = [];
  for (const field of POSTING_COLUMNS) {
    const element = top[header.at.get(field) ?? -1];
    if (element === undefined) continue;
    const { name } = element;
    const cellOf = element.repetition_type === 'REPEATED' ? REPEATED : cellTextOf(element, field, layout);
    if (typeof cellOf === 'function') columns.push({ field, name, element, cellOf });
    else faults.push(`the column ${JSON.stringify(name)} cannot be read as ${field}: ${cellOf.fault}`);
  }
  if (faults.length > 0) throw new HiilitaseError(faults.map((fault) => syntaxIssue(source, fault)));
  const at = new Map(columns.map(({ field }, place) => [field, place]));
  return { columns, header: { width: columns.length, at, emptyEnd: 'no' } };
}

const REPEATED = { fault: 'it holds several values in a row' };

/** Where the pages of a column lie in one row group, and how they are packed. */
export interface ColumnPlace {
  readonly from: number;
  readonly to: number;
  readonly packed: PackedColumn;
}

/** What the place of a column is told by. */
export interface PlaceOptions {
  readonly source: string;
  /** Where the pages of the file have to end. */
  readonly end: number;
  readonly decompressors: Decompressors;
}

/** The place of a column in a row group. Throws `HiilitaseError` where it is not stated soundly. */
export function placeOfColumn(
  group: ParquetRowGroup,
  { name, element, cellOf }: NamedColumn,
  { source, end, decompressors }: PlaceOptions,
): ColumnPlace {
  const chunks = group.columns.filter(({ meta_data: { path_in_schema: path } }) => path[0] === name);
  const [chunk, ...others] = chunks;
  const meta = chunk?.meta_data;
  const refuse = (reason: string) => unreadable(source, `the column ${JSON.stringify(name)} ${reason}`);
  if (meta === undefined || others.length > 0 || meta.path_in_schema.length !== 1)
    throw refuse('is not stored once in every row group');
  if (chunk?.file_path !== undefined) throw refuse('lies in another file');
  if (meta.type !== element.type) throw refuse('is not stored as its schema says');
  if (decompressors[meta.codec] === undefined && OWN_CODECS[meta.codec] === undefined)
    throw refuse(
      `is packed with ${meta.codec}. Pass the codec in decompressors, those of hyparquet-compressors for example, or write the file with SNAPPY`,
    );
  const from = startOf(meta);
  const to = from + Number(meta.total_compressed_size);
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from > 0 && to >= from && to <= end))
    throw refuse(`claims the bytes ${from} to ${to}, and the pages of the file end at ${end}`);
  return { from, to, packed: { element, type: meta.type, codec: meta.codec, decompressors, cellOf } };
}

/** A dictionary stands before the data; some writers state 0 where there is none. */
function startOf({
  dictionary_page_offset: dictionary = 0n,
  data_page_offset: data,
}: ParquetRowGroup['columns'][number]['meta_data']): number {
  return Number(dictionary > 0n && dictionary < data ? dictionary : data);
}
