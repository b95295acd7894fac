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
import { csvFile, parquetFile, parquetOf } from '../support/parquet-files.js';
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
    // Two spellings of one name, and one with a letter of another script, which is read as text.
    supplier: fc.constantFrom(null, 'kokki', 'two-sites', 'centre', 'Ähtäri Oy', 'Ähtäri\u00a0Oy', 'kokки'),
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
  const any = fc.oneof(fc.bigInt({ min: -most, max: most }), fc.bigInt({ min: -500n, max: 500n }));
  // The writer gives a zero of variable length no byte at all, which is refused here as by other readers.
  const cents = how.amount === 'bytes' ? any.filter((value) => value !== 0n) : any;
  return fc.record({ how: fc.constant(how), postings: fc.array(posting(cents), { minLength: 1, maxLength: 60 }) });
});

/** What is said of a ledger, without the places: text counts its header as a row. */
const saidOf = ({ issues }: Outcome<FoldedLedger>) =>
  issues.map(({ code, detail }) => [code, 'rows' in detail ? detail.rows : undefined]);

/** Two different days and amounts, so that rows repeat each other often. */
const repeating = posting(fc.constantFrom(100n, 200n)).map((one) => ({
  ...one,
  day: 18_700 + (one.day % 2),
  invoice: 'L1',
}));

describe('a ledger in Parquet', () => {
  test('tells of the same repeated rows as a ledger in text, whichever way they were read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(repeating, { minLength: 1, maxLength: 40 }), async (rows) => {
        // Each row twice or thrice.
        const postings = rows.flatMap((row, place) => Array<StoredPosting>((place % 3) + 1).fill(row));
        const text = await foldLedgerCsv(inChunks(csvFile(postings)), { layout: csvLayout, mapping });
        const parquet = await folded(parquetFile(postings, { rowGroup: 5 }));
        expect(saidOf(parquet)).toEqual(saidOf(text));
      }),
      { numRuns: 50 },
    );
  });

  test('folds to the identical ledger that the same postings fold to as text, however it is stored', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ how, postings }) => {
        const text = await foldLedgerCsv(inChunks(csvFile(postings)), { layout: csvLayout, mapping });
        const parquet = await folded(parquetFile(postings, how), { layout: layoutOf(how) });
        expect(orThrow(parquet)).toEqual(orThrow(text));
        expect(saidOf(parquet)).toEqual(saidOf(text));
      }),
      { numRuns: 60 },
    );
  });
});

/** One row that is right, with columns of it replaced. */
function oneRow(changes: { readonly [name: string]: RawColumn }): Uint8Array {
  const text = (name: string, value: string): RawColumn => ({
    element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    data: [value],
  });
  const columns: { readonly [name: string]: RawColumn } = {
    account: text('account', '4300'),
    amount: {
      element: { name: 'amount', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 },
      data: [5n],
    },
    date: { element: { name: 'date', type: 'INT32', converted_type: 'DATE' }, data: [18_751] },
    ...changes,
  };
  return parquetOf(Object.values(columns));
}

const threeColumns = (changes: object = {}) =>
  layoutWith({ columns: { account: 'account', amount: 'amount', date: 'date' }, ...changes });

