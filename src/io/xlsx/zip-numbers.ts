import { unreadable } from '../file-faults.js';

/** A file in memory, and the name it goes by in issues. */
export interface ArchiveFile {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly source: string;
}

/** The file with a view of its numbers. */
export function archiveFile(bytes: Uint8Array, source: string): ArchiveFile {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), source };
}

const WORD = 2 ** 32;

/** A number of eight bytes. No file that is read here is so large that it needs more than 53 bits. */
export function longAt({ view, source }: ArchiveFile, at: number): number {
  const number = view.getUint32(at + 4, true) * WORD + view.getUint32(at, true);
  if (!Number.isSafeInteger(number)) throw unreadable(source, 'its archive names a size no file has');
  return number;
}

/** Whether a record of so many bytes with this mark lies at a place. */
export function isRecord({ bytes, view }: ArchiveFile, at: number, mark: number, length: number): boolean {
  return at >= 0 && at + length <= bytes.length && view.getUint32(at, true) === mark;
}
