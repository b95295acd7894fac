/** The ledgers of the reference case through every door that needs no engine; test/engines holds the engines against them. */
import { describe, expect, test } from 'vitest';
import { foldLedgerCsv } from '../src/io/fold-ledger-csv.js';
import { foldLedgerParquet } from '../src/io/fold-ledger-parquet.js';
import { xlsxPostings } from '../src/io/xlsx/xlsx-postings.js';
import { foldLedger } from '../src/ledger/fold-ledger.js';
import { orThrow } from '../src/outcome.js';
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

  test('cut at any of its last 400 bytes it is an issue or fewer rows, and an issue wherever its rows are known', async () => {
    const { bytes, layout } = ledger;
    const { rows } = orThrow(await foldLedgerCsv(inChunks(bytes), { layout, mapping })).coverage;
    for (let length = bytes.length - 400; length < bytes.length; length += 7) {
      const cut = bytes.subarray(0, length);
      const read = await foldLedgerCsv(inChunks(cut), { layout, mapping });
      const quiet =
        read.ok && read.issues.every(({ code }) => code === 'posting-repeated' || code === 'posting-unmapped');
      if (quiet) expect(read.value.coverage.rows).toBeLessThan(rows);
      const held = await foldLedgerCsv(inChunks(cut), { layout, mapping, expect: { rows } });
      expect(held.ok && held.issues.every(({ code }) => code !== 'file-end-open')).toBe(false);
    }
  });
});
