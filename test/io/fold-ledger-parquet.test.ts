/** Every figure is invented. What a Parquet ledger folds to is what the same postings fold to as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { foldLedgerCsv } from '../../src/io/fold-ledger-csv.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { foldLedgerParquet, parseParquetLayout } from '../../src/io/parquet.js';
import type { FoldLedgerParquetOptions, ParquetLayout } from '../../src/io/parquet.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import type { Outcome } from '../../src/outcome.js';
import { orThrow } from '../../src/outcome.js';
import { inChunks } from '../support/bytes.js';
import { aMapping } from '../support/ledger.js';
import { PLAIN_STORAGE, csvFile, parquetFile, parquetOf } from '../support/parquet-files.js';
import type { RawColumn, Storage, StoredPosting } from '../support/parquet-files.js';

const COLUMNS = {
  account: 'account',
  amount: 'amount',
  date: 'date',
  supplier: 'supplier',
  site: 'site',
  category: 'category',
  invoice: 'invoice',
};
const csvLayout = orThrow(
  parseLedgerLayout({
    id: 'text',
    delimiter: 'tab',
    quoting: 'none',
    encoding: 'utf-8',
    decimal: 'comma',
    thousands: 'none',
    dates: 'd.M.yyyy',
    columns: COLUMNS,
  }),
);
const mapping = aMapping();

const layoutWith = (changes: object = {}): ParquetLayout =>
  orThrow(parseParquetLayout({ id: 'erp', amount: { kind: 'decimal' }, dates: 'date', columns: COLUMNS, ...changes }));

function layoutOf({ amount, date }: Storage): ParquetLayout {
  const kinds = {
    'minor-units': { kind: 'minor-units', scale: 2 },
    text: { kind: 'text', decimal: 'comma', thousands: 'none' },
  };
  const kind = amount === 'minor-units' || amount === 'text' ? kinds[amount] : { kind: 'decimal' };
  return layoutWith({ amount: kind, dates: date === 'date' ? 'date' : 'd.M.yyyy' });
}

const folded = (file: Uint8Array, options: Partial<FoldLedgerParquetOptions> = {}): Promise<Outcome<FoldedLedger>> =>
  foldLedgerParquet(file, { layout: layoutWith(), mapping, source: 'ledger.parquet', ...options });

const messagesOf = (outcome: Outcome<unknown>) => outcome.issues.map(({ code, message }) => `${code}: ${message}`);

const POSTINGS: readonly StoredPosting[] = [
  { account: '4300', cents: 123_456n, day: 18_751, supplier: 'kokki', site: 'koivula', category: null, invoice: 'L1' },
  { account: '4300', cents: -50n, day: 18_751, supplier: 'two-sites', site: null, category: null, invoice: 'L2' },
  { account: '4350', cents: 5n, day: 18_800, supplier: null, site: 'rantala', category: 'ruoka', invoice: null },
  { account: '4000', cents: 900_000n, day: 18_801, supplier: null, site: null, category: null, invoice: null },
];

const posting = (cents: fc.Arbitrary<bigint>): fc.Arbitrary<StoredPosting> =>
  fc.record({
    account: fc.constantFrom('4300', '4350', '4500', '4000', '4200', '9000'),
    cents,
    day: fc.integer({ min: 18_262, max: 18_992 }),
    supplier: fc.constantFrom(null, 'kokki', 'two-sites', 'centre', 'Ähtärin Höyry Oy'),
    site: fc.constantFrom(null, 'koivula', 'rantala'),
    category: fc.constantFrom(null, 'ruoka', 'muu'),
    invoice: fc.constantFrom(null, 'L1', 'L2'),
  });

const storage: fc.Arbitrary<Storage> = fc.record({
  amount: fc.constantFrom('int32', 'int64', 'fixed', 'bytes', 'minor-units', 'text'),
  date: fc.constantFrom('date', 'text'),
  account: fc.constantFrom('text', 'integer'),
  nullable: fc.constantFrom('yes', 'no'),
  codec: fc.constantFrom('SNAPPY', 'UNCOMPRESSED', 'GZIP'),
  encoding: fc.constantFrom('chosen', 'PLAIN', 'DELTA'),
  rowGroup: fc.constantFrom(1, 7, 1000),
  pageSize: fc.constantFrom(64, 1 << 20),
});

/** Within the storage: 9 digits in 32 bits; 18 digits, far past 2^53, in all others. */
const digitsOf = ({ amount }: Storage) => (amount === 'int32' ? 999_999_999n : 999_999_999_999_999_999n);

const file = storage.chain((how) => {
  const most = digitsOf(how);
  const cents = fc.oneof(fc.bigInt({ min: -most, max: most }), fc.bigInt({ min: -500n, max: 500n }));
  return fc.record({ how: fc.constant(how), postings: fc.array(posting(cents), { minLength: 1, maxLength: 60 }) });
});

describe('a ledger in Parquet', () => {
  test('folds to the identical ledger that the same postings fold to as text, however it is stored', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ how, postings }) => {
        const text = await foldLedgerCsv(inChunks(csvFile(postings)), { layout: csvLayout, mapping });
        const parquet = await folded(parquetFile(postings, how), { layout: layoutOf(how) });
        expect(orThrow(parquet)).toEqual(orThrow(text));
      }),
      { numRuns: 100 },
    );
  });
});

export { PLAIN_STORAGE, POSTINGS, calendarYear, messagesOf, parquetOf };
export type { RawColumn };
