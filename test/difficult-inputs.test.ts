/**
 * Inputs that common software reads wrongly, asked through the library's own functions. The entries lie in
 * fixtures/difficult-inputs.json: each with what has to come out, and why it is difficult.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseActivities } from '../src/activity/parse-activities.js';
import { parseCalendarDate } from '../src/calendar/calendar-date.js';
import { dayOfInstant } from '../src/calendar/day-of-instant.js';
import { calendarYear, reportingPeriod } from '../src/calendar/reporting-period.js';
import { decimalText, parseDecimal } from '../src/decimal.js';
import type { Decimal } from '../src/decimal.js';
import { calculateEmissions } from '../src/emission/calculate-emissions.js';
import type { CalculationContext } from '../src/emission/calculation-context.js';
import type { EmissionLine } from '../src/emission/emission-line.js';
import { extendValidity } from '../src/factor/extend-validity.js';
import { totalsBy } from '../src/inventory/totals.js';
import { foldLedgerCsv } from '../src/io/fold-ledger-csv.js';
import type { FoldLedgerCsvOptions } from '../src/io/fold-ledger-csv.js';
import { ledgerHeader } from '../src/io/ledger-header.js';
import { parseLedgerLayout } from '../src/io/ledger-layout.js';
import type { LedgerLayout } from '../src/io/ledger-layout.js';
import { ledgerPostings } from '../src/io/ledger-postings.js';
import { postingOfRow } from '../src/io/posting-of-row.js';
import { readDelimited } from '../src/io/read-delimited.js';
import type { DelimitedRecord } from '../src/io/read-delimited.js';
import { readJson } from '../src/io/read-json.js';
import type { Issue } from '../src/issue.js';
import { parseAccountMapping } from '../src/ledger/account-mapping.js';
import { foldLedger } from '../src/ledger/fold-ledger.js';
import type { FoldLedgerOptions } from '../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../src/ledger/folded-ledger.js';
import type { Posting } from '../src/ledger/posting.js';
import { HiilitaseError, orThrow } from '../src/outcome.js';
import type { Outcome } from '../src/outcome.js';
import { formatQuantity } from '../src/quantity/format-quantity.js';
import { quantity, sumQuantities } from '../src/quantity/quantity.js';
import { decimalSchema, readWith } from '../src/reading.js';
import { aFactorRow, aFactorSet, aLine, aSpendFactorRow, anActivityRow, anInventory } from './support/builders.js';
import { all, bytesOf, inChunks } from './support/bytes.js';
import {
  bombOf,
  bookOfNumber,
  bookOfRows,
  bookWithFormatsBelow,
  flippedOnce,
  readBook,
  storedMembers,
  withSmallerSheet,
  withStrangers,
} from './support/difficult-workbooks.js';
import type { SecondColumn } from './support/difficult-workbooks.js';
import { temporaryFolder } from './support/small-project.js';

interface Expected {
  readonly outcome: 'accept' | 'warn' | 'reject';
  readonly value?: unknown;
  readonly code?: string;
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly input: {
    readonly value: string | readonly string[];
    readonly profile?: string;
    readonly delimiter?: string;
    readonly column?: string;
  };
  readonly expected: Expected;
  readonly reason: string;
}

const FIXTURE = new URL('../fixtures/difficult-inputs.json', import.meta.url);
const ENTRIES = JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly Entry[];
const ENTRIES_OF_THE_COLLECTION = 206;

/** The codes of the collection in the words of this library; a reason after the slash is the one in the issue's detail. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  E_NUM_SYNTAX: ['invalid-number/syntax'],
  E_NUM_EMPTY: ['missing-field'],
  E_NUM_OUT_OF_RANGE: ['invalid-number/out-of-range', 'invalid-number/syntax'],
  E_NUM_TOO_PRECISE: ['invalid-number/too-precise'],
  E_NUM_GROUPING: ['invalid-number/syntax'],
  E_NUM_SEPARATOR: ['invalid-number/syntax'],
  E_NUM_EXPONENT: ['invalid-number/syntax'],
  E_NUM_NOT_FINITE: ['invalid-number/not-finite', 'invalid-number/syntax'],
  E_NUM_UNSAFE_FLOAT: ['invalid-number/unsafe-float'],
  E_NUM_UNIT: ['invalid-number/syntax'],
  E_NUM_TRAILING_MINUS: ['invalid-number/syntax'],
  E_NUM_NON_ASCII_DIGIT: ['invalid-number/syntax'],
  E_NUM_PERCENT: ['invalid-number/syntax'],
  E_NUM_TOO_LONG: ['invalid-number/syntax'],
  E_CELL_ERROR: ['invalid-number/syntax'],
  E_TEXT_INVISIBLE: ['invalid-number/syntax'],
  E_TEXT_SURROGATE: ['invalid-value'],
  E_TYPE: ['invalid-number/type', 'invalid-date/type'],
  E_DATE_SYNTAX: ['invalid-date/syntax'],
  E_DATE_NOT_REAL: ['invalid-date/not-real'],
  E_DATE_OUT_OF_RANGE: ['invalid-date/out-of-range'],
  E_DATE_OUTSIDE_PERIOD: ['posting-outside-period', 'invalid-date/out-of-range'],
  E_DATE_AMBIGUOUS: ['invalid-date/syntax'],
  E_TIME_NONEXISTENT: ['invalid-date/no-such-time'],
  E_TIME_AMBIGUOUS: ['invalid-date/time-came-twice'],
  E_PERIOD_ORDER: ['invalid-period'],
  E_CSV_UNKNOWN_COLUMN: ['file-syntax'],
  E_CSV_MISSING_COLUMN: ['file-syntax'],
  E_CSV_EMPTY_HEADER: ['file-syntax'],
  E_CSV_DELIMITER: ['file-syntax'],
  E_CSV_FIELD_COUNT: ['file-syntax'],
  E_CSV_QUOTE: ['file-syntax'],
  E_EMPTY_FILE: ['file-syntax'],
  E_LIMIT_COLUMNS: ['file-too-large'],
  E_CONTROL_TOTAL: ['control-total-differs'],
  E_TOTAL_ROW: ['total-row'],
  E_ENC_INVALID_UTF8: ['file-syntax'],
  E_ENC_UNMAPPED: ['file-syntax'],
  E_TEXT_CONTROL: ['file-syntax'],
  E_FIELD_EMPTY: ['missing-field'],
  E_IMPORT: ['invalid-number/syntax'],
  E_INPUT_NOT_FILE: ['file-unreadable'],
  E_JSON_SYNTAX: ['file-syntax'],
  E_JSON_DUPLICATE_KEY: ['file-syntax'],
  E_JSON_UNKNOWN_KEY: ['unknown-key'],
  E_KEY_FORBIDDEN: ['unknown-key'],
  E_UNIT_UNKNOWN: ['unknown-unit'],
  E_UNIT_DIMENSION: ['unit-mismatch'],
  E_MAPPING_MISSING: ['posting-unmapped'],
  E_MAPPING_SHARE: ['shares-not-one'],
  E_FACTOR_MISSING: ['factor-not-found'],
  E_SCOPE2_DUAL: ['factor-not-found'],
  E_VAT_BASIS: ['missing-field'],
  W_FACTOR_AGE: ['factor-extended'],
  W_ACTIVITY_CUT: ['activity-cut'],
  W_POSTING_REPEATED: ['posting-repeated'],
  W_ENC_MOJIBAKE: ['name-garbled'],
  W_TEXT_CONFUSABLE: ['name-mixes-scripts'],
  E_ZIP_SIZE: ['file-syntax'],
  E_ZIP_TRUNCATED: ['file-syntax'],
  E_ZIP_LIMIT: ['file-too-large'],
  E_XML_DTD: ['file-syntax'],
  E_XLSX_ADDRESS: ['file-syntax'],
  E_XLSX_DUPLICATE_CELL: ['file-syntax'],
  E_XLSX_FORMULA_NO_VALUE: ['missing-field'],
  E_XLSX_LEGACY_OR_ENCRYPTED: ['file-syntax'],
  E_XLSX_SHARED_STRING: ['file-syntax'],
  E_DATE_SERIAL_60: ['invalid-date/not-real'],
  W_XLSX_NUMBER_AS_TEXT: ['amounts-as-text'],
  W_HIDDEN_ROWS: ['rows-hidden'],
};

/** Entries that this library answers otherwise on purpose. */
const DIFFERENCES: Readonly<Record<string, Expected & { readonly because: string }>> = {
  'csv-012': {
    outcome: 'accept',
    value: { rows: 1 },
    because: 'issues count records, the header being row 1, as a spreadsheet shows them; lines are not counted',
  },
  'dat-023': {
    outcome: 'reject',
    code: 'E_DATE_SYNTAX',
    because: 'a date is a calendar day: a time of day has to be taken out where it is known what it means',
  },
  'dat-029': {
    outcome: 'accept',
    value: '2024-12-31',
    because: 'both ends of a period are days of it: a period that ends at midnight ends on the day before',
  },
  'dom-001': {
    outcome: 'warn',
    value: 'both counted',
    code: 'W_POSTING_REPEATED',
    because:
      'a posting has an invoice but no line number, so two equal rows may both be real: a warning, nothing dropped',
  },
  'dom-002': {
    outcome: 'accept',
    value: 'both counted',
    because: 'without an invoice every second row of a ledger may look like another one: no warning',
  },
  'jsn-013': {
    outcome: 'accept',
    value: { kWh: '12.5' },
    because: 'a quantity is a value and a unit; the text it was written as is not kept',
  },
  'per-006': {
    outcome: 'warn',
    value: { '2023': '170', '2024': '140', sum: '310' },
    code: 'W_ACTIVITY_CUT',
    because: 'an activity that is cut at the end of the year carries a warning',
  },
};

