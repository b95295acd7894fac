/** Workbooks of sites and kilowatt-hours, from the rows that an entry of the difficult inputs gives, and what they come to. */
import { crc32, deflateRawSync, constants } from 'node:zlib';
import { parseWorkbookLayout, xlsxPostings } from 'hiilitase/xlsx';
import type { Issue } from '../../src/issue.js';
import type { Posting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { all } from './bytes.js';
import { date, number, sheetXml, text, workbookOf } from './workbooks.js';
import type { BookXml, membersOf } from './workbooks.js';
import type { ZipMember } from './zip-files.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROW = /(<row r="(\d+)"[^>]*>)(.*?)(<\/row>)/g;

/** What column B of the rows is; the other one of the two stands in a column C that is added to them. */
export type SecondColumn = 'amount' | 'date';

function withThirdColumn(rows: string, second: SecondColumn): string {
  return rows.replaceAll(ROW, (_, start: string, row: string, cells: string, end: string) => {
    const name = `<c r="C${row}" t="inlineStr"><is><t>muu</t></is></c>`;
    const value = second === 'amount' ? date('45292') : number('1');
    const third = row === '1' ? name : `<c r="C${row}"${value.attributes}>${value.inside}</c>`;
    return `${start}${cells}${third}${end}`;
  });
}

/** A workbook with these rows. A DOCTYPE goes before the sheet. */
export function bookOfRows(rows: string, second: SecondColumn, book: BookXml & { readonly doctype?: string } = {}) {
  const [before = '', after = ''] = sheetXml([]).split('<sheetData>');
  const [head = '', root = ''] = before.split('\n');
  const sheet = `${head}${book.doctype ?? ''}${root}<sheetData>${withThirdColumn(rows, second)}${after}`;
  return workbookOf({ ...book, sheet });
}

export interface BookReading {
  readonly postings: readonly Posting[];
  readonly issues: readonly Issue[];
}

/** The postings of such a workbook. */
export async function readBook(bytes: Uint8Array, second: SecondColumn, changes: object = {}): Promise<BookReading> {
  const columns = { account: 'kohde', amount: 'kWh', date: 'muu' };
  const layout = orThrow(
    parseWorkbookLayout({
      id: 'book',
      sheet: 'Ostot',
      headerRow: 1,
      dates: 'serial',
      columns: second === 'amount' ? columns : { ...columns, amount: 'muu', date: 'kWh' },
      ...changes,
    }),
  );
  const { postings, issues } = xlsxPostings(bytes, layout, 'book.xlsx');
  return { postings: await all(postings), issues };
}

/** A workbook of one row whose second cell holds this number. */
export function bookOfNumber(value: string, second: SecondColumn): Uint8Array {
  const other = second === 'amount' ? date('45292') : number('1');
  const cell = second === 'amount' ? number(value) : date(value);
  return workbookOf({
    rows: [{ cells: ['kohde', 'kWh', 'muu'].map(text) }, { cells: [text('A'), cell, other] }],
  });
}

/** A workbook whose sheet unpacks to so many mebibytes of blanks, as the directory says or hides. */
export function bombOf(mebibytes: number, declared: 'truly' | 'falsely'): Uint8Array {
  const piece = new Uint8Array(2 ** 20).fill(32);
  const packed = new Uint8Array(deflateRawSync(piece, { level: 9, finishFlush: constants.Z_FULL_FLUSH }));
  const raw = new Uint8Array(mebibytes * packed.length + 2);
  let crc = 0;
  for (let index = 0; index < mebibytes; index += 1) {
    raw.set(packed, index * packed.length);
    crc = crc32(piece, crc);
  }
  raw.set([3, 0], mebibytes * packed.length); // an empty last block
  const numbers = { method: 8, crc, size: declared === 'truly' ? mebibytes * piece.length : 2 ** 20 };
  return workbookOf({
    members: (members) => members.map((one) => (one.name === SHEET ? bomb(raw, numbers) : one)),
  });
}

function bomb(raw: Uint8Array, numbers: Required<ZipMember>['directory']): ZipMember {
  return { name: SHEET, data: raw, packing: 'stored', directory: numbers, local: numbers };
}

/** A header, three rows, and formatted rows down to the last one of the sheet, of which there are 1 048 576. */
export function bookWithFormatsBelow(): Uint8Array {
  const rows = [{ cells: ['kohde', 'kWh', 'muu'].map(text) }];
  const filled = [1, 2, 3].map((amount) => ({ cells: [text('A'), number(String(amount)), date('45292')] }));
  const sheet = sheetXml([...rows, ...filled]);
  let below = '';
  for (let row = 5; row <= 1_048_576; row += 1) below += `<row r="${row}"><c r="A${row}" s="1"/></row>`;
  return workbookOf({ sheet: sheet.replace('</sheetData>', `${below}</sheetData>`) });
}

/** The members of the sound workbook, and two that are named as no part of a workbook is. */
export const withStrangers = (members: ReturnType<typeof membersOf>) => [
  ...members,
  { name: '../../evil.txt', data: 'x' },
  { name: '__proto__', data: 'x' },
];

/** The members without packing: a flipped bit of a text stays one flipped bit. */
export const storedMembers = (members: ReturnType<typeof membersOf>) =>
  members.map((one) => ({ ...one, packing: 'stored' as const }));

/** The members of a workbook whose directory says that the sheet is smaller than it is. */
export const withSmallerSheet = (members: ReturnType<typeof membersOf>) =>
  members.map((one) => (one.name === SHEET ? { ...one, directory: { size: 400 } } : one));

/** The bytes with so many single bits flipped, one at a time, at places that a fixed sequence chooses. */
export function* flippedOnce(bytes: Uint8Array, count: number): Generator<Uint8Array> {
  let state = 1;
  for (let index = 0; index < count; index += 1) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223; // Numerical Recipes' sequence
    const place = (state >>> 8) % (bytes.length * 8);
    const flipped = Uint8Array.from(bytes);
    flipped[place >>> 3] = (flipped[place >>> 3] ?? 0) ^ (1 << (place & 7));
    yield flipped;
  }
}
