import { doubleAt, integerAt } from './byte-at.js';
import { addKey, addPosting, slotOfKey } from './posting-sums.js';
import type { PostingSums } from './posting-sums.js';

const WAITING_AT_MOST = 1 << 10;

/**
 * Rows that are read and wait to be added up. They are added many at a time: the places of memory that the sums of one after
 * another lie in can then be fetched side by side.
 */
export interface WaitingRows {
  readonly keys: Float64Array;
  readonly cents: Float64Array;
  readonly days: Int32Array;
  count: number;
}

/** No row yet. */
export function noWaitingRows(): WaitingRows {
  return {
    keys: new Float64Array(WAITING_AT_MOST),
    cents: new Float64Array(WAITING_AT_MOST),
    days: new Int32Array(WAITING_AT_MOST),
    count: 0,
  };
}

/** Lets a row wait, and says whether there is room for another one. */
export function letWait(waiting: WaitingRows, key: number, cents: number, day: number): 'room' | 'full' {
  const at = waiting.count;
  waiting.keys[at] = key;
  waiting.cents[at] = cents;
  waiting.days[at] = day;
  waiting.count = at + 1;
  return waiting.count === WAITING_AT_MOST ? 'full' : 'room';
}

/** Adds all rows that wait to their sums; none waits afterwards. */
export function addWaitingRows(waiting: WaitingRows, sums: PostingSums): void {
  for (let at = 0; at < waiting.count; at += 1) {
    const key = doubleAt(waiting.keys, at);
    const slot = slotOfKey(sums, key);
    addPosting(sums, slot >= 0 ? slot : addKey(sums, key), doubleAt(waiting.cents, at), integerAt(waiting.days, at));
  }
  waiting.count = 0;
}
