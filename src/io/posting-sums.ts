import type { ArrayRoom } from './array-room.js';
import { doubleAt, integerAt } from './byte-at.js';

const FIRST_SLOTS = 1 << 12;
/** A slot has 32 bytes: key and sum as doubles, rows as a double, first and last day as whole numbers of four bytes. */
const DOUBLES_OF_A_SLOT = 4;
const INTEGERS_OF_A_SLOT = 8;
const NO_KEY = -1;
const LARGEST_SUM = 2 ** 52;
const HALF_OF_A_KEY = 2 ** 26;

/**
 * Sums of postings by a key, a whole number from 0 to below 2^52. Key and sums of a group lie side by side, so that a
 * posting touches one place of memory.
 */
export interface PostingSums {
  doubles: Float64Array;
  /** The same memory as whole numbers. */
  integers: Int32Array;
  count: number;
  /** By key: what was taken out of a sum that would have passed 2^52, whole cents of any size. */
  readonly spilled: Map<number, bigint>;
  readonly room: ArrayRoom;
}

/** Sums without a group. */
export function emptySums(room: ArrayRoom): PostingSums {
  return { ...emptySlots(FIRST_SLOTS, room), count: 0, spilled: new Map(), room };
}

function emptySlots(slots: number, room: ArrayRoom): Pick<PostingSums, 'doubles' | 'integers'> {
  const doubles = room.doubles(slots * DOUBLES_OF_A_SLOT);
  for (let slot = 0; slot < slots; slot += 1) doubles[slot * DOUBLES_OF_A_SLOT] = NO_KEY;
  return { doubles, integers: new Int32Array(doubles.buffer, doubles.byteOffset, 2 * doubles.length) };
}

/** Both halves of a key have 26 bits. */
function hashOf(key: number): number {
  const high = Math.floor(key / HALF_OF_A_KEY);
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(key - high * HALF_OF_A_KEY, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** The slot of a key, or the free one where it would stand as -1 - slot. */
export function slotOfKey({ doubles }: PostingSums, key: number): number {
  const mask = doubles.length / DOUBLES_OF_A_SLOT - 1;
  for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
    const found = doubleAt(doubles, slot * DOUBLES_OF_A_SLOT);
    if (found === key) return slot;
    if (found === NO_KEY) return -1 - slot;
  }
}

/** A new group without rows, and its slot. */
export function addKey(sums: PostingSums, key: number): number {
  if (sums.count >= keysAtMost(sums)) grow(sums);
  const slot = -1 - slotOfKey(sums, key);
  sums.doubles[slot * DOUBLES_OF_A_SLOT] = key;
  sums.count += 1;
  return slot;
}

/** So many keys there may be before the table grows: two thirds of its slots. */
export function keysAtMost({ doubles }: PostingSums): number {
  return Math.floor((2 * doubles.length) / (3 * DOUBLES_OF_A_SLOT));
}

function grow(sums: PostingSums): void {
  const { doubles } = sums;
  Object.assign(sums, emptySlots((2 * doubles.length) / DOUBLES_OF_A_SLOT, sums.room));
  for (let at = 0; at < doubles.length; at += DOUBLES_OF_A_SLOT) {
    const key = doubleAt(doubles, at);
    if (key === NO_KEY) continue;
    const slot = -1 - slotOfKey(sums, key);
    sums.doubles.set(doubles.subarray(at, at + DOUBLES_OF_A_SLOT), slot * DOUBLES_OF_A_SLOT);
  }
}

/**
 * Adds a posting of so many cents (at most 2^52 either way) on a day. A sum stays a double while every whole number up to
 * it has one, and moves to a bigint beyond.
 */
export function addPosting(sums: PostingSums, slot: number, cents: number, day: number): void {
  const { doubles, integers } = sums;
  const at = slot * DOUBLES_OF_A_SLOT;
  const sum = doubleAt(doubles, at + 1) + cents;
  if (sum > LARGEST_SUM || sum < -LARGEST_SUM) spill(sums, at, cents);
  else doubles[at + 1] = sum;
  const rows = doubleAt(doubles, at + 2);
  doubles[at + 2] = rows + 1;
  const days = slot * INTEGERS_OF_A_SLOT + 6;
  if (rows === 0 || day < integerAt(integers, days)) integers[days] = day;
  if (rows === 0 || day > integerAt(integers, days + 1)) integers[days + 1] = day;
}

function spill({ doubles, spilled }: PostingSums, at: number, cents: number): void {
  const key = doubleAt(doubles, at);
  spilled.set(key, (spilled.get(key) ?? 0n) + BigInt(doubleAt(doubles, at + 1)));
  doubles[at + 1] = cents;
}

/** What a group holds: days as codes, cents as a whole number of any size. */
export interface SummedGroup {
  readonly key: number;
  /** A bigint where the sum has passed 2^52. */
  readonly cents: number | bigint;
  readonly rows: number;
  readonly first: number;
  readonly last: number;
}

/** All groups, in no order that means anything. */
export function* summedGroups({ doubles, integers, spilled }: PostingSums): Generator<SummedGroup, void, undefined> {
  for (let at = 0; at < doubles.length; at += DOUBLES_OF_A_SLOT) {
    const key = doubleAt(doubles, at);
    if (key === NO_KEY) continue;
    const cents = doubleAt(doubles, at + 1);
    const before = spilled.get(key);
    yield {
      key,
      cents: before === undefined ? cents : BigInt(cents) + before,
      rows: doubleAt(doubles, at + 2),
      first: integerAt(integers, 2 * at + 6),
      last: integerAt(integers, 2 * at + 7),
    };
  }
}
