import { describe, expect, test } from 'vitest';
import { joined, utf8Bytes } from '../../src/io/utf8-bytes.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { HiilitaseError } from '../../src/outcome.js';
import { all, bytesOf, inChunks } from '../support/bytes.js';

const TEXT = 'tili;summa\nKäyttö €;1\n\u{1f331};2\n';

type Encoding = LedgerLayout['encoding'];

/** What comes out as text, or the reason why nothing does. */
async function decoded(bytes: readonly number[] | Uint8Array, encoding: Encoding, size?: number): Promise<string> {
  try {
    const pieces = await all(utf8Bytes(inChunks(Uint8Array.from(bytes), size), encoding, 'ledger.csv'));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(pieces.reduce(joined, new Uint8Array(0)));
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    return error.issues.map(({ message }) => message).join();
  }
}

function utf16(text: string, order: 'little' | 'big'): readonly number[] {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return [0xfeff, ...units].flatMap((unit) =>
    order === 'little' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  );
}

describe('utf8Bytes', () => {
  test.each([1, 2, 3, 5, 7, 1_000])('gives the text of every encoding, cut into pieces of %i bytes', async (size) => {
    const marked = [0xef, 0xbb, 0xbf, ...bytesOf(TEXT)];
    expect(await decoded(bytesOf(TEXT), 'utf-8', size)).toBe(TEXT);
    expect(await decoded(marked, 'utf-8', size)).toBe(TEXT);
    expect(await decoded(utf16(TEXT, 'little'), 'utf-16', size)).toBe(TEXT);
    expect(await decoded(utf16(TEXT, 'big'), 'utf-16', size)).toBe(TEXT);
    expect(await decoded([0x4b, 0xe4, 0x80, 0x0a], 'windows-1252', size)).toBe('Kä€\n');
    expect(await decoded([0x4b, 0xe4, 0xa4, 0x0a], 'iso-8859-15', size)).toBe('Kä€\n');
    expect(await decoded([0x4b, 0xe4, 0xa4, 0x0a], 'iso-8859-1', size)).toBe('Kä¤\n');
  });

  test.each(['utf-8', 'windows-1252'] as const)('a file of no bytes has none in %s', async (encoding) => {
    expect(await decoded([], encoding)).toBe('');
  });

  test('fewer bytes than a byte-order mark has are text', async () => {
    expect(await decoded([0x61, 0x62], 'utf-8', 1)).toBe('ab');
  });

  test.each([
    ['UTF-16 without its mark', [0x61, 0x00, 0x62, 0x00], 'utf-16', 'has no byte-order mark'],
    ['UTF-16 of no bytes', [], 'utf-16', 'has no byte-order mark'],
    ['UTF-16 that is cut inside a character', [0xff, 0xfe, 0x61], 'utf-16', 'ends inside one. Is it cut?'],
    ['half a character in UTF-16', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00], 'utf-16', 'half a character of UTF-16'],
    ['UTF-16 declared as UTF-8', [0xff, 0xfe, 0x61, 0x00], 'utf-8', 'mark of UTF-16, but its layout declares utf-8'],
    ['UTF-8 declared as Windows-1252', [0xef, 0xbb, 0xbf, 0x61], 'windows-1252', 'mark of UTF-8, but its layout'],
    ['UTF-8 declared as UTF-16', [0xef, 0xbb, 0xbf, 0x61], 'utf-16', 'mark of UTF-8, but its layout declares utf-16'],
    ['big-endian UTF-16 declared as ISO', [0xfe, 0xff, 0x00, 0x61], 'iso-8859-1', 'mark of UTF-16, but its layout'],
    ['a byte without a character', [0x61, 0x62, 0x63, 0x81], 'windows-1252', '0x81 at offset 3 has no printed'],
  ] as const)('%s is refused', async (_, bytes, encoding, reason) => {
    expect(await decoded(bytes, encoding)).toContain(reason);
    expect(await decoded(bytes, encoding, 1)).toContain(reason);
  });

  test('a fault of the source is not taken for one of its text', async () => {
    const broken = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new RangeError('unplugged')) }) };
    await expect(all(utf8Bytes(broken, 'utf-16', 'ledger.csv'))).rejects.toThrow(new RangeError('unplugged'));
  });
});
