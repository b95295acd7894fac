import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf } from '../calendar/month.js';
import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { AccountMapping } from './account-mapping.js';
import type { FoldEntry } from './fold-entry.js';
import { suppliersNamed } from './suppliers-named.js';
import { validityEdges } from './validity-edges.js';

/**
 * Postings that an engine has added up: all of one account, category, supplier and site between two days of one month, on
 * one side of every day on which a validity of the mapping begins or ends. `null`, empty and absent are the same.
 */
export interface PostingGroup {
  readonly account: string;
  readonly category?: string | undefined;
  readonly supplier?: string | undefined;
  readonly site?: string | undefined;
  /** The first and the last day of its postings. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly rows: number;
  readonly amount: Decimal;
}

/** A group of postings as plain data: it goes through JSON, to a worker or to another machine without losing a digit. */
export interface PlainPostingGroup extends Omit<PostingGroup, 'amount'> {
  readonly amount: string;
}

interface OpenGroup extends Omit<PostingGroup, 'amount' | 'rows' | 'first' | 'last'> {
  amount: Decimal;
  rows: number;
  first: CalendarDate;
  last: CalendarDate;
}

/** Entries by account, category, supplier, site and span of days: as coarse as a mapping allows. */
export interface PostingGroups {
  readonly suppliers: ReadonlySet<string>;
  readonly edges: readonly CalendarDate[];
  readonly open: Map<string, OpenGroup>;
}

/** No group yet. Suppliers that a mapping does not name are not told apart. */
export function noPostingGroups(mapping: AccountMapping): PostingGroups {
  return { suppliers: suppliersNamed(mapping), edges: validityEdges(mapping), open: new Map() };
}

/** Adds an entry to its group. */
export function gatherEntry(
  { suppliers, edges, open }: PostingGroups,
  { posting, date, last = date, rows, amount }: FoldEntry,
): void {
  const { account, category, supplier, site } = posting;
  const named = supplier !== undefined && suppliers.has(supplier) ? supplier : undefined;
  const key = JSON.stringify([account, category, named, site, monthOf(date), spanBetween(edges, date)]);
  const known = open.get(key);
  if (known === undefined) {
    open.set(key, { account, category, supplier: named, site, first: date, last, rows, amount });
    return;
  }
  known.rows += rows;
  known.amount = known.amount.plus(amount);
  if (date < known.first) known.first = date;
  if (last > known.last) known.last = last;
}

/** How many days on which a validity changes have come. */
function spanBetween(edges: readonly CalendarDate[], date: CalendarDate): number {
  return edges.filter((edge) => edge <= date).length;
}

/** The groups as plain data, in an order that depends on what they hold only. */
export function plainGroups({ open }: PostingGroups): readonly PlainPostingGroup[] {
  // Texts are put in order twice as quickly by themselves as with what they stand for.
  return [...open.keys()].sort().map((key) => {
    const group = open.get(key) as OpenGroup; // a key of the map, just asked for
    return { ...group, amount: decimalText(group.amount) };
  });
}
