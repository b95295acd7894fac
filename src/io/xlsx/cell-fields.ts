import { errorIssue } from '../../issue.js';
import type { Issue, IssueLocation, NumberFault } from '../../issue.js';
import { quotedValue, shownValue } from '../../shown-value.js';
import { cellNumber } from './cell-number.js';
import type { CellValue } from './cell-value.js';
import { serialDay } from './serial-day.js';

/** A cell's text as the field of a posting, or what is wrong with it. */
export type CellField = { readonly text: string } | { readonly issue: Issue };

/** A cell with a value, and where it stands: file, row and column for issues, its address for people. */
export interface PlacedCell {
  readonly value: CellValue;
  readonly address: string;
  readonly at: IssueLocation;
}

/** An amount: a number, or text where texts are read; then the layout says how it is written. */
export function amountField(cell: PlacedCell, texts: 'read' | 'refused'): CellField {
  const { value } = cell;
  if (value.kind === 'unsaved') return unsaved(cell);
  if (value.kind === 'text' && texts === 'read') return value;
  if (value.kind === 'error') return badNumber(cell, value.text, 'syntax', 'Mend its formula: an error is not a zero.');
  if (value.kind !== 'number') {
    const next = 'A number is expected; amounts kept as text need textAmounts in the layout.';
    return badNumber(cell, value.text, 'type', next);
  }
  if (value.format === 'date') return badNumber(cell, value.text, 'type', 'It is shown as a date: was it mistyped?');
  const number = cellNumber(value.text);
  return 'fault' in number ? badNumber(cell, value.text, number.fault, NEXT_STEP[number.fault]) : number;
}

const NEXT_STEP: Readonly<Record<NumberFault, string>> = {
  type: 'A number is expected.',
  syntax: 'A number is expected.',
  'not-finite': 'A finite number is expected.',
  'out-of-range': 'At most 30 digits stand before the point.',
  'too-precise': 'At most 30 digits stand after the point.',
  'unsafe-float': 'It has more than 15 digits, as calculated numbers do: round it to cents in the workbook.',
};

function badNumber(cell: PlacedCell, text: string, reason: NumberFault, next: string): CellField {
  const message = `The cell ${cell.address} holds ${quotedValue(text)}, which is no amount. ${next}`;
  return { issue: errorIssue('invalid-number', { message, detail: { value: shownValue(text), reason }, at: cell.at }) };
}

/** A day: a number of days, or a day that is written as such. */
export function serialField(cell: PlacedCell, date1904: boolean): CellField {
  const { value } = cell;
  if (value.kind === 'unsaved') return unsaved(cell);
  if (value.kind === 'day') return { text: value.text.replace(/T00:00:00(?:\.0{1,9})?Z?$/, '') };
  if (value.kind !== 'number')
    return badDate(cell, value.text, 'type', 'the layout declares dates as serial: real dates');
  const day = serialDay(value.text, date1904);
  return 'fault' in day ? badDate(cell, value.text, day.fault, day.why) : { text: day.day };
}

/** A day that is text, in the form that the layout declares. */
export function textDateField(cell: PlacedCell): CellField {
  const { value } = cell;
  if (value.kind === 'unsaved') return unsaved(cell);
  return value.kind === 'text' ? value : badDate(cell, value.text, 'type', 'the layout declares dates as text');
}

function badDate(cell: PlacedCell, text: string, reason: DateFault, why: string): CellField {
  const message = `The cell ${cell.address} holds ${quotedValue(text)}, which is not read as a date: ${why}.`;
  return { issue: errorIssue('invalid-date', { message, detail: { value: shownValue(text), reason }, at: cell.at }) };
}

type DateFault = 'syntax' | 'not-real' | 'out-of-range' | 'type';

/** Control characters other than tab and line breaks, and halves of characters. */
const NOT_TEXT = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f]/u;
const WHOLE_NUMBER = /^\d+$/;

/**
 * A name: text, or a whole number that is shown as its digits. A number in another format may be shown otherwise than it
 * is kept (`0042` for 42).
 */
export function nameField(cell: PlacedCell): CellField {
  const { value } = cell;
  switch (value.kind) {
    case 'unsaved':
      return unsaved(cell);
    case 'text':
      return NOT_TEXT.test(value.text) ? badName(cell, value.text, 'text without control characters') : value;
    case 'number': {
      const number = cellNumber(value.text);
      const isPlain = 'text' in number && value.format === 'plain' && WHOLE_NUMBER.test(number.text);
      return isPlain ? number : badName(cell, value.text, 'text, or a whole number in the format General');
    }
    default:
      return badName(cell, value.text, 'text');
  }
}

function badName(cell: PlacedCell, text: string, expected: string): CellField {
  const value = shownValue(text);
  const message = `The cell ${cell.address} holds ${quotedValue(text)}, which is not read as a name. Expected: ${expected}.`;
  return { issue: errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] }, at: cell.at }) };
}

function unsaved({ address, at }: PlacedCell): CellField {
  const field = at.path ?? address;
  const message = `The cell ${address} is a formula without a saved result that counts. Open the workbook in a spreadsheet program, save it, and read it again.`;
  return { issue: errorIssue('missing-field', { message, detail: { field }, at }) };
}
