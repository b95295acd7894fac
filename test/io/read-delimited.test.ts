import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../src/io/read-delimited.js';
import type { DelimitedOptions } from '../../src/io/read-delimited.js';
import type { Issue } from '../../src/issue.js';
import { HiilitaseError } from '../../src/outcome.js';
import { all, bytesOf, cutAfter, inChunks } from '../support/bytes.js';

const QUOTED: DelimitedOptions = { source: 'ledger.csv', delimiter: ';', quoting: 'double-quote', encoding: 'utf-8' };
const PLAIN: DelimitedOptions = { source: 'ledger.tsv', delimiter: '\t', quoting: 'none', encoding: 'utf-8' };
const BOM = '\uFEFF';
const MEBIBYTE = 1_048_576;

async function fieldsOf(text: string, options: DelimitedOptions): Promise<readonly (readonly string[])[]> {
  return (await all(readDelimited(inChunks(bytesOf(text)), options))).map(({ fields }) => fields);
}

/** The issues that reading ended with, and the rows read before. */
async function faultOf(
  chunks: AsyncIterable<Uint8Array>,
  options: DelimitedOptions,
): Promise<{ rows: number; issues: readonly Issue[] }> {
  let rows = 0;
  try {
    for await (const { row } of readDelimited(chunks, options)) rows = row;
  } catch (error) {
    if (error instanceof HiilitaseError) return { rows, issues: error.issues };
    throw error;
  }
  throw new Error('The file was read to its end; a fault was expected.');
}

function syntaxIssue(source: string, reason: string, row?: number): Issue {
  return {
    code: 'file-syntax',
    severity: 'error',
    message: `The file cannot be read: ${reason}.`,
    detail: { file: source, reason },
    at: row === undefined ? { source } : { source, row },
  };
}

