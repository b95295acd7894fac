/**
 * Reading of typed arrays, one function for each kind: a function that is only ever given one kind of array is compiled to a
 * single load, and one that is given several is not.
 */

/** The byte at a place; 0 past the end, which no text file holds. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** The whole number at a place; 0 past the end. */
export function integerAt(table: Int32Array, at: number): number {
  return table[at] ?? 0;
}

/** The double at a place; 0 past the end. */
export function doubleAt(table: Float64Array, at: number): number {
  return table[at] ?? 0;
}

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const QUOTE = 34;

/** Bytes, and the same bytes as words of four. */
export interface ByteBlock {
  readonly bytes: Uint8Array;
  readonly words: DataView;
}

/** Bytes with a view of them as words; plain bytes, whatever kind of them (such as Node's buffers) came. */
export function blockOf(bytes: Uint8Array): ByteBlock {
  const { buffer, byteOffset, byteLength } = bytes;
  return { bytes: new Uint8Array(buffer, byteOffset, byteLength), words: new DataView(buffer, byteOffset, byteLength) };
}