const TEXT_TABLE = 'no table is written as delimited text';
const PAGE = 'no page is written';
const REPORT_FILE = 'no report file is written under a name the caller gives';
const BILLS = 'activities are not compared with one another by meter';

/** Entries that wait for a door. Each is skipped by its name. */
const WAITING: readonly (readonly [id: string, because: string])[] = [
  ['cal-005', 'nothing is handed out in whole cents: shares are exact'],
  ['dat-032', 'no hourly series are read'],
  ['dat-033', 'no hourly series are read'],
  ['dom-005', 'a category below zero is shown as it is, without a warning'],
  ['dom-016', 'a posting has no currency of its own: a ledger has one'],
  ['dom-020', 'biogenic carbon dioxide is kept with the factor and in no total, but not reported yet'],
  ['exp-001', TEXT_TABLE],
  ['exp-002', TEXT_TABLE],
  ['exp-004', TEXT_TABLE],
  ['exp-005', TEXT_TABLE],
  ['exp-007', TEXT_TABLE],
  ['exp-008', TEXT_TABLE],
  ['exp-010', TEXT_TABLE],
  ['exp-011', TEXT_TABLE],
  ['exp-013', TEXT_TABLE],
  ['exp-014', TEXT_TABLE],
  ['exp-016', 'no workbook is written'],
  ['exp-017', 'no workbook is written'],
  ['exp-019', 'no workbook is written'],
  ['fil-001', REPORT_FILE],
  ['fil-003', REPORT_FILE],
  ['fil-004', REPORT_FILE],
  ['fil-006', REPORT_FILE],
  ['fil-007', REPORT_FILE],
  ['fil-010', 'a file that changes while it is read is not noticed'],
  ['fil-012', 'what becomes of a closed output is a matter of the command'],
  ['htm-001', PAGE],
  ['htm-002', PAGE],
  ['htm-004', PAGE],
  ['htm-005', PAGE],
  ['htm-007', PAGE],
  ['htm-008', PAGE],
  ['htm-010', PAGE],
  ['htm-011', PAGE],
  ['mdn-001', 'no Markdown is written'],
  ['mdn-002', 'no Markdown is written'],
  ['per-002', BILLS],
  ['per-005', BILLS],
  ['per-008', 'readings of meters are not subtracted: an activity states its amount'],
  ['per-009', BILLS],
  ['pro-002', 'test/package.test.ts runs the built command under each of these flags'],
  ['yml-002', 'no YAML is read'],
];

