import { sharedRoom } from './array-room.js';
import type { SharedRoom } from './array-room.js';
import type { ByteBlock } from './byte-at.js';
import { integerAt } from './byte-at.js';
import { addUp } from './byte-fold.js';
import type { ByteFold } from './byte-fold.js';
import type { RowComparison } from './neighbouring-rows.js';
import { PLAIN_ROWS } from './plain-rows-module.js';
import { keysAtMost } from './posting-sums.js';
import type { RecordWalk } from './record-fields.js';

const PAGE = 65_536;
/** 128 MiB of addresses; memory is taken up as tables fill. */
const PAGES = 2_048;
const CONTROL = 64;
const TABLES = 4_096;
const ROOM_BEHIND_INPUT = 16;
/** The byte that never comes. */
const NONE = 256;

/** The places of the control block, in numbers of four bytes; plain-rows.as names the same. */
const PLACE = {
  at: 0,
  to: 1,
  rows: 2,
  delimiter: 3,
  quote: 4,
  columns: 5,
  targets: 6,
  emptyEnd: 7,
  decimal: 8,
  hyphen: 9,
  dayOrder: 10,
  dayMark: 11,
  spans: 12,
  accounts: 13,
  suppliers: 17,
  sites: 21,
  categories: 25,
  supplierKeys: 29,
  combinationSlots: 30,
  combinationMask: 31,
  combinationKeys: 32,
  tied: 33,
  sums: 34,
  sumsMask: 35,
  sumsCount: 36,
  sumsAtMost: 37,
  compared: 38,
  previous: 39,
  previousKind: 46,
  previousCents: 24, // in numbers of eight bytes
} as const;

const DAY_ORDERS = { 'day-first': 0, 'month-first': 1, 'year-first': 2 } as const;
const KINDS = { none: 0, bytes: 1, text: 2 } as const;

/** What the platform gives to run compiled code; Node, browsers and workers have it, where their policy allows. */
interface Compiler {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly instantiate: (
    bytes: Uint8Array,
    imports: object,
  ) => Promise<{ instance: { exports: { scan: () => void } } }>;
}

/** A compiled inner loop and the memory that it works in. */
export interface ScanKernel {
  readonly room: SharedRoom;
  readonly control: Int32Array;
  readonly doubles: Float64Array;
  readonly memory: ArrayBuffer;
  readonly scan: () => void;
  input: Uint8Array;
}

/** The kernel, or nothing where compiled code may not be run: everything is then read in TypeScript, to the same end. */
export async function scanKernel(): Promise<ScanKernel | undefined> {
  const { WebAssembly: compiler } = globalThis as { WebAssembly?: Compiler }; // not among the language's own types
  if (compiler === undefined) return undefined;
  try {
    const memory = new compiler.Memory({ initial: PAGES, maximum: PAGES });
    const bytes = Uint8Array.from(atob(PLAIN_ROWS), (character) => character.charCodeAt(0));
    const { instance } = await compiler.instantiate(bytes, { env: { memory } });
    return {
      room: sharedRoom(memory.buffer, TABLES),
      control: new Int32Array(memory.buffer, CONTROL, TABLES / 8),
      doubles: new Float64Array(memory.buffer, CONTROL, TABLES / 16),
      memory: memory.buffer,
      scan: instance.exports.scan,
      input: new Uint8Array(0),
    };
  } catch {
    return undefined; // a policy forbids it, or the machine has no vector instructions
  }
}

/** Copies bytes to where the kernel sees them; `undefined` where it cannot see everything. */
export function kernelInput(kernel: ScanKernel, bytes: Uint8Array): Uint8Array | undefined {
  if (kernel.input.length < bytes.length + ROOM_BEHIND_INPUT) {
    kernel.input = kernel.room.bytes(Math.max(PAGE, 2 * bytes.length) + ROOM_BEHIND_INPUT);
  }
  if (kernel.room.isFull()) return undefined;
  kernel.input.set(bytes);
  return kernel.input.subarray(0, bytes.length);
}

