import { decimalOfHundredths } from '../decimal-words.js';
import type { ReadPosting } from '../ledger/posting.js';
import { integerAt } from './byte-at.js';
import type { ByteFold, ScannedRow } from './byte-fold.js';
import { SCANNED } from './column-plan.js';
import { dateOfCode } from './day-bytes.js';
import { cellText } from './name-column.js';
import type { FieldPlaces } from './record-fields.js';

/** The last row of a file that was counted, how it was read, and where its invoice stands. */
interface Neighbour extends ScannedRow {
  kind: 'none' | 'bytes' | 'text';
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Compares each row of a file with the one before it, whichever way either was read. */
export interface RowComparison {
  readonly state: ByteFold;
  readonly source: string;
  readonly quoting: 'none' | 'double-quote';
  readonly before: Neighbour;
  readonly decoder: InstanceType<typeof TextDecoder>;
}

/** A comparison that has seen no row. */
export function rowComparison(state: ByteFold, source: string, quoting: 'none' | 'double-quote'): RowComparison {
  const numbers = { account: 0, category: 0, supplier: 0, site: 0, day: 0, cents: 0 };
  const before: Neighbour = { ...numbers, kind: 'none', bytes: new Uint8Array(0), from: 0, to: 0 };
  return { state, source, quoting, before, decoder: new TextDecoder() };
}

/** Compares the row that was just added from bytes with the one before it, and keeps it for the next one. */
export function compareBytes(
  comparison: RowComparison,
  bytes: Uint8Array,
  { starts, ends }: FieldPlaces,
  row: number,
): void {
  const { state, before, source } = comparison;
  const from = integerAt(starts, SCANNED.invoice);
  const to = integerAt(ends, SCANNED.invoice);
  if (before.kind === 'text') {
    state.fold.repeats.count(readRow(comparison, state.row, invoiceText(comparison, bytes, from, to)));
  } else if (before.kind === 'bytes' && sameNumbers(state.row, before)) {
    const invoice = invoiceText(comparison, bytes, from, to);
    const same = invoice === invoiceText(comparison, before.bytes, before.from, before.to);
    if (same && invoice !== '') state.fold.repeats.note({ source, row });
  }
  keep(before, state.row);
  before.bytes = bytes;
  before.from = from;
  before.to = to;
}

function sameNumbers(row: ScannedRow, before: ScannedRow): boolean {
  return (
    row.cents === before.cents &&
    row.day === before.day &&
    row.supplier === before.supplier &&
    row.site === before.site &&
    row.account === before.account &&
    row.category === before.category
  );
}

function keep(before: Neighbour, row: ScannedRow): void {
  before.kind = 'bytes';
  before.account = row.account;
  before.category = row.category;
  before.supplier = row.supplier;
  before.site = row.site;
  before.day = row.day;
  before.cents = row.cents;
}

/** Before a row is read as text: the one before it has to be a text too. */
export function beforeText(comparison: RowComparison): void {
  const { before, state } = comparison;
  if (before.kind !== 'bytes') return;
  const invoice = invoiceText(comparison, before.bytes, before.from, before.to);
  state.fold.repeats.remember(readRow(comparison, before, invoice));
}

/** After a row that was read as text was counted. */
export function afterText({ before }: RowComparison): void {
  before.kind = 'text';
}

/** Before the bytes at hand are given back: what is still needed of them is copied. */
export function keepInvoice({ before }: RowComparison): void {
  if (before.kind !== 'bytes') return;
  before.bytes = before.bytes.slice(before.from, before.to);
  before.to -= before.from;
  before.from = 0;
}

function invoiceText({ decoder, quoting }: RowComparison, bytes: Uint8Array, from: number, to: number): string {
  return cellText(decoder.decode(bytes.subarray(from, to)), quoting).trim();
}

function readRow({ state, source }: RowComparison, row: ScannedRow, invoice: string): ReadPosting {
  const { accounts, categories, suppliers, sites } = state;
  const amount = decimalOfHundredths(row.cents);
  const date = dateOfCode(row.day);
  const names = {
    ...(row.category === 0 ? {} : { category: categories.names[row.category] }),
    ...(row.supplier === 0 ? {} : { supplier: suppliers.names[row.supplier] }),
    ...(row.site === 0 ? {} : { site: sites.names[row.site] }),
    ...(invoice === '' ? {} : { invoice }),
  };
  return {
    posting: { source, row: 0, account: accounts.names[row.account] ?? '', amount, date, ...names },
    amount,
    date,
  };
}
