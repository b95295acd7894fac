/** Pages written byte by byte from the specification; every value is invented. */
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOfColumn } from '../../src/io/parquet-pages.js';
import type { PackedColumn } from '../../src/io/parquet-pages.js';
import { readRuns } from '../../src/io/parquet-runs.js';
import { unpackSnappy } from '../../src/io/snappy.js';
import { thriftEnd } from '../../src/io/thrift-end.js';
import {
  BIT_PACKED,
  DATA_PAGE,
  DATA_PAGE_V2,
  DELTA_BINARY_PACKED,
  DELTA_BYTE_ARRAY,
  INDEX_PAGE,
  PLAIN,
  RLE_DICTIONARY,
  dictionaryPageOf,
  pageOf,
  thriftBytes,
} from '../support/thrift-bytes.js';

const column = (changes: Partial<PackedColumn> = {}): PackedColumn => ({
  element: { name: 'n', type: 'INT32', repetition_type: 'REQUIRED' },
  type: 'INT32',
  codec: 'UNCOMPRESSED',
  decompressors: {},
  cellOf: String,
  ...changes,
});
const nullable = column({ element: { name: 'n', type: 'INT32', repetition_type: 'OPTIONAL' } });
const cells = (bytes: readonly number[], rows: number, of: PackedColumn = column()) =>
  cellsOfColumn(Uint8Array.from(bytes), of, rows);

/** 32-bit numbers, least significant byte first. */
const int32 = (...values: readonly number[]) =>
  values.flatMap((value) => [0, 8, 16, 24].map((bits) => (value >> bits) & 255));

describe('pages of the first kind', () => {
  test('without nulls: values alone', () => {
    expect(cells(pageOf(int32(7, -8), { rows: 2 }), 2)).toEqual(['7', '-8']);
  });

  test('with nulls: levels with their length before them, in runs or packed', () => {
    // A run of one 1, a run of two 0, a run of one 1.
    const runs = [2, 1, 4, 0, 2, 1];
    expect(cells(pageOf([...int32(6), ...runs, ...int32(7, 8)], { rows: 4 }), 4, nullable)).toEqual(['7', '', '', '8']);
    // One group of eight bits, 1001 from the lowest bit.
    expect(cells(pageOf([...int32(2), 3, 0b1001, ...int32(7, 8)], { rows: 4 }), 4, nullable)).toEqual([
      '7',
      '',
      '',
      '8',
    ]);
  });

  test('with a dictionary: places in it, several pages of one dictionary', () => {
    const dictionary = dictionaryPageOf(int32(10, 20, 30), 3);
    const first = pageOf([2, 6, 2], { rows: 3, encoding: RLE_DICTIONARY });
    // Two bits a place: 1, 0, 2 from the lowest bit, filled up to eight places.
    const second = pageOf([2, 3, 0b100001, 0], { rows: 3, encoding: RLE_DICTIONARY });
    expect(cells([...dictionary, ...first, ...second], 6)).toEqual(['30', '30', '30', '20', '10', '30']);
  });

  test('of nulls alone need no dictionary', () => {
    expect(cells(pageOf([...int32(2), 4, 0], { rows: 2, encoding: RLE_DICTIONARY }), 2, nullable)).toEqual(['', '']);
    expect(cells(pageOf([...int32(2), 4, 0], { rows: 2 }), 2, nullable)).toEqual(['', '']);
  });

  test('with a checksum are held against it', () => {
    const body = int32(7);
    const crc = crc32(Uint8Array.from(body)) | 0;
    expect(cells(pageOf(body, { rows: 1, crc }), 1)).toEqual(['7']);
    expect(() => cells(pageOf(int32(8), { rows: 1, crc }), 1)).toThrow('a page differs from its checksum');
  });
});