/** What the kernel is told of the file, once its header is known. */
export function describeFile(
  kernel: ScanKernel,
  walk: RecordWalk,
  state: ByteFold,
  comparison: RowComparison | undefined,
): void {
  const { control, room } = kernel;
  const targets = room.integers(walk.fields.length);
  targets.set(walk.fields);
  const byte = (value: number) => (value < 0 ? NONE : value);
  control[PLACE.delimiter] = walk.delimiter;
  control[PLACE.quote] = byte(walk.quote);
  control[PLACE.columns] = walk.fields.length;
  control[PLACE.targets] = targets.byteOffset;
  control[PLACE.emptyEnd] = walk.emptyEnd === 'yes' ? 1 : 0;
  control[PLACE.decimal] = state.amounts.decimal;
  control[PLACE.hyphen] = byte(state.amounts.hyphen);
  control[PLACE.dayOrder] = DAY_ORDERS[state.days.order];
  control[PLACE.dayMark] = state.days.mark;
  control[PLACE.spans] = state.periods.numbers.byteOffset;
  control[PLACE.compared] = comparison === undefined ? 0 : 1;
}

/** Lets the kernel add up rows from `at` on, and gives the place where it stopped and how many rows it took. */
export function scanRows(
  kernel: ScanKernel,
  block: ByteBlock,
  span: { readonly at: number; readonly to: number },
  { state, comparison }: { readonly state: ByteFold; readonly comparison: RowComparison | undefined },
): { readonly at: number; readonly rows: number } {
  const { control } = kernel;
  const base = block.bytes.byteOffset;
  addUp(state);
  // The waiting rows may have outgrown the memory: the kernel would write to where the tables are not.
  if (kernel.room.isFull()) return { at: span.at, rows: 0 };
  describeTables(control, state);
  if (comparison !== undefined) describePrevious(kernel, comparison, base);
  control[PLACE.at] = base + span.at;
  control[PLACE.to] = base + span.to;
  kernel.scan();
  state.sums.count = integerAt(control, PLACE.sumsCount);
  const rows = integerAt(control, PLACE.rows);
  if (comparison !== undefined && rows > 0) keepPrevious(kernel, comparison, block);
  return { at: integerAt(control, PLACE.at) - base, rows };
}

function describeTables(control: Int32Array, state: ByteFold): void {
  const { combinations, sums, supplierKeys, tied } = state;
  for (const name of ['accounts', 'suppliers', 'sites', 'categories'] as const) {
    const { slots, entries, kept } = state[name].dictionary;
    control.set([slots.byteOffset, slots.length - 1, entries.byteOffset, kept.bytes.byteOffset], PLACE[name]);
  }
  control[PLACE.supplierKeys] = supplierKeys.values.byteOffset;
  control[PLACE.combinationSlots] = combinations.slots.byteOffset;
  control[PLACE.combinationMask] = combinations.slots.length - 1;
  control[PLACE.combinationKeys] = combinations.keys.byteOffset;
  control[PLACE.tied] = tied.values.byteOffset;
  control[PLACE.sums] = sums.doubles.byteOffset;
  control[PLACE.sumsMask] = sums.doubles.length / 4 - 1;
  control[PLACE.sumsCount] = sums.count;
  control[PLACE.sumsAtMost] = keysAtMost(sums);
}

function describePrevious({ control, doubles }: ScanKernel, { before }: RowComparison, base: number): void {
  const { account, category, supplier, site, day, cents, from, to, kind } = before;
  control.set([account, category, supplier, site, day, base + from, base + to, KINDS[kind]], PLACE.previous);
  doubles[PLACE.previousCents] = cents;
}

function keepPrevious({ control, doubles }: ScanKernel, { before }: RowComparison, { bytes }: ByteBlock): void {
  const number = (place: number) => integerAt(control, PLACE.previous + place);
  Object.assign(before, {
    kind: 'bytes',
    account: number(0),
    category: number(1),
    supplier: number(2),
    site: number(3),
    day: number(4),
    cents: doubles[PLACE.previousCents],
    bytes,
    from: number(5) - bytes.byteOffset,
    to: number(6) - bytes.byteOffset,
  });
}
