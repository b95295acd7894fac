/** Footers as data; every place and name is invented. */
import { describe, expect, test } from 'vitest';
import { cellTextOf } from '../../src/io/parquet-cells.js';
import { columnsOf, placeOfColumn } from '../../src/io/parquet-columns.js';
import type { ColumnPlace } from '../../src/io/parquet-columns.js';
import { topColumns } from '../../src/io/parquet-footer.js';
import type { ParquetElement, ParquetFooter, ParquetRowGroup } from '../../src/io/parquet-footer.js';
import { parseParquetLayout } from '../../src/io/parquet.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';

const footerOf = (...schema: readonly ParquetElement[]): ParquetFooter => ({
  num_rows: 0n,
  row_groups: [],
  schema: [...schema],
});
const leaf = (name: string): ParquetElement => ({ name, type: 'INT32' });
const group = (name: string, num_children: number): ParquetElement => ({ name, num_children });

describe('the columns of a schema', () => {
  test('are those at its top, with whatever lies inside them', () => {
    const footer = footerOf(
      group('root', 3),
      leaf('a'),
      group('b', 2),
      group('c', 1),
      leaf('d'),
      leaf('e'),
      group('f', 0),
    );
    expect(topColumns(footer).map(({ name }) => name)).toEqual(['a', 'b', 'f']);
    expect(topColumns(footerOf(group('root', 0)))).toEqual([]);
    expect(topColumns(footerOf({ name: 'root' }))).toEqual([]);
  });

  test.each<[string, readonly ParquetElement[], string]>([
    ['more than the root claims', [group('root', 1), leaf('a'), leaf('b')], 'more columns than it claims'],
    ['fewer than the root claims', [group('root', 2), leaf('a')], 'fewer columns than it claims'],
    ['fewer than a group claims', [group('root', 1), group('a', 1)], 'fewer columns than it claims'],
    ['a number below zero', [group('root', 1), group('a', -1), leaf('b')], 'more columns than it claims'],
  ])('are refused where there are %s', (_, schema, reason) => {
    expect(() => topColumns(footerOf(...schema))).toThrow(reason);
  });

  const layout = orThrow(
    parseParquetLayout({
      id: 'erp',
      amount: { kind: 'minor-units', scale: 0 },
      dates: 'date',
      columns: { account: 'account', amount: 'amount', date: 'date' },
    }),
  );

  test('that are groups or lists cannot be a field of a posting', () => {
    const footer = footerOf(
      group('root', 3),
      group('account', 1),
      leaf('inner'),
      { ...leaf('amount'), repetition_type: 'REPEATED' },
      { name: 'date' },
    );
    expect(() => columnsOf(footer, layout, 'ledger.parquet')).toThrow(HiilitaseError);
    expect(() => columnsOf(footer, layout, 'ledger.parquet')).toThrow(
      /"account" cannot be read as account: it is a group of columns, .*\n.*"amount" cannot be read as amount: it holds several values in a row.*\n.*"date" cannot be read as date: it is of no type/,
    );
  });

  test('of whole units have no decimal sign', () => {
    const { columns } = columnsOf(
      footerOf(group('root', 3), leaf('account'), leaf('amount'), { ...leaf('date'), logical_type: { type: 'DATE' } }),
      layout,
      'ledger.parquet',
    );
    const [, amount] = columns;
    expect([7, -12n, 0].map((value) => amount?.cellOf(value))).toEqual(['7', '-12', '0']);
  });
});

