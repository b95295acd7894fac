import { readCellFormats } from './cell-formats.js';
import type { CellFormat } from './cell-formats.js';
import { partOf } from './relationships.js';
import { readSharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import type { SheetRows } from './sheet-rows.js';
import type { CellReferences } from './cell-value.js';
import { readWorkbook } from './workbook.js';
import { readArchive } from './zip-directory.js';
import { checkMembers } from './zip-member.js';

/** A sheet whose rows can be read, with everything that its cells refer to. */
export interface OpenSheet extends SheetRows {
  readonly references: CellReferences;
}

const NO_STYLES: readonly CellFormat[] = ['plain'];

/** Opens a workbook and finds the sheet of that name; throws where the file is not whole or not as workbooks are. */
export async function openSheet(bytes: Uint8Array, name: string, source: string): Promise<OpenSheet> {
  const archive = readArchive(bytes, source);
  checkMembers(archive);
  const { sheet, sharedStrings, styles, date1904, recalculate } = await readWorkbook(archive, name);
  const strings = sharedStrings === undefined ? [] : readSharedStrings(await partOf(archive, sharedStrings));
  const formats = styles === undefined ? NO_STYLES : readCellFormats(await partOf(archive, styles));
  const rows = sheetRows(await partOf(archive, sheet));
  return { ...rows, references: { strings, formats, recalculate, date1904, source } };
}