describe('pages that are not what they claim are refused', () => {
  const v2 = (fields: object, body: readonly number[], size = body.length) => [
    ...thriftBytes({
      1: DATA_PAGE_V2,
      2: size,
      3: body.length,
      8: { 1: 1, 2: 0, 3: 1, 4: PLAIN, 5: 0, 6: 0, 7: false, ...fields },
    }),
    ...body,
  ];

  test.each<[string, readonly number[], PackedColumn, string]>([
    ['more rows than are left', pageOf(int32(1, 2), { rows: 2 }), column(), 'a page claims 2 rows where 1 are left'],
    ['rows below zero', pageOf(int32(1), { rows: -1 }), column(), 'a page claims -1 rows'],
    ['more values than bytes', pageOf([1, 0, 0], { rows: 1 }), column(), 'a page claims 1 values in 3 bytes'],
    ['levels longer than the page', pageOf([...int32(99), 2, 1], { rows: 1 }), nullable, 'a page is cut'],
    [
      'levels in the old way',
      pageOf(int32(1), { rows: 1, levels: BIT_PACKED }),
      nullable,
      'levels are encoded as BIT_PACKED',
    ],
    ['too few levels', pageOf([...int32(0), ...int32(1)], { rows: 1 }), nullable, 'a run does not fit its page'],
    [
      'a run past the rows',
      pageOf([...int32(2), 4, 1, ...int32(1)], { rows: 1 }),
      nullable,
      'a run does not fit its page',
    ],
    [
      'a place past the dictionary',
      [...dictionaryPageOf(int32(1), 1), ...pageOf([1, 2, 1], { rows: 1, encoding: RLE_DICTIONARY })],
      column(),
      'a value is at place 1 of a dictionary of 1',
    ],
    [
      'places without a dictionary',
      pageOf([1, 2, 0], { rows: 1, encoding: RLE_DICTIONARY }),
      column(),
      'a value is at place 0 of a dictionary of 0',
    ],
    [
      'places of 25 bits',
      pageOf([25, 2, 0, 0, 0, 0], { rows: 1, encoding: RLE_DICTIONARY }),
      column(),
      '25 bits are claimed',
    ],
    ['a dictionary of fewer values', dictionaryPageOf([1, 0], 1), column(), 'a page claims 1 values in 2 bytes'],
    ['a dictionary without a number of values', thriftBytes({ 1: 2, 2: 0, 3: 0 }), column(), 'a page claims -1 values'],
    [
      'an encoding that is not read',
      pageOf(int32(1), { rows: 1, encoding: DELTA_BYTE_ARRAY }),
      column(),
      'values are encoded as DELTA_BYTE_ARRAY, which is not read',
    ],
    [
      'differences in blocks of nothing',
      pageOf([0, 0, 1, 0], { rows: 1, encoding: DELTA_BINARY_PACKED }),
      column(),
      'not parted as it has to be',
    ],
    [
      'a page of no kind for data',
      thriftBytes({ 1: INDEX_PAGE, 2: 0, 3: 0 }),
      column(),
      'a page is of the type INDEX_PAGE',
    ],
    [
      'a kind without its header',
      thriftBytes({ 1: DATA_PAGE, 2: 0, 3: 0 }),
      column(),
      'a page is of the type DATA_PAGE',
    ],
    ['a page that is cut', pageOf(int32(1), { rows: 1 }).slice(0, -1), column(), 'a page is cut'],
    ['no page at all', [], column(), 'a header is cut'],
    [
      'another size than unpacked',
      thriftBytes({ 1: DATA_PAGE, 2: 9, 3: 0, 5: { 1: 1, 2: PLAIN, 3: 3, 4: 3 } }),
      column(),
      'a page unpacks to 0 bytes and not to 9',
    ],
    [
      'a size past all limits',
      thriftBytes({ 1: DATA_PAGE, 2: 2 ** 30, 3: 0, 5: { 1: 1, 2: PLAIN, 3: 3, 4: 3 } }),
      column(),
      'a page claims 1073741824 bytes',
    ],
    [
      'a codec that nobody has',
      pageOf(int32(1), { rows: 1 }),
      column({ codec: 'LZO' }),
      'a page unpacks to no bytes and not to 4',
    ],
    ['repeated values', v2({ 6: 1 }, [0, ...int32(1)]), column(), 'a column has repeated values'],
    ['levels longer than a page of the second kind', v2({ 5: 99 }, int32(1)), nullable, 'a page is cut'],
  ])('%s', (_, bytes, of, reason) => {
    expect(() => cells(bytes, 1, of)).toThrow(reason);
  });

  test('a page of the second kind is read', () => {
    expect(cells(v2({}, int32(7)), 1)).toEqual(['7']);
    expect(cells(v2({ 5: 2 }, [2, 1, ...int32(7)]), 1, nullable)).toEqual(['7']);
    expect(cells(v2({ 5: 2 }, [2, 0]), 1, nullable)).toEqual(['']);
  });
});

