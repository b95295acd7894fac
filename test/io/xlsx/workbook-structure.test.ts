/** What lies between the archive and the cells: relationships, the list of sheets, formats, addresses. */
import { describe, expect, test } from 'vitest';
import { parseWorkbookLayout, xlsxPostings } from 'hiilitase/xlsx';
import { cellPlace, cellRange, columnLetters } from '../../../src/io/xlsx/cell-address.js';
import { readCellFormats } from '../../../src/io/xlsx/cell-formats.js';
import { cellNumber } from '../../../src/io/xlsx/cell-number.js';
import { serialDay } from '../../../src/io/xlsx/serial-day.js';
import { xmlScan } from '../../../src/io/xlsx/xml-scan.js';
import { orThrow } from '../../../src/outcome.js';
import { all, bytesOf } from '../../support/bytes.js';
import { date, linkXml, number, shared, SHEETS, sheetXml, STYLES, text, workbookOf } from '../../support/workbooks.js';
import type { BookXml, CellXml } from '../../support/workbooks.js';

const DECLARED = {
  id: 'purchases',
  sheet: 'Ostot',
  headerRow: 1,
  dates: 'serial',
  columns: { account: 'Tili', date: 'Päivä', amount: 'Summa' },
};
const HEADER = { cells: ['Tili', 'Päivä', 'Summa'].map(text) };
const ROW = { cells: [text('4300'), date('45292'), number('1')] };
const SHEET = sheetXml([HEADER, ROW]);

/** The rows that are read, or what is said against the file. */
async function readBook(book: BookXml): Promise<readonly number[] | string> {
  const layout = orThrow(parseWorkbookLayout(DECLARED));
  const { postings, issues } = xlsxPostings(workbookOf({ sheet: SHEET, ...book }), layout, 'book.xlsx');
  const rows = (await all(postings)).map(({ row }) => row);
  return issues.length === 0 ? rows : issues.map(({ code, message }) => `${code}: ${message}`).join('\n');
}

const inSheet = (from: string | RegExp, to: string) => readBook({ sheet: SHEET.replace(from, to) });
const inMember = (name: string, from: string | RegExp, to: string) =>
  readBook({
    members: (members) =>
      members.map((one) =>
        one.name === name && typeof one.data === 'string' ? { ...one, data: one.data.replace(from, to) } : one,
      ),
  });

