import type { Purchase } from '../activity/purchase.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf, monthPeriod } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { AccountMapping, MappingRule } from './account-mapping.js';
import { addToPurchase, endOfName, kindOf, openPurchase, placeOf, startOfName } from './purchase-group.js';
import type { GroupEntry, OpenPurchase, PurchaseKind } from './purchase-group.js';

/** The purchases of one kind by their site; what they and their names have in common is made once. */
interface PurchasesOfKind extends PurchaseKind {
  readonly period: ReportingPeriod;
  /** What stands before and behind the site in their names. */
  readonly start: string;
  readonly end: string;
  readonly bySite: Map<string | undefined, OpenPurchase>;
}

/** The purchases a fold is gathering. A state's ledger has a hundred thousand of them, of a few thousand kinds. */
export interface OpenGroups {
  readonly mapping: Pick<AccountMapping, 'id' | 'currency'>;
  /** `undefined` for a rule that leaves postings out. */
  readonly byRule: Map<MappingRule, Map<Month, PurchasesOfKind | undefined>>;
  /** By the name without its site: two rules can make purchases of one kind. */
  readonly byName: Map<string, PurchasesOfKind>;
}

/** No purchase yet. */
export function noOpenGroups({ id, currency }: AccountMapping): OpenGroups {
  return { mapping: { id, currency }, byRule: new Map(), byName: new Map() };
}

/** Adds postings to the purchase their rule makes of them, where it makes one. */
export function addToOpenGroups(groups: OpenGroups, rule: MappingRule, entry: GroupEntry): void {
  const ofKind = purchasesOfKind(groups, rule, entry.first);
  if (ofKind === undefined) return;
  const { site } = entry;
  const known = ofKind.bySite.get(site);
  if (known !== undefined) {
    addToPurchase(known, entry);
    return;
  }
  const { start, end, bySite } = ofKind;
  bySite.set(site, openPurchase(ofKind, `${start}${placeOf(site)}${end}`, entry, groups.mapping));
}

function purchasesOfKind(groups: OpenGroups, rule: MappingRule, date: CalendarDate): PurchasesOfKind | undefined {
  const month = monthOf(date);
  let byMonth = groups.byRule.get(rule);
  if (byMonth === undefined) {
    byMonth = new Map();
    groups.byRule.set(rule, byMonth);
  }
  const known = byMonth.get(month);
  if (known !== undefined || byMonth.has(month)) return known;
  const made = kindByName(groups, rule, date);
  byMonth.set(month, made);
  return made;
}

function kindByName({ byName }: OpenGroups, rule: MappingRule, date: CalendarDate): PurchasesOfKind | undefined {
  const kind = kindOf(rule, date);
  if (kind === undefined) return undefined;
  const [start, end] = [startOfName(kind), endOfName(kind)];
  const known = byName.get(start + end);
  if (known !== undefined) return known;
  const made = {
    ...kind,
    period: monthPeriod(kind.month),
    start,
    end,
    bySite: new Map<string | undefined, OpenPurchase>(),
  };
  byName.set(start + end, made);
  return made;
}

/**
 * All purchases, in the order of their names. Names differ first in their products, then in their sites, then in what stands
 * behind; each of these is put in order by itself, and no name is compared with another.
 */
export function purchasesInOrder({ byName }: OpenGroups): readonly Purchase[] {
  const byStart = new Map<string, PurchasesOfKind[]>();
  for (const ofKind of byName.values()) add(byStart, ofKind.start, ofKind);
  const purchases: Purchase[] = [];
  for (const [, kinds] of inOrder(byStart, (start) => start)) {
    const bySite = new Map<string | undefined, Purchase[]>();
    for (const ofKind of kinds.sort((a, b) => (a.end < b.end ? -1 : 1))) {
      for (const [site, purchase] of ofKind.bySite) add(bySite, site, purchase);
    }
    // The slash behind a site counts too: `a b` stands before `a`.
    for (const [, ofSite] of inOrder(bySite, (site) => `${placeOf(site)}/`)) {
      for (const purchase of ofSite) purchases.push(purchase);
    }
  }
  return purchases;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** What a map holds, in the order of a text for each key. */
function inOrder<K, V>(map: ReadonlyMap<K, V>, textOf: (key: K) => string): readonly (readonly [string, V])[] {
  const texts = [...map].map(([key, value]) => [textOf(key), value] as const);
  return texts.sort(([a], [b]) => (a < b ? -1 : 1));
}
