import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWN_ARRAYS, sharedRoom } from '../../src/io/array-room.js';
import { blockOf, byteAt, doubleAt, integerAt } from '../../src/io/byte-at.js';
import { emptyDictionary, numberOfBytes } from '../../src/io/byte-dictionary.js';
import { addInteger, emptyList } from '../../src/io/integer-list.js';
import { addNumber, emptyNumberTable, placeOfNumber } from '../../src/io/number-table.js';
import { bytesOf } from '../support/bytes.js';

/** Numbers the strings in the order in which a dictionary sees them first. */
function numbersOf(strings: readonly string[]): readonly number[] {
  let seen = 0;
  const dictionary = emptyDictionary(() => (seen += 1), OWN_ARRAYS);
  return strings.map((string) => {
    const bytes = bytesOf(`;${string};`);
    return numberOfBytes(dictionary, blockOf(bytes), 1, bytes.length - 1);
  });
}

function numbersByMap(strings: readonly string[]): readonly number[] {
  const known = new Map<string, number>();
  return strings.map((string) => {
    const number = known.get(string) ?? known.size + 1;
    known.set(string, number);
    return number;
  });
}

describe('a dictionary of byte strings', () => {
  test('gives equal strings one number and different ones another, however long they are', () => {
    const string = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', ' '), maxLength: 9 });
    fc.assert(
      fc.property(fc.array(string, { maxLength: 300 }), (strings) => {
        expect(numbersOf(strings)).toEqual(numbersByMap(strings));
      }),
    );
  });

  test('keeps its numbers when it grows past its first slots and bytes', () => {
    const strings = Array.from({ length: 9_000 }, (_, index) => `supplier ${index % 6_000} of the state`);
    expect(numbersOf(strings)).toEqual(numbersByMap(strings));
  });

  test('takes a string that is larger than all before', () => {
    const strings = ['a', 'b'.repeat(100_000), 'a', `${'b'.repeat(99_999)}c`, 'b'.repeat(100_000)];
    expect(numbersOf(strings)).toEqual([1, 2, 1, 3, 2]);
  });
});

describe('a table of numbers', () => {
  test('gives every number the place of its turn, up to 2^52 and past its first slots', () => {
    const table = emptyNumberTable(OWN_ARRAYS);
    const keys = Array.from({ length: 10_000 }, (_, index) => index * 450_359_962_737);
    for (const [place, key] of keys.entries()) {
      expect(placeOfNumber(table, key)).toBe(-1);
      expect(addNumber(table, key)).toBe(place);
    }
    expect(keys.map((key) => placeOfNumber(table, key))).toEqual(keys.map((_, place) => place));
  });
});

test('a list of whole numbers keeps them in order when it grows', () => {
  const list = emptyList(OWN_ARRAYS);
  const numbers = Array.from({ length: 1_000 }, (_, index) => index * 7);
  for (const number of numbers) addInteger(list, number);
  expect([...list.values.subarray(0, list.count)]).toEqual(numbers);
});

describe('a shared room', () => {
  test('places arrays one after the other, each where a word may begin', () => {
    const memory = new ArrayBuffer(256);
    const room = sharedRoom(memory, 8);
    const places = [room.bytes(3), room.integers(2), room.doubles(2)].map((array) => {
      expect(array.buffer).toBe(memory);
      return array.byteOffset;
    });
    expect(places).toEqual([16, 32, 48]);
    expect(room.isFull()).toBe(false);
  });

  test('makes arrays of their own once it is full, and says so', () => {
    for (const kind of ['bytes', 'integers', 'doubles'] as const) {
      const memory = new ArrayBuffer(64);
      const room = sharedRoom(memory, 0);
      const array = room[kind](65);
      expect([array.length, array.buffer === memory, room.isFull()]).toEqual([65, false, true]);
    }
  });
});

test('past the end of an array there is zero, which no text file holds', () => {
  expect([byteAt(new Uint8Array(1), 1), integerAt(new Int32Array(1), 1), doubleAt(new Float64Array(1), 1)]).toEqual([
    0, 0, 0,
  ]);
});
