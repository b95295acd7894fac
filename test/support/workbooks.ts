/** Workbooks for tests, written as XML from their cells; nothing of the library takes part. */
import { zipOf } from './zip-files.js';
import type { ZipMember, ZipOptions } from './zip-files.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell: its attributes besides the address, and what is in it. */
export interface CellXml {
  readonly attributes: string;
  readonly inside: string;
}

const cell = (attributes: string, inside: string): CellXml => ({ attributes, inside });
export const text = (value: string): CellXml =>
  cell(' t="inlineStr"', `<is><t xml:space="preserve">${xmlText(value)}</t></is>`);
export const shared = (index: number | string): CellXml => cell(' t="s"', `<v>${index}</v>`);
export const number = (value: string, style = 0): CellXml => cell(` s="${style}"`, `<v>${value}</v>`);
/** A number in the format of dates. */
export const date = (serial: string): CellXml => number(serial, 1);
export const ofType = (type: string, value: string): CellXml => cell(` t="${type}"`, `<v>${value}</v>`);
export const formula = (written: string, value?: string, type = 'n'): CellXml =>
  cell(` t="${type}"`, `<f>${xmlText(written)}</f>${value === undefined ? '' : `<v>${value}</v>`}`);
export const styled: CellXml = cell(' s="1"', '');

/** A row: its cells from column A on; `undefined` leaves one out. */
export interface RowXml {
  readonly cells: readonly (CellXml | undefined)[];
  readonly row?: number;
  readonly attributes?: string;
  /** Cells without addresses, as the format allows. */
  readonly bare?: boolean;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function rowXml({ cells, row, attributes = '', bare = false }: RowXml, number: number): string {
  const at = row ?? number;
  const inside = cells.map((one, index) => {
    if (one === undefined) return '';
    const address = bare ? '' : ` r="${LETTERS[index] ?? '?'}${at}"`;
    return `<c${address}${one.attributes}>${one.inside}</c>`;
  });
  return `<row${bare ? '' : ` r="${at}"`}${attributes}>${inside.join('')}</row>`;
}

/** The XML of a sheet with these rows, one below the other. */
export function sheetXml(rows: readonly RowXml[], after = ''): string {
  let before = 0;
  const written = rows.map((row) => {
    before = row.row ?? before + 1;
    return rowXml(row, before);
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData>${after}</worksheet>`;
}

export interface BookXml {
  readonly rows?: readonly RowXml[];
  /** The whole sheet, instead of `rows`. */
  readonly sheet?: string;
  /** Elements behind the table. */
  readonly after?: string;
  readonly strings?: readonly string[];
  /** Elements before the list of sheets, and behind it. */
  readonly properties?: string;
  readonly calculation?: string;
  readonly styles?: string;
  readonly sheets?: string;
  readonly links?: string;
  /** Changes members, or adds some. */
  readonly members?: (members: readonly ZipMember[]) => readonly ZipMember[];
  readonly zip?: ZipOptions;
}

/** Formats 0: General, 1: a built-in date, 2: two decimals, 3: four digits, 4: a date of one's own, 5: red numbers, 6: text. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="[$-40B]d\\.m\\.yyyy;@"/><numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot; days&quot;"/></numFmts><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="49"/></cellXfs></styleSheet>`;

export const workbookXml = (properties: string, sheets: string, calculation = ''): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${properties}<sheets>${sheets}</sheets>${calculation}</workbook>`;

export const linksXml = (links: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}">${links}</Relationships>`;
export const linkXml = (id: string, kind: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"${more}/>`;

export const SHEETS = '<sheet name="Ostot" sheetId="1" r:id="rId1"/>';

/** The members of a workbook whose one sheet is called Ostot. */
export function membersOf(book: BookXml): readonly ZipMember[] {
  const { rows = [], after = '', strings, properties = '', calculation = '', styles = STYLES } = book;
  const links = [
    linkXml('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    linkXml('rId2', 'styles', 'styles.xml'),
    ...(strings === undefined ? [] : [linkXml('rId3', 'sharedStrings', 'sharedStrings.xml')]),
  ].join('');
  const table = `${HEAD}<sst xmlns="${MAIN}">${(strings ?? []).join('')}</sst>`;
  return [
    { name: '_rels/.rels', data: linksXml(linkXml('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', data: workbookXml(properties, book.sheets ?? SHEETS, calculation) },
    { name: 'xl/_rels/workbook.xml.rels', data: linksXml(book.links ?? links) },
    { name: 'xl/styles.xml', data: styles },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: table }]),
    { name: 'xl/worksheets/sheet1.xml', data: book.sheet ?? sheetXml(rows, after) },
  ];
}

export function workbookOf(book: BookXml): Uint8Array {
  const members = membersOf(book);
  return zipOf(book.members?.(members) ?? members, book.zip);
}
