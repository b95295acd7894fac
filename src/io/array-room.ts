/** Where tables of numbers are made: in memory of their own, or in one that a compiled kernel sees too. */
export interface ArrayRoom {
  readonly integers: (count: number) => Int32Array;
  readonly doubles: (count: number) => Float64Array;
  readonly bytes: (count: number) => Uint8Array;
}

/** Arrays of their own. */
export const OWN_ARRAYS: ArrayRoom = {
  integers: (count) => new Int32Array(count),
  doubles: (count) => new Float64Array(count),
  bytes: (count) => new Uint8Array(count),
};

const ALIGNMENT = 16;

/** Arrays that lie one after the other in a shared memory, for as long as they fit in; arrays of their own from then on. */
export interface SharedRoom extends ArrayRoom {
  /** An array has had to be made elsewhere: the kernel cannot see everything any more. */
  readonly isFull: () => boolean;
}

/** Room in a memory from `start` on. What is made there is never given back. */
export function sharedRoom(memory: ArrayBuffer, start: number): SharedRoom {
  let next = start;
  let full = false;
  const place = (bytes: number): number | undefined => {
    const at = Math.ceil(next / ALIGNMENT) * ALIGNMENT;
    if (at + bytes > memory.byteLength) {
      full = true;
      return undefined;
    }
    next = at + bytes;
    return at;
  };
  return {
    integers: (count) => {
      const at = place(count * Int32Array.BYTES_PER_ELEMENT);
      return at === undefined ? OWN_ARRAYS.integers(count) : new Int32Array(memory, at, count);
    },
    doubles: (count) => {
      const at = place(count * Float64Array.BYTES_PER_ELEMENT);
      return at === undefined ? OWN_ARRAYS.doubles(count) : new Float64Array(memory, at, count);
    },
    bytes: (count) => {
      const at = place(count);
      return at === undefined ? OWN_ARRAYS.bytes(count) : new Uint8Array(memory, at, count);
    },
    isFull: () => full,
  };
}