/** What a door gave: a value unless the input was refused, and every issue. */
interface Answer {
  readonly value?: unknown;
  readonly issues: readonly Issue[];
}

const accepted = (value: unknown): Answer => ({ value, issues: [] });

function answerOf<T>(outcome: Outcome<T>, show: (value: T) => unknown): Answer {
  return outcome.ok ? { value: show(outcome.value), issues: outcome.issues } : { issues: outcome.issues };
}

function entryNamed(id: string): Entry {
  const entry = ENTRIES.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`There is no entry ${id}.`);
  return entry;
}

const textOf = ({ input }: Entry): string => (typeof input.value === 'string' ? input.value : input.value.join(' '));

// Cells of a ledger: numbers and dates as its layout declares them.

const DECLARED = {
  id: 'declared',
  delimiter: 'semicolon',
  quoting: 'double-quote',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'space',
  dates: 'yyyy-MM-dd',
  columns: { account: 'tili', date: 'pvm', amount: 'summa' },
};

function layoutWith(changes: Readonly<Record<string, unknown>> = {}): LedgerLayout {
  return orThrow(parseLedgerLayout({ ...DECLARED, ...changes }));
}

function readCells(cells: { amount: string; date: string }, layout: LedgerLayout): Posting | readonly Issue[] {
  const header = ledgerHeader(['tili', 'pvm', 'summa'], layout);
  if ('faults' in header) throw new Error(header.faults.join('\n'));
  return postingOfRow(['4300', cells.date, cells.amount], header, layout, { source: 'ledger.csv', row: 2 });
}

function answerOfCell(cell: Posting | readonly Issue[], read: (posting: Posting) => Answer): Answer {
  return 'account' in cell ? read(cell) : { issues: cell };
}

const shownDecimal = (input: unknown) => answerOf<Decimal>(parseDecimal(input), decimalText);

function amountCell(text: string, decimal: LedgerLayout['decimal']): Answer {
  const cell = readCells({ amount: text, date: '2024-01-01' }, layoutWith({ decimal }));
  return answerOfCell(cell, ({ amount }) => shownDecimal(amount));
}

function dateCell(text: string, dates: LedgerLayout['dates']): Answer {
  const cell = readCells({ amount: '1', date: text }, layoutWith({ dates }));
  return answerOfCell(cell, ({ date }) => answerOf(parseCalendarDate(date), (value) => value));
}

function numberDoor(entry: Entry, text = textOf(entry)): Answer | Promise<Answer> {
  switch (entry.input.profile) {
    case "csv number, decimal=','":
      return amountCell(text, 'comma');
    case "csv number, decimal='.'":
      return amountCell(text, 'point');
    case 'json decimal string':
      return shownDecimal(text);
    case 'xlsx raw <v>':
      return cellOfBook(text, 'amount');
    default:
      throw new Error(`${entry.id}: no door for ${String(entry.input.profile)}`);
  }
}

function dateDoor(entry: Entry): Answer | Promise<Answer> {
  const text = textOf(entry);
  switch (entry.input.profile) {
    case 'ISO date':
      return answerOf(parseCalendarDate(text), (date) => date);
    case 'date format d.M.yyyy':
      return dateCell(text, 'd.M.yyyy');
    case 'ISO date, reporting year 2024':
      return folded([aPosting({ date: text })], {}, { period: calendarYear(2024) }, () => text);
    case 'xlsx serial, 1900 system':
      return cellOfBook(text, 'date');
    case 'instant, zone Europe/Helsinki':
      return answerOf(dayOfInstant(text, { zone: 'Europe/Helsinki', as: 'moment' }), (date) => date);
    case 'period end, Europe/Helsinki': {
      const asMoment = dayOfInstant(text, { zone: 'Europe/Helsinki', as: 'moment' });
      const asEnd = answerOf(dayOfInstant(text, { zone: 'Europe/Helsinki', as: 'end' }), (date) => date);
      return asMoment.ok ? accepted('a moment too') : asEnd;
    }
    case 'format not declared': {
      const [one, other] = [dateCell(text, 'd.M.yyyy'), answerOf(parseCalendarDate(text), (date) => date)];
      return one.value === undefined && other.value === undefined ? one : accepted([one.value, other.value]);
    }
    default:
      throw new Error(`${entry.id}: no door for ${String(entry.input.profile)}`);
  }
}

