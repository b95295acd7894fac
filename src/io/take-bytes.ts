import { kernelInput, scanRows } from './scan-kernel.js';
import { foldPosting } from '../ledger/ledger-fold.js';
import { blockOf, LINE_FEED } from './byte-at.js';
import type { ByteBlock } from './byte-at.js';
import { foldRecord } from './byte-fold.js';
import { columnPlan } from './column-plan.js';
import { RECORD_AT_MOST, openEnd, tooLarge, unreadable } from './file-faults.js';
import type { LedgerHeader } from './ledger-header.js';
import { headerOrThrow, isSeparatorHint } from './ledger-postings.js';
import { afterText, beforeText, compareBytes, keepInvoice } from './neighbouring-rows.js';
import { isIssues, postingOfRow } from './posting-of-row.js';
import { recordFields } from './read-delimited.js';
import { NOT_QUICK, quickWalk } from './quick-walk.js';
import { OPEN_RECORD, recordEnd, walkRecord } from './record-fields.js';
import type { RecordWalk } from './record-fields.js';
import { joined } from './utf8-bytes.js';
import { describeKernel } from './byte-ledger.js';
import type { ByteLedger } from './byte-ledger.js';

const NOTHING = new Uint8Array(0);

/**
 * Takes the next bytes (UTF-8) after those that were left over, and gives what is left over now: a record that has not
 * ended. Throws `HiilitaseError` where the file cannot be read on.
 */
export function takeBytes(file: ByteLedger, left: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (left.length === 0) return takeLines(file, bytes);
  const firstEnd = bytes.indexOf(LINE_FEED);
  if (firstEnd === -1) return takeLines(file, joined(left, bytes));
  const rest = takeLines(file, joined(left, bytes.subarray(0, firstEnd + 1)));
  // Where it is still open, the line feed stood inside quotation marks.
  return takeLines(file, rest.length === 0 ? bytes.subarray(firstEnd + 1) : joined(left, bytes));
}

/** Takes what is left over at the end of the file: a last record without a line feed, or one that was never closed. */
export function takeRest(file: ByteLedger, left: Uint8Array): void {
  const { source } = file.options;
  const before = file.records;
  try {
    if (left.length > 0) {
      checkText(file, left, left.length);
      takeText(file, left);
    }
    if (file.header === undefined) throw unreadable(source, 'it is empty');
  } finally {
    // Told also where the header that was cut is wrong; an empty line at the end is none.
    if (file.records > before && file.emptyLines === 0) file.ends.push(openEnd(file.records, source));
  }
}

function takeLines(file: ByteLedger, bytes: Uint8Array): Uint8Array {
  const to = bytes.lastIndexOf(LINE_FEED) + 1;
  checkText(file, bytes, to);
  const done = takeRecords(file, bytes, to);
  keepInvoice(file.comparison);
  if (done === bytes.length) return NOTHING;
  const left = bytes.slice(done);
  if (left.length > RECORD_AT_MOST) throwAt(file, left);
  return left;
}

/** A record that does not end within the limit: its quoting is wrong, or it is too large. */
function throwAt(file: ByteLedger, left: Uint8Array): never {
  recordFields(file.decoder.decode(left), file.records + 1, file.options);
  throw tooLarge(file.options.source, file.records + 1);
}

/** Takes the records of whole lines, and gives the place up to which there are no open ones. */
function takeRecords(file: ByteLedger, bytes: Uint8Array, to: number): number {
  const seen = file.kernel === undefined ? undefined : kernelInput(file.kernel, bytes);
  const block = blockOf(seen ?? bytes);
  let at = 0;
  while (at < to) {
    if (seen !== undefined) at = takePlainRows(file, block, at, to);
    const next = at === to ? to : takeOne(file, block, at, to);
    if (next < 0) return at;
    at = next;
  }
  return at;
}

/** Lets the compiled loop take what it can, and gives the place where it stopped. */
function takePlainRows(file: ByteLedger, block: ByteBlock, at: number, to: number): number {
  const { kernel, walk, sums: state } = file;
  if (kernel === undefined || walk === undefined || file.emptyLines > 0 || kernel.room.isFull()) return at;
  const comparison = file.layout.columns.invoice === undefined ? undefined : file.comparison;
  const taken = scanRows(kernel, block, { at, to }, { state, comparison });
  file.records += taken.rows;
  return taken.at;
}

