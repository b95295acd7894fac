/**
 * Files that are damaged at random, read through every door: whatever they hold, there is a ledger or there are issues,
 * never an exception of another type, and every way of reading delimited text comes to the same. A second of it runs with the
 * other tests; `npm run test:fuzz` takes a minute. A failure prints the seed, and HIILITASE_FUZZ_SEED repeats it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foldLedgerParquet } from '../src/io/fold-ledger-parquet.js';
import { parseLedgerLayout } from '../src/io/ledger-layout.js';
import { readJsonStat } from '../src/io/read-json-stat.js';
import { xlsxPostings } from '../src/io/xlsx/xlsx-postings.js';
import type { Issue } from '../src/issue.js';
import { foldLedger } from '../src/ledger/fold-ledger.js';
import { orThrow } from '../src/outcome.js';
import { seededRandom } from '../bench/random.mjs';
import { bytesOf } from './support/bytes.js';
import { byBytes, byRows, layoutOf, withoutCount } from './support/ledger-files.js';
import {
  MIGRI_LEDGERS,
  MIGRI_MAPPING as mapping,
  PARQUET_LAYOUT,
  WORKBOOK_LAYOUT,
  parquetOfPostings,
  postingsOf,
  workbookOfPostings,
} from './support/migri-ledgers.js';

const { HIILITASE_FUZZ_SECONDS, HIILITASE_FUZZ_SEED } = process.env;
const SECONDS = Number(HIILITASE_FUZZ_SECONDS ?? 1);
const FIRST_SEED = Number(HIILITASE_FUZZ_SEED ?? 20_261_124);
const ROWS = 40;

type Random = ReturnType<typeof seededRandom>;

/** Bytes that mean something to one of the readers. */
const TELLING = [0, 9, 10, 13, 32, 34, 39, 44, 45, 46, 48, 57, 59, 60, 62, 91, 93, 123, 125, 128, 195, 164, 255];

/** One to four changes: a byte set, a stretch cut out, doubled or moved, the end cut off. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let times = random.whole(1, 4); times > 0; times -= 1) result = damagedOnce(result, random);
  return result;
}

function damagedOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random.whole(0, Math.max(0, bytes.length - 1));
  const to = Math.min(bytes.length, from + random.whole(0, 40));
  const stretch = bytes.subarray(from, to);
  switch (random.whole(0, 5)) {
    case 0:
      return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
    case 1:
      return Uint8Array.from([...bytes.subarray(0, to), ...stretch, ...bytes.subarray(to)]);
    case 2:
      return bytes.subarray(0, from);
    default: {
      const copy = bytes.slice();
      copy[from] = random.chance(0.5) ? random.oneOf(TELLING) : random.whole(0, 255);
      return copy;
    }
  }
}

interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads the bytes; what it gives has to be an answer, and what it throws is a failure. */
  readonly read: (bytes: Uint8Array, random: Random) => Promise<void>;
}

async function samples(): Promise<readonly Sample[]> {
  const [first = expect.unreachable('no ledger'), second = expect.unreachable('one ledger')] = MIGRI_LEDGERS;
  const postings = (await postingsOf(first)).slice(0, ROWS);
  const entries = JSON.parse(
    readFileSync(new URL('../fixtures/difficult-inputs.json', import.meta.url), 'utf8'),
  ) as readonly { readonly id: string; readonly kind: string; readonly input: { readonly value: unknown } }[];
  const difficult = entries.flatMap(({ id, kind, input: { value } }) =>
    (kind === 'csv' || kind === 'encoding') && typeof value === 'string' ? [{ id, bytes: bytesOf(value) }] : [],
  );
  return [
    ...[first, second].map(({ file, bytes, layout }) => ({
      name: file,
      bytes: headOf(bytes),
      read: (damage: Uint8Array, random: Random) =>
        everyWay({
          bytes: damage,
          layout,
          mapping,
          chunk: random.oneOf([1, 7, 64, 10_000]),
          from: random.oneOf([0, 500]),
        }),
    })),
    ...difficult.map(({ id, bytes }) => ({ name: id, bytes, read: asTwoColumns })),
    {
      name: 'a workbook',
      bytes: workbookOfPostings(postings),
      read: async (damage) => {
        await foldLedger(xlsxPostings(damage, WORKBOOK_LAYOUT, 'ledger.xlsx').postings, mapping);
      },
    },
    {
      name: 'a Parquet file',
      bytes: parquetOfPostings(postings),
      read: async (damage) => {
        await foldLedgerParquet(damage, { layout: PARQUET_LAYOUT, mapping });
      },
    },
    {
      name: 'a table in JSON-stat',
      bytes: bytesOf(JSON_STAT),
      read: (damage) => {
        readJsonStat(new TextDecoder().decode(damage), 'table.json');
        return Promise.resolve();
      },
    },
  ];
}

const JSON_STAT = JSON.stringify({
  version: '2.0',
  class: 'dataset',
  id: ['Kuukausi', 'Tiedot'],
  size: [2, 1],
  dimension: {
    Kuukausi: { label: 'Kuukausi', category: { index: { '2021M01': 0, '2021M02': 1 } } },
    Tiedot: { label: 'Tiedot', category: { index: ['pisteluku'], label: { pisteluku: 'Pisteluku' } } },
  },
  value: [101.5, null],
  status: { '1': '..' },
});

/** The header and the first rows. */
function headOf(bytes: Uint8Array): Uint8Array {
  let end = 0;
  for (let rows = 0; rows <= ROWS; rows += 1) end = bytes.indexOf(10, end) + 1;
  return bytes.subarray(0, end);
}

async function everyWay(file: Parameters<typeof byRows>[0]): Promise<void> {
  const expected = withoutCount(await byRows(file));
  for (const loop of ['compiled', 'interpreted'] as const) {
    const found = withoutCount(await byBytes(file, loop));
    // Bytes that are no text end either reading; that of bytes knows their row, and tells the faults of what stands before.
    if (expected.issues.some(isNoText) || found.issues.some(isNoText)) {
      expect([expected, found].map(({ issues }) => issues.some(({ severity }) => severity === 'error'))).toEqual([
        true,
        true,
      ]);
    } else expect(found).toEqual(expected);
  }
}

function isNoText({ code, message }: Issue): boolean {
  return code === 'file-syntax' && /not UTF-8|U\+0000/.test(message);
}

const ENCODINGS = ['utf-8', 'utf-16', 'windows-1252', 'iso-8859-15'] as const;

async function asTwoColumns(bytes: Uint8Array, random: Random): Promise<void> {
  const columns = { account: 'kohde', amount: 'kWh', date: 'a' };
  const layout = orThrow(parseLedgerLayout(layoutOf({ columns, ignored: ['b'], encoding: random.oneOf(ENCODINGS) })));
  await everyWay({ bytes, layout, mapping });
}

describe('damaged files', () => {
  test(
    `${SECONDS} s of them are read or refused, never with an exception`,
    async () => {
      const all = await samples();
      const end = performance.now() + SECONDS * 1_000;
      let seed = FIRST_SEED;
      for (; performance.now() < end || seed < FIRST_SEED + all.length; seed += 1) {
        const random = seededRandom(seed);
        const sample = random.oneOf(all);
        try {
          await sample.read(damaged(sample.bytes, random), random);
        } catch (cause) {
          throw new Error(`${sample.name} with HIILITASE_FUZZ_SEED=${seed}`, { cause });
        }
      }
      expect(seed - FIRST_SEED).toBeGreaterThanOrEqual(all.length);
    },
    SECONDS * 1_000 + 120_000,
  );
});
