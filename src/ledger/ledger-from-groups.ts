import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { parseDecimal } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { decimalSchema, readWith, schemaOf } from '../reading.js';
import { shownValue } from '../shown-value.js';
import type { AccountMapping } from './account-mapping.js';
import { controlTotalIssues } from './control-totals.js';
import type { ControlTotals } from './control-totals.js';
import type { FoldedLedger } from './folded-ledger.js';
import { emptyFold, foldEntry, foldedOutcome } from './ledger-fold.js';
import type { LedgerFold } from './ledger-fold.js';
import { minorUnitScaleSchema, ofMinorUnits } from './minor-units.js';
import type { MinorUnitScale } from './minor-units.js';
import { plainGroupReader } from './plain-group.js';
import type { PostingGroup } from './posting-groups.js';
import { cleanName } from './posting-name.js';
import { amountOfMoney, locationOf } from './posting.js';
import type { PostedUnder } from './posting.js';
import { validityEdges } from './validity-edges.js';

const name = z.optional(z.union([z.null(), z.string()]));
const rowsSchema = schemaOf(parseCount);

/** Drivers give counts as numbers, bigints or text. */
function parseCount(input: unknown): Outcome<number> {
  const count = parseDecimal(input);
  if (!count.ok) return count;
  if (count.value.isInteger() && count.value.greaterThan(0) && count.value.lessThanOrEqualTo(Number.MAX_SAFE_INTEGER)) {
    return success(count.value.toNumber());
  }
  const value = shownValue(input);
  const message = `${value} is no number of rows. Give a whole number above zero.`;
  return failure(
    errorIssue('invalid-value', { message, detail: { value, expected: 'a whole number above zero', nearest: [] } }),
  );
}

const groupSchema = z.strictObject({
  account: name,
  category: name,
  supplier: name,
  site: name,
  first: calendarDateSchema,
  last: calendarDateSchema,
  rows: rowsSchema,
  amount: decimalSchema,
  scale: z.optional(minorUnitScaleSchema),
});

/** What else a fold of groups is told. */
export interface LedgerFromGroupsOptions {
  /** Groups with a day outside of it are an issue. */
  readonly period?: ReportingPeriod | undefined;
  /** What the source of the ledger says it holds; rows that the engine did not find are found by it. */
  readonly expect?: ControlTotals | undefined;
}

/**
 * Folds groups of postings, as an engine adds them up, into the ledger that `foldLedger` makes of the same postings, digit
 * for digit. `rows` are records with the fields of `PostingGroup`; counts and amounts may be numbers, bigints or text (take
 * amounts as text: a driver's double has lost its cents already). Groups may repeat: shards are added up. A record may have a
 * `scale` besides: then its amount is a whole number of minor units, 10^-scale of the currency (`scale: 2`: cents).
 *
 * Issues: `missing-field`, `invalid-number`, `invalid-date`, `invalid-value`, `unknown-key`, `invalid-period` (a group that spans
 * two months, or a day on which the mapping changes), `control-total-differs`, and those of `foldLedger` except `posting-repeated`: which rows stand side by side is lost in a sum.
 *
 * @example ledgerFromGroups([{ account: '4300', site: 'oulu', first: '2021-05-04', last: '2021-05-30', rows: '12', amount: '1234.50' }], mapping)
 */
export function ledgerFromGroups(
  rows: Iterable<unknown>,
  mapping: AccountMapping,
  options: LedgerFromGroupsOptions = {},
): Outcome<FoldedLedger> {
  const fold = emptyFold(mapping, options.period);
  foldGroupRows(fold, rows, (position) => ({ row: position }));
  return heldAgainst(foldedOutcome(fold), options.expect ?? {});
}

/** Where a group stands, by its position among the rows, counted from 1. */
export type GroupPlace = (position: number) => Pick<PostedUnder, 'row' | 'source'>;

/** Reads records of groups and adds them to a fold, which notes what is wrong with them. */
export function foldGroupRows(fold: LedgerFold, rows: Iterable<unknown>, place: GroupPlace): void {
  const edges = validityEdges(fold.mapping);
  const readPlain = plainGroupReader();
  let position = 0;
  for (const row of rows) {
    position += 1;
    const at = place(position);
    const plain = readPlain(row);
    const group = plain === undefined ? readGroup(row, edges) : insideSpan(plain, edges);
    if (group.ok) foldGroup(fold, group.value, at);
    else fold.issues.add(group.issues.map((issue) => locateIssue(issue, locationOf(at))));
  }
}

/** A ledger with control totals. One that has faults is not compared: it lacks their money anyway. */
export function heldAgainst(folded: Outcome<FoldedLedger>, expect: ControlTotals): Outcome<FoldedLedger> {
  if (!folded.ok) return folded;
  const { rows, amount } = folded.value.coverage;
  const issues = [...folded.issues, ...controlTotalIssues({ rows, sum: amount.value }, expect)];
  return outcomeOf(issues, () => folded.value);
}

/** Adds a group to a fold. */
export function foldGroup(fold: LedgerFold, group: PostingGroup, at: ReturnType<GroupPlace> = {}): 'yes' | 'no' {
  const { account, category, supplier, site, first, last, rows, amount } = group;
  const posting = { account, category, supplier, site, ...at };
  return foldEntry(fold, { posting, date: first, last, rows, amount });
}

function readGroup(row: unknown, edges: readonly CalendarDate[]): Outcome<PostingGroup> {
  const read = readWith<z.output<typeof groupSchema>>(groupSchema, row);
  if (!read.ok) return read;
  const { first, last, rows, amount, scale } = read.value;
  const account = cleanName(read.value.account ?? '');
  const money = moneyOf(amount, scale);
  const issues = [...money.issues, ...(account === '' ? [accountMissing()] : []), ...spanIssues(first, last, edges)];
  if (!money.ok || issues.length > 0) return failureOf(issues);
  const { category, supplier, site } = read.value;
  const names = { category: nameOrNone(category), supplier: nameOrNone(supplier), site: nameOrNone(site) };
  return success({ account, ...names, first, last, rows, amount: money.value });
}

function insideSpan(group: PostingGroup, edges: readonly CalendarDate[]): Outcome<PostingGroup> {
  const issues = spanIssues(group.first, group.last, edges);
  return issues.length === 0 ? success(group) : failureOf(issues);
}

function moneyOf(stated: Decimal, scale: MinorUnitScale | undefined): Outcome<Decimal> {
  if (scale === undefined) return amountOfMoney(stated);
  const amount = ofMinorUnits(stated, scale);
  return amount.ok ? amountOfMoney(amount.value) : amount;
}

function nameOrNone(text: string | null | undefined): string | undefined {
  const clean = cleanName(text ?? '');
  return clean === '' ? undefined : clean;
}

function accountMissing(): Issue {
  const message = 'The group has no account. Postings that cannot be classified cannot be folded.';
  return errorIssue('missing-field', { message, detail: { field: 'account' }, at: { path: 'account' } });
}

function spanIssues(first: CalendarDate, last: CalendarDate, edges: readonly CalendarDate[]): readonly Issue[] {
  const parted = edges.find((edge) => first < edge && edge <= last);
  if (first <= last && monthOf(first) === monthOf(last) && parted === undefined) return [];
  const why =
    parted === undefined ? 'is no span of days inside one month' : `spans ${parted}, on which the mapping changes`;
  const message = `The group from ${first} to ${last} ${why}. Group by month, and by the days on which a validity begins or has ended.`;
  return [errorIssue('invalid-period', { message, detail: { from: first, to: last }, at: { path: 'last' } })];
}