describe('runs', () => {
  /** Numbers packed bit by bit, the lowest first, in groups of eight. */
  const packedBits = (numbers: readonly number[], bits: number): Uint8Array => {
    const groups = Math.ceil(numbers.length / 8);
    const bytes = new Uint8Array(groups * bits);
    numbers.forEach((number, place) => {
      for (let bit = 0; bit < bits; bit += 1) {
        const at = place * bits + bit;
        if (Math.floor(number / 2 ** bit) % 2 === 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
      }
    });
    return Uint8Array.from([groups * 2 + 1, ...bytes]);
  };

  test('packed numbers of any width are what was packed', () => {
    const numbers = fc.integer({ min: 1, max: 24 }).chain((bits) =>
      fc.record({
        bits: fc.constant(bits),
        numbers: fc.array(fc.nat(2 ** bits - 1), { minLength: 1, maxLength: 200 }),
      }),
    );
    fc.assert(
      fc.property(numbers, ({ bits, numbers: packed }) => {
        const bytes = packedBits(packed, bits);
        const read = readRuns(bytes, { from: 0, to: bytes.length, count: packed.length, bits });
        expect([...read]).toEqual(packed);
      }),
    );
  });

  test('a width of nothing is a column of the first place', () => {
    expect([...readRuns(new Uint8Array(0), { from: 0, to: 0, count: 3, bits: 0 })]).toEqual([0, 0, 0]);
  });

  test('bytes beyond those that are there are not read', () => {
    expect(() => readRuns(new Uint8Array(1), { from: 0, to: 2, count: 1, bits: 1 })).toThrow('a page is cut');
    const endless = new Uint8Array(9).fill(255);
    expect(() => readRuns(endless, { from: 0, to: 9, count: 1, bits: 1 })).toThrow('a run does not fit its page');
  });
});

describe('Snappy', () => {
  const unpack = (bytes: readonly number[], size: number) => [...unpackSnappy(Uint8Array.from(bytes), size)];

  test('takes bytes as they are, and bytes that were there before, overlapping too', () => {
    // "ab", then six bytes from two back: the format's own way of repeating.
    expect(unpack([8, 4, 97, 98, 0b1001, 2], 8)).toEqual([97, 98, 97, 98, 97, 98, 97, 98]);
    // Four bytes, then three of them again with two bytes of distance, then one with four.
    expect(unpack([8, 12, 1, 2, 3, 4, 0b1010, 4, 0, 0b11, 1, 0, 0, 0], 8)).toEqual([1, 2, 3, 4, 1, 2, 3, 3]);
  });

  test('takes bytes whose number stands behind the tag', () => {
    const bytes = Array.from({ length: 300 }, (_, place) => place % 251);
    expect(unpack([0xac, 0x02, 61 << 2, 0x2b, 0x01, ...bytes], 300)).toEqual(bytes);
  });

  test.each<[string, readonly number[], number]>([
    ['another size', [2, 4, 97, 98], 3],
    ['a size that does not end', [255, 255, 255, 255, 255], 3],
    ['nothing', [], 0],
    ['too few bytes', [3, 4, 97, 98], 3],
    ['too many bytes', [1, 4, 97, 98], 1],
    ['bytes that are not there', [2, 4, 97], 2],
    ['a number that is not there', [2, 61 << 2, 1], 2],
    ['a number of bytes past 2^31', [2, 63 << 2, 0xff, 0xff, 0xff, 0xff, 97], 2],
    ['a repetition of nothing', [8, 4, 97, 98, 0b1001, 0], 8],
    ['a repetition from before the beginning', [8, 4, 97, 98, 0b1001, 3], 8],
  ])('is refused with %s', (_, bytes, size) => {
    expect(() => unpack(bytes, size)).toThrow(/a page does not unpack|is announced as one of/);
  });
});

describe('headers', () => {
  test.each<[string, readonly number[], string]>([
    ['a text longer than the bytes', [0x18, 5, 97, 0], 'a header claims 5 bytes'],
    ['a list longer than the bytes', [0x19, 0xf5, 0xff, 0xff, 0x03], 'a header claims 65535 entries'],
    ['a number past 64 bits', [0x16, ...Array<number>(10).fill(0x80), 0], 'a header holds a number past 64 bits'],
    ['a type that there is not', [0x1d, 0], 'a header holds the unknown type 13'],
    ['records in records without end', Array<number>(40).fill(0x1c), 'a header is nested too deeply'],
    ['no end', [0x15, 2], 'a header is cut'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(() => thriftEnd(Uint8Array.from(bytes), 0)).toThrow(reason);
  });

  test('every type is stepped over', () => {
    // true, byte, double, text, a list of truths, a set of bytes, a field named by its number, the end.
    const record = [0x11, 0x13, 9, 0x17, ...int32(0, 0), 0x18, 1, 97, 0x19, 0x21, 1, 2, 0x1a, 0x13, 5, 0x05, 80, 2, 0];
    expect(thriftEnd(Uint8Array.from([...record, 99]), 0)).toBe(record.length);
  });
});
