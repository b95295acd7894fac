import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Issue } from '../issue.js';
import type { AccountMapping } from '../ledger/account-mapping.js';
import type { ControlTotals } from '../ledger/control-totals.js';
import { closedTally } from '../ledger/coverage.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { emptyFold, foldedOutcome } from '../ledger/ledger-fold.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import { HiilitaseError, failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { accountForRows } from './accounted-rows.js';
import { foldSums } from './byte-fold.js';
import { byteLedger, rowsOf, withKernel } from './byte-ledger.js';
import type { ByteLedger } from './byte-ledger.js';
import type { LedgerLayout } from './ledger-layout.js';
import { scanKernel } from './scan-kernel.js';
import type { ScanKernel } from './scan-kernel.js';
import { takeBytes, takeRest } from './take-bytes.js';
import { utf8Bytes } from './utf8-bytes.js';

/** How far the reading of a file has come. */
export interface ReadingProgress {
  /** Bytes of the file as it lies there, in its own encoding. */
  readonly bytes: number;
  /** Rows that have been counted or rejected. */
  readonly rows: number;
}

/** How one file is read. */
export interface CsvReadingOptions {
  readonly layout: LedgerLayout;
  /** The file's name in issues; that of `openFile` unless stated. */
  readonly source?: string | undefined;
  /** What the source of the ledger says it holds; a cut file is found by it. */
  readonly expect?: ControlTotals | undefined;
  /** Called after each piece of the file. */
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

/** How a ledger file is folded. */
export interface FoldLedgerCsvOptions extends CsvReadingOptions {
  readonly mapping: AccountMapping;
  /** Rows dated outside of it are an issue. */
  readonly period?: ReportingPeriod | undefined;
}

/** The bytes of a file, with its name where they have one, and how many there are where that is known before they are read. */
export type FileBytes = AsyncIterable<Uint8Array> & {
  readonly name?: string | undefined;
  readonly size?: number | (() => Promise<number | undefined>) | undefined;
};

/**
 * Folds a delimited ledger file into purchases, as `foldLedger` folds its postings, without making a posting of every row:
 * bytes are scanned, names are numbered, amounts are added up as whole cents, and rules are chosen once for each group.
 * Rows that are not written in the plainest way are read as text. Memory grows with the groups and the different names, not
 * with the rows. Every row is accounted for: read = folded + left out by treatment or without a rule + rejected; that is
 * asserted, and one rejected row leaves no ledger.
 *
 * Issues: those of `foldLedger`; `file-syntax` (header, number of fields, quoting, encoding), `file-too-large` (a record past
 * 1 MiB or 1 000 columns, too many different names), `total-row`, `rows-rejected`, `control-total-differs`; the warning `file-end-open`.
 *
 * @example
 * const folded = orThrow(await foldLedgerCsv(openFile('purchases-2021.tsv'), { layout, mapping, expect: { rows: 81_733 } }));
 */
export async function foldLedgerCsv(source: FileBytes, options: FoldLedgerCsvOptions): Promise<Outcome<FoldedLedger>> {
  const fold = emptyFold(options.mapping, options.period);
  const reading = await readCsvLedger(fold, source, options);
  const folded = foldedOutcome(fold);
  const readable = outcomeOf(reading, () => undefined);
  if (!folded.ok || !readable.ok) return failureOf([...reading, ...folded.issues]);
  return success(folded.value, [...reading, ...folded.issues]);
}

/** Reads one file into a fold, which may hold other files already, and gives what there is to say of the file. */
export async function readCsvLedger(
  fold: LedgerFold,
  bytes: FileBytes,
  { layout, source = bytes.name ?? 'ledger', expect, onProgress }: CsvReadingOptions,
  compiled: CompiledLoop = LARGE_FILES,
): Promise<readonly Issue[]> {
  const before = closedTally(fold.read);
  const { file, fault } = await read(byteLedger(fold, layout, source, undefined), bytes, compiled, onProgress);
  foldSums(file.sums);
  const { rejected } = file;
  const counts = accountForRows(fold, before, { source, rows: rowsOf(file), rejected, expect });
  return [...file.issues.all(), ...fault, ...counts, ...file.ends];
}

/** The loop for plain rows, and after how many bytes of a file it is taken up; at once in a file known to be `large`. */
export interface CompiledLoop {
  readonly kernel: () => Promise<ScanKernel | undefined>;
  readonly from: number;
  readonly large: number;
}

/** Making its memory takes as long as reading some megabytes without it, and handing over to it as long as some more. */
const LARGE_FILES: CompiledLoop = { kernel: scanKernel, from: 4 * 2 ** 20, large: 16 * 2 ** 20 };

/** Reads a file to its end; what ends the reading before is given back. */
async function read(
  start: ByteLedger,
  bytes: FileBytes,
  { kernel, from, large }: CompiledLoop,
  onProgress: CsvReadingOptions['onProgress'],
): Promise<{ readonly file: ByteLedger; readonly fault: readonly Issue[] }> {
  let file = start;
  let left: Uint8Array = new Uint8Array(0);
  let size = 0;
  const known = typeof bytes.size === 'function' ? await bytes.size() : bytes.size;
  let switchAt = known !== undefined && known >= large ? 0 : from;
  const counted = measured(bytes, (count) => {
    size += count;
  });
  try {
    for await (const piece of utf8Bytes(counted, file.layout.encoding, file.options.source)) {
      if (size >= switchAt) {
        switchAt = Infinity;
        const found = await kernel();
        if (found !== undefined) file = withKernel(file, found);
      }
      left = takeBytes(file, left, piece);
      onProgress?.({ bytes: size, rows: rowsOf(file) });
    }
    takeRest(file, left);
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    return { file, fault: error.issues };
  }
  return { file, fault: [] };
}

/** The same pieces, each told of by its size in the file: what is decoded has another. */
async function* measured(bytes: FileBytes, tell: (count: number) => void): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of bytes) {
    tell(piece.length);
    yield piece;
  }
}
