import { Decimal, roundedText } from '../decimal.js';

/** One row of a table for people: a label and its cells. */
export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** What stands where a figure was not calculated; never a zero. */
export const NOT_CALCULATED = 'not calc.';

const LABEL_WIDTH = 46;
const CELL_WIDTH = 11;

/** Rows as lines of text: labels to the left, cells to the right, all of one width. */
export function table(rows: readonly TableRow[]): readonly string[] {
  const labels = Math.max(LABEL_WIDTH, ...rows.map(({ label }) => label.length));
  const width = Math.max(CELL_WIDTH, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.length + 1)));
  return rows.map(({ label, cells }) =>
    `${label.padEnd(labels)}${cells.map((cell) => cell.padStart(width)).join('')}`.trimEnd(),
  );
}

const GROUPS = /\B(?=(?:\d{3})+(?!\d))/g;

/** Decimal text for people: rounded once, half away from zero, thousands apart by a comma. */
export function shown(text: string | undefined, decimalPlaces: number): string {
  if (text === undefined) return NOT_CALCULATED;
  const [whole = '', fraction] = roundedText(new Decimal(text), decimalPlaces).split('.');
  const grouped = whole.replace(GROUPS, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
