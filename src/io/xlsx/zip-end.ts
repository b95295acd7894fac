import { unreadable } from '../file-faults.js';
import { isRecord, longAt } from './zip-numbers.js';
import type { ArchiveFile } from './zip-numbers.js';

const END = 0x06054b50;
const END_LENGTH = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const LONG_END = 0x06064b50;
const LONG_END_LENGTH = 56;
const NO_SHORT = 0xffff;
const NO_WORD = 0xffffffff;
/** What old Excel files, and workbooks with a password, begin with. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Where the directory of an archive lies, and how many members it has. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * The place of the directory, from the record at the very end of the file. A comment after it is refused: no program that
 * saves workbooks writes one, and with one there can be two ends in a file.
 */
export function directoryPlace(file: ArchiveFile): DirectoryPlace {
  const { bytes, view, source } = file;
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    throw unreadable(source, 'it is an old .xls file or protected by a password. Save it as .xlsx without a password');
  }
  const end = bytes.length - END_LENGTH;
  if (!isRecord(file, end, END, END_LENGTH) || view.getUint16(end + 20, true) !== 0) {
    throw unreadable(source, 'it does not end as a workbook (.xlsx) ends. It is cut, or another kind of file');
  }
  const parts = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)];
  const counts = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)];
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const long = longPlace(file, end);
  const count = counts[1] ?? 0;
  const place = { start, end: start + size, count };
  if (long === undefined) {
    return checkedPlace(file, place, { before: end, single: parts.every((part) => part === 0) && counts[0] === count });
  }
  const agrees =
    (count === NO_SHORT || count === long.count) &&
    (start === NO_WORD || start === long.start) &&
    (size === NO_WORD || size === long.end - long.start);
  return checkedPlace(file, long, { before: long.record, single: agrees });
}

/** The same from the record with numbers of eight bytes, which programs that write rows as they come put before the end. */
function longPlace(file: ArchiveFile, end: number): (DirectoryPlace & { readonly record: number }) | undefined {
  const locator = end - LOCATOR_LENGTH;
  if (!isRecord(file, locator, LOCATOR, LOCATOR_LENGTH)) return undefined;
  const record = longAt(file, locator + 8);
  const fits = record + LONG_END_LENGTH === locator && isRecord(file, record, LONG_END, LONG_END_LENGTH);
  if (!fits) throw unreadable(file.source, 'the end of its archive is damaged');
  const [count, size, start] = [longAt(file, record + 32), longAt(file, record + 40), longAt(file, record + 48)];
  if (count !== longAt(file, record + 24)) throw unreadable(file.source, 'its archive is one of several parts');
  return { start, end: start + size, count, record };
}

function checkedPlace(
  { source }: ArchiveFile,
  place: DirectoryPlace,
  { before, single }: { readonly before: number; readonly single: boolean },
): DirectoryPlace {
  if (!single) throw unreadable(source, 'the end of its archive contradicts itself, or it is one of several parts');
  if (place.end !== before) throw unreadable(source, 'the directory of its archive does not lie before its end');
  return { start: place.start, end: place.end, count: place.count };
}
