import type { ArrayRoom } from './array-room.js';

const FIRST_PLACES = 1 << 8;

/** Whole numbers in the order in which they were added. */
export interface IntegerList {
  values: Int32Array;
  count: number;
  readonly room: ArrayRoom;
}

/** A list without a number. */
export function emptyList(room: ArrayRoom): IntegerList {
  return { values: room.integers(FIRST_PLACES), count: 0, room };
}

/** Adds a number at the end. */
export function addInteger(list: IntegerList, value: number): void {
  if (list.count === list.values.length) {
    const larger = list.room.integers(list.values.length * 2);
    larger.set(list.values);
    list.values = larger;
  }
  list.values[list.count] = value;
  list.count += 1;
}
