const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const A = 64;
const LETTERS = 26;

export const ROWS_AT_MOST = 1_048_576;
export const COLUMNS_AT_MOST = 16_384;

/** A cell's place, both from 1. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** The place that an address such as `B7` names; `undefined` where it lies outside of every sheet. */
export function cellPlace(address: string): CellPlace | undefined {
  const match = ADDRESS.exec(address);
  if (match === null) return undefined;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * LETTERS + letters.charCodeAt(at) - A;
  const row = Number(digits);
  return column > COLUMNS_AT_MOST || row > ROWS_AT_MOST ? undefined : { column, row };
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % LETTERS;
  const before = (column - 1 - rest) / LETTERS;
  return `${before === 0 ? '' : columnLetters(before)}${String.fromCharCode(A + 1 + rest)}`;
}

/** Rows and columns from the first to the last, both included. */
export interface CellRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** The range that a text such as `B2:C9` names; one address is a range of one cell. */
export function cellRange(reference: string): CellRange | undefined {
  const [first = '', last = first, ...more] = reference.split(':');
  const [from, to] = [cellPlace(first), cellPlace(last)];
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
}