// Workbooks.

/** The amount or the date of a workbook's one row. */
async function cellOfBook(text: string, second: SecondColumn): Promise<Answer> {
  const { postings, issues } = await readBook(bookOfNumber(text, second), second);
  const [posting] = postings;
  if (posting === undefined) return { issues };
  if (second === 'date') return { value: posting.date, issues };
  const amount = shownDecimal(posting.amount);
  return { ...amount, issues: [...issues, ...amount.issues] };
}

interface BookDoor {
  readonly book?: Parameters<typeof bookOfRows>[2];
  readonly layout?: object;
  readonly show?: (postings: readonly Posting[]) => unknown;
}

const rowsAndSum = (postings: readonly Posting[]) => ({
  rows: postings.length,
  kWh: sumText(postings.map(({ amount }) => String(amount))),
});

async function bookDoor(entry: Entry, { book = {}, layout = {}, show = rowsAndSum }: BookDoor = {}): Promise<Answer> {
  const second = entry.input.column === 'date' ? 'date' : 'amount';
  return bookAnswer(bookOfRows(textOf(entry), second, book), { second, layout, show });
}

async function bookAnswer(
  bytes: Uint8Array,
  {
    second = 'amount',
    layout = {},
    show = rowsAndSum,
  }: Omit<BookDoor, 'book'> & { readonly second?: SecondColumn } = {},
): Promise<Answer> {
  const { postings, issues } = await readBook(bytes, second, layout);
  return issues.some(({ severity }) => severity === 'error') ? { issues } : { value: show(postings), issues };
}

/** The first flip of a bit after which a workbook gives another ledger than before without an issue. */
async function falseFigureOfAFlip(bytes: Uint8Array, flips: number): Promise<string | undefined> {
  const sound = JSON.stringify(await bookAnswer(bytes, { show: (postings) => postings }));
  for (const flipped of flippedOnce(bytes, flips)) {
    const answer = await bookAnswer(flipped, { show: (postings) => postings });
    if (answer.value !== undefined && JSON.stringify(answer) !== sound) return JSON.stringify(answer);
  }
  return undefined;
}

// Files.

const DELIMITED = { source: 'table.csv', delimiter: ';', quoting: 'double-quote', encoding: 'utf-8' } as const;

async function records(
  bytes: AsyncIterable<Uint8Array>,
  show: (rows: readonly DelimitedRecord[]) => unknown,
  encoding: LedgerLayout['encoding'] = 'utf-8',
): Promise<Answer> {
  try {
    return accepted(show(await all(readDelimited(bytes, { ...DELIMITED, encoding }))));
  } catch (error) {
    if (error instanceof HiilitaseError) return { issues: error.issues };
    throw error;
  }
}

async function ledger(
  bytes: AsyncIterable<Uint8Array>,
  layout: LedgerLayout,
  show: (postings: readonly Posting[]) => unknown,
): Promise<Answer> {
  const { postings, issues } = ledgerPostings(bytes, layout, 'ledger.csv');
  const read = await all(postings);
  return issues.length > 0 ? { issues } : accepted(show(read));
}

/** A small table as a ledger: a date and an account stand before the fields of every line. */
function asLedger(table: string): AsyncIterable<Uint8Array> {
  let front = 'pvm;tili';
  const lines = table.split('\n').map((line) => {
    if (line === '' || line.startsWith('sep=')) return line;
    const whole = `${front};${line}`;
    front = '2024-01-01;4300';
    return whole;
  });
  return inChunks(bytesOf(lines.join('\n')));
}

const columnsOf = (site: string, amount: string) => ({
  columns: { ...DECLARED.columns, site, amount },
});

const energyTable = layoutWith(columnsOf('kohde', 'kWh'));
const letterTable = layoutWith(columnsOf('a', 'b'));
const countRows = (postings: readonly Posting[]) => ({ rows: postings.length });

async function* rowsOf(count: number, row: (index: number) => string): AsyncGenerator<Uint8Array> {
  const atOnce = 10_000;
  for (let from = 0; from < count; from += atOnce) {
    const length = Math.min(atOnce, count - from);
    yield await Promise.resolve(bytesOf(Array.from({ length }, (_, index) => row(from + index)).join('')));
  }
}

async function countedRecords(count: number): Promise<number> {
  let found = 0;
  for await (const { fields } of readDelimited(
    rowsOf(count, () => 'A;1\n'),
    DELIMITED,
  )) {
    if (fields.length === 2 && fields[0] === 'A' && fields[1] === '1') found += 1;
  }
  return found;
}

