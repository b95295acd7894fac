/** The ledgers of the reference case through every door that needs no engine; test/engines holds the engines against them. */
import { describe, expect, test } from 'vitest';
import { foldLedgerCsv } from '../src/io/fold-ledger-csv.js';
import { foldLedgerParquet } from '../src/io/fold-ledger-parquet.js';
import { xlsxPostings } from '../src/io/xlsx/xlsx-postings.js';
import { foldLedger } from '../src/ledger/fold-ledger.js';
import { orThrow } from '../src/outcome.js';
import type { Issue } from '../src/issue.js';
import { inChunks } from './support/bytes.js';
import {
  MIGRI_LEDGERS,
  MIGRI_MAPPING as mapping,
  PARQUET_LAYOUT,
  WORKBOOK_LAYOUT,
  parquetOfPostings,
  postingsOf,
  workbookOfPostings,
} from './support/migri-ledgers.js';
import type { MigriLedger } from './support/migri-ledgers.js';

describe.each(MIGRI_LEDGERS)('$file', (ledger) => {
  test('is one ledger as rows, bytes, a workbook and a Parquet file, digit for digit', async () => {
    const postings = await postingsOf(ledger);
    expect(postings.length).toBeGreaterThan(100);
    const expected = orThrow(await foldLedger(postings, mapping));
    const { bytes, layout } = ledger;
    expect(orThrow(await foldLedgerCsv(inChunks(bytes, 4_096), { layout, mapping }))).toEqual(expected);
    const workbook = xlsxPostings(workbookOfPostings(postings), WORKBOOK_LAYOUT, 'ledger.xlsx');
    expect(orThrow(await foldLedger(workbook.postings, mapping))).toEqual(expected);
    expect(workbook.issues).toEqual([]);
    const parquet = await foldLedgerParquet(parquetOfPostings(postings), { layout: PARQUET_LAYOUT, mapping });
    expect(orThrow(parquet)).toEqual(expected);
  });

  test('cut at any of its last bytes it is an issue or fewer rows, and an issue wherever its rows are known', async () => {
    const { bytes, layout } = ledger;
    const { rows } = orThrow(await foldLedgerCsv(inChunks(bytes), { layout, mapping })).coverage;
    for (let length = bytes.length - 60; length < bytes.length; length += 5) {
      expect(await cutShows({ ...ledger, bytes: bytes.subarray(0, length) }, rows)).toBe(true);
    }
  });
});

test.each(['purchases-2021.tsv', 'ledger-2021.csv'])(
  'the first rows of %s are cut at every byte of them',
  async (name) => {
    const ledger = MIGRI_LEDGERS.find(({ file }) => file === name) ?? expect.unreachable(name);
    let end = 0;
    for (let lines = 0; lines < 5; lines += 1) end = ledger.bytes.indexOf(10, end) + 1;
    for (let length = 0; length < end; length += 1) {
      expect(await cutShows({ ...ledger, bytes: ledger.bytes.subarray(0, length) }, 4)).toBe(true);
    }
  },
);

/** Whether a cut file shows: by an issue or by fewer rows, and always by an issue where the number of its rows is stated. */
async function cutShows({ bytes, layout }: MigriLedger, rows: number): Promise<boolean> {
  const read = await foldLedgerCsv(inChunks(bytes), { layout, mapping });
  const held = await foldLedgerCsv(inChunks(bytes), { layout, mapping, expect: { rows } });
  const fewer = read.ok && read.value.coverage.rows < rows;
  const shows = (issues: readonly Issue[]) =>
    issues.some(({ code }) => code.startsWith('file-') || code === 'control-total-differs');
  return (fewer || !read.ok || shows(read.issues)) && (!held.ok || shows(held.issues));
}