describe.each([
  ['without quoting', PLAIN, '\t'],
  ['with double quotes', QUOTED, ';'],
] as const)('readDelimited %s', (_, options, mark) => {
  const fields = (text: string) => fieldsOf(text.replaceAll(';', mark), options);

  test('records are numbered from the header, which is row 1', async () => {
    const records = all(readDelimited(inChunks(bytesOf(`a${mark}b\n1${mark}2\n`)), options));
    expect(await records).toEqual([
      { row: 1, fields: ['a', 'b'], end: 'line-end' },
      { row: 2, fields: ['1', '2'], end: 'line-end' },
    ]);
  });

  test.each([
    [
      'a line feed at the end makes no record',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'the last line may do without',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'csv-011: both line ends may be mixed',
      'a;b\r\n1;2\n3;4\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a carriage return at the very end goes with its line', 'a;b\r', [['a', 'b']]],
    ['a carriage return inside a field stays', 'a\rb;c\n', [['a\rb', 'c']]],
    ['an empty line is one empty field', 'a\n\n1\n', [['a'], [''], ['1']]],
    ['empty fields are fields', ';;\n', [['', '', '']]],
    ['white space is kept', ' a ; b\t\n'.replace('\t', ''), [[' a ', ' b']]],
    ['csv-018: a nameless column is a column', 'a;;b\n', [['a', '', 'b']]],
    [
      'csv-005: the number of fields is left to the reader of the records',
      'a;b\n1;2;3\n4\n',
      [['a', 'b'], ['1', '2', '3'], ['4']],
    ],
    [
      'csv-002: names of inherited properties are plain text',
      '__proto__;constructor\n',
      [['__proto__', 'constructor']],
    ],
    [
      'enc-001: a byte-order mark is passed over',
      `${BOM}kohde;kWh\r\nSähkö;1\r\n`,
      [
        ['kohde', 'kWh'],
        ['Sähkö', '1'],
      ],
    ],
    ['a second byte-order mark is text', `${BOM}${BOM}a;b\n`, [[`${BOM}a`, 'b']]],
    ['uni-008: letters beyond the basic plane pass unchanged', '🌱 puisto;b\n', [['🌱 puisto', 'b']]],
  ] as const)('%s', async (__, text, expected) => {
    expect(await fields(text)).toEqual(expected);
  });

  test('csv-014: an empty file has no records', async () => {
    expect(await fields('')).toEqual([]);
    expect(await fields(BOM)).toEqual([]);
  });

  const difficult = bytesOf(`${BOM}kohde;määrä €\r\nSähkö 🌱;"1"\n;\r\n"";x`.replaceAll(';', mark));

  test('wherever the file falls into two chunks, the records are the same', async () => {
    const whole = await all(readDelimited(inChunks(difficult), options));
    expect(whole).toHaveLength(4);
    for (let count = 0; count <= difficult.length; count += 1) {
      expect(await all(readDelimited(cutAfter(difficult, count), options))).toEqual(whole);
    }
  });

  test('byte by byte, the records are the same', async () => {
    const whole = await all(readDelimited(inChunks(difficult), options));
    expect(await all(readDelimited(inChunks(difficult, 1), options))).toEqual(whole);
  });

  test('csv-027: a file that ends early gives its complete records unchanged, or cannot be read', async () => {
    const whole = await all(readDelimited(inChunks(difficult), options));
    for (let count = 0; count < difficult.length; count += 1) {
      const read: unknown[] = [];
      try {
        for await (const record of readDelimited(inChunks(difficult.subarray(0, count)), options)) read.push(record);
      } catch (error) {
        expect(error).toBeInstanceOf(HiilitaseError);
      }
      expect(read.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, read.length - 1)));
      expect(read.length).toBeLessThanOrEqual(whole.length);
    }
  });

  test.each([
    ['enc-002: Windows-1252', [0x61, 0x0a, 0x53, 0xe4, 0x68, 0x0a]],
    ['enc-011: an overlong sequence', [0xc0, 0xaf]],
    ['enc-013: a file that ends inside a character', [0x61, 0x0a, 0xe2, 0x82]],
  ])('%s is no UTF-8 and is never guessed', async (__, bytes) => {
    const { issues } = await faultOf(inChunks(Uint8Array.from(bytes)), options);
    const reason = 'it holds bytes that are not UTF-8. Save it as UTF-8, or declare its encoding';
    expect(issues).toEqual([syntaxIssue(options.source, reason)]);
  });

  test('enc-014: the character U+0000 is no text, whether it stands in a cell or is half of UTF-16', async () => {
    const { issues } = await faultOf(inChunks(bytesOf('a\0b;1')), options);
    const reason = 'it holds the control character U+0000. Is it UTF-16, or damaged?';
    expect(issues).toEqual([syntaxIssue(options.source, reason)]);
  });

  test('what goes wrong while the bytes are fetched comes through unchanged', async () => {
    const broken = new Error('The disk is gone.');
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytesOf('a\n'));
      throw broken;
    }
    await expect(all(readDelimited(failing(), options))).rejects.toBe(broken);
  });

  test('a reader that stops early lets go of the file', async () => {
    let closed = 'no';
    async function* file(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(bytesOf('a\n'));
      } finally {
        closed = 'yes';
      }
    }
    for await (const { row } of readDelimited(file(), options)) if (row === 3) break;
    expect(closed).toBe('yes');
  });

  const tooLarge = (row: number): Issue => ({
    code: 'file-too-large',
    severity: 'error',
    message:
      'The record is larger than 1 MiB or 1000 columns a record. Is the delimiter or the quoting declared wrongly?',
    detail: { limit: '1 MiB or 1000 columns a record' },
    at: { source: options.source, row },
  });

  test('a record of 1 000 columns is read, one of 1 001 is not', async () => {
    const columns = (count: number) => `${Array.from({ length: count }, () => 'x').join(mark)}\n`;
    expect((await fields(columns(1000))).map((record) => record.length)).toEqual([1000]);
    expect(await faultOf(inChunks(bytesOf(`a\nb\n${columns(1001)}`)), options)).toEqual({
      rows: 2,
      issues: [tooLarge(3)],
    });
  });

  test('a record of 1 MiB is read, one of a letter more is not, whole or in pieces', async () => {
    const long = 'x'.repeat(MEBIBYTE - 2);
    expect((await fields(`${long}\n`)).map(([field]) => field?.length)).toEqual([MEBIBYTE - 2]);
    for (const end of ['xxx\nb\n', 'xxx']) {
      for (const size of [16 * MEBIBYTE, 65_536]) {
        const { issues } = await faultOf(inChunks(bytesOf(`a\n${long}${end}`), size), options);
        expect(issues).toEqual([tooLarge(2)]);
      }
    }
  });

  test('a record without an end is refused as soon as it is too large, and no more of the file is fetched', async () => {
    let fetched = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; fetched < 8; fetched += 1) yield await Promise.resolve(bytesOf('x'.repeat(MEBIBYTE / 2)));
    }
    expect((await faultOf(endless(), options)).issues).toEqual([tooLarge(1)]);
    expect(fetched).toBe(2);
  });

  test('the records before one that is too large are given, whatever the chunks', async () => {
    const bytes = bytesOf(`a\n${'x'.repeat(MEBIBYTE + 1)}`);
    const rows = [16 * MEBIBYTE, 65_536, 4096].map(
      async (size) => (await faultOf(inChunks(bytes, size), options)).rows,
    );
    expect(await Promise.all(rows)).toEqual([1, 1, 1]);
  });
});

