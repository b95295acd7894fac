/** ZIP archives made byte by byte, sound ones and others, after the format's own description (APPNOTE 6.3). */
import { crc32, deflateRawSync } from 'node:zlib';
import { bytesOf } from './bytes.js';

/** The numbers that stand both before a member and in the directory. */
export interface MemberNumbers {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

export interface ZipMember {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly packing?: 'stored' | 'deflated';
  /** What the directory says otherwise than the member. */
  readonly directory?: Partial<MemberNumbers & { readonly offset: number; readonly name: string }>;
  /** What stands before the member otherwise than in the directory. */
  readonly local?: Partial<MemberNumbers>;
  /** Sizes and checksum follow the member, as programs write them that do not know them before. */
  readonly sizesFollow?: boolean;
  /** Numbers of eight bytes stand in for those of four. */
  readonly long?: boolean;
}

export interface ZipOptions {
  readonly comment?: string;
  /** The end record with numbers of eight bytes stands before the usual one. */
  readonly longEnd?: boolean;
  /** Changes the end record, or the long one. */
  readonly end?: (view: DataView) => void;
  readonly longRecord?: (view: DataView) => void;
}

const OPEN = 0xffffffff;

function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** A record of numbers: each with how many bytes it takes. */
function record(...numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of numbers) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}

const changed = (bytes: Uint8Array, change?: (view: DataView) => void): Uint8Array => {
  change?.(new DataView(bytes.buffer));
  return bytes;
};

/** An archive of these members. */
export function zipOf(members: readonly ZipMember[], options: ZipOptions = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  const put = (piece: Uint8Array) => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const member of members) {
    const { packing = 'deflated', long = false, sizesFollow = false } = member;
    const data = typeof member.data === 'string' ? bytesOf(member.data) : member.data;
    const packed = packing === 'stored' ? data : new Uint8Array(deflateRawSync(data));
    const name = bytesOf(member.name);
    const numbers: MemberNumbers = {
      flags: sizesFollow ? 8 : 0,
      method: packing === 'stored' ? 0 : 8,
      crc: crc32(data),
      packed: packed.length,
      size: data.length,
    };
    const offset = at;
    const local = { ...numbers, ...(sizesFollow ? { crc: 0, packed: 0, size: 0 } : {}), ...member.local };
    const sizes = long ? [OPEN, OPEN] : [local.packed, local.size];
    const localExtra = long ? record([2, 1], [2, 16], [8, local.size], [8, local.packed]) : new Uint8Array(0);
    put(record([4, 0x04034b50], [2, 20], [2, local.flags], [2, local.method], [4, 0], [4, local.crc]));
    put(record([4, sizes[0] ?? 0], [4, sizes[1] ?? 0], [2, name.length], [2, localExtra.length]));
    put(joinedBytes([name, localExtra, packed]));
    if (sizesFollow) put(record([4, 0x08074b50], [4, numbers.crc], [4, numbers.packed], [4, numbers.size]));
    entries.push(entryOf({ ...numbers, offset, name: member.name, ...member.directory }, long));
  }
  const start = at;
  entries.forEach(put);
  const size = at - start;
  const { longEnd = false, comment = '' } = options;
  if (longEnd) {
    const longAt = at;
    const counts = [8, members.length] as const;
    put(
      changed(
        record([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], counts, counts, [8, size], [8, start]),
        options.longRecord,
      ),
    );
    put(record([4, 0x07064b50], [4, 0], [8, longAt], [4, 1]));
  }
  const count = longEnd ? 0xffff : members.length;
  const place = longEnd ? ([OPEN, OPEN] as const) : ([size, start] as const);
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, place[0]],
    [4, place[1]],
    [2, comment.length],
  );
  put(changed(end, options.end));
  put(bytesOf(comment));
  return joinedBytes(pieces);
}

function entryOf(entry: MemberNumbers & { readonly offset: number; readonly name: string }, long: boolean): Uint8Array {
  const { flags, method, crc, packed, size, offset } = entry;
  const name = bytesOf(entry.name);
  const extra = long
    ? record([2, 0x5455], [2, 2], [2, 0], [2, 1], [2, 24], [8, size], [8, packed], [8, offset])
    : new Uint8Array(0);
  const numbers = long ? [OPEN, OPEN, OPEN] : [packed, size, offset];
  return joinedBytes([
    record([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, numbers[0] ?? 0]),
    record([4, numbers[1] ?? 0], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
    record([4, numbers[2] ?? 0]),
    name,
    extra,
  ]);
}
