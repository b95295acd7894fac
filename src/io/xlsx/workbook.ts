import { didYouMean, nearestNames } from '../../nearest.js';
import { unreadable } from '../file-faults.js';
import { partOf, relationshipsOf } from './relationships.js';
import type { Relationship } from './relationships.js';
import { attributeIn, attributesOf, NO_NAMESPACES } from './xml-names.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, enterRoot, LINK_SPACES, readToEnd, SHEET_SPACES } from './xml-walk.js';
import { quoted } from './zip-directory.js';
import type { Archive } from './zip-directory.js';

/** What a workbook says of itself, as far as a sheet of it is to be read. */
export interface Workbook {
  /** The part that holds the sheet. */
  readonly sheet: string;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1 January 1904 instead of from the first day of 1900. */
  readonly date1904: boolean;
  /** Saved results of formulas do not count: the file asks to be calculated anew when it is opened. */
  readonly recalculate: boolean;
}

interface SheetEntry {
  readonly name: string;
  readonly link: string | undefined;
}

/** Finds the sheet of that name, and what is needed to read it. */
export async function readWorkbook(archive: Archive, sheet: string): Promise<Workbook> {
  const part = onlyOne(await relationshipsOf(archive, ''), 'officeDocument')?.member;
  if (part === undefined) throw unreadable(archive.source, 'it does not say which of its parts is the workbook');
  const { sheets, date1904, recalculate } = readWorkbookPart(await partOf(archive, part));
  const links = await relationshipsOf(archive, part);
  return {
    sheet: sheetPart(archive.source, sheet, sheets, links),
    sharedStrings: onlyOne(links, 'sharedStrings')?.member,
    styles: onlyOne(links, 'styles')?.member,
    date1904,
    recalculate,
  };
}

function onlyOne(links: readonly Relationship[], kind: string): Relationship | undefined {
  const [link, ...more] = links.filter((one) => one.kind === kind);
  return more.length === 0 ? link : undefined;
}

function readWorkbookPart(scan: XmlScan) {
  enterRoot(scan, SHEET_SPACES, 'workbook');
  const sheets: SheetEntry[] = [];
  let [date1904, recalculate] = [false, false];
  for (const { name, attributes } of childrenOf(scan, SHEET_SPACES)) {
    const given = attributesOf(scan, attributes);
    if (name === 'workbookPr') date1904 = isTrue(scan, given.get('date1904'));
    else if (name === 'calcPr') recalculate = isTrue(scan, given.get('fullCalcOnLoad'));
    else if (name === 'sheets') sheets.push(...sheetEntries(scan));
  }
  readToEnd(scan);
  return { sheets, date1904, recalculate };
}

function sheetEntries(scan: XmlScan): readonly SheetEntry[] {
  const found: SheetEntry[] = [];
  for (const { name, attributes } of childrenOf(scan, SHEET_SPACES)) {
    if (name !== 'sheet') continue;
    const given = attributesOf(scan, attributes);
    const scope = scan.open.at(-1)?.scope ?? NO_NAMESPACES;
    found.push({ name: given.get('name') ?? '', link: attributeIn(scope, given, LINK_SPACES, 'id') });
  }
  return found;
}

/** A truth value of XML; a missing one is false, any other text is refused. */
export function isTrue({ source, part }: XmlScan, value: string | undefined): boolean {
  if (value === '1' || value === 'true') return true;
  if (value === undefined || value === '0' || value === 'false') return false;
  throw unreadable(source, `its part ${part} says ${quoted(value)} where it has to say yes or no`);
}

function sheetPart(
  source: string,
  sheet: string,
  sheets: readonly SheetEntry[],
  links: readonly Relationship[],
): string {
  const named = sheets.filter(({ name }) => name === sheet);
  if (named.length !== 1) {
    const names = sheets.map(({ name }) => name);
    const fault = named.length === 0 ? 'no sheet' : 'more than one sheet';
    throw unreadable(
      source,
      `it has ${fault} ${quoted(sheet)}.${didYouMean(nearestNames(sheet, names))}`.replace(/\?$/, ''),
    );
  }
  const link = links.find(({ id }) => id === named[0]?.link);
  if (link?.kind !== 'worksheet') throw unreadable(source, `its sheet ${quoted(sheet)} is no table of cells`);
  if (link.member === undefined) throw unreadable(source, `its sheet ${quoted(sheet)} lies outside of the file`);
  return link.member;
}
