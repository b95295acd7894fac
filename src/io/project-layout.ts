import type { Outcome } from '../outcome.js';
import { parseLedgerLayout } from './ledger-layout.js';
import type { LedgerLayout } from './ledger-layout.js';
import { parseWorkbookLayout } from './xlsx/workbook-layout.js';
import type { WorkbookLayout } from './xlsx/workbook-layout.js';

/** How a ledger file of a project is written: as delimited text, or as a sheet of a workbook. */
export type ProjectLayout = LedgerLayout | WorkbookLayout;

/** Reads a layout of a project file: one that names a sheet is of a workbook. */
export function parseProjectLayout(input: unknown): Outcome<ProjectLayout> {
  const namesSheet = typeof input === 'object' && input !== null && Object.hasOwn(input, 'sheet');
  return namesSheet ? parseWorkbookLayout(input) : parseLedgerLayout(input);
}

/** Whether a layout is of a workbook. */
export function isWorkbookLayout(layout: ProjectLayout): layout is WorkbookLayout {
  return 'sheet' in layout;
}
