/** Parquet files made of postings, in every way in which the same postings can be stored; written by hyparquet-writer. */
import { gzipSync } from 'node:zlib';
import type { DecodedArray, SchemaElement } from 'hyparquet';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { ColumnSource } from 'hyparquet-writer';

/** A posting as a file holds it: cents, days since 1970, names that may be missing. */
export interface StoredPosting {
  readonly account: string;
  readonly cents: bigint;
  readonly day: number;
  readonly supplier: string | null;
  readonly site: string | null;
  readonly category: string | null;
  readonly invoice: string | null;
}

/** How postings are stored. */
export interface Storage {
  readonly amount: 'int32' | 'int64' | 'fixed' | 'bytes' | 'minor-units' | 'text';
  readonly date: 'date' | 'text';
  readonly account: 'text' | 'integer';
  readonly nullable: 'yes' | 'no';
  readonly codec: 'SNAPPY' | 'UNCOMPRESSED' | 'GZIP';
  readonly encoding: 'chosen' | 'PLAIN' | 'DELTA';
  readonly rowGroup: number;
  readonly pageSize: number;
}

export const PLAIN_STORAGE: Storage = {
  amount: 'int64',
  date: 'date',
  account: 'text',
  nullable: 'yes',
  codec: 'SNAPPY',
  encoding: 'chosen',
  rowGroup: 1000,
  pageSize: 1 << 20,
};

/** One column of a file that is written by hand. */
export interface RawColumn {
  readonly element: SchemaElement;
  readonly data: DecodedArray;
  readonly encoding?: ColumnSource['encoding'];
}

/** The bytes of a file of these columns. */
export function parquetOf(columns: readonly RawColumn[], storage: Partial<Storage> = {}): Uint8Array {
  const { codec, rowGroup, pageSize } = { ...PLAIN_STORAGE, ...storage };
  const writer = new ByteWriter();
  // It writes to memory, and has done so when it returns.
  void parquetWrite({
    writer,
    columnData: columns.map(({ element, data, encoding }) => ({
      name: element.name,
      data,
      ...(encoding === undefined ? {} : { encoding }),
    })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    codec,
    compressors: { GZIP: (bytes) => new Uint8Array(gzipSync(bytes)) },
    rowGroupSize: rowGroup,
    pageSize,
  });
  return new Uint8Array(writer.getBuffer());
}

/** The columns of postings in the order of `StoredPosting`. */
export function columnsOfPostings(postings: readonly StoredPosting[], storage: Storage): RawColumn[] {
  const repetition = { repetition_type: storage.nullable === 'yes' ? ('OPTIONAL' as const) : ('REQUIRED' as const) };
  const text = (name: 'account' | 'supplier' | 'site' | 'category' | 'invoice'): RawColumn => ({
    element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...repetition },
    // Where nulls cannot be stored, a missing name is an empty text.
    data: postings.map((posting) => posting[name] ?? (storage.nullable === 'yes' ? null : '')),
    ...(storage.encoding === 'PLAIN' ? { encoding: 'PLAIN' } : {}),
    ...(storage.encoding === 'DELTA' ? { encoding: 'DELTA_LENGTH_BYTE_ARRAY' } : {}),
  });
  const account: RawColumn =
    storage.account === 'text'
      ? text('account')
      : {
          element: { name: 'account', type: 'INT32', ...repetition },
          data: postings.map((posting) => Number(posting.account)),
        };
  const columns = [account, amountColumn(postings, storage), dateColumn(postings, storage)];
  return [...columns, text('supplier'), text('site'), text('category'), text('invoice')].map((column) => ({
    ...column,
    element: { ...column.element, ...repetition },
  }));
}

/** The bytes of a file of these postings. */
export function parquetFile(postings: readonly StoredPosting[], changes: Partial<Storage> = {}): Uint8Array {
  const storage = { ...PLAIN_STORAGE, ...changes };
  return parquetOf(columnsOfPostings(postings, storage), storage);
}

function amountColumn(postings: readonly StoredPosting[], { amount, encoding }: Storage): RawColumn {
  const cents = postings.map((posting) => posting.cents);
  const decimal = { name: 'amount', converted_type: 'DECIMAL' as const, scale: 2 };
  const whole = encoding === 'DELTA' ? ({ encoding: 'DELTA_BINARY_PACKED' } as const) : {};
  const plain = encoding === 'PLAIN' ? ({ encoding: 'PLAIN' } as const) : {};
  switch (amount) {
    // A bigint is taken for the stored digits; a number would be multiplied, through a double.
    case 'int32':
      return { element: { ...decimal, type: 'INT32', precision: 9 }, data: cents, ...plain, ...whole };
    case 'int64':
      return { element: { ...decimal, type: 'INT64', precision: 18 }, data: cents, ...plain, ...whole };
    case 'fixed': {
      const type = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, precision: 38 } as const;
      return { element: { ...decimal, ...type }, data: cents, ...plain };
    }
    case 'bytes':
      return { element: { ...decimal, type: 'BYTE_ARRAY', precision: 38 }, data: cents, ...plain };
    case 'minor-units':
      return { element: { name: 'amount', type: 'INT64' }, data: cents, ...plain, ...whole };
    case 'text':
      return { element: { name: 'amount', type: 'BYTE_ARRAY', converted_type: 'UTF8' }, data: cents.map(euros) };
  }
}

function dateColumn(postings: readonly StoredPosting[], { date }: Storage): RawColumn {
  if (date === 'text') {
    const data = postings.map(({ day }) => finnishDate(day));
    return { element: { name: 'date', type: 'BYTE_ARRAY', converted_type: 'UTF8' }, data };
  }
  // Raw days, so that the writer has nothing to convert; the annotation is put there by the schema alone.
  return { element: { name: 'date', type: 'INT32', converted_type: 'DATE' }, data: postings.map(({ day }) => day) };
}

/** Cents as euros with a comma. */
export function euros(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** A day since 1970 as d.M.yyyy, counted by the calendar of the platform. */
export function finnishDate(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
}

/** The same postings as a file of text. */
export function csvFile(postings: readonly StoredPosting[]): Uint8Array {
  const rows = postings.map(({ account, cents, day, supplier, site, category, invoice }) =>
    [account, euros(cents), finnishDate(day), supplier, site, category, invoice].map((cell) => cell ?? '').join('\t'),
  );
  const header = ['account', 'amount', 'date', 'supplier', 'site', 'category', 'invoice'].join('\t');
  return new TextEncoder().encode(`${[header, ...rows].join('\n')}\n`);
}
