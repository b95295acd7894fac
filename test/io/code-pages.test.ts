import { describe, expect, test } from 'vitest';
import { characterOf } from '../../src/io/code-pages.js';
import type { CodePage } from '../../src/io/code-pages.js';

/** The bytes 0x80 to 0xBF as Python's codecs decode them, a space where they have none or a control character. */
const FROM_80: Readonly<Record<CodePage, string>> = {
  'windows-1252':
    '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178\u00a0\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00af\u00b0\u00b1\u00b2\u00b3\u00b4\u00b5\u00b6\u00b7\u00b8\u00b9\u00ba\u00bb\u00bc\u00bd\u00be\u00bf',
  'iso-8859-1':
    '                                \u00a0\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00af\u00b0\u00b1\u00b2\u00b3\u00b4\u00b5\u00b6\u00b7\u00b8\u00b9\u00ba\u00bb\u00bc\u00bd\u00be\u00bf',
  'iso-8859-15':
    '                                \u00a0\u00a1\u00a2\u00a3\u20ac\u00a5\u0160\u00a7\u0161\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00af\u00b0\u00b1\u00b2\u00b3\u017d\u00b5\u00b6\u00b7\u017e\u00b9\u00ba\u00bb\u0152\u0153\u0178\u00bf',
};

describe.each(Object.keys(FROM_80) as readonly CodePage[])('%s', (page) => {
  test('has the characters of its standard, and none where the standard has a control character', () => {
    const found = Array.from({ length: 64 }, (_, index) => characterOf(0x80 + index, page) ?? ' ');
    expect(found.join('')).toBe(FROM_80[page]);
  });

  test('is ASCII below, and Latin-1 above', () => {
    expect([0x0a, 0x3b, 0x41, 0x7e].map((byte) => characterOf(byte, page)).join('')).toBe('\n;A~');
    const upper = Array.from({ length: 64 }, (_, index) => characterOf(0xc0 + index, page));
    expect(upper.join('')).toBe(String.fromCharCode(...Array.from({ length: 64 }, (_, index) => 0xc0 + index)));
  });
});