describe('cells', () => {
  const textOf = (element: ParquetElement, field: 'account' | 'date' | 'amount') => {
    const cellOf = cellTextOf(element, field, { amount: { kind: 'decimal' }, dates: 'date' });
    if (typeof cellOf !== 'function') throw new Error(cellOf.fault);
    return cellOf;
  };

  test('that are unsigned are not read as below zero', () => {
    expect(textOf({ ...leaf('a'), converted_type: 'UINT_32' }, 'account')(-1)).toBe('4294967295');
    const wide: ParquetElement = {
      name: 'a',
      type: 'INT64',
      logical_type: { type: 'INTEGER', isSigned: false },
    };
    expect(textOf(wide, 'account')(-1n)).toBe('18446744073709551615');
    expect(textOf({ ...wide, logical_type: { type: 'INTEGER', isSigned: true } }, 'account')(-1n)).toBe('-1');
  });

  test('of decimals in bytes are two’s complement, most significant first', () => {
    const decimal = textOf({ name: 'a', type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 2 }, 'amount');
    const bytes = (...values: readonly number[]) => decimal(Uint8Array.from(values));
    expect([bytes(0), bytes(0x80), bytes(0xff), bytes(0x00, 0x80), bytes(0x04, 0xd2)]).toEqual([
      '0.00',
      '-1.28',
      '-0.01',
      '1.28',
      '12.34',
    ]);
  });

  test('of another kind than their column are damage', () => {
    expect(() => textOf(leaf('a'), 'account')('7')).toThrow('a number is none');
    expect(() => textOf({ ...leaf('a'), converted_type: 'DATE' }, 'date')(7n)).toThrow('a day is none');
    expect(() => textOf({ name: 'a', type: 'BYTE_ARRAY', converted_type: 'UTF8' }, 'account')(7)).toThrow(
      'a text is none',
    );
  });
});

describe('the place of a column', () => {
  type Stored = ParquetRowGroup['columns'][number];
  const stored = (changes: Partial<Stored['meta_data']> = {}, file?: string): Stored => ({
    ...(file === undefined ? {} : { file_path: file }),
    meta_data: {
      type: 'INT32',
      path_in_schema: ['a'],
      codec: 'SNAPPY',
      total_compressed_size: 100n,
      data_page_offset: 40n,
      ...changes,
    },
  });
  const place = (...columns: readonly Stored[]): ColumnPlace =>
    placeOfColumn(
      { num_rows: 1n, columns: [...columns] },
      { field: 'account', name: 'a', element: leaf('a'), cellOf: String },
      { source: 'ledger.parquet', end: 140, decompressors: {} },
    );

  test('begins with its dictionary, where it has one before its data', () => {
    expect(place(stored())).toMatchObject({ from: 40, to: 140 });
    expect(place(stored({ dictionary_page_offset: 4n }))).toMatchObject({ from: 4, to: 104 });
    expect(place(stored({ dictionary_page_offset: 0n }))).toMatchObject({ from: 40, to: 140 });
    expect(place(stored({ dictionary_page_offset: 90n }))).toMatchObject({ from: 40, to: 140 });
  });

  test.each<[string, readonly Stored[], string]>([
    ['nowhere', [], 'is not stored once in every row group'],
    ['twice', [stored(), stored()], 'is not stored once in every row group'],
    ['inside a group', [stored({ path_in_schema: ['a', 'b'] })], 'is not stored once in every row group'],
    ['in another file', [stored({}, 'other.parquet')], 'lies in another file'],
    ['as another type', [stored({ type: 'INT64' })], 'is not stored as its schema says'],
    ['packed by nobody known', [stored({ codec: 'LZO' })], 'is packed with LZO'],
    [
      'past the pages',
      [stored({ total_compressed_size: 101n })],
      'claims the bytes 40 to 141, and the pages of the file end at 140',
    ],
    ['before its beginning', [stored({ total_compressed_size: -1n })], 'claims the bytes 40 to 39'],
    ['before the file', [stored({ data_page_offset: -40n })], 'claims the bytes -40 to 60'],
    ['past all numbers', [stored({ data_page_offset: 2n ** 63n })], 'claims the bytes'],
  ])('is refused: %s', (_, columns, reason) => {
    expect(() => place(...columns)).toThrow(reason);
  });
});
