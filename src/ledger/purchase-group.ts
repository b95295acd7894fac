import type { Purchase } from '../activity/purchase.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import type { AccountMapping, MappingRule } from './account-mapping.js';

/** What purchases of a month share whatever their site: product, VAT basis and rate, whether it is capital, tags. */
export interface PurchaseKind {
  readonly product: string;
  readonly month: Month;
  readonly vat: VatBasis;
  readonly vatRate?: Decimal;
  readonly capital: 'capital-goods' | undefined;
  readonly tags: readonly string[];
}

/** What the postings of one purchase share. */
export interface PurchaseGroup extends PurchaseKind {
  readonly site?: string;
}

const NO_TAGS: readonly string[] = [];

/** The kind of purchase a purchase rule makes of a posting, or `undefined` for a rule that leaves postings out. */
export function kindOf(rule: MappingRule, date: CalendarDate): PurchaseKind | undefined {
  const { treatment, product, vat, vatRate, tags = [] } = rule;
  if ((treatment !== 'purchase' && treatment !== 'capital-purchase') || product === undefined || vat === undefined) {
    return undefined;
  }
  return {
    product,
    month: monthOf(date),
    vat,
    ...(vatRate === undefined ? {} : { vatRate }),
    capital: treatment === 'capital-purchase' ? 'capital-goods' : undefined,
    tags: tags.length === 0 ? NO_TAGS : [...tags].sort(),
  };
}

/** The group a posting of a purchase rule falls into, or `undefined` for a rule that leaves postings out. */
export function groupOf(rule: MappingRule, site: string | undefined, date: CalendarDate): PurchaseGroup | undefined {
  const kind = kindOf(rule, date);
  return kind === undefined || site === undefined ? kind : { ...kind, site };
}

/**
 * The group's name, the same for the same group in every run: `reception-services/koivula/2018-03/excluded`. A slash
 * inside a name is written `%2F`, so that two groups never share one name; no site is `-`
 * (a site that is called so is another one).
 */
export function groupName(group: PurchaseGroup): string {
  return `${startOfName(group)}${placeOf(group.site)}${endOfName(group)}`;
}

/** What stands before the site in the name of a group. */
export function startOfName({ product }: PurchaseKind): string {
  return `${withoutSlash(product)}/`;
}

/** A site as it stands in the name of a group. */
export function placeOf(site: string | undefined): string {
  return site === undefined ? '-' : withoutSlash(site === '-' ? '%2D' : site);
}

/** What stands behind the site in the name of a group. */
export function endOfName({ month, vat, vatRate, capital, tags }: PurchaseKind): string {
  const vatText = vatRate === undefined ? vat : `${vat}-${decimalText(vatRate)}`;
  const extras = [...(capital === undefined ? [] : [capital]), ...[...tags].sort().map((tag) => `#${tag}`)];
  return ['', month, vatText, ...extras.map(withoutSlash)].join('/');
}

function withoutSlash(part: string): string {
  return part.includes('%') || part.includes('/') ? part.replaceAll('%', '%25').replaceAll('/', '%2F') : part;
}

/** Postings of one month that one rule holds for, or the part of them that falls on one site. */
export interface GroupEntry {
  readonly site: string | undefined;
  readonly rules: readonly string[];
  readonly rows: number;
  readonly amount: Decimal;
  /** The first and the last day of its postings. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** A purchase that a fold still adds to; nobody else has it yet. */
export type OpenPurchase = Purchase & {
  readonly amount: { value: Decimal };
  readonly folded: { rules: readonly string[]; rows: number; firstDate: CalendarDate; lastDate: CalendarDate };
};

/** The purchase that postings of a group begin: the whole month as its period, the group's name as its id. */
export function openPurchase(
  kind: PurchaseKind & { readonly period: ReportingPeriod },
  name: string,
  { site, rules, rows, amount: value, first: firstDate, last: lastDate }: GroupEntry,
  { id: mapping, currency: unit }: Pick<AccountMapping, 'id' | 'currency'>,
): OpenPurchase {
  const { product, period, vat, vatRate, capital, tags } = kind;
  const amount = { value, unit };
  const folded = { mapping, rules, group: name, rows, firstDate, lastDate };
  // Nearly all have a site and nothing besides: written in one piece, a hundred thousand of them take half the time.
  if (site !== undefined && tags.length === 0 && vatRate === undefined && capital === undefined) {
    return { id: name, kind: 'purchase', period, site, product, amount, vat, folded };
  }
  return {
    id: name,
    kind: 'purchase',
    period,
    ...(site === undefined ? {} : { site }),
    ...(tags.length === 0 ? {} : { tags }),
    product,
    amount,
    vat,
    ...(vatRate === undefined ? {} : { vatRate }),
    ...(capital === undefined ? {} : { category: capital }),
    folded,
  };
}

/** Adds postings to the purchase of their group. */
export function addToPurchase({ amount, folded }: OpenPurchase, entry: GroupEntry): void {
  if (!entry.rules.every((rule) => folded.rules.includes(rule))) {
    folded.rules = [...new Set([...folded.rules, ...entry.rules])].sort();
  }
  folded.rows += entry.rows;
  amount.value = amount.value.plus(entry.amount);
  if (entry.first < folded.firstDate) folded.firstDate = entry.first;
  if (entry.last > folded.lastDate) folded.lastDate = entry.last;
}
