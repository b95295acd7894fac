import { byteAt } from './byte-at.js';
import { characterOf } from './code-pages.js';
import type { CodePage } from './code-pages.js';
import { unreadable } from './file-faults.js';
import type { LedgerLayout } from './ledger-layout.js';

const UTF_8_MARK = [0xef, 0xbb, 0xbf] as const;
const BYTES_OF_A_CHARACTER = 3;

/**
 * The bytes of a file as UTF-8, without a byte-order mark, whatever declared encoding they come in. Whether a file declared
 * as UTF-8 is UTF-8 is not looked at here. Throws `HiilitaseError` where a byte has no character in the encoding, UTF-16 has
 * no byte-order mark or ends inside a character, or a byte-order mark speaks of another encoding than the declared one.
 */
export async function* utf8Bytes(
  chunks: AsyncIterable<Uint8Array>,
  encoding: LedgerLayout['encoding'],
  source: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoded =
    encoding === 'utf-8' ? identity : encoding === 'utf-16' ? utf16Decoder(source) : pageDecoder(encoding, source);
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield decoded(chunk);
      continue;
    }
    head = joined(head, chunk);
    if (head.length < UTF_8_MARK.length) continue;
    yield decoded(withoutMark(head, encoding, source));
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield decoded(withoutMark(head, encoding, source));
  const rest = decoded(undefined);
  if (rest.length > 0) yield rest;
}

type Decoder = (chunk: Uint8Array | undefined) => Uint8Array;

const NOTHING = new Uint8Array(0);
const identity: Decoder = (chunk) => chunk ?? NOTHING;

/** Two pieces as one. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function withoutMark(head: Uint8Array, encoding: LedgerLayout['encoding'], source: string): Uint8Array {
  const marked = UTF_8_MARK.every((byte, index) => head[index] === byte);
  const utf16 = markOfUtf16(head);
  if (encoding === 'utf-8' && marked) return head.subarray(UTF_8_MARK.length);
  const found = marked ? 'UTF-8' : utf16 === undefined ? undefined : 'UTF-16';
  if (found !== undefined && !(found === 'UTF-16' && encoding === 'utf-16')) {
    throw unreadable(source, `it begins with the byte-order mark of ${found}, but its layout declares ${encoding}`);
  }
  return head;
}

function markOfUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

function utf16Decoder(source: string): Decoder {
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (chunk) => {
    if (decoder === undefined) {
      const order = markOfUtf16(chunk ?? NOTHING);
      if (order === undefined) {
        throw unreadable(
          source,
          'it is declared as UTF-16 and has no byte-order mark, which says in which order its bytes stand',
        );
      }
      decoder = new TextDecoder(order, { fatal: true });
    }
    try {
      return encoder.encode(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw unreadable(source, 'it holds half a character of UTF-16, or ends inside one. Is it cut?');
    }
  };
}

/** The UTF-8 bytes of each byte of a code page: how many, and which. */
function pageTable(page: CodePage): { readonly lengths: Uint8Array; readonly bytes: Uint8Array } {
  const lengths = new Uint8Array(256);
  const bytes = new Uint8Array(256 * BYTES_OF_A_CHARACTER);
  const encoder = new TextEncoder();
  for (let byte = 0; byte < 256; byte += 1) {
    const character = characterOf(byte, page);
    const encoded = encoder.encode(character ?? '');
    lengths[byte] = encoded.length;
    bytes.set(encoded, byte * BYTES_OF_A_CHARACTER);
  }
  return { lengths, bytes };
}

function pageDecoder(page: CodePage, source: string): Decoder {
  const { lengths, bytes } = pageTable(page);
  let before = 0;
  return (chunk = NOTHING) => {
    const encoded = new Uint8Array(chunk.length * BYTES_OF_A_CHARACTER);
    let end = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = byteAt(chunk, at);
      const length = byteAt(lengths, byte);
      if (length === 0) throw unmapped(byte, { page, source, offset: before + at });
      for (let part = 0; part < length; part += 1) encoded[end++] = byteAt(bytes, byte * BYTES_OF_A_CHARACTER + part);
    }
    before += chunk.length;
    return encoded.subarray(0, end);
  };
}

function unmapped(byte: number, { page, source, offset }: { page: CodePage; source: string; offset: number }) {
  const hexadecimal = `0x${byte.toString(16).toUpperCase()}`;
  return unreadable(
    source,
    `the byte ${hexadecimal} at offset ${offset} has no printed character in ${page}. Declare how it is encoded`,
  );
}
