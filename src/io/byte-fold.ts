import { decimalOfHundredths, decimalOfQuanta } from '../decimal-words.js';
import { foldEntry } from '../ledger/ledger-fold.js';
import type { FoldEntry } from '../ledger/fold-entry.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import type { PostedUnder } from '../ledger/posting.js';
import { suppliersNamed } from '../ledger/suppliers-named.js';
import { validityEdges } from '../ledger/validity-edges.js';
import { byteAt, doubleAt, integerAt, QUOTE } from './byte-at.js';
import type { ArrayRoom } from './array-room.js';
import { addInteger, emptyList } from './integer-list.js';
import type { IntegerList } from './integer-list.js';
import { amountForm, centsOfBytes } from './amount-bytes.js';
import type { AmountForm } from './amount-bytes.js';
import type { ByteBlock } from './byte-at.js';
import { SCANNED } from './column-plan.js';
import { dateOfCode, dayForm, dayOfBytes } from './day-bytes.js';
import type { DayForm } from './day-bytes.js';
import { dayPeriods, spanOfDay } from './day-periods.js';
import type { DayPeriods } from './day-periods.js';
import { tooManyNames } from './file-faults.js';
import type { LedgerLayout } from './ledger-layout.js';
import { nameColumn, numberOfName } from './name-column.js';
import type { NameColumn } from './name-column.js';
import { addNumber, emptyNumberTable, placeOfNumber } from './number-table.js';
import type { NumberTable } from './number-table.js';
import { emptySums, summedGroups } from './posting-sums.js';
import type { PostingSums, SummedGroup } from './posting-sums.js';
import type { FieldPlaces } from './record-fields.js';
import { addWaitingRows, letWait, noWaitingRows } from './waiting-rows.js';
import type { WaitingRows } from './waiting-rows.js';

/** A key is three numbers in 52 bits: so many of each there may be. */
const ACCOUNTS_AT_MOST = 2 ** 17;
const CATEGORIES_AT_MOST = 2 ** 17;
const SUPPLIERS_AT_MOST = 2 ** 18;
const COMBINATIONS_AT_MOST = 2 ** 20;
const SITES_AT_MOST = 2 ** 20;
const SPANS_AT_MOST = 2 ** 12;
const QUANTA_OF_A_CENT = 10n ** 10n;

/** What the rows of one file have added up to so far, by numbers instead of texts. */
export interface ByteFold {
  readonly fold: LedgerFold;
  readonly quote: number;
  readonly amounts: AmountForm;
  readonly days: DayForm;
  readonly periods: DayPeriods;
  readonly accounts: NameColumn;
  readonly categories: NameColumn;
  readonly suppliers: NameColumn;
  readonly sites: NameColumn;
  /** By the number of a supplier: the number itself where the mapping names it, 0 where it makes no difference. */
  readonly supplierKeys: IntegerList;
  /** Account, category and supplier as one number. */
  readonly combinations: NumberTable;
  /** By the place of a combination: 1 where two rules hold for it equally on some day, 0 elsewhere. Its rows are told one by one. */
  readonly tied: IntegerList;
  /** By combination, site and span of days as one number. */
  readonly sums: PostingSums;
  readonly waiting: WaitingRows;
  /** The last row that was added here. */
  readonly row: ScannedRow;
}

/** A row as numbers. */
export interface ScannedRow {
  account: number;
  category: number;
  supplier: number;
  site: number;
  day: number;
  cents: number;
}

/** A fold of bytes that adds to a fold of postings: what it cannot read in the plainest way goes there row by row. */
export function byteFold(fold: LedgerFold, layout: LedgerLayout, room: ArrayRoom): ByteFold {
  const { quoting, namesLikeTotals = [] } = layout;
  const named = suppliersNamed(fold.mapping);
  const supplierKeys = emptyList(room);
  addInteger(supplierKeys, 0);
  const column = (what: string, atMost: number, seen?: (name: string, number: number) => void) =>
    nameColumn({
      quoting,
      namesLikeTotals,
      room,
      seen: (name, number) => {
        if (number >= atMost) throw tooManyNames(what, atMost);
        seen?.(name, number);
      },
    });
  return {
    fold,
    quote: quoting === 'none' ? -1 : QUOTE,
    amounts: amountForm(layout),
    days: dayForm(layout),
    periods: dayPeriods(validityEdges(fold.mapping), fold.period, room),
    accounts: column('accounts', ACCOUNTS_AT_MOST),
    categories: column('categories', CATEGORIES_AT_MOST),
    suppliers: column('suppliers', SUPPLIERS_AT_MOST, (name, number) => {
      addInteger(supplierKeys, named.has(name) ? number : 0);
    }),
    sites: column('sites', SITES_AT_MOST),
    supplierKeys,
    combinations: emptyNumberTable(room),
    tied: emptyList(room),
    sums: emptySums(room),
    waiting: noWaitingRows(),
    row: { account: 0, category: 0, supplier: 0, site: 0, day: 0, cents: 0 },
  };
}

function addWaiting(state: ByteFold, key: number, cents: number, day: number): void {
  if (letWait(state.waiting, key, cents, day) === 'full') addUp(state);
}

/** Adds the waiting rows up. */
export function addUp({ waiting, sums, periods }: ByteFold): void {
  if (periods.spans.size > SPANS_AT_MOST) throw tooManyNames('months and validities', SPANS_AT_MOST);
  addWaitingRows(waiting, sums);
}

