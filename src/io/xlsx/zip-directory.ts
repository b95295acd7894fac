import { unreadable } from '../file-faults.js';
import { directoryPlace } from './zip-end.js';
import type { DirectoryPlace } from './zip-end.js';
import { archiveFile, isRecord, longAt } from './zip-numbers.js';
import type { ArchiveFile } from './zip-numbers.js';

const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const NO_WORD = 0xffffffff;
const LONG_NUMBERS = 1;
const FLAG_ENCRYPTED = 0x2041; // encrypted, strongly encrypted, or with a hidden directory
const FLAG_PATCHED = 0x20;

/** A member as the directory of the archive has it. */
export interface Member {
  readonly name: string;
  readonly flags: number;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An archive whose directory has been read. */
export interface Archive extends ArchiveFile {
  readonly directory: DirectoryPlace;
  readonly members: ReadonlyMap<string, Member>;
}

/**
 * Reads the directory of a ZIP archive. Refused: encryption, other methods than stored and deflated, a name that stands
 * twice, a directory that is not as long as it says. Names are keys of a map and never paths.
 */
export function readArchive(bytes: Uint8Array, source: string): Archive {
  const file = archiveFile(bytes, source);
  const directory = directoryPlace(file);
  const members = new Map<string, Member>();
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    const { member, next } = memberAt(file, at, directory.end);
    if (members.has(member.name)) throw unreadable(source, `its archive has two members ${quoted(member.name)}`);
    members.set(member.name, member);
    at = next;
  }
  if (at !== directory.end) throw unreadable(source, 'the directory of its archive holds more than its members');
  return { ...file, directory, members };
}

function memberAt(file: ArchiveFile, at: number, end: number): { readonly member: Member; readonly next: number } {
  const { bytes, view, source } = file;
  if (at + ENTRY_LENGTH > end || !isRecord(file, at, ENTRY, ENTRY_LENGTH)) throw damaged(source);
  const short = (place: number) => view.getUint16(at + place, true);
  const word = (place: number) => view.getUint32(at + place, true);
  const nameEnd = at + ENTRY_LENGTH + short(28);
  const extraEnd = nameEnd + short(30);
  const next = extraEnd + short(32);
  if (next > end) throw damaged(source);
  const name = memberName(bytes.subarray(at + ENTRY_LENGTH, nameEnd), source);
  const flags = short(8);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw unreadable(source, `${quoted(name)} in it is encrypted`);
  const method = short(10);
  if ((method !== 0 && method !== 8) || (flags & FLAG_PATCHED) !== 0) {
    throw unreadable(source, `${quoted(name)} in it is packed in another way than a workbook's members are`);
  }
  const long = longNumbers(file, nameEnd, extraEnd);
  const number = (place: number) => (word(place) === NO_WORD ? long() : word(place));
  const [size, packed, offset] = [number(24), number(20), number(42)];
  const crc = word(16);
  return { member: { name, flags, method: method === 0 ? 'stored' : 'deflated', crc, packed, size, offset }, next };
}

/** Gives, one after the other, the numbers of eight bytes that stand in for numbers that an entry leaves open. */
function longNumbers(file: ArchiveFile, from: number, end: number): () => number {
  let [at, fieldEnd] = [0, 0];
  for (let field = from; field + 4 <= end; field += 4 + file.view.getUint16(field + 2, true)) {
    if (file.view.getUint16(field, true) !== LONG_NUMBERS) continue;
    at = field + 4;
    fieldEnd = Math.min(end, at + file.view.getUint16(field + 2, true));
    break;
  }
  return () => {
    if (at + 8 > fieldEnd) throw damaged(file.source);
    at += 8;
    return longAt(file, at - 8);
  };
}

function memberName(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(source, 'a member of its archive has a name that is not UTF-8');
  }
}

function damaged(source: string) {
  return unreadable(source, 'the directory of its archive is damaged');
}

/** A member's name in messages. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 64 ? `${name.slice(0, 64)}…` : name);
}