describe('amounts', () => {
  const DOUBLE: RawColumn = { element: { name: 'amount', type: 'DOUBLE' }, data: [0.05] };

  test.each([
    { kind: 'decimal' },
    { kind: 'minor-units', scale: 2 },
    { kind: 'text', decimal: 'comma', thousands: 'none' },
  ])('that are doubles are refused, whatever the layout says: $kind', async (amount) => {
    const outcome = await folded(oneRow({ amount: DOUBLE }), { layout: threeColumns({ amount }) });
    expect(messagesOf(outcome)[0]).toContain('the column "amount" cannot be read as amount: it is DOUBLE, and');
    expect(messagesOf(outcome)[0]).toContain('A double has lost its cents already');
  });

  test('a float is refused as well', async () => {
    const amount: RawColumn = { element: { name: 'amount', type: 'FLOAT' }, data: [0.5] };
    expect(messagesOf(await folded(oneRow({ amount }), { layout: threeColumns() }))[0]).toContain('it is FLOAT, and');
  });

  test('whole numbers without a scale are not taken for decimals, nor decimals for whole numbers', async () => {
    const whole: RawColumn = { element: { name: 'amount', type: 'INT64' }, data: [5n] };
    expect(messagesOf(await folded(oneRow({ amount: whole }), { layout: threeColumns() }))[0]).toContain(
      'it is INT64, and DECIMAL is declared in the layout',
    );
    const layout = threeColumns({ amount: { kind: 'minor-units', scale: 2 } });
    expect(messagesOf(await folded(oneRow({}), { layout }))[0]).toContain('it is INT64 DECIMAL, and whole numbers');
  });

  test('keep the scale that the file states, and a third decimal is an issue', async () => {
    const decimal = { name: 'amount', type: 'INT64', converted_type: 'DECIMAL', precision: 18 } as const;
    const fine = await folded(oneRow({ amount: { element: { ...decimal, scale: 4 }, data: [123_400n] } }), {
      layout: threeColumns(),
      expect: { sum: '12.34' },
    });
    expect(fine.ok).toBe(true);
    const unscaled = await folded(oneRow({ amount: { element: decimal, data: [12n] } }), {
      layout: threeColumns(),
      expect: { sum: '12' },
    });
    expect(unscaled.ok).toBe(true);
    const odd = await folded(oneRow({ amount: { element: { ...decimal, scale: 4 }, data: [123_401n] } }), {
      layout: threeColumns(),
    });
    expect(odd.issues).toMatchObject([
      { code: 'rows-rejected', detail: { read: 1, rejected: 1 } },
      {
        code: 'invalid-number',
        detail: { value: '12.3401', reason: 'too-precise' },
        at: { source: 'ledger.parquet', row: 1 },
      },
    ]);
  });

  test('a scale that is below zero or past thirty digits is refused, and so are two scales', async () => {
    const decimal = { name: 'amount', type: 'INT64', converted_type: 'DECIMAL', precision: 18 } as const;
    for (const [element, said] of [
      [{ ...decimal, scale: -1 }, 'its scale -1 is not from 0 to 30'],
      [{ ...decimal, scale: 31 }, 'its scale 31 is not from 0 to 30'],
      [
        { ...decimal, scale: 2, logical_type: { type: 'DECIMAL', scale: 3, precision: 18 } },
        'it states two scales, 3 and 2',
      ],
    ] as const) {
      const outcome = await folded(oneRow({ amount: { element, data: [5n] } }), { layout: threeColumns() });
      expect(messagesOf(outcome)[0]).toContain(said);
    }
  });

  test('a decimal that is annotated in the newer way alone is read', async () => {
    const logical_type = { type: 'DECIMAL', scale: 2, precision: 18 } as const;
    const amount: RawColumn = { element: { name: 'amount', type: 'INT64', logical_type }, data: [123_456n] };
    const outcome = await folded(oneRow({ amount }), { layout: threeColumns(), expect: { rows: 1, sum: '1234.56' } });
    expect(outcome.ok).toBe(true);
  });

  test('a number past thirty digits, or past 32 bytes, is an issue of its row', async () => {
    const wide = (type_length: number) =>
      ({
        name: 'amount',
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length,
        converted_type: 'DECIMAL',
        scale: 2,
        precision: 70,
      }) as const;
    const long = await folded(oneRow({ amount: { element: wide(16), data: [10n ** 33n] } }), {
      layout: threeColumns(),
    });
    expect(long.issues.map(({ code }) => code)).toEqual(['rows-rejected', 'invalid-number']);
    const longer = await folded(oneRow({ amount: { element: wide(33), data: [10n ** 33n] } }), {
      layout: threeColumns(),
    });
    expect(longer.issues).toMatchObject([{ code: 'invalid-number', detail: { value: 'a number of 33 bytes' } }, {}]);
  });

  test('a decimal without any byte is no zero', async () => {
    const element = { name: 'amount', type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 2, precision: 18 } as const;
    const outcome = await folded(oneRow({ amount: { element, data: [0n] } }), { layout: threeColumns() });
    expect(messagesOf(outcome)[0]).toContain('the column "amount" from row 1 on is damaged (a number is none)');
  });

  test('a null is an empty field and not a zero', async () => {
    const element = { name: 'amount', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18 } as const;
    const outcome = await folded(oneRow({ amount: { element, data: [null] } }), { layout: threeColumns() });
    expect(outcome.issues).toMatchObject([
      { code: 'missing-field', detail: { field: 'amount' }, at: { row: 1, path: 'amount' } },
      { code: 'rows-rejected' },
    ]);
  });
});