/** The first cut of a ledger that passes without an issue and gives a posting the whole file does not hold. */
async function falseFigureOfACut(): Promise<string | undefined> {
  const rows = Array.from({ length: 40 }, (_, index) => `2024-01-02;4300;${1000 + index},25\n`);
  const bytes = bytesOf(`pvm;tili;summa\n${rows.join('')}`);
  const whole = new Set(
    (await all(ledgerPostings(inChunks(bytes), layoutWith(), 'ledger.csv').postings)).map((row) => JSON.stringify(row)),
  );
  for (let length = 0; length < bytes.length; length += 1) {
    const { postings, issues } = ledgerPostings(inChunks(bytes.subarray(0, length)), layoutWith(), 'ledger.csv');
    const invented = (await all(postings)).map((row) => JSON.stringify(row)).filter((row) => !whole.has(row));
    if (issues.length === 0 && invented.length > 0) return `cut after ${length} bytes: ${invented.join(', ')}`;
  }
  return undefined;
}

function bytesOfHex(entry: Entry): AsyncIterable<Uint8Array> {
  return inChunks(Uint8Array.from(textOf(entry).split(' '), (byte) => Number.parseInt(byte, 16)));
}

const metered = z.strictObject({
  kWh: z.optional(decimalSchema),
  kwh: z.optional(decimalSchema),
  byUnit: z.optional(z.strictObject({ A: decimalSchema })),
});

async function jsonDoor(entry: Entry): Promise<Answer> {
  const path = join(await temporaryFolder(), 'reading.json');
  await writeFile(path, textOf(entry));
  const json = await readJson(path, 'reading.json');
  if (!json.ok) return { issues: json.issues };
  return answerOf(readWith(metered, json.value), (value): unknown => JSON.parse(JSON.stringify(value)));
}

// Ledgers and calculations.

function aPosting(changes: Partial<Posting> = {}): Posting {
  return { row: 2, account: '4300', amount: '10.00', date: '2024-03-01', ...changes };
}

