import type { Issue } from '../issue.js';
import { foldPosting } from '../ledger/ledger-fold.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import { readPosting } from '../ledger/posting.js';
import type { ReadPosting } from '../ledger/posting.js';
import { programError } from '../outcome.js';
import { centsOfBytes } from './amount-bytes.js';
import { OWN_ARRAYS } from './array-room.js';
import { blockOf } from './byte-at.js';
import { byteFold, foldNumbers } from './byte-fold.js';
import type { ByteFold, ScannedRow } from './byte-fold.js';
import { dayOfBytes } from './day-bytes.js';
import type { LedgerHeader } from './ledger-header.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';
import { canonicalNumber } from './local-text.js';
import { numberOfName } from './name-column.js';
import type { NameColumn } from './name-column.js';
import { isIssues, postingOfRow } from './posting-of-row.js';

/** Cells of a table, column by column as the header places them. */
export type CellColumns = readonly (readonly string[])[];

/** A row of a table: its place in the columns, and its number in the file. */
export interface CellRow {
  readonly cells: CellColumns;
  readonly place: number;
  readonly row: number;
}

/** The fold of a table whose cells are text: most rows are added up as numbers, and odd ones become postings. */
export interface CellFold {
  readonly fold: LedgerFold;
  readonly sums: ByteFold;
  readonly header: LedgerHeader;
  readonly layout: LedgerLayout;
  readonly source: string;
  /** By column: the numbers of the texts that were seen in it. */
  readonly numbers: Readonly<Record<NumberedField, Map<string, number>>>;
  readonly scratch: Uint8Array;
  /** The last row that was counted, and how. */
  before: (CellRow & { readonly numbers: ScannedRow | undefined }) | undefined;
}

type NumberedField = 'account' | 'category' | 'supplier' | 'site' | 'date';
const DIGITS_AT_MOST = 24;

/** A fold of cells that adds to a fold of postings. Its sums are handed over by `foldSums`. */
export function cellFold(
  fold: LedgerFold,
  { layout, header, source }: Pick<CellFold, 'layout' | 'header' | 'source'>,
): CellFold {
  // Numbers are written anew, with a point, before they are read as bytes.
  const plain: LedgerLayout = { ...layout, decimal: 'point', thousands: 'none', negatives: undefined };
  return {
    fold,
    sums: byteFold(fold, plain, OWN_ARRAYS),
    header,
    layout,
    source,
    numbers: { account: new Map(), category: new Map(), supplier: new Map(), site: new Map(), date: new Map() },
    scratch: new Uint8Array(DIGITS_AT_MOST),
    before: undefined,
  };
}

/** Adds a row: nothing where it was counted, or what is wrong with it (empty where the fold has noted it). */
export function foldCells(state: CellFold, row: CellRow): readonly Issue[] | undefined {
  const numbers = numbersOf(state, row);
  if (!foldNumbers(state.sums, numbers)) return foldAsText(state, row);
  if (state.header.at.has('invoice')) {
    compareNumbers(state, row, numbers);
    state.before = { ...row, numbers };
  }
  return undefined;
}

function cellOf({ header }: CellFold, { cells, place }: CellRow, field: PostingColumn): string {
  return cells[header.at.get(field) ?? -1]?.[place] ?? '';
}

function numbersOf(state: CellFold, row: CellRow): ScannedRow {
  const { accounts, categories, suppliers, sites } = state.sums;
  return {
    account: nameNumber(state, row, 'account', accounts),
    category: nameNumber(state, row, 'category', categories),
    supplier: nameNumber(state, row, 'supplier', suppliers),
    site: nameNumber(state, row, 'site', sites),
    day: numbered(state, row, 'date', (bytes) => dayOfBytes(bytes, 0, bytes.length, state.sums.days)),
    cents: centsOf(state, cellOf(state, row, 'amount')),
  };
}

function nameNumber(state: CellFold, row: CellRow, field: NumberedField, column: NameColumn): number {
  return numbered(state, row, field, (bytes) => numberOfName(column, blockOf(bytes), 0, bytes.length));
}

/** The number of a text, asked for once for each different text. */
function numbered(
  state: CellFold,
  row: CellRow,
  field: NumberedField,
  numberOf: (bytes: Uint8Array) => number,
): number {
  const text = cellOf(state, row, field);
  const known = state.numbers[field].get(text);
  if (known !== undefined) return known;
  const number = numberOf(encoder.encode(text.trim()));
  state.numbers[field].set(text, number);
  return number;
}

const encoder = new TextEncoder();
const POINT = 46;
/** What stands behind cents and changes nothing. */
const ZEROS_AFTER_CENTS = /(\.\d\d)0+$/;

function centsOf({ scratch, layout, sums }: CellFold, text: string): number {
  const number = plainNumber(text, layout);
  if (number.length > DIGITS_AT_MOST) return NaN;
  for (let at = 0; at < number.length; at += 1) scratch[at] = number.charCodeAt(at);
  return centsOfBytes(scratch, 0, number.length, sums.amounts);
}

/** An amount with a point and without zeros behind its cents; where it is none, what comes is read as none. */
function plainNumber(text: string, layout: LedgerLayout): string {
  const { decimal, thousands, negatives } = layout;
  const isPlain = decimal === 'point' && thousands === 'none' && negatives === undefined;
  const number = isPlain ? text : (canonicalNumber(text.trim(), layout) ?? '');
  return number.charCodeAt(number.length - 3) === POINT ? number : number.replace(ZEROS_AFTER_CENTS, '$1');
}

function foldAsText(state: CellFold, row: CellRow): readonly Issue[] | undefined {
  const { fold, before } = state;
  const posting = postingOf(state, row);
  if (isIssues(posting)) return posting;
  if (before?.numbers !== undefined) fold.repeats.remember(readRow(state, before));
  if (foldPosting(fold, posting) === 'no') return [];
  state.before = { ...row, numbers: undefined };
  return undefined;
}

/** Tells of a row that says the same as the one before it on its invoice, whichever way either was read. */
function compareNumbers(state: CellFold, row: CellRow, numbers: ScannedRow): void {
  const { before, fold, source } = state;
  if (before === undefined) return;
  if (before.numbers === undefined) return fold.repeats.count(readRow(state, row));
  if (!sameNumbers(numbers, before.numbers)) return;
  const invoice = cellOf(state, row, 'invoice').trim();
  if (invoice !== '' && invoice === cellOf(state, before, 'invoice').trim())
    fold.repeats.note({ source, row: row.row });
}

function sameNumbers(one: ScannedRow, other: ScannedRow): boolean {
  return (
    one.cents === other.cents &&
    one.day === other.day &&
    one.account === other.account &&
    one.supplier === other.supplier &&
    one.site === other.site &&
    one.category === other.category
  );
}

function postingOf({ header, layout, source }: CellFold, { cells, place, row }: CellRow) {
  const fields = cells.map((column) => column[place] ?? '');
  return postingOfRow(fields, header, layout, { source, row });
}

function readRow(state: CellFold, row: CellRow): ReadPosting {
  const posting = postingOf(state, row);
  const read = isIssues(posting) ? undefined : readPosting(posting);
  if (read?.ok !== true) throw programError(`Row ${row.row} was counted and cannot be read.`);
  return read.value;
}