describe('workbooks as other programs write them', () => {
  test('names with prefixes, and the namespaces of strict files', async () => {
    const prefixed = SHEET.replaceAll(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    expect(await readBook({ sheet: prefixed })).toEqual([2]);
    const strict = SHEET.replace(/xmlns="[^"]*"/, 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"');
    expect(await readBook({ sheet: strict })).toEqual([2]);
  });

  test('targets from the root of the file, and around corners', async () => {
    const links = (target: string) => linkXml('rId1', 'worksheet', target) + linkXml('rId2', 'styles', 'styles.xml');
    expect(await readBook({ links: links('/xl/worksheets/sheet1.xml') })).toEqual([2]);
    expect(await readBook({ links: links('../xl/./worksheets/sheet1.xml') })).toEqual([2]);
  });

  test('no formats and no texts at all', async () => {
    const sheet = SHEET.replaceAll(/ s="\d"/g, '');
    expect(await readBook({ sheet, links: linkXml('rId1', 'worksheet', 'worksheets/sheet1.xml') })).toEqual([2]);
  });

  test('elements that say nothing of cells', async () => {
    const extra = '<dimension ref="A1:C2"/><cols><col min="1" max="3" hidden="1"/></cols><sheetData><extLst/>';
    expect(await inSheet('<sheetData>', extra)).toEqual([2]);
    expect(await inSheet('<v>1</v>', '<v>1</v><extLst><ext><v>2</v></ext></extLst>')).toEqual([2]);
    expect(await inSheet('r="A2" t', 'cm="1" r="A2" t')).toEqual([2]);
    expect(await readBook({ sheets: `<extLst/>${SHEETS}`, calculation: '<calcPr calcId="1"/>' })).toEqual([2]);
    expect(await readBook({ after: '' })).toEqual([2]);
  });

  test('cells that are merged far from the table', async () => {
    const after = '<mergeCells><extLst/><mergeCell ref="E1:F1"/></mergeCells>';
    expect(await readBook({ sheet: sheetXml([HEADER, ROW], after) })).toEqual([2]);
  });
});

describe('workbooks that are refused', () => {
  test.each<[string, BookXml, RegExp]>([
    ['a sheet of another name', { sheets: SHEETS.replace('Ostot', 'Osto') }, /no sheet "Ostot". Did you mean Osto.$/m],
    ['two sheets of one name', { sheets: SHEETS + SHEETS }, /more than one sheet "Ostot"/],
    ['a sheet without a link', { sheets: SHEETS.replace('r:id="rId1"', '') }, /no table of cells/],
    ['a chart', { links: linkXml('rId1', 'chartsheet', 'a.xml') }, /no table of cells/],
    [
      'a sheet outside',
      { links: linkXml('rId1', 'worksheet', 'https://example.org', ' TargetMode="External"') },
      /lies outside of the file/,
    ],
    ['a sheet above the file', { links: linkXml('rId1', 'worksheet', '../../sheet.xml') }, /lies outside of the file/],
    ['a sheet that is not there', { links: linkXml('rId1', 'worksheet', 'a.xml') }, /no part "xl\/a.xml"/],
    [
      'two relationships of one name',
      { links: linkXml('rId1', 'worksheet', 'a.xml') + linkXml('rId1', 'styles', 'b.xml') },
      /two relationships "rId1"/,
    ],
    ['a day count neither here nor there', { properties: '<workbookPr date1904="maybe"/>' }, /has to say yes or no/],
    ['no workbook', { members: (members) => members.slice(1) }, /no part "_rels\/.rels"/],
  ])('%s', async (_, book, said) => {
    expect(await readBook(book)).toMatch(said);
  });

  test('a file that says of no part, or of two, that they are the workbook', async () => {
    expect(await inMember('_rels/.rels', 'officeDocument"', 'image"')).toMatch(/which of its parts is the workbook/);
    const two = linkXml('rId9', 'officeDocument', 'xl/workbook.xml');
    expect(await inMember('_rels/.rels', '</Relationships>', `${two}</Relationships>`)).toMatch(/which of its parts/);
  });

  test('relationships without a name, a target or a kind lead nowhere', async () => {
    expect(await inMember('_rels/.rels', /<Relationship .*\/>/, '<Other/><Relationship/>')).toMatch(
      /which of its parts/,
    );
  });

  test.each<[string, string | RegExp, string, RegExp]>([
    ['another root', /worksheet/g, 'chartsheet', /root element is not worksheet/],
    ['no table', /<sheetData>.*<\/sheetData>/, '', /holds no table of cells/],
    ['two tables', '</sheetData>', '</sheetData><sheetData/>', /holds two tables/],
    ['a row past the last', '<row r="2"', '<row r="1048577"', /row "1048577" is outside a worksheet/],
    ['a row that is no number', '<row r="2"', '<row r="x"', /row "x" is outside a worksheet/],
    ['a row before the last one', '<row r="2"', '<row r="1"', /row 1 appears twice/],
    ['a cell of another row', 'r="B2"', 'r="B3"', /B3 stands in row 2/],
    ['a cell twice', 'r="B2"', 'r="A2"', /A2 appears twice/],
    ['a cell past the last column', 'r="C2"', 'r="XFE2"', /"XFE2" is outside a worksheet/],
    ['two values', '<v>1</v>', '<v>1</v><v>2</v>', /C2 has two values/],
    ['a value of another kind', '<v>1</v>', '<is><t>1</t></is>', /C2 has two values, or one that does not fit/],
    ['a format that does not exist', 's="1"', 's="99"', /B2: its format 99 does not exist/],
    ['a type that does not exist', ' s="1"', ' t="z"', /type "z" are not known/],
    ['hidden neither here nor there', '<row r="2"', '<row r="2" hidden="?"', /has to say yes or no/],
    ['text between cells', '<row r="2">', '<row r="2">5', /text stands between elements/],
  ])('%s', async (_, from, to, said) => {
    expect(await inSheet(from, to)).toMatch(said);
  });

  test('bare cells that run past the last column', async () => {
    const cells = Array.from({ length: 16_385 }, (): CellXml => number('1'));
    expect(await readBook({ sheet: sheetXml([{ cells, bare: true }]) })).toMatch(/after the last one" is outside/);
  });

  test('merged ranges that are none', async () => {
    for (const ref of ['', 'A1:B2:C3', 'A0:B2', 'B2:XFE3']) {
      const after = `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;
      expect(await readBook({ sheet: sheetXml([HEADER, ROW], after) })).toMatch(/merges the cells/);
    }
    const after = '<mergeCells><mergeCell/></mergeCells>';
    expect(await readBook({ sheet: sheetXml([HEADER, ROW], after) })).toMatch(/merges the cells ""/);
  });

  test('texts by another thing than a number', async () => {
    const rows = [HEADER, { cells: [shared('x'), date('45292'), number('1')] }];
    expect(await readBook({ sheet: sheetXml(rows), strings: [] })).toMatch(/A2: string "x" does not exist/);
  });
});

test('a fault of the program itself is not taken for one of the file', async () => {
  const layout = orThrow(parseWorkbookLayout(DECLARED));
  const { postings } = xlsxPostings(undefined as unknown as Uint8Array, layout, 'book.xlsx'); // a caller without types
  await expect(all(postings)).rejects.toThrow(TypeError);
});

describe('addresses', () => {
  test.each([
    ['A1', { column: 1, row: 1 }],
    ['Z9', { column: 26, row: 9 }],
    ['AA10', { column: 27, row: 10 }],
    ['XFD1048576', { column: 16_384, row: 1_048_576 }],
    ['XFE1', undefined],
    ['A1048577', undefined],
    ['A0', undefined],
    ['a1', undefined],
    ['1', undefined],
  ])('%s', (address, place) => {
    expect(cellPlace(address)).toEqual(place);
    if (place !== undefined) expect(`${columnLetters(place.column)}${place.row}`).toBe(address);
  });

  test('one address is a range of one cell', () => {
    expect(cellRange('B2')).toEqual({ from: { column: 2, row: 2 }, to: { column: 2, row: 2 } });
  });
});

describe('numbers of cells', () => {
  test.each([
    ['0.1', '0.1'],
    ['1234.5599999999999', '1234.56'],
    ['1234.5600000000000', '1234.56'],
    ['0.10000000000000001', '0.1'],
    ['1.0000000000000001E-5', '0.00001'],
    ['1.5E3', '1500'],
    ['1E+2', '100'],
    ['-0', '-0'],
    ['-0.00000000000', '0'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['123456789012345', '123456789012345'],
    ['99999999999999.9', '99999999999999.9'],
  ])('%s is %s', (written, expected) => {
    expect(cellNumber(written)).toEqual({ text: expected });
  });

  test.each([
    ['0.30000000000000004', 'unsafe-float'],
    ['9007199254740993', 'unsafe-float'],
    ['1e400', 'out-of-range'],
    ['1e30', 'out-of-range'],
    ['12345678901234567e400', 'out-of-range'],
    ['1e-31', 'too-precise'],
    ['NaN', 'not-finite'],
    ['-INF', 'not-finite'],
    ['', 'syntax'],
    [' 1', 'syntax'],
    ['1,5', 'syntax'],
    ['0x10', 'syntax'],
    ['1e1000000', 'syntax'],
    ['1'.repeat(65), 'syntax'],
  ])('%s is not read: %s', (written, fault) => {
    expect(cellNumber(written)).toEqual({ fault });
  });
});

describe('numbers of days', () => {
  test('follow the calendar of the language, in both counts', () => {
    for (let serial = 32_874; serial <= 73_415; serial += 97) {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      expect(serialDay(String(serial), false)).toEqual({ day });
      expect(serialDay(String(serial - 1462), true)).toEqual({ day });
    }
  });

  test('60 is a day where 1904 is the first year', () => {
    expect(serialDay('60', true)).toMatchObject({ fault: 'out-of-range' });
    expect(serialDay('60', false)).toMatchObject({ fault: 'not-real' });
  });
});

describe('formats', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const formatOf = (code: string) => {
    const own = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/><numFmt/></numFmts>`;
    const styles = `<styleSheet xmlns="${MAIN}">${own}<cellXfs><xf numFmtId="164"/><xf/></cellXfs></styleSheet>`;
    return readCellFormats(xmlScan(bytesOf(styles), 'styles.xml', 'book.xlsx'));
  };

  test.each([
    ['General', 'plain'],
    ['0', 'plain'],
    ['@', 'plain'],
    ['0.00', 'other'],
    ['0000', 'other'],
    ['#,##0.00 [$EUR]', 'other'],
    ['0.00&quot; days&quot;', 'other'],
    ['0.00E+00', 'other'],
    ['[Red]0', 'other'],
    ['yyyy-mm-dd', 'date'],
    ['[$-40B]d\\.m\\.yyyy;@', 'date'],
    ['[h]:mm', 'date'],
    ['[ss]', 'date'],
  ])('%s', (code, format) => {
    expect(formatOf(code)[0]).toBe(format);
  });
});

test('a format longer than any of Excel is damage', async () => {
  const styles = STYLES.replace('0000', '['.repeat(256));
  expect(await readBook({ styles })).toMatch(/more than 255 characters/);
});

describe('parseWorkbookLayout', () => {
  test('a layout is data', () => {
    const layout = {
      ...DECLARED,
      textAmounts: { decimal: 'comma', thousands: 'space', negatives: 'minus-sign' },
      namesLikeTotals: ['Total Oy'],
      ignored: ['Selite'],
    };
    expect(orThrow(parseWorkbookLayout(layout))).toEqual(layout);
  });

  test.each<[string, object, string, string]>([
    ['a sheet', { sheet: undefined }, 'missing-field', 'sheet'],
    ['a row of the header', { headerRow: 0 }, 'invalid-value', 'headerRow'],
    ['a form of dates', { dates: 'guess' }, 'invalid-value', 'dates'],
    ['known keys', { sheetName: 'Ostot' }, 'unknown-key', 'sheetName'],
    ['a column of accounts', { columns: { amount: 'a', date: 'b' } }, 'missing-field', 'columns.account'],
    ['two signs', { textAmounts: { decimal: 'comma', thousands: 'comma' } }, 'invalid-value', 'textAmounts.thousands'],
  ])('it needs %s', (_, changes, code, path) => {
    const read = parseWorkbookLayout({ ...DECLARED, ...changes });
    expect(read.issues.map((issue) => [issue.code, issue.at?.path])).toEqual([[code, path]]);
  });
});
