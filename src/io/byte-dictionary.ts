import type { ArrayRoom } from './array-room.js';
import { blockOf, byteAt, integerAt } from './byte-at.js';
import type { ByteBlock } from './byte-at.js';

const FIRST_SLOTS = 1 << 10;
const FIRST_BYTES = 1 << 14;
const NUMBERS_OF_AN_ENTRY = 4;
const BYTES_OF_A_WORD = 4;

/**
 * The distinct byte strings of a column, each with the number that was given to it when it was first seen. Strings are
 * compared byte for byte; the hash only says where to look.
 */
export interface ByteDictionary {
  /** What a new string is numbered as; called once for each of them. */
  readonly numberOf: (bytes: Uint8Array) => number;
  /** Entry + 1 by hash, 0 where there is none. */
  slots: Int32Array;
  /** Hash, start and end in `kept`, and number of each entry. */
  entries: Int32Array;
  kept: ByteBlock;
  used: number;
  count: number;
  readonly room: ArrayRoom;
}

/** A dictionary that has seen nothing. */
export function emptyDictionary(numberOf: ByteDictionary['numberOf'], room: ArrayRoom): ByteDictionary {
  return {
    numberOf,
    slots: room.integers(FIRST_SLOTS),
    entries: room.integers((FIRST_SLOTS / 2) * NUMBERS_OF_AN_ENTRY),
    kept: blockOf(room.bytes(FIRST_BYTES)),
    used: 0,
    count: 0,
    room,
  };
}

/** The number of the string that stands there. */
export function numberOfBytes(dictionary: ByteDictionary, block: ByteBlock, from: number, to: number): number {
  const hash = hashOf(block, from, to);
  const { slots, entries } = dictionary;
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = (integerAt(slots, slot) - 1) * NUMBERS_OF_AN_ENTRY;
    if (entry < 0) return addedEntry(dictionary, block.bytes.slice(from, to), hash);
    if (integerAt(entries, entry) === hash && isEntry(dictionary, entry, block, from)) {
      return integerAt(entries, entry + 3);
    }
  }
}

/** Four bytes at a time; the last ones may be looked at twice. The length is part of it. */
function hashOf({ bytes, words }: ByteBlock, from: number, to: number): number {
  let hash = to - from;
  if (hash < BYTES_OF_A_WORD) {
    for (let at = from; at < to; at += 1) hash = mixed(hash, byteAt(bytes, at));
    return hash;
  }
  const lastWord = to - BYTES_OF_A_WORD;
  for (let at = from; at < lastWord; at += BYTES_OF_A_WORD) hash = mixed(hash, words.getInt32(at, true));
  return mixed(hash, words.getInt32(lastWord, true));
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

/** Whether the string at `from` is an entry, which has the same hash. */
function isEntry({ entries, kept }: ByteDictionary, entry: number, { bytes, words }: ByteBlock, from: number): boolean {
  const start = integerAt(entries, entry + 1);
  const length = integerAt(entries, entry + 2) - start;
  if (length < BYTES_OF_A_WORD) {
    for (let at = 0; at < length; at += 1)
      if (byteAt(kept.bytes, start + at) !== byteAt(bytes, from + at)) return false;
    return true;
  }
  const lastWord = length - BYTES_OF_A_WORD;
  for (let at = 0; at < lastWord; at += BYTES_OF_A_WORD) {
    if (kept.words.getInt32(start + at, true) !== words.getInt32(from + at, true)) return false;
  }
  return kept.words.getInt32(start + lastWord, true) === words.getInt32(from + lastWord, true);
}

function addedEntry(dictionary: ByteDictionary, string: Uint8Array, hash: number): number {
  if (2 * dictionary.count >= dictionary.slots.length - 2) growSlots(dictionary);
  const { used, count, kept, room } = dictionary;
  if (used + string.length > kept.bytes.length) dictionary.kept = grown(kept, used + string.length, room);
  dictionary.kept.bytes.set(string, used);
  const number = dictionary.numberOf(string);
  dictionary.entries.set([hash, used, used + string.length, number], count * NUMBERS_OF_AN_ENTRY);
  dictionary.used += string.length;
  dictionary.count += 1;
  place(dictionary.slots, hash, count);
  return number;
}

function growSlots(dictionary: ByteDictionary): void {
  const slots = dictionary.room.integers(dictionary.slots.length * 2);
  const entries = dictionary.room.integers((slots.length / 2) * NUMBERS_OF_AN_ENTRY);
  entries.set(dictionary.entries);
  for (let entry = 0; entry < dictionary.count; entry += 1) {
    place(slots, integerAt(entries, entry * NUMBERS_OF_AN_ENTRY), entry);
  }
  dictionary.slots = slots;
  dictionary.entries = entries;
}

function place(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (integerAt(slots, slot) !== 0) slot = (slot + 1) & mask;
  slots[slot] = entry + 1;
}

function grown({ bytes }: ByteBlock, needed: number, room: ArrayRoom): ByteBlock {
  const larger = room.bytes(Math.max(needed, bytes.length * 2));
  larger.set(bytes);
  return blockOf(larger);
}