function takeOne(file: ByteLedger, block: ByteBlock, at: number, to: number): number {
  const { walk } = file;
  return walk === undefined ? takeOdd(file, block.bytes, at, to) : takeRecord(file, block, { at, to }, walk);
}

function takeRecord(
  file: ByteLedger,
  block: ByteBlock,
  { at, to }: { at: number; to: number },
  walk: RecordWalk,
): number {
  const quick = quickWalk(block, at, walk);
  const next = quick === NOT_QUICK ? walkRecord(block.bytes, at, to, walk) : quick;
  if (next === OPEN_RECORD) return next;
  const taken = next >= 0 && next - at <= RECORD_AT_MOST && file.emptyLines === 0 && foldRecord(file.sums, block, walk);
  if (!taken) return takeOdd(file, block.bytes, at, to);
  file.records += 1;
  if (file.layout.columns.invoice !== undefined) compareBytes(file.comparison, block.bytes, walk, file.records);
  return next;
}

/** Takes a record as text, whatever is odd about it; below 0 where it has no end yet. */
function takeOdd(file: ByteLedger, bytes: Uint8Array, at: number, to: number): number {
  const end = recordEnd(bytes, at, to, file.sums.quote);
  if (end < 0) return OPEN_RECORD;
  takeText(file, bytes.subarray(at, end - 1));
  return end;
}

function takeText(file: ByteLedger, bytes: Uint8Array): void {
  const { options, layout } = file;
  const fields = recordFields(file.decoder.decode(bytes), file.records + 1, options);
  if (bytes.length > RECORD_AT_MOST) throw tooLarge(options.source, file.records + 1);
  if (fields.length === 1 && fields[0] === '') {
    file.emptyLines += 1;
    file.records += 1;
    return;
  }
  takeEmptyLines(file);
  file.records += 1;
  if (file.header !== undefined) return takeRow(file, fields, file.header, file.records);
  file.recordsBeforeRows += 1;
  if (isSeparatorHint(fields, layout)) return;
  file.header = headerOrThrow(fields, layout, options.source);
  file.walk = columnPlan(file.header, layout);
  describeKernel(file, file.walk);
}

/** Empty lines with something behind them are rows without fields. */
function takeEmptyLines(file: ByteLedger): void {
  const { header, layout, options, records, emptyLines } = file;
  if (emptyLines === 0) return;
  const known = header ?? headerOrThrow([''], layout, options.source);
  file.emptyLines = 0;
  for (let row = records - emptyLines + 1; row <= records; row += 1) takeRow(file, [''], known, row);
}

function takeRow(file: ByteLedger, fields: readonly string[], header: LedgerHeader, row: number): void {
  const { fold, layout, comparison, options } = file;
  const posting = postingOfRow(fields, header, layout, { source: options.source, row });
  if (isIssues(posting)) {
    file.issues.add(posting);
    file.rejected += 1;
    return;
  }
  beforeText(comparison);
  if (foldPosting(fold, posting) === 'yes') afterText(comparison);
  else file.rejected += 1;
}

/** Text is UTF-8 without U+0000. Where it is not, what stands before is still taken, so that its faults are told too. */
function checkText(file: ByteLedger, bytes: Uint8Array, to: number): void {
  const text = bytes.subarray(0, to);
  if (isText(file, text)) return;
  let at = 0;
  let end = text.indexOf(LINE_FEED) + 1;
  while (end > 0 && isText(file, text.subarray(at, end))) {
    at = end;
    end = text.indexOf(LINE_FEED, at) + 1;
  }
  takeRecords(file, bytes, at);
  const reason = file.isUtf8(text.subarray(at, end === 0 ? to : end))
    ? 'it holds the control character U+0000. Is it UTF-16, or damaged?'
    : 'it holds bytes that are not UTF-8. Save it as UTF-8, or declare its encoding';
  throw unreadable(file.options.source, reason, file.records + 1);
}

function isText(file: ByteLedger, bytes: Uint8Array): boolean {
  return file.isUtf8(bytes) && !file.holdsZero(bytes);
}
