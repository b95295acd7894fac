/**
 * Where a record of the compact Thrift protocol ends, having looked at every length in it. The lengths in a damaged file may
 * claim anything: hyparquet makes lists and numbers as long as they say, so they are held against the bytes that are there first.
 */

const DEPTH_AT_MOST = 32;
/** A 64-bit number takes ten bytes of seven bits. */
const VARINT_AT_MOST = 10;

const STOP = 0;
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12];

interface Walk {
  readonly bytes: Uint8Array;
  at: number;
}

/** The place behind the record that begins at `from`; throws a plain `Error` where there is none. */
export function thriftEnd(bytes: Uint8Array, from: number): number {
  const walk = { bytes, at: from };
  skipStruct(walk, 0);
  return walk.at;
}

function nextByte(walk: Walk): number {
  const byte = walk.bytes[walk.at];
  if (byte === undefined) throw new Error('a header is cut');
  walk.at += 1;
  return byte;
}

function varint(walk: Walk): number {
  let value = 0;
  for (let place = 0; place < VARINT_AT_MOST; place += 1) {
    const byte = nextByte(walk);
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return value;
  }
  throw new Error('a header holds a number past 64 bits');
}

function skipBytes(walk: Walk, count: number): void {
  if (count > walk.bytes.length - walk.at) throw new Error(`a header claims ${count} bytes, more than there are`);
  walk.at += count;
}

function skipStruct(walk: Walk, depth: number): void {
  if (depth > DEPTH_AT_MOST) throw new Error('a header is nested too deeply');
  for (let byte = nextByte(walk); (byte & 0x0f) !== STOP; byte = nextByte(walk)) {
    if (byte >> 4 === 0) varint(walk);
    skipElement(walk, byte & 0x0f, depth);
  }
}

function skipElement(walk: Walk, type: number, depth: number): void {
  if (type === TRUE || type === FALSE) return;
  if (type === BYTE) skipBytes(walk, 1);
  else if (type === I16 || type === I32 || type === I64) varint(walk);
  else if (type === DOUBLE) skipBytes(walk, 8);
  else if (type === BINARY) skipBytes(walk, varint(walk));
  else if (type === LIST || type === SET) skipList(walk, depth);
  else if (type === STRUCT) skipStruct(walk, depth + 1);
  else throw new Error(`a header holds the unknown type ${type}`);
}

function skipList(walk: Walk, depth: number): void {
  const head = nextByte(walk);
  const size = head >> 4 === 15 ? varint(walk) : head >> 4;
  const element = head & 0x0f;
  // Every element takes a byte or more, so that a list cannot be longer than what is left.
  if (size > walk.bytes.length - walk.at) throw new Error(`a header claims ${size} entries, more than there are bytes`);
  for (let entry = 0; entry < size; entry += 1) skipElement(walk, element <= FALSE ? BYTE : element, depth + 1);
}
