import { byteAt } from './byte-at.js';

/**
 * Unpacks a Snappy block that gives `size` bytes; throws a plain `Error` where it does not. Lengths are held against what
 * is there before anything is copied, so that a damaged block ends instead of running in a circle.
 */
export function unpackSnappy(block: Uint8Array, size: number): Uint8Array {
  const head = lengthOf(block);
  if (head.value !== size) throw new Error(`a page of ${head.value} bytes is announced as one of ${size}`);
  const output = new Uint8Array(size);
  let at = head.at;
  let filled = 0;
  while (at < block.length) {
    const step = stepAt(block, at);
    const past = step.back === 0 ? step.at + step.length > block.length : step.back > filled;
    if (past || step.length > size - filled) throw broken();
    if (step.back === 0) output.set(block.subarray(step.at, step.at + step.length), filled);
    else repeat(output, filled, step.back, step.length);
    at = step.back === 0 ? step.at + step.length : step.at;
    filled += step.length;
  }
  if (filled !== size) throw broken();
  return output;
}

/** Bytes to take from the block at `at`, or, where `back` is not 0, from what has been unpacked so many bytes before. */
interface SnappyStep {
  readonly at: number;
  readonly length: number;
  readonly back: number;
}

const LITERAL_WITHOUT_LENGTH = 60;

function stepAt(block: Uint8Array, at: number): SnappyStep {
  const tag = byteAt(block, at);
  const upper = tag >> 2;
  if ((tag & 3) === 0) {
    const size = upper < LITERAL_WITHOUT_LENGTH ? 0 : upper - LITERAL_WITHOUT_LENGTH + 1;
    const length = size === 0 ? upper : littleEndian(block, at + 1, size);
    return { at: at + 1 + size, length: length + 1, back: 0 };
  }
  if ((tag & 3) === 1) {
    const back = (tag >> 5) * 256 + littleEndian(block, at + 1, 1);
    return { at: at + 2, length: (upper & 7) + 4, back: sound(back) };
  }
  const size = (tag & 3) === 2 ? 2 : 4;
  return { at: at + 1 + size, length: upper + 1, back: sound(littleEndian(block, at + 1, size)) };
}

function sound(back: number): number {
  if (back === 0) throw broken();
  return back;
}

function repeat(output: Uint8Array, filled: number, back: number, length: number): void {
  if (back >= length) output.copyWithin(filled, filled - back, filled - back + length);
  else for (let place = filled; place < filled + length; place += 1) output[place] = byteAt(output, place - back);
}

function lengthOf(block: Uint8Array): { readonly value: number; readonly at: number } {
  let value = 0;
  for (let place = 0; place < 5; place += 1) {
    const byte = littleEndian(block, place, 1);
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, at: place + 1 };
  }
  throw broken();
}

function littleEndian(block: Uint8Array, at: number, size: number): number {
  if (at + size > block.length) throw broken();
  let value = 0;
  for (let place = 0; place < size; place += 1) value += byteAt(block, at + place) * 2 ** (8 * place);
  return value;
}

function broken(): Error {
  return new Error('a page does not unpack');
}
