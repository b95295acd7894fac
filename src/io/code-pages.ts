/** The encodings of one byte a character that are read, besides UTF-8 and UTF-16. */
export const CODE_PAGES = ['windows-1252', 'iso-8859-1', 'iso-8859-15'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

const FIRST_OF_THE_UPPER_HALF = 0x80;
const FIRST_PRINTED_OF_LATIN = 0xa0;

/**
 * The characters of the bytes 0x80 to 0x9F of Windows-1252, a space where the code page has none. Written out here, since
 * the decoder of some Node versions gives control characters for them: the euro sign and dashes would be lost.
 */
const WINDOWS_1252 =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178';

/** Where ISO-8859-15 differs from ISO-8859-1. */
const LATIN_9: Readonly<Record<number, string>> = {
  0xa4: '\u20ac',
  0xa6: '\u0160',
  0xa8: '\u0161',
  0xb4: '\u017d',
  0xb8: '\u017e',
  0xbc: '\u0152',
  0xbd: '\u0153',
  0xbe: '\u0178',
};

/** The character of a byte, or undefined where the code page has no printed one: such a byte is damage, or another encoding. */
export function characterOf(byte: number, page: CodePage): string | undefined {
  if (byte < FIRST_OF_THE_UPPER_HALF) return String.fromCharCode(byte);
  if (byte < FIRST_PRINTED_OF_LATIN) {
    const character = page === 'windows-1252' ? WINDOWS_1252.charAt(byte - FIRST_OF_THE_UPPER_HALF) : ' ';
    return character === ' ' ? undefined : character;
  }
  return (page === 'iso-8859-15' ? LATIN_9[byte] : undefined) ?? String.fromCharCode(byte);
}