/** Adds the row whose fields stand at these places: `false` where it is to be read as text, and nothing was added. */
export function foldRecord(state: ByteFold, block: ByteBlock, places: FieldPlaces): boolean {
  const { row, supplierKeys } = state;
  const day = dayAt(state, block, places);
  const span = spanOfDay(state.periods, day);
  const cents = centsAt(state, block, places);
  const account = nameAt(state.accounts, block, places, SCANNED.account);
  const category = nameAt(state.categories, block, places, SCANNED.category);
  const supplier = nameAt(state.suppliers, block, places, SCANNED.supplier);
  const site = nameAt(state.sites, block, places, SCANNED.site);
  if (span < 0 || Number.isNaN(cents) || account <= 0 || category < 0 || supplier < 0 || site < 0) return false;
  const under =
    (account * CATEGORIES_AT_MOST + category) * SUPPLIERS_AT_MOST + integerAt(supplierKeys.values, supplier);
  const combination = combinationOf(state, under);
  if (integerAt(state.tied.values, combination) !== 0) return false;
  addWaiting(state, (combination * SITES_AT_MOST + site) * SPANS_AT_MOST + span, cents, day);
  row.account = account;
  row.category = category;
  row.supplier = supplier;
  row.site = site;
  row.day = day;
  row.cents = cents;
  return true;
}

/** Adds a row that is numbers already: `false` where it is to be read as text, and nothing was added. */
export function foldNumbers(state: ByteFold, { account, category, supplier, site, day, cents }: ScannedRow): boolean {
  const span = spanOfDay(state.periods, day);
  if (span < 0 || Number.isNaN(cents) || account <= 0 || category < 0 || supplier < 0 || site < 0) return false;
  const key = integerAt(state.supplierKeys.values, supplier);
  const combination = combinationOf(state, (account * CATEGORIES_AT_MOST + category) * SUPPLIERS_AT_MOST + key);
  if (integerAt(state.tied.values, combination) !== 0) return false;
  addWaiting(state, (combination * SITES_AT_MOST + site) * SPANS_AT_MOST + span, cents, day);
  return true;
}

function nameAt(column: NameColumn, block: ByteBlock, { starts, ends }: FieldPlaces, field: number): number {
  return numberOfName(column, block, integerAt(starts, field), integerAt(ends, field));
}

function centsAt({ quote, amounts }: ByteFold, { bytes }: ByteBlock, { starts, ends }: FieldPlaces): number {
  const from = integerAt(starts, SCANNED.amount);
  const to = integerAt(ends, SCANNED.amount);
  return byteAt(bytes, from) === quote
    ? centsOfBytes(bytes, from + 1, to - 1, amounts)
    : centsOfBytes(bytes, from, to, amounts);
}

function dayAt({ quote, days }: ByteFold, { bytes }: ByteBlock, { starts, ends }: FieldPlaces): number {
  const from = integerAt(starts, SCANNED.date);
  const to = integerAt(ends, SCANNED.date);
  return byteAt(bytes, from) === quote ? dayOfBytes(bytes, from + 1, to - 1, days) : dayOfBytes(bytes, from, to, days);
}

function combinationOf(state: ByteFold, key: number): number {
  const { combinations } = state;
  const known = placeOfNumber(combinations, key);
  if (known >= 0) return known;
  if (combinations.count >= COMBINATIONS_AT_MOST) {
    throw tooManyNames('combinations of account, category and supplier', COMBINATIONS_AT_MOST);
  }
  const combination = addNumber(combinations, key);
  addInteger(state.tied, isTied(state, combination) ? 1 : 0);
  return combination;
}

/** Whether two rules hold equally for a combination on some day. */
function isTied(state: ByteFold, combination: number): boolean {
  const { classifier, mapping } = state.fold;
  const posting = postedUnder(state, combination * SITES_AT_MOST * SPANS_AT_MOST);
  return ['', ...validityEdges(mapping)].some((date) => !classifier.ruleOf({ posting, date }).ok);
}

function postedUnder({ combinations, accounts, categories, suppliers, sites }: ByteFold, key: number): PostedUnder {
  const place = Math.floor(key / SPANS_AT_MOST);
  const site = place % SITES_AT_MOST;
  const under = doubleAt(combinations.keys, Math.floor(place / SITES_AT_MOST));
  const supplier = under % SUPPLIERS_AT_MOST;
  const accountAndCategory = Math.floor(under / SUPPLIERS_AT_MOST);
  const category = accountAndCategory % CATEGORIES_AT_MOST;
  return {
    account: accounts.names[Math.floor(accountAndCategory / CATEGORIES_AT_MOST)] ?? '',
    ...(category === 0 ? {} : { category: categories.names[category] }),
    ...(supplier === 0 ? {} : { supplier: suppliers.names[supplier] }),
    ...(site === 0 ? {} : { site: sites.names[site] }),
  };
}

/** Hands everything that was added up to the fold of postings, a group at a time. */
export function foldSums(state: ByteFold): void {
  addUp(state);
  const dates = new Map<number, string>();
  for (const group of summedGroups(state.sums)) foldEntry(state.fold, entryOf(state, group, dates));
}

function entryOf(
  state: ByteFold,
  { key, cents, rows, first, last }: SummedGroup,
  dates: Map<number, string>,
): FoldEntry {
  return {
    posting: postedUnder(state, key),
    date: sharedDate(first, dates),
    last: sharedDate(last, dates),
    rows,
    amount: typeof cents === 'number' ? decimalOfHundredths(cents) : decimalOfQuanta(cents * QUANTA_OF_A_CENT),
  };
}

/** Groups begin and end on the same few thousand days: each is written once. */
function sharedDate(code: number, dates: Map<number, string>): string {
  const known = dates.get(code) ?? dateOfCode(code);
  dates.set(code, known);
  return known;
}
