import { errorIssue } from '../../issue.js';
import { HiilitaseError } from '../../outcome.js';
import { unreadable } from '../file-faults.js';
import { crc32 } from './crc32.js';
import { inflated } from './inflate.js';
import { quoted } from './zip-directory.js';
import type { Archive, Member } from './zip-directory.js';
import { isRecord } from './zip-numbers.js';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const NO_WORD = 0xffffffff;
const FLAG_SIZES_FOLLOW = 0x08;
const MEBIBYTE = 2 ** 20;
const SIZE_AT_MOST = 256 * MEBIBYTE;
/** A sheet of a million empty rows packs 400:1; only what would fill memory has to be packed less densely. */
const SIZE_OF_ANY_DENSITY = 64 * MEBIBYTE;
const DENSITY_AT_MOST = 200;

/** Where the packed bytes of a member lie. */
interface Span {
  readonly name: string;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Checks that every member lies where the directory says, under the same name, and that no two share a byte. */
export function checkMembers(archive: Archive): void {
  const spans = [...archive.members.values()].map((member) => spanOf(archive, member));
  spans.sort((one, other) => one.from - other.from);
  let end = 0;
  for (const span of spans) {
    if (span.from < end) throw unreadable(archive.source, `${quoted(span.name)} in it overlaps another member`);
    end = span.end;
  }
}

/** The bytes of a member, whole and as the directory describes them: no more, no fewer, with their checksum. */
export async function bytesOfMember(archive: Archive, member: Member): Promise<Uint8Array> {
  const { name, size, packed, method, crc } = member;
  if (size > SIZE_AT_MOST || (size > SIZE_OF_ANY_DENSITY && size > DENSITY_AT_MOST * packed))
    throw tooLarge(archive, name);
  const { start, end } = spanOf(archive, member);
  const raw = archive.bytes.subarray(start, end);
  const bytes = method === 'stored' ? raw : await inflated(raw, size);
  if (bytes === undefined) throw unreadable(archive.source, `${quoted(name)} in it cannot be unpacked: it is damaged`);
  if (bytes === 'longer' || bytes.length !== size) {
    throw unreadable(archive.source, `${quoted(name)} in it has another size than its directory says`);
  }
  if (crc32(bytes) !== crc) {
    throw unreadable(archive.source, `${quoted(name)} in it does not fit its checksum: the file is damaged`);
  }
  return bytes;
}

function spanOf(archive: Archive, member: Member): Span {
  const { view, bytes, source, directory } = archive;
  const { offset, name, packed } = member;
  if (!isRecord(archive, offset, LOCAL, LOCAL_LENGTH)) throw strayed(source, name);
  const nameStart = offset + LOCAL_LENGTH;
  const nameEnd = nameStart + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  const end = start + packed;
  const own = new TextDecoder().decode(bytes.subarray(nameStart, nameEnd));
  if (end > directory.start || own !== name) throw strayed(source, name);
  const flags = view.getUint16(offset + 6, true);
  const method = view.getUint16(offset + 8, true) === 0 ? 'stored' : 'deflated';
  if (flags !== member.flags || method !== member.method || !sameSizes(archive, member)) {
    throw unreadable(source, `${quoted(name)} in it is described in two ways: its size differs from the directory`);
  }
  return { name, from: offset, start, end };
}

/** Sizes and checksum before the member are those of the directory, unless it says that they follow or are too long. */
function sameSizes({ view }: Archive, { offset, flags, crc, packed, size }: Member): boolean {
  const same = (place: number, expected: number) => {
    const found = view.getUint32(offset + place, true);
    const open = (flags & FLAG_SIZES_FOLLOW) !== 0 && found === 0;
    return found === expected || open || (found === NO_WORD && place !== 14);
  };
  return same(14, crc) && same(18, packed) && same(22, size);
}

function strayed(source: string, name: string): HiilitaseError {
  return unreadable(
    source,
    `${quoted(name)} does not lie where the directory of its archive says: the file is damaged`,
  );
}

function tooLarge({ source }: Archive, name: string): HiilitaseError {
  const limit = '256 MiB, or 64 MiB where it is packed 200 to 1';
  const message = `${quoted(name)} in the workbook is larger than ${limit}. Is it a workbook? Save a ledger that large as delimited text.`;
  return new HiilitaseError([errorIssue('file-too-large', { message, detail: { limit }, at: { source } })]);
}