const MAPPING = {
  id: 'accounts',
  currency: 'EUR',
  unmapped: 'refuse',
  rules: [{ account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' }],
};

async function folded(
  postings: readonly Posting[],
  mapping: Readonly<Record<string, unknown>>,
  options: FoldLedgerOptions,
  show: (ledger: FoldedLedger) => unknown,
): Promise<Answer> {
  const read = orThrow(parseAccountMapping({ ...MAPPING, ...mapping }));
  return answerOf(await foldLedger(postings, read, options), show);
}

/** A table of sites and kilowatt-hours, folded from its bytes. */
async function foldedTable(
  bytes: AsyncIterable<Uint8Array>,
  options: Partial<FoldLedgerCsvOptions>,
  show: (ledger: FoldedLedger) => unknown,
): Promise<Answer> {
  const mapping = orThrow(parseAccountMapping(MAPPING));
  return answerOf(await foldLedgerCsv(bytes, { layout: energyTable, mapping, source: 'table.csv', ...options }), show);
}

const countFolded = ({ coverage }: FoldedLedger) => ({ rows: coverage.rows });

/** Names parted by a bar, each as a site of its own row: how many groups they make. */
async function groupsOfNames(names: string): Promise<Answer> {
  const rows = names.split('|').map((site) => `${site};10\n`);
  return foldedTable(asLedger(`kohde;kWh\n${rows.join('')}`), {}, ({ activities }) => ({ groups: activities.length }));
}

async function bytesIn(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Uint8Array.from((await all(chunks)).flatMap((chunk) => [...chunk]));
}

function bothCounted({ coverage }: FoldedLedger): string {
  expect([coverage.rows, decimalText(coverage.amount.value)]).toEqual([2, '20']);
  return 'both counted';
}

function emissions(
  row: Readonly<Record<string, unknown>>,
  context: Partial<CalculationContext>,
  show: (lines: readonly EmissionLine[]) => unknown,
): Answer {
  const [activity] = orThrow(parseActivities([row]));
  if (activity === undefined) throw new Error('There is no activity.');
  const factors = aFactorSet();
  return answerOf(calculateEmissions(activity, { period: calendarYear(2024), factors, gwp: 'AR5', ...context }), show);
}

const kilograms = (lines: readonly EmissionLine[]) => lines.map((line) => decimalText(line.emissions.value));

const aPurchase = (changes: Readonly<Record<string, unknown>>) => ({
  id: 'p-1',
  kind: 'purchase',
  date: '2019-05-04',
  product: 'reception-services',
  amount: { value: '500.00', unit: 'EUR' },
  vat: 'excluded',
  ...changes,
});

const sumText = (texts: readonly string[]) =>
  decimalText(
    sumQuantities(
      'kgCO2e',
      texts.map((text) => quantity(text, 'kgCO2e')),
    ).value,
  );
const tenths = Array.from({ length: 10 }, () => '0.1');
const printed = (text: string, decimalPlaces: number) =>
  formatQuantity(quantity(text, 'kgCO2e'), { decimalPlaces }).replace(' kgCO2e', '');

type Door = (entry: Entry) => Answer | Promise<Answer>;

/** The door of a whole kind; an entry with a door of its own goes there. */
const DOORS_OF_KINDS: Readonly<Record<string, Door>> = {
  number: (entry) => numberDoor(entry),
  date: dateDoor,
  json: jsonDoor,
  xlsx: (entry) => bookDoor(entry),
  'api-value': (entry) => shownDecimal(runInNewContext(`(${textOf(entry)}\n)`)),
};

const DOORS: Readonly<Record<string, Door>> = {
  'dat-030': (entry) => answerOf(parseCalendarDate(runInNewContext(`(${textOf(entry)}\n)`)), (date) => date),
  'num-061': (entry) => numberDoor(entry, `${'1'.repeat(30)}x`),
  'num-062': (entry) => numberDoor(entry, `${' '.repeat(50_000)}x`),

  'cal-001': () => accepted(sumText(tenths)),
  'cal-002': () => accepted(sumText([`1${'0'.repeat(20)}`, '0.1'])),
  'cal-004': () => {
    const large = '10000000000000000000';
    const orders = Array.from({ length: 11 }, (_, place) => [...tenths.slice(0, place), large, ...tenths.slice(place)]);
    return accepted([...new Set(orders.map(sumText))].join(' or '));
  },
  'cal-007': () => accepted(printed('1.005', 2)),
  'cal-008': () => accepted(printed('-0.125', 2)),
  'cal-010': () => {
    const rows = ['0.4', '0.4', '0.4'];
    return accepted({ rows: rows.map((row) => printed(row, 0)), total: printed(sumText(rows), 0) });
  },
  'cal-011': () => accepted(sumText(Array.from({ length: 100_000 }, () => '0.005'))),

  'csv-002': (entry) => ledger(asLedger(textOf(entry)), energyTable, countRows),
  'csv-003': (entry) => ledger(asLedger(textOf(entry)), energyTable, countRows),
  'csv-005': (entry) => ledger(asLedger(textOf(entry)), letterTable, countRows),
  'csv-006': (entry) => ledger(asLedger(textOf(entry)), letterTable, countRows),
  'csv-008': (entry) => ledger(asLedger(textOf(entry)), letterTable, ([posting]) => ({ a: posting?.site })),
  'csv-009': (entry) => ledger(asLedger(textOf(entry)), energyTable, countRows),
  'csv-011': (entry) => ledger(asLedger(textOf(entry)), letterTable, countRows),
  'csv-012': (entry) => records(inChunks(bytesOf(textOf(entry))), ([, ...rows]) => ({ rows: rows.length })),
  'csv-014': (entry) => ledger(inChunks(bytesOf(textOf(entry))), energyTable, countRows),
  'csv-015': (entry) => ledger(inChunks(bytesOf(textOf(entry))), energyTable, countRows),
  'csv-017': (entry) => ledger(asLedger(textOf(entry)), letterTable, countRows),
  'csv-018': (entry) => ledger(asLedger(textOf(entry)), letterTable, countRows),
  'csv-023': (entry) => ledger(asLedger(textOf(entry)), energyTable, countRows),
  'csv-024': async () => accepted({ rows: [await countedRecords(65_537), await countedRecords(1_048_577)] }),
  'csv-026': () => {
    const header = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(';');
    return ledger(inChunks(bytesOf(`${header}\n`)), energyTable, countRows);
  },
  'csv-027': async ({ expected }) => accepted((await falseFigureOfACut()) ?? expected.value),
  'pro-003': (entry) => {
    const table = layoutWith({ columns: { account: 'yksikko', date: 'pvm', amount: 'kg' }, ignored: ['tili'] });
    return ledger(asLedger(textOf(entry)), table, countRows);
  },

  'csv-020': (entry) => foldedTable(asLedger(textOf(entry)), { expect: { rows: 2 } }, countFolded),
  'csv-021': (entry) => foldedTable(asLedger(textOf(entry)), {}, countFolded),

  'enc-001': (entry) =>
    records(bytesOfHex(entry), ([header, row]) => ({ header: header?.fields, kohde: row?.fields[0] })),
  'enc-002': (entry) => records(bytesOfHex(entry), (rows) => rows),
  'enc-004': (entry) => records(bytesOfHex(entry), ([row]) => row?.fields[0], 'windows-1252'),
  'enc-005': (entry) => records(bytesOfHex(entry), (rows) => rows, 'windows-1252'),
  'enc-007': (entry) => records(bytesOfHex(entry), ([row]) => ({ cell: row?.fields[0] }), 'utf-16'),
  'enc-008': (entry) => records(bytesOfHex(entry), ([row]) => ({ cell: row?.fields[0] }), 'utf-16'),
  'enc-010': async (entry) => {
    const name = new TextDecoder().decode(await bytesIn(bytesOfHex(entry)));
    return foldedTable(asLedger(`kohde;kWh\n${name};1\n`), {}, ({ activities }) => activities[0]?.site);
  },
  'enc-014': (entry) => records(bytesOfHex(entry), (rows) => rows),
  'enc-011': (entry) => records(bytesOfHex(entry), (rows) => rows),
  'enc-013': (entry) => records(bytesOfHex(entry), (rows) => rows),

  'fil-009': async ({ input }) => answerOf(await readJson(input.value[1] ?? '', 'report'), (value) => value),
  'fil-013': async () => {
    const rowAt = (index: number) => `2024-01-02;4300;${index === 73_209 ? '1 0OO' : '10'},25\n`;
    const withHeader = rowsOf(100_001, (index) => (index === 0 ? 'pvm;tili;summa\n' : rowAt(index - 1)));
    const answer = await ledger(withHeader, layoutWith(), countRows);
    expect(answer.issues.map(({ at }) => at)).toEqual([{ source: 'ledger.csv', row: 73_211, path: 'summa' }]);
    return answer;
  },

  'per-003': (entry) => {
    const [, from = '', to = ''] = textOf(entry).split(';');
    return answerOf(reportingPeriod(from, to), (period) => period);
  },
  'per-006': (entry) => {
    const [, from, to, value] = textOf(entry).split(';');
    const statement = {
      id: 's-1',
      kind: 'supplier-reported',
      period: { from, to },
      scope3Category: 'business-travel',
      amount: { value, unit: 'kgCO2e' },
      source: 'a bill',
    };
    const years = [2023, 2024].map((year) => emissions(statement, { period: calendarYear(year) }, kilograms));
    const [first = '', second = ''] = years.flatMap((year) => year.value as readonly string[]);
    return {
      value: { '2023': first, '2024': second, sum: sumText([first, second]) },
      issues: years.flatMap(({ issues }) => issues),
    };
  },

  'dom-001': () => {
    const line = aPosting({ invoice: '4711', row: 12 });
    return folded([line, { ...line, row: 13 }], {}, {}, bothCounted);
  },
  'dom-002': () => folded([aPosting({ row: 3 }), aPosting({ row: 9 })], {}, {}, bothCounted),
  'dom-004': ({ expected }) => {
    const credit = aPurchase({ amount: { value: '-500.00', unit: 'EUR' } });
    return emissions(credit, { factors: aFactorSet(aSpendFactorRow()), period: calendarYear(2019) }, (lines) => {
      expect(kilograms(lines)).toEqual(['-150']); // −500 EUR × 0.3 kg
      return expected.value;
    });
  },
  'dom-007': () => {
    const answer = answerOf(parseActivities([anActivityRow({ amount: { value: '1', unit: 'mwh' } })]), (rows) => rows);
    expect(answer.issues[0]?.message).toMatch(/Did you mean MWh, .*kWh/);
    return answer;
  },
  'dom-008': () => {
    const gas = {
      id: 'f-1',
      kind: 'stationary-combustion',
      date: '2024-02-01',
      fuel: 'natural-gas',
      amount: { value: '1000', unit: 'cubic-metre' },
      contractHolder: 'reporter',
    };
    const perEnergy = aFactorRow({ key: 'natural-gas', method: 'fuel-based', validTo: '2024-12-31' });
    return emissions(gas, { factors: aFactorSet(perEnergy) }, kilograms);
  },
  'dom-010': async () => {
    const rows = ['10000.00', '2000.00', '345.67'].map((amount, index) =>
      aPosting({ account: '4999', amount, row: index + 2 }),
    );
    const answer = await folded(rows, {}, {}, bothCounted);
    expect(answer.issues.map(({ detail }) => detail)).toEqual([
      { account: '4999', category: '', rows: 3, amount: '12345.67' },
    ]);
    return answer;
  },
  'dom-011': () => {
    const shares = [
      { site: 'oulu', share: '0.6' },
      { site: 'kemi', share: '0.399' },
    ];
    const supplierSites = [{ supplier: 'Kaksi Oy', shares }];
    const answer = answerOf(parseAccountMapping({ ...MAPPING, supplierSites }), (mapping) => mapping);
    expect(answer.issues.map(({ detail }) => detail)).toEqual([{ supplier: 'Kaksi Oy', sum: '0.999' }]);
    return answer;
  },
  'dom-013': () => {
    const heat = {
      id: 'h-1',
      kind: 'purchased-heat',
      date: '2024-12-31',
      network: 'Turku',
      amount: { value: '80', unit: 'MWh' },
      contractHolder: 'reporter',
    };
    return emissions(heat, { factors: aFactorSet(aFactorRow({ key: 'Turku' })) }, kilograms);
  },
  'dom-014': ({ expected }) => {
    const diesel = aFactorRow({
      key: 'diesel',
      method: 'fuel-based',
      per: 'litre',
      co2e: '2.5',
      validFrom: '2019-01-01',
      validTo: '2019-12-31',
    });
    const days = { from: '2019-01-01', to: '2024-12-31', reason: 'no later edition' };
    const factors = orThrow(extendValidity(aFactorSet(diesel), days));
    const drive = {
      kind: 'mobile-combustion',
      date: '2024-02-01',
      fuel: 'diesel',
      amount: { value: '2', unit: 'litre' },
    };
    return emissions({ id: 'v-1', ...drive }, { factors }, (lines) => {
      expect(kilograms(lines)).toEqual(['5']);
      return expected.value;
    });
  },
  'dom-017': () => answerOf(parseActivities([aPurchase({ vat: undefined })]), (rows) => rows),
  'dom-019': () => {
    const mix = aFactorRow({ method: 'market-based', validTo: '2024-12-31' });
    const used = anActivityRow({ period: { from: '2024-01-01', to: '2024-12-31' } });
    return emissions(used, { factors: aFactorSet(mix) }, kilograms);
  },

  'xls-003': (entry) => bookDoor(entry, { book: { members: withSmallerSheet } }),
  'xls-004': (entry) => bookAnswer(bookOfRows(textOf(entry), 'amount').subarray(0, -30)),
  'xls-006': (entry) =>
    bookDoor(entry, { book: { doctype: '<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/passwd">]>' } }),
  'xls-007': async () => {
    const hidden = await bookAnswer(bombOf(200, 'falsely'));
    expect(hidden.issues.map(({ code }) => code)).toEqual(['file-syntax']);
    return bookAnswer(bombOf(200, 'truly'));
  },
  'xls-019': (entry) =>
    bookDoor(entry, {
      layout: { textAmounts: { decimal: 'comma', thousands: 'space' } },
      show: ([posting]) => posting?.amount,
    }),
  'xls-021': (entry) =>
    bookDoor(entry, {
      book: { properties: '<workbookPr date1904="1"/>' },
      show: ([posting]) => ({ date: posting?.date }),
    }),
  'xls-027': (entry) => bookDoor(entry, { book: { members: withStrangers }, show: countRows }),
  'xls-028': async (entry) => bookAnswer(await bytesIn(bytesOfHex(entry))),
  'xls-030': () => bookAnswer(bookWithFormatsBelow(), { show: countRows }),
  'xls-031': async ({ expected }) => {
    const rows = textOf(entryNamed('xls-001'));
    const deflated = await falseFigureOfAFlip(bookOfRows(rows, 'amount'), 2_000);
    const stored = await falseFigureOfAFlip(bookOfRows(rows, 'amount', { members: storedMembers }), 8_000);
    return accepted(deflated ?? stored ?? expected.value);
  },

  'uni-002': (entry) => groupsOfNames(textOf(entry)),
  'uni-003': (entry) => groupsOfNames(textOf(entry)),
  'uni-005': (entry) => groupsOfNames(textOf(entry)),
  'uni-006': (entry) => groupsOfNames(textOf(entry)),
  'uni-008': (entry) =>
    answerOf(parseActivities([anActivityRow({ supplier: textOf(entry) })]), ([activity]) => activity?.supplier),
  'uni-009': () =>
    answerOf(parseActivities([anActivityRow({ supplier: 'Yksi \uD800 Oy' })]), ([activity]) => activity?.supplier),
  'uni-011': ({ expected }) => {
    const sites = ['\u00C4', 'Z', 'A', '\u00C5', 'a', '\u00D6'];
    const inventory = anInventory(sites.map((site) => aLine('1', { id: site, site })));
    const totals = totalsBy(inventory, { scope2: 'location-based' }, ({ site = '' }) => site);
    expect([...totals.keys()]).toEqual(['A', 'Z', 'a', '\u00C4', '\u00C5', '\u00D6']);
    return accepted(expected.value);
  },
};

/** The name an issue goes by in `CODES`. */
function codeOf(issue: Issue): string {
  return issue.code === 'invalid-number' || issue.code === 'invalid-date'
    ? `${issue.code}/${issue.detail.reason}`
    : issue.code;
}

function expectAnswer({ value, issues }: Answer, { outcome, ...expected }: Expected): void {
  const allowed = expected.code === undefined ? [] : (CODES[expected.code] ?? []);
  const named = issues.filter((issue) => allowed.includes(codeOf(issue)));
  switch (outcome) {
    case 'accept':
      expect({ value, issues }).toEqual({ value: expected.value, issues: [] });
      break;
    case 'warn':
      expect(value).toEqual(expected.value);
      expect(issues.map(({ severity }) => severity)).toEqual(issues.map(() => 'warning'));
      expect(named, `one of ${allowed.join(', ')} among ${issues.map(codeOf).join(', ')}`).not.toEqual([]);
      break;
    case 'reject':
      expect(value, 'a value, where the input has to be refused').toBeUndefined();
      expect(named, `one of ${allowed.join(', ')} among ${issues.map(codeOf).join(', ')}`).not.toEqual([]);
      break;
  }
}

/** Milliseconds that reading one cell may take on a slow machine; backtracking would take minutes. */
const A_WHILE = 2000;

describe.each([...new Set(ENTRIES.map(({ kind }) => kind))])('%s', (kind) => {
  for (const entry of ENTRIES.filter((one) => one.kind === kind)) {
    const difference = DIFFERENCES[entry.id];
    const otherwise = difference === undefined ? '' : `; here otherwise, since ${difference.because}`;

    test(`${entry.id}: ${entry.reason}${otherwise}`, async () => {
      const door = DOORS[entry.id] ?? DOORS_OF_KINDS[kind];
      if (door === undefined) throw new Error(`${entry.id} has no door. Give it one, or let it wait by name.`);
      const start = performance.now();
      const answer = await door(entry);
      if (kind === 'redos') expect(performance.now() - start).toBeLessThan(A_WHILE);
      expectAnswer(answer, difference ?? entry.expected);
    });
  }
});

describe('the collection', () => {
  test('every entry is asked, or waits by its name', () => {
    const ids = [...ENTRIES.map(({ id }) => id), ...WAITING.map(([id]) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(ENTRIES_OF_THE_COLLECTION);
  });

  test('every code of an entry has its name here, and no name is left over', () => {
    const expected = ENTRIES.map((entry) => DIFFERENCES[entry.id] ?? entry.expected);
    const codes = new Set(expected.flatMap(({ code }) => (code === undefined ? [] : [code])));
    expect([...codes].sort()).toEqual(Object.keys(CODES).sort());
  });

  test('every door and every difference belongs to an entry', () => {
    const ids = new Set(ENTRIES.map(({ id }) => id));
    expect([...Object.keys(DOORS), ...Object.keys(DIFFERENCES)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('entries that wait for a door', () => {
  test.skip.each(WAITING)('%s: %s', () => undefined);
});
