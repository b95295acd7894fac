import type { CalendarDate } from '../calendar/calendar-date.js';
import { parseCalendarDate } from '../calendar/calendar-date.js';
import { parseDecimal } from '../decimal.js';
import type { PostingGroup } from './posting-groups.js';
import { amountOfMoney } from './posting.js';
import { cleanName } from './posting-name.js';

/** Reads records of groups that are written in the plainest way; `undefined` for any other, which the schema reads. */
export type PlainGroupReader = (row: unknown) => PostingGroup | undefined;

/** The fields of a group as they may have been written. */
interface Written {
  readonly account?: unknown;
  readonly category?: unknown;
  readonly supplier?: unknown;
  readonly site?: unknown;
  readonly first?: unknown;
  readonly last?: unknown;
  readonly rows?: unknown;
  readonly amount?: unknown;
}

const FIELDS: ReadonlySet<string> = new Set([
  'account',
  'category',
  'supplier',
  'site',
  'first',
  'last',
  'rows',
  'amount',
] satisfies readonly (keyof Written)[]);

/**
 * A reader for the groups of one ledger. Workers and engines hand over hundreds of thousands of them, and nearly all are
 * plain: names that are clean, days of the calendar as text, a whole number of rows, an amount as text. What it gives is
 * what the schema would give; of anything else it gives nothing, so that every issue is said in one place.
 */
export function plainGroupReader(): PlainGroupReader {
  // Groups begin and end on the same few thousand days.
  const days = new Set<string>();
  const isDay = (text: unknown): text is CalendarDate => {
    if (typeof text !== 'string') return false;
    if (days.has(text)) return true;
    if (!parseCalendarDate(text).ok) return false;
    days.add(text);
    return true;
  };
  return (row) => {
    if (!isRecord(row)) return undefined;
    const { account, category, supplier, site, first, last, rows, amount: text } = row;
    if (!isName(account) || !isNameOrNone(category) || !isNameOrNone(supplier) || !isNameOrNone(site)) return undefined;
    if (!isDay(first) || !isDay(last) || !isCount(rows) || typeof text !== 'string') return undefined;
    const amount = parseDecimal(text);
    if (!amount.ok || !amountOfMoney(amount.value).ok) return undefined;
    const names = { category: category ?? undefined, supplier: supplier ?? undefined, site: site ?? undefined };
    return { account, ...names, first, last, rows, amount: amount.value };
  };
}

/** Whether it is a record without other fields than those of a group. */
function isRecord(row: unknown): row is Written {
  if (typeof row !== 'object' || row === null) return false;
  for (const field in row) {
    if (!FIELDS.has(field)) return false;
  }
  return true;
}

function isName(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && cleanName(text) === text;
}

function isNameOrNone(text: unknown): text is string | null | undefined {
  return text === undefined || text === null || isName(text);
}

function isCount(rows: unknown): rows is number {
  return typeof rows === 'number' && Number.isSafeInteger(rows) && rows > 0;
}
