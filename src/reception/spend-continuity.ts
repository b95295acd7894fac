import { spanOf } from '../activity/common-fields.js';
import { monthAfter, monthPeriod, monthsOf } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE, decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { ratioTimes } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { compareRatios } from '../exact-sum.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { ClientDays } from './client-days.js';
import { at, named, notChecked, shown, withoutNights } from './plausibility-findings.js';
import type { PlausibilityInput } from './plausibility-input.js';
import { euroAmounts, idsOf, purchasesOf, sumOfAmounts } from './site-amounts.js';

/**
 * For each site and product that is invoiced every month: the months of the site in the register that no purchase
 * above zero touches. A site without any such purchase is passed over.
 */
export function missingInvoiceMonths(input: PlausibilityInput): readonly Issue[] {
  const { activities, monthlyProducts = [], clientDays = [], period } = input;
  return sitesIn(clientDays, period).flatMap(([site, months]) =>
    monthlyProducts.flatMap((product) => {
      const invoices = purchasesOf(activities, [product], period)
        .map(({ purchase }) => purchase)
        .filter((purchase) => purchase.site === site && purchase.amount.value.greaterThan(0));
      const invoiced = new Set(invoices.flatMap((purchase) => monthsOf(spanOf(purchase))));
      const absent = months.filter((month) => !invoiced.has(month));
      return invoices.length === 0 || absent.length === 0 ? [] : [monthMissing(site, product, absent, idsOf(invoices))];
    }),
  );
}

function monthMissing(site: string, product: string, months: readonly Month[], activityIds: readonly string[]): Issue {
  const message = `${site} has clients in ${months.join(', ')} and no invoice of ${product}, which it has in other months (${named(activityIds)}). Is one missing, or booked in another month?`;
  return warningIssue('invoice-month-missing', {
    message,
    detail: { site, product, months, activityIds },
    ...at(activityIds),
  });
}

/**
 * Euros per night of a site, without VAT, that rise or fall from one month to the next to more than so many times as much.
 * A month with euros and without nights has no ratio and is a finding of its own.
 */
export function spendJumps(input: PlausibilityInput): readonly Issue[] {
  const { spendJump, clientDays = [], period } = input;
  if (spendJump === undefined) return [];
  return sitesIn(clientDays, period).flatMap(([site, months]) => {
    const spent = months.map((month) => monthOfSite(site, month, input));
    const pairs = spent.flatMap((after) => {
      const before = spent.find(({ month }) => monthAfter(month) === after.month);
      return before === undefined ? [] : jump(site, [before, after], spendJump);
    });
    return [...spent.flatMap(({ issues }) => issues), ...pairs];
  });
}

interface SiteMonth {
  readonly month: Month;
  readonly activityIds: readonly string[];
  /** Euros per night; absent where there is none. */
  readonly perNight?: ExactRatio;
  readonly issues: readonly Issue[];
}

function monthOfSite(site: string, month: Month, input: PlausibilityInput): SiteMonth {
  const { activities, products = [], clientDays = [] } = input;
  const period = monthPeriod(month);
  const own = purchasesOf(activities, products, period).filter(({ purchase }) => purchase.site === site);
  const { known, unknown } = euroAmounts(own);
  const activityIds = idsOf(own.map(({ purchase }) => purchase));
  const open = unknown.map(({ missing, id }) => notChecked('spend-jump', { site, period, activityIds: [id] }, missing));
  if (open.length > 0) return { month, activityIds, issues: open };
  const rows = clientDays.filter((row) => row.site === site && row.month === month);
  const nights = sumOf(rows.map((row) => row.accommodationNights));
  const euros = sumOfAmounts(known);
  if (!nights.isZero()) return { month, activityIds, perNight: ratioTimes(euros, ONE, nights), issues: [] };
  const issues = euros.above === 0n ? [] : [withoutNights(euros, 'EUR', { site, period, activityIds })];
  return { month, activityIds, issues };
}

function jump(site: string, [before, after]: readonly [SiteMonth, SiteMonth], times: Decimal): readonly Issue[] {
  if (before.perNight === undefined || after.perNight === undefined) return [];
  const rises = compareRatios(before.perNight, after.perNight) < 0;
  const [smaller, larger] = rises ? [before.perNight, after.perNight] : [after.perNight, before.perNight];
  // Below zero, so many times as much is less: there only a change itself is looked at.
  const allowed = smaller.above < 0n ? smaller : ratioTimes(smaller, times, ONE);
  if (compareRatios(larger, allowed) <= 0) return [];
  const activityIds = idsOf([...before.activityIds, ...after.activityIds].map((id) => ({ id })));
  const [from, to] = [shown(before.perNight), shown(after.perNight)];
  const detail = {
    site,
    from: before.month,
    to: after.month,
    before: from,
    after: to,
    times: decimalText(times),
    activityIds,
  };
  const message = `${site}: from ${from} EUR per accommodation-night in ${before.month} to ${to} in ${after.month}, more than ${detail.times} times ${rises ? 'up' : 'down'}. See ${named(activityIds)}; nothing was changed.`;
  return [warningIssue('spend-jump', { message, detail, ...at(activityIds) })];
}

/** The sites of a register in ascending order, each with its months within a period. */
function sitesIn(register: ClientDays, period: ReportingPeriod): readonly (readonly [string, readonly Month[]])[] {
  const months = monthsOf(period);
  const sites = [...new Set(register.map(({ site }) => site))].sort();
  return sites.map((site) => {
    const known = new Set(register.flatMap((row) => (row.site === site ? [row.month] : [])));
    return [site, months.filter((month) => known.has(month))] as const;
  });
}
