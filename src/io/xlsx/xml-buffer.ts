import { errorIssue } from '../../issue.js';
import { HiilitaseError } from '../../outcome.js';
import { unreadable } from '../file-faults.js';

const BYTES_AT_ONCE = 2 ** 20;
/** A cell holds 32 767 characters at most; nothing between two marks is longer than that, however it is escaped. */
const TEXT_AT_MOST = 2 ** 20;

/** A part of a workbook as text that is decoded piece by piece: so far, from a place on. */
export interface XmlBuffer {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly part: string;
  readonly decoder: InstanceType<typeof TextDecoder>;
  decoded: number;
  text: string;
  at: number;
}

/** A buffer of which nothing has been read. */
export function xmlBuffer(bytes: Uint8Array, part: string, source: string): XmlBuffer {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return { bytes, source, part, decoder, decoded: 0, text: '', at: 0 };
}

/** Decodes another piece; false where there is none. */
export function refill(buffer: XmlBuffer): boolean {
  const { bytes, decoded, decoder } = buffer;
  if (decoded >= bytes.length) return false;
  const end = Math.min(bytes.length, decoded + BYTES_AT_ONCE);
  try {
    const piece = decoder.decode(bytes.subarray(decoded, end), { stream: end < bytes.length });
    buffer.text = buffer.text.slice(buffer.at) + piece;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notWellFormed(buffer, 'it is not UTF-8');
  }
  buffer.at = 0;
  buffer.decoded = end;
  return true;
}

/** Sees to it that so many characters lie ahead, where there are so many. */
export function lookAhead(buffer: XmlBuffer, characters: number): void {
  while (buffer.text.length - buffer.at < characters && refill(buffer));
}

/** What stands before a mark, from where the buffer is: the buffer goes past the mark. `undefined` where the mark does not come. */
export function takeUntil(buffer: XmlBuffer, mark: string): string | undefined {
  for (let from = buffer.at; ; ) {
    const found = buffer.text.indexOf(mark, from);
    if (found !== -1) {
      const text = buffer.text.slice(buffer.at, found);
      buffer.at = found + mark.length;
      return text;
    }
    const seen = buffer.text.length - buffer.at;
    if (seen > TEXT_AT_MOST) throw tooLong(buffer);
    if (!refill(buffer)) return undefined;
    from = buffer.at + Math.max(0, seen - mark.length + 1);
  }
}

function tooLong({ part, source }: XmlBuffer): HiilitaseError {
  const limit = '1 MiB of text in one place';
  const message = `The part ${part} of the workbook holds more than ${limit}. No cell holds that much: is it damaged?`;
  return new HiilitaseError([errorIssue('file-too-large', { message, detail: { limit }, at: { source } })]);
}

/** The error for a part that is not XML as workbooks have it. */
export function notWellFormed({ part, source }: XmlBuffer, reason: string): HiilitaseError {
  return unreadable(source, `its part ${part} is not the XML of a workbook: ${reason}`);
}
