/** Ledger files read in every way there is, which must all come to the same. */
import type { AccountMapping } from '../../src/ledger/account-mapping.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import { emptyFold, foldedOutcome } from '../../src/ledger/ledger-fold.js';
import type { ReportingPeriod } from '../../src/calendar/reporting-period.js';
import { readCsvLedger } from '../../src/io/fold-ledger-csv.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { ledgerPostings } from '../../src/io/ledger-postings.js';
import { scanKernel } from '../../src/io/scan-kernel.js';
import type { Issue } from '../../src/issue.js';
import { inChunks } from './bytes.js';

export interface LedgerFile {
  readonly bytes: Uint8Array;
  readonly layout: LedgerLayout;
  readonly mapping: AccountMapping;
  readonly period?: ReportingPeriod;
  readonly chunk?: number;
  /** After how many bytes the compiled loop is taken up. */
  readonly from?: number;
}

/** What a way of reading came to. */
export interface Reading {
  readonly ledger: FoldedLedger | undefined;
  readonly issues: readonly Issue[];
}

/** A posting for every row, one after the other. */
export async function byRows({ bytes, layout, mapping, period, chunk }: LedgerFile): Promise<Reading> {
  const rows = ledgerPostings(inChunks(bytes, chunk), layout, 'ledger.csv');
  const outcome = await foldLedger(rows.postings, mapping, period === undefined ? {} : { period });
  return { ledger: outcome.ok ? outcome.value : undefined, issues: [...rows.issues, ...outcome.issues] };
}

/** Bytes, with the compiled loop or without. */
export async function byBytes(file: LedgerFile, loop: 'compiled' | 'interpreted'): Promise<Reading> {
  const { bytes, layout, mapping, period, chunk, from = 0 } = file;
  const fold = emptyFold(mapping, period);
  const compiled = { kernel: scanKernel, from: loop === 'compiled' ? from : Infinity, large: Infinity };
  const options = { layout, source: 'ledger.csv' };
  const reading = await readCsvLedger(fold, inChunks(bytes, chunk), options, compiled);
  const outcome = foldedOutcome(fold);
  return { ledger: outcome.ok ? outcome.value : undefined, issues: [...reading, ...outcome.issues] };
}

/** Only `readCsvLedger` says how many rows were rejected: a reading without that issue. */
export function withoutCount({ ledger, issues }: Reading): Reading {
  return { ledger, issues: issues.filter(({ code }) => code !== 'rows-rejected') };
}

/** A layout as data: semicolons, quotation marks, UTF-8, decimal comma, Finnish dates, three columns; changed as asked. */
export function layoutOf(changes: object = {}): object {
  return {
    id: 'purchases',
    delimiter: 'semicolon',
    quoting: 'double-quote',
    encoding: 'utf-8',
    decimal: 'comma',
    thousands: 'none',
    dates: 'd.M.yyyy',
    columns: { account: 'tili', amount: 'summa', date: 'pvm' },
    ...changes,
  };
}
