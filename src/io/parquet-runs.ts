import { byteAt } from './byte-at.js';

const BITS_AT_MOST = 24;
const VARINT_AT_MOST = 5;

/** Where numbers stand, how many there are, and how many bits each has. */
export interface RunsPlace {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly bits: number;
}

/**
 * Reads numbers in the mix of runs and packed bits that Parquet writes for levels and for places in a dictionary. No run is
 * believed to be longer than what is still to be read. Throws a plain `Error` where the bytes do not hold as many numbers.
 */
export function readRuns(bytes: Uint8Array, { from, to, count, bits }: RunsPlace): Int32Array {
  if (bits > BITS_AT_MOST) throw new Error(`${bits} bits are claimed for the places of a dictionary`);
  if (to > bytes.length) throw new Error('a page is cut');
  const numbers = new Int32Array(count);
  if (bits === 0) return numbers;
  let at = from;
  let seen = 0;
  while (seen < count) {
    const head = runHead(bytes, at, to);
    at = head.at;
    const packed = head.value % 2 === 1;
    const length = Math.floor(head.value / 2);
    const size = packed ? length * bits : Math.ceil(bits / 8);
    if (size > to - at || (!packed && length > count - seen)) throw new Error('a run does not fit its page');
    const end = packed ? Math.min(count, seen + length * 8) : seen + length;
    if (packed) unpack(bytes, at, numbers.subarray(seen, end), bits);
    else numbers.fill(littleEndian(bytes, at, size), seen, end);
    seen = end;
    at += size;
  }
  return numbers;
}

/** The number of seven bits a byte that stands before a run. */
export function runHead(bytes: Uint8Array, from: number, to: number): { readonly value: number; readonly at: number } {
  let value = 0;
  for (let place = 0; place < VARINT_AT_MOST && from + place < to; place += 1) {
    const byte = byteAt(bytes, from + place);
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, at: from + place + 1 };
  }
  throw new Error('a run does not fit its page');
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let place = 0; place < size; place += 1) value += byteAt(bytes, at + place) * 2 ** (8 * place);
  return value;
}

/** At most 24 bits a number and 7 left over of the last byte: they fit the 32 of a whole number. */
function unpack(bytes: Uint8Array, from: number, numbers: Int32Array, bits: number): void {
  const mask = 2 ** bits - 1;
  let at = from;
  let held = 0;
  let buffer = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    while (held < bits) {
      buffer |= byteAt(bytes, at) << held;
      at += 1;
      held += 8;
    }
    numbers[place] = buffer & mask;
    buffer >>>= bits;
    held -= bits;
  }
}
