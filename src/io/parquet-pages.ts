import { crc32, gunzipSync } from 'node:zlib';
import type { PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { readDataPage } from 'hyparquet/src/datapage.js';
import { byteAt } from './byte-at.js';
import type { ParquetCodec, ParquetElement } from './parquet-footer.js';
import { readRuns, runHead } from './parquet-runs.js';
import { unpackSnappy } from './snappy.js';
import { thriftEnd } from './thrift-end.js';

/** Unpacks a page of `outputLength` bytes; the form in which hyparquet-compressors has them. */
export type Decompressors = {
  readonly [C in ParquetCodec]?: ((input: Uint8Array, outputLength: number) => Uint8Array) | undefined;
};

/** A column of one row group: its type, how it was packed, and how a value is written as text. */
export interface PackedColumn {
  readonly element: ParquetElement;
  readonly type: NonNullable<ParquetElement['type']>;
  readonly codec: ParquetCodec;
  readonly decompressors: Decompressors;
  readonly cellOf: (value: unknown) => string;
}

const PAGE_AT_MOST = 268_435_456;

/** Codecs that need nobody's help. */
export const OWN_CODECS: Decompressors = {
  UNCOMPRESSED: (input) => input,
  SNAPPY: unpackSnappy,
  // A page that unpacks to more than it says ends there.
  GZIP: (input, size) => gunzipSync(input, { maxOutputLength: Math.max(size, 1) }),
};

/**
 * The cells of a column in one row group, as text; a null is an empty cell. Throws a plain `Error` where the bytes are not
 * the pages of so many rows. Nothing is made room for that the bytes or the number of rows do not bear out.
 */
export function cellsOfColumn(bytes: Uint8Array, column: PackedColumn, rows: number): string[] {
  const cells: string[] = [];
  let dictionary: readonly string[] | undefined;
  let at = 0;
  while (cells.length < rows) {
    const start = thriftEnd(bytes, at);
    const header = parquetHeader({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: at });
    const end = start + header.compressed_page_size;
    if (!isUpTo(header.compressed_page_size, bytes.length - start)) throw new Error('a page is cut');
    const packed = bytes.subarray(start, end);
    if (header.crc !== undefined && crc32(packed) !== header.crc >>> 0)
      throw new Error('a page differs from its checksum');
    if (header.type === 'DICTIONARY_PAGE') dictionary = dictionaryOf(header, packed, column);
    else addCells(cells, dataOf(header, packed, column), { column, dictionary, left: rows - cells.length });
    at = end;
  }
  return cells;
}

/** Whether a number of a header is one, and not below zero or past a limit: in a damaged header it may be anything. */
function isUpTo(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** A page of data, unpacked: which of its rows have a value, and the values as they were encoded. */
interface DataPage {
  readonly rows: number;
  readonly encoding: string;
  readonly levels: Uint8Array | undefined;
  readonly values: Uint8Array;
}

function dataOf(header: PageHeader, packed: Uint8Array, column: PackedColumn): DataPage {
  const size = header.uncompressed_page_size;
  const nullable = column.element.repetition_type !== 'REQUIRED';
  const [one, two] = [header.data_page_header, header.data_page_header_v2];
  if (header.type === 'DATA_PAGE' && one !== undefined) {
    const page = unpacked(packed, size, column);
    const { num_values: rows, encoding } = one;
    if (!nullable) return { rows, encoding, levels: undefined, values: page };
    if (one.definition_level_encoding !== 'RLE')
      throw new Error(`levels are encoded as ${one.definition_level_encoding}`);
    const end = 4 + new DataView(page.buffer).getUint32(0, true);
    if (end > page.length) throw new Error('a page is cut');
    return { rows, encoding, levels: page.subarray(4, end), values: page.slice(end) };
  }
  if (header.type !== 'DATA_PAGE_V2' || two === undefined) throw new Error(`a page is of the type ${header.type}`);
  const { num_values: rows, encoding, definition_levels_byte_length: length } = two;
  if (two.repetition_levels_byte_length !== 0) throw new Error('a column has repeated values');
  if (!isUpTo(length, packed.length)) throw new Error('a page is cut');
  const rest = packed.subarray(length);
  const plain = two.is_compressed === false ? { ...column, codec: 'UNCOMPRESSED' as const } : column;
  const values = size === length ? new Uint8Array(0) : unpacked(rest, size - length, plain);
  return { rows, encoding, levels: nullable ? packed.subarray(0, length) : undefined, values };
}

/** Bytes of their own, behind which nothing else lies that could be read by mistake. */
function unpacked(packed: Uint8Array, size: number, { codec, decompressors }: PackedColumn): Uint8Array<ArrayBuffer> {
  if (!isUpTo(size, PAGE_AT_MOST)) throw new Error(`a page claims ${size} bytes`);
  const page = (decompressors[codec] ?? OWN_CODECS[codec])?.(packed, size);
  if (page?.length !== size) throw new Error(`a page unpacks to ${page?.length ?? 'no'} bytes and not to ${size}`);
  return new Uint8Array(page);
}

function dictionaryOf(header: PageHeader, packed: Uint8Array, column: PackedColumn): readonly string[] {
  const page = unpacked(packed, header.uncompressed_page_size, column);
  return valuesOf(page, 'PLAIN', header.dictionary_page_header?.num_values ?? -1, column).map(column.cellOf);
}

interface ReadingState {
  readonly column: PackedColumn;
  readonly dictionary: readonly string[] | undefined;
  readonly left: number;
}

function addCells(cells: string[], page: DataPage, { column, dictionary, left }: ReadingState): void {
  const { rows, levels, encoding, values } = page;
  if (!isUpTo(rows, left)) throw new Error(`a page claims ${rows} rows where ${left} are left`);
  const there =
    levels === undefined ? undefined : readRuns(levels, { from: 0, to: levels.length, count: rows, bits: 1 });
  const count = there === undefined ? rows : there.reduce((sum, level) => sum + level, 0);
  const texts = encoding.endsWith('_DICTIONARY')
    ? textsOfPlaces(values, count, dictionary ?? [])
    : valuesOf(values, encoding, count, column).map(column.cellOf);
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    const text = there?.[row] === 0 ? '' : texts[next++];
    if (text === undefined) throw new Error('a page has fewer values than it claims');
    cells.push(text);
  }
}

function textsOfPlaces(values: Uint8Array, count: number, dictionary: readonly string[]): readonly string[] {
  if (count === 0) return [];
  const places = readRuns(values, { from: 1, to: values.length, count, bits: byteAt(values, 0) });
  const texts: string[] = [];
  for (const place of places) {
    const text = dictionary[place];
    if (text === undefined) throw new Error(`a value is at place ${place} of a dictionary of ${dictionary.length}`);
    texts.push(text);
  }
  return texts;
}

type ColumnDecoder = Parameters<typeof readDataPage>[2];

const ENCODINGS = ['PLAIN', 'DELTA_BINARY_PACKED', 'DELTA_LENGTH_BYTE_ARRAY', 'BYTE_STREAM_SPLIT'] as const;
const SMALLEST_VALUES: { readonly [type: string]: number } = { INT32: 4, INT64: 8, BYTE_ARRAY: 4 };

/** Values as hyparquet decodes them, before it makes doubles of decimals and instants of days. */
function valuesOf(bytes: Uint8Array, name: string, count: number, { element, type }: PackedColumn): readonly unknown[] {
  const encoding = ENCODINGS.find((known) => known === name);
  if (encoding === undefined) throw new Error(`values are encoded as ${name}, which is not read`);
  if (!isUpTo(count, PAGE_AT_MOST)) throw new Error(`a page claims ${count} values`);
  if (count === 0) return [];
  if (encoding === 'DELTA_BINARY_PACKED' || encoding === 'DELTA_LENGTH_BYTE_ARRAY') checkDeltas(bytes);
  else if (count > bytes.length / (SMALLEST_VALUES[type] ?? element.type_length ?? 1))
    throw new Error(`a page claims ${count} values in ${bytes.length} bytes`);
  const page = {
    num_values: count,
    encoding,
    definition_level_encoding: 'RLE',
    repetition_level_encoding: 'RLE',
  } as const;
  // Nulls are told by the levels, which are read already: to hyparquet the values are those of a column without any.
  const decoder: unknown = { type, element, schemaPath: [] };
  return Array.from<unknown>(readDataPage(bytes, page, decoder as ColumnDecoder).dataPage); // it reads those three fields
}

const BLOCK_AT_MOST = 65_536;

/** Differences come in blocks of blocks, whose sizes hyparquet believes: with wrong ones it would not come to an end. */
function checkDeltas(bytes: Uint8Array): void {
  const block = runHead(bytes, 0, bytes.length);
  const parts = runHead(bytes, block.at, bytes.length);
  const part = block.value / parts.value;
  if (block.value > BLOCK_AT_MOST || block.value % 128 !== 0 || !(part > 0) || part % 32 !== 0)
    throw new Error('a page of differences is not parted as it has to be');
}