describe('readDelimited without quoting', () => {
  test('a quotation mark is a character like any other', async () => {
    expect(await fieldsOf('"a\t5" pipe\t""\n', PLAIN)).toEqual([['"a', '5" pipe', '""']]);
  });

  test('only the declared delimiter parts fields', async () => {
    expect(await fieldsOf('a;b,c\td\n', PLAIN)).toEqual([['a;b,c', 'd']]);
    expect(await fieldsOf('a;b,c\td\n', { ...PLAIN, delimiter: ',' })).toEqual([['a;b', 'c\td']]);
  });
});

describe('readDelimited with double quotes', () => {
  test.each([
    ['quotes do not belong to the field', '"a";b\n', [['a', 'b']]],
    ['a delimiter inside quotes belongs to the field', '"a;b";c\n', [['a;b', 'c']]],
    [
      'csv-008: two marks are one',
      'a;b\n"sanoi ""hei""";1\n',
      [
        ['a', 'b'],
        ['sanoi "hei"', '1'],
      ],
    ],
    ['a field of one mark', '""""\n', [['"']]],
    ['empty quotes are an empty field', '"";""\n', [['', '']]],
    ['empty quotes at the very end are a record', 'a\n""', [['a'], ['']]],
    ['white space inside quotes stays', '" a "\n', [[' a ']]],
    ['both kinds of line end inside quotes stay', '"a\r\nb\nc"\r\n', [['a\r\nb\nc']]],
    ['a carriage return before a closing quote stays', '"a\r"\n', [['a\r']]],
    ['a closing quote may be the last of the file', 'a;"b"', [['a', 'b']]],
    ['a closing quote and a carriage return may be', 'a;"b"\r', [['a', 'b']]],
    ['a quoted delimiter alone', '";"\n', [[';']]],
  ] as const)('%s', async (_, text, expected) => {
    expect(await fieldsOf(text, QUOTED)).toEqual(expected);
  });

  test('csv-012: a field over several lines is one record, and rows go on being counted as records', async () => {
    const records = all(readDelimited(inChunks(bytesOf('a;b\n"rivi 1\nrivi 2";2\nc;3\n')), QUOTED));
    expect((await records).map(({ row, fields: [first] }) => [row, first])).toEqual([
      [1, 'a'],
      [2, 'rivi 1\nrivi 2'],
      [3, 'c'],
    ]);
  });

  test('csv-006: a quotation mark that is never closed is a fault of its row, not one long field', async () => {
    expect(await faultOf(inChunks(bytesOf('a;b\n"x;1\ny;2\nz;3\n')), QUOTED)).toEqual({
      rows: 1,
      issues: [syntaxIssue('ledger.csv', 'a quotation mark opened in row 2 is never closed', 2)],
    });
  });

  test('a quotation mark inside an unquoted field is a fault', async () => {
    expect(await faultOf(inChunks(bytesOf('a;b\nx;5" pipe\n')), QUOTED)).toEqual({
      rows: 1,
      issues: [
        syntaxIssue(
          'ledger.csv',
          'a quotation mark stands inside an unquoted field in row 2. Does the file quote at all?',
          2,
        ),
      ],
    });
  });

  test.each(['"x"y;1\n', '"x" ;1\n', '"x"\ry\n'])(
    'text after a closing quotation mark is a fault: %j',
    async (text) => {
      expect(await faultOf(inChunks(bytesOf(`a;b\n${text}`)), QUOTED)).toEqual({
        rows: 1,
        issues: [syntaxIssue('ledger.csv', 'text follows a closing quotation mark in row 2', 2)],
      });
    },
  );

  test.each(['"x"\r;1\n', '"x"\r"y"\n'])(
    'a carriage return between a closing quotation mark and more of its line is a fault, and not dropped: %j',
    async (text) => {
      const { rows, issues } = await faultOf(inChunks(bytesOf(`a;b\n${text}`)), QUOTED);
      expect([rows, issues.map(({ code }) => code)]).toEqual([1, ['file-syntax']]);
    },
  );
});
