/** The door `hiilitase/xlsx`: ledgers in Excel workbooks. It needs no package, in Node and in browsers. */
export type { LedgerPostings } from './ledger-postings.js';
export { parseWorkbookLayout } from './xlsx/workbook-layout.js';
export type { TextAmounts, WorkbookLayout } from './xlsx/workbook-layout.js';
export { xlsxPostings } from './xlsx/xlsx-postings.js';
