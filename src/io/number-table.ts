import type { ArrayRoom } from './array-room.js';
import { doubleAt, integerAt } from './byte-at.js';

const FIRST_SLOTS = 1 << 12;
const HALF_OF_A_KEY = 2 ** 26;

/** Whole numbers from 0 to below 2^52, numbered from 0 in the order in which they were first seen. */
export interface NumberTable {
  /** Place + 1 by hash, 0 where there is none. */
  slots: Int32Array;
  keys: Float64Array;
  count: number;
  readonly room: ArrayRoom;
}

/** A table without a number. */
export function emptyNumberTable(room: ArrayRoom): NumberTable {
  return { slots: room.integers(FIRST_SLOTS), keys: room.doubles(FIRST_SLOTS / 2), count: 0, room };
}

/** Both halves of a key have 26 bits. */
function hashOf(key: number): number {
  const high = Math.floor(key / HALF_OF_A_KEY);
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(key - high * HALF_OF_A_KEY, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** The place of a number, or -1 where it has none yet. */
export function placeOfNumber({ slots, keys }: NumberTable, key: number): number {
  const mask = slots.length - 1;
  for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
    const place = integerAt(slots, slot) - 1;
    if (place < 0 || doubleAt(keys, place) === key) return place;
  }
}

/** Gives a number that has no place yet the next one. */
export function addNumber(table: NumberTable, key: number): number {
  const place = table.count;
  if (2 * place >= table.slots.length - 2) grow(table);
  table.keys[place] = key;
  table.count += 1;
  fillSlot(table.slots, key, place);
  return place;
}

function grow(table: NumberTable): void {
  const slots = table.room.integers(table.slots.length * 2);
  const keys = table.room.doubles(slots.length / 2);
  keys.set(table.keys);
  for (let place = 0; place < table.count; place += 1) fillSlot(slots, doubleAt(keys, place), place);
  table.slots = slots;
  table.keys = keys;
}

function fillSlot(slots: Int32Array, key: number, place: number): void {
  const mask = slots.length - 1;
  let slot = hashOf(key) & mask;
  while (integerAt(slots, slot) !== 0) slot = (slot + 1) & mask;
  slots[slot] = place + 1;
}
