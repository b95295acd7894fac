import type { Purchase } from '../activity/purchase.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf, monthPeriod } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { quantityOf } from '../quantity/quantity.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import type { AccountMapping, MappingRule } from './account-mapping.js';

/** What the postings of one purchase share: product, site, month, VAT basis and rate, whether it is capital, tags. */
export interface PurchaseGroup {
  readonly product: string;
  readonly site?: string;
  readonly month: Month;
  readonly vat: VatBasis;
  readonly vatRate?: Decimal;
  readonly capital: 'capital-goods' | undefined;
  readonly tags: readonly string[];
}

const NO_TAGS: readonly string[] = [];

/** The group a posting of a purchase rule falls into, or `undefined` for a rule that leaves postings out. */
export function groupOf(rule: MappingRule, site: string | undefined, date: string): PurchaseGroup | undefined {
  const { treatment, product, vat, vatRate, tags = [] } = rule;
  if ((treatment !== 'purchase' && treatment !== 'capital-purchase') || product === undefined || vat === undefined) {
    return undefined;
  }
  return {
    product,
    ...(site === undefined ? {} : { site }),
    month: monthOf(date),
    vat,
    ...(vatRate === undefined ? {} : { vatRate }),
    capital: treatment === 'capital-purchase' ? 'capital-goods' : undefined,
    tags: tags.length === 0 ? NO_TAGS : [...tags].sort(),
  };
}

/**
 * The group's name, the same for the same group in every run: `reception-services/koivula/2018-03/excluded`. A slash
 * inside a name is written `%2F`, so that two groups never share one name; no site is `-`
 * (a site that is called so is another one).
 */
export function groupName({ product, site, month, vat, vatRate, capital, tags }: PurchaseGroup): string {
  const vatText = vatRate === undefined ? vat : `${vat}-${decimalText(vatRate)}`;
  const extras = [...(capital === undefined ? [] : [capital]), ...[...tags].sort().map((tag) => `#${tag}`)];
  const place = site === undefined ? '-' : withoutSlash(site === '-' ? '%2D' : site);
  return [withoutSlash(product), place, month, vatText, ...extras.map(withoutSlash)].join('/');
}

function withoutSlash(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** What a group has gathered. */
export interface GroupTotal {
  readonly group: PurchaseGroup;
  readonly name: string;
  /** In order, each once. */
  readonly rules: readonly string[];
  readonly rows: number;
  readonly amount: Decimal;
  /** The first and the last day of its postings. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** The purchase a group becomes: the whole month as its period (given where many share it), the group's name as its id. */
export function purchaseOf(
  total: GroupTotal,
  mapping: AccountMapping,
  period: ReportingPeriod = monthPeriod(total.group.month),
): Purchase {
  const { group, name, rules, rows, amount, first, last } = total;
  return {
    id: name,
    kind: 'purchase',
    period,
    ...(group.site === undefined ? {} : { site: group.site }),
    ...(group.tags.length === 0 ? {} : { tags: group.tags }),
    product: group.product,
    amount: quantityOf(amount, mapping.currency),
    vat: group.vat,
    ...(group.vatRate === undefined ? {} : { vatRate: group.vatRate }),
    ...(group.capital === undefined ? {} : { category: group.capital }),
    folded: { mapping: mapping.id, rules, group: name, rows, firstDate: first, lastDate: last },
  };
}
