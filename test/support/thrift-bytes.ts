/** Headers of Parquet pages, written by the specification of the compact Thrift protocol and not by any library. */

/** A field of a record: 32-bit numbers, truths and records are all that page headers have. */
export type ThriftField = number | boolean | ThriftRecord;
export interface ThriftRecord {
  readonly [id: number]: ThriftField;
}

function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

/** Zigzag: 0, -1, 1, -2 are 0, 1, 2, 3. */
const zigzag = (value: number): readonly number[] => varint(value < 0 ? -2 * value - 1 : 2 * value);

/** The bytes of a record. */
export function thriftBytes(record: ThriftRecord): readonly number[] {
  let before = 0;
  const fields = Object.entries(record).flatMap(([name, value]) => {
    const id = Number(name);
    const step = (id - before) << 4;
    before = id;
    if (typeof value === 'boolean') return [step | (value ? 1 : 2)];
    if (typeof value === 'number') return [step | 5, ...zigzag(value)];
    return [step | 12, ...thriftBytes(value)];
  });
  return [...fields, 0];
}

/** The codes of the specification that the tests use. */
export const [DATA_PAGE, INDEX_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2] = [0, 1, 2, 3];
export const [PLAIN, RLE, BIT_PACKED, DELTA_BINARY_PACKED, DELTA_BYTE_ARRAY, RLE_DICTIONARY] = [0, 3, 4, 5, 7, 8];

/** A page of the first kind: header and body. */
export function pageOf(
  body: readonly number[],
  { rows, encoding = PLAIN, levels = RLE, crc }: { rows: number; encoding?: number; levels?: number; crc?: number },
): readonly number[] {
  const data = { 1: rows, 2: encoding, 3: levels, 4: RLE };
  const sizes = { 2: body.length, 3: body.length };
  return [...thriftBytes({ 1: DATA_PAGE, ...sizes, ...(crc === undefined ? {} : { 4: crc }), 5: data }), ...body];
}

/** A dictionary: header and body. */
export function dictionaryPageOf(body: readonly number[], values: number): readonly number[] {
  return [...thriftBytes({ 1: DICTIONARY_PAGE, 2: body.length, 3: body.length, 7: { 1: values, 2: PLAIN } }), ...body];
}
