import { errorIssue } from '../issue.js';
import { HiilitaseError } from '../outcome.js';
import { unreadable } from './file-faults.js';
import { readFooter } from './parquet-footer.js';
import type { ParquetFooter } from './parquet-footer.js';
import { reasonOf } from './read-json.js';

/** A file that can be read in pieces: what hyparquet calls an AsyncBuffer. */
export interface ParquetPieces {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/** A file whose name is known to issues. */
export interface OpenParquet {
  readonly pieces: ParquetPieces;
  readonly source: string;
}

const MAGIC = 'PAR1';
const MAGIC_OF_ENCRYPTED = 'PARE';
/** The length of the footer and the magic behind it. */
const TAIL = 8;
const SHORTEST = MAGIC.length + TAIL;
const FOOTER_AT_MOST = 67_108_864;

/** The pieces of bytes that are in memory. */
export function piecesOf(file: ParquetPieces | Uint8Array): ParquetPieces {
  if (!(file instanceof Uint8Array)) return file;
  return { byteLength: file.length, slice: (start, end) => new Uint8Array(file.subarray(start, end)).buffer };
}

/** Bytes of a file, all that were asked for. Throws `HiilitaseError` where they are not to be had. */
export async function bytesAt({ pieces, source }: OpenParquet, from: number, to: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await pieces.slice(from, to));
  } catch (error) {
    const reason = reasonOf(error);
    const message = `The bytes ${from} to ${to} of the file cannot be read: ${reason}.`;
    throw new HiilitaseError([
      errorIssue('file-unreadable', { message, detail: { file: source, reason }, at: { source } }),
    ]);
  }
  if (bytes.length !== to - from)
    throw unreadable(source, `${to - from} bytes were asked for and ${bytes.length} came`);
  return bytes;
}

/** The footer of a file and the place where its pages have to end. Throws `HiilitaseError` where it is no Parquet file. */
export async function footerOf(file: OpenParquet): Promise<{ readonly footer: ParquetFooter; readonly at: number }> {
  const { pieces, source } = file;
  const size = pieces.byteLength;
  if (!Number.isSafeInteger(size) || size < SHORTEST) throw unreadable(source, 'it is too short for a Parquet file');
  const head = await bytesAt(file, 0, MAGIC.length);
  const tail = await bytesAt(file, size - TAIL, size);
  const marks = [head, tail.subarray(TAIL - MAGIC.length)].map((bytes) => new TextDecoder('latin1').decode(bytes));
  if (marks.includes(MAGIC_OF_ENCRYPTED)) throw unreadable(source, 'it is encrypted');
  if (marks.some((mark) => mark !== MAGIC))
    throw unreadable(source, 'it does not begin and end as a Parquet file does. Is it cut?');
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  const at = size - TAIL - length;
  if (at < MAGIC.length || length > FOOTER_AT_MOST)
    throw unreadable(source, `its footer claims ${length} bytes of ${size}`);
  const bytes = await bytesAt(file, at, size);
  return { footer: withoutDamage(source, 'its footer', () => readFooter(bytes, TAIL)), at };
}

/**
 * What `read` gives. Damaged bytes throw whatever they happen to lead to, here and in hyparquet: all of it means that the file
 * cannot be read there.
 */
export function withoutDamage<T>(source: string, where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof HiilitaseError) throw error;
    throw unreadable(source, `${where} is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
}