describe('dates', () => {
  test('an instant is refused: it has no day before its time zone is known', async () => {
    const date: RawColumn = {
      element: { name: 'date', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
      data: [1_620_086_400_000n],
    };
    const outcome = await folded(oneRow({ date }), { layout: threeColumns() });
    expect(messagesOf(outcome)[0]).toContain(
      'it is INT64 TIMESTAMP_MILLIS, and the type DATE is declared in the layout',
    );
  });

  test('a text is refused where days are declared, and days where a text is', async () => {
    const date: RawColumn = {
      element: { name: 'date', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      data: ['2021-05-04'],
    };
    expect(messagesOf(await folded(oneRow({ date }), { layout: threeColumns() }))[0]).toContain(
      'it is BYTE_ARRAY UTF8',
    );
    const layout = threeColumns({ dates: 'yyyy-MM-dd' });
    expect((await folded(oneRow({ date }), { layout })).ok).toBe(true);
    expect(messagesOf(await folded(oneRow({}), { layout }))[0]).toContain('it is INT32 DATE, and text is declared');
  });

  test.each([-2_147_483_648, 2_147_483_647, -1, 0])('a day that is none of a ledger is an issue: %i', async (day) => {
    const date: RawColumn = { element: { name: 'date', type: 'INT32', converted_type: 'DATE' }, data: [day] };
    const outcome = await folded(oneRow({ date }), { layout: threeColumns() });
    expect(outcome.issues.map(({ code }) => code)).toEqual(['rows-rejected', 'invalid-date']);
  });

  test('a row outside the period is an issue with its row', async () => {
    const outcome = await folded(parquetFile(POSTINGS), { period: calendarYear(2020) });
    expect(outcome.issues.filter(({ code }) => code === 'posting-outside-period').map(({ at }) => at?.row)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe('names', () => {
  test.each([
    { what: 'signed', element: { name: 'account', type: 'INT32' }, value: 4300 },
    { what: 'signed, 64 bits', element: { name: 'account', type: 'INT64', converted_type: 'INT_64' }, value: 4300n },
    { what: 'unsigned', element: { name: 'account', type: 'INT32', converted_type: 'UINT_32' }, value: 4300 },
    {
      what: 'unsigned, 64 bits',
      element: { name: 'account', type: 'INT64', logical_type: { type: 'INTEGER', bitWidth: 64, isSigned: false } },
      value: 4300n,
    },
    {
      what: 'or text, annotated in the newer way',
      element: { name: 'account', type: 'BYTE_ARRAY', logical_type: { type: 'STRING' } },
      value: '4300',
    },
  ] as const)('may be whole numbers: $what', async ({ element, value }) => {
    const outcome = await folded(oneRow({ account: { element, data: [value] } }), { layout: threeColumns() });
    expect(orThrow(outcome).activities.map(({ product }) => product)).toEqual(['reception-services']);
  });

  test('bytes that nobody says are text are refused', async () => {
    const account: RawColumn = { element: { name: 'account', type: 'BYTE_ARRAY' }, data: [new Uint8Array([52])] };
    expect(messagesOf(await folded(oneRow({ account }), { layout: threeColumns() }))[0]).toContain(
      'it is BYTE_ARRAY, and text or a whole number is needed',
    );
  });

  test.each([
    [[0xc3, 0x28], 'a text holds bytes that are not UTF-8'],
    [[0x34, 0x00], 'a text holds the control character U+0000'],
  ])('text is UTF-8 without U+0000: %s', async (bytes, said) => {
    const element = { name: 'account', type: 'BYTE_ARRAY', logical_type: { type: 'STRING' } } as const;
    const account: RawColumn = { element, data: [new Uint8Array(bytes)] };
    expect(messagesOf(await folded(oneRow({ account }), { layout: threeColumns() }))[0]).toContain(said);
  });

  test('a row that reads like a total is an issue, unless the layout lists the name', async () => {
    const rows = [{ ...POSTINGS[0], supplier: 'Yhteensä' } as StoredPosting];
    expect((await folded(parquetFile(rows))).issues.map(({ code }) => code)).toEqual(['total-row', 'rows-rejected']);
    expect((await folded(parquetFile(rows), { layout: layoutWith({ namesLikeTotals: ['Yhteensä'] }) })).ok).toBe(true);
  });
});

describe('columns', () => {
  test('every column is named or ignored, and every named one is there', async () => {
    const extra: RawColumn = { element: { name: 'acount', type: 'INT32' }, data: [1] };
    const outcome = await folded(oneRow({ extra }), { layout: layoutWith() });
    expect(messagesOf(outcome)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the column "supplier" is missing; found account, amount, date, acount'),
        expect.stringContaining('the column "acount" is not known. Did you mean account'),
      ]),
    );
    const ignored = await folded(oneRow({ extra }), { layout: threeColumns({ ignored: ['acount'] }) });
    expect(ignored.ok).toBe(true);
  });

  test('a layout whose only column is there is told which ones are not', async () => {
    const file = parquetOf([{ element: { name: 'account', type: 'INT32' }, data: [1] }]);
    expect(messagesOf(await folded(file, { layout: threeColumns() }))[0]).toContain(
      'the column "amount" is missing; found account',
    );
  });

  test('the totals of the source are compared, and progress is told by row group', async () => {
    const progress: number[] = [];
    const outcome = await folded(parquetFile(POSTINGS, { rowGroup: 3 }), {
      expect: { rows: 5, sum: '10234.12' },
      onProgress: ({ rows }) => progress.push(rows),
    });
    expect(progress).toEqual([3, 4]);
    // 1234.56 − 0.50 + 0.05 + 9000.00 = 10234.11
    expect(outcome.issues).toMatchObject([
      {
        code: 'control-total-differs',
        detail: { what: 'rows', expected: '5', found: '4' },
        at: { source: 'ledger.parquet' },
      },
      { code: 'control-total-differs', detail: { what: 'sum', expected: '10234.12', found: '10234.11' } },
    ]);
  });

  test('a file without rows is a ledger without purchases', async () => {
    const ledger = orThrow(await folded(parquetFile([]), { expect: { rows: 0, sum: '0' } }));
    expect(ledger.activities).toEqual([]);
  });
});

describe('codecs', () => {
  const file = parquetFile(POSTINGS, { codec: 'GZIP' });

  test('one that is not there is named, with what to do', async () => {
    const outcome = await folded(withCodec(file, 6));
    expect(messagesOf(outcome)[0]).toContain(
      'the column "invoice" is packed with ZSTD. Pass the codec in decompressors, those of hyparquet-compressors for example',
    );
  });

  test('one that is passed is used', async () => {
    const { gunzipSync } = await import('node:zlib');
    const outcome = await folded(withCodec(file, 6), { decompressors: { ZSTD: (bytes) => gunzipSync(bytes) } });
    expect(orThrow(outcome)).toEqual(orThrow(await folded(parquetFile(POSTINGS))));
  });

  test('one that gives another number of bytes is not believed', async () => {
    const outcome = await folded(withCodec(file, 6), { decompressors: { ZSTD: (bytes) => bytes } });
    expect(messagesOf(outcome)[0]).toContain('a page unpacks to');
  });
});

/** The file with every GZIP (2) of its footer, the field after the path of a column, stated as another codec; the encoding doubles it. */
function withCodec(file: Uint8Array, codec: number): Uint8Array {
  const changed = file.slice();
  const names = Object.keys(COLUMNS);
  const bytes = Buffer.from(changed.buffer);
  const footer = changed.length - 8 - bytes.readUInt32LE(changed.length - 8);
  for (const name of names) {
    // 0x19 list, 0x18 one binary, its length, the name, then 0x15 for the next field, a 32-bit number.
    const path = Buffer.concat([Buffer.from([0x19, 0x18, name.length]), Buffer.from(name), Buffer.from([0x15, 4])]);
    for (let at = bytes.indexOf(path, footer); at !== -1; at = bytes.indexOf(path, at + 1)) {
      changed[at + path.length - 1] = codec * 2;
    }
  }
  return changed;
}

describe('damage', () => {
  const KNOWN = new Set([
    'file-syntax',
    'file-unreadable',
    'missing-field',
    'invalid-number',
    'invalid-date',
    'rows-rejected',
    'total-row',
  ]);
  const FILES = (['chosen', 'PLAIN', 'DELTA'] as const).flatMap((encoding) =>
    (['SNAPPY', 'UNCOMPRESSED', 'GZIP'] as const).map((codec) => ({
      codec,
      file: parquetFile([...POSTINGS, ...POSTINGS], { encoding, codec, rowGroup: 4 }),
    })),
  );

  test.each(FILES)('every file that is cut is refused, wherever it is cut ($codec)', async ({ file }) => {
    for (let length = 0; length < file.length; length += 1) {
      const outcome = await folded(file.subarray(0, length));
      expect(outcome.ok).toBe(false);
      expect(outcome.issues.every(({ code }) => code === 'file-syntax')).toBe(true);
    }
  });

  test.each(FILES)(
    'every byte that is changed gives issues or a ledger, never another error ($codec)',
    async ({ file }) => {
      const flips = fc.array(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 3,
      });
      await fc.assert(
        fc.asyncProperty(flips, async (changes) => {
          const changed = file.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          const outcome = await folded(changed);
          expect(outcome.ok || outcome.issues.some(({ code }) => KNOWN.has(code))).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
  );

  test.each([
    ['text', 'pvm;summa\n1.1.2021;5\n'],
    ['nothing', ''],
    ['the marks alone', 'PAR1\u0000\u0000\u0000\u0000PAR1'],
  ])('a file that is none is refused: %s', async (_, text) => {
    const outcome = await folded(new TextEncoder().encode(text));
    expect(outcome.issues.map(({ code, at }) => [code, at?.source])).toEqual([['file-syntax', 'ledger.parquet']]);
  });

  test('an encrypted file is said to be one', async () => {
    const file = parquetFile(POSTINGS);
    file.set(new TextEncoder().encode('PARE'), file.length - 4);
    expect(messagesOf(await folded(file))).toEqual(['file-syntax: The file cannot be read: it is encrypted.']);
  });

  test('a footer that claims more than the file has is refused before it is read', async () => {
    const file = parquetFile(POSTINGS);
    new DataView(file.buffer).setUint32(file.length - 8, 0xffff_ffff, true);
    expect(messagesOf(await folded(file))[0]).toContain('its footer claims 4294967295 bytes of');
  });

  test('a file that cannot be read on is an issue', async () => {
    const file = parquetFile(POSTINGS);
    const { buffer } = new Uint8Array(file);
    let reads = 0;
    const broken = (answer: () => ArrayBuffer) => ({
      byteLength: file.length,
      slice: (from: number, to?: number) => {
        reads += 1;
        return reads % 4 === 0 ? answer() : buffer.slice(from, to);
      },
    });
    const thrown = broken(() => {
      throw new Error('the connection was closed');
    });
    const options = { layout: layoutWith(), mapping };
    expect((await foldLedgerParquet(thrown, options)).issues).toMatchObject([
      { code: 'file-unreadable', detail: { file: 'ledger', reason: 'the connection was closed' } },
    ]);
    const short = broken(() => new ArrayBuffer(1));
    expect(messagesOf(await foldLedgerParquet(short, options))[0]).toMatch(/\d+ bytes were asked for and 1 came/);
  });
});
