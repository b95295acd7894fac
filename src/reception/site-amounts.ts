import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import type { Purchase } from '../activity/purchase.js';
import { daysIn, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, ONE, ZERO } from '../decimal.js';
import { ratioOfDecimal, ratioTimes } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { sumOfRatios } from '../exact-sum.js';
import { conversionFraction } from '../quantity/convert-quantity.js';

/** What one activity amounts to within a period, at its site. */
export interface SiteAmount {
  readonly id: string;
  readonly site: string | undefined;
  readonly amount: ExactRatio;
}

/** A purchase whose euros without VAT cannot be told, and the field they would need. */
export interface UnknownAmount {
  readonly id: string;
  readonly site: string | undefined;
  readonly missing: string;
}

/** The kilowatt-hours of purchased energy within a period: the reporter's part of the meter, the part of the days. */
export function energyAmounts(activities: readonly Activity[], period: ReportingPeriod): readonly SiteAmount[] {
  return activities.flatMap((activity) => {
    const days = daysShare(activity, period);
    if (!isPurchasedEnergy(activity) || days === undefined) return [];
    const { id, site, amount, allocation } = activity;
    const { numerator, denominator } = conversionFraction(amount.unit, 'kWh');
    const whole = ratioTimes(ratioTimes(days, amount.value, ONE), numerator, denominator);
    const own = allocation === undefined ? whole : ratioTimes(whole, allocation.own, allocation.total);
    return [{ id, site, amount: own }];
  });
}

type PurchasedEnergy = Extract<Activity, { readonly contractHolder: unknown; readonly amount: unknown }> & {
  readonly kind: 'purchased-electricity' | 'purchased-heat' | 'purchased-cooling' | 'purchased-steam';
};

function isPurchasedEnergy(activity: Activity): activity is PurchasedEnergy {
  const { kind } = activity;
  return (
    kind === 'purchased-electricity' ||
    kind === 'purchased-heat' ||
    kind === 'purchased-cooling' ||
    kind === 'purchased-steam'
  );
}

/** A purchase, and the part of its days that lies in a period. */
export interface PurchasePart {
  readonly purchase: Purchase;
  readonly days: ExactRatio;
}

/** The purchases of some products that share days with a period, in the order of their ids. */
export function purchasesOf(
  activities: readonly Activity[],
  products: readonly string[],
  period: ReportingPeriod,
): readonly PurchasePart[] {
  const parts = activities.flatMap((purchase) => {
    if (purchase.kind !== 'purchase' || !products.includes(purchase.product)) return [];
    const days = daysShare(purchase, period);
    return days === undefined ? [] : [{ purchase, days }];
  });
  return parts.sort((a, b) => (a.purchase.id < b.purchase.id ? -1 : 1));
}

/** The euros without VAT of parts of purchases, and the purchases that do not tell them. */
export function euroAmounts(parts: readonly PurchasePart[]): {
  readonly known: readonly SiteAmount[];
  readonly unknown: readonly UnknownAmount[];
} {
  const known: SiteAmount[] = [];
  const unknown: UnknownAmount[] = [];
  for (const { purchase, days } of parts) {
    const { id, site, amount, vat, vatRate } = purchase;
    const rate = vat === 'excluded' ? ZERO : vatRate;
    if (amount.unit !== 'EUR') unknown.push({ id, site, missing: 'an amount in EUR' });
    else if (rate === undefined) unknown.push({ id, site, missing: 'vatRate' });
    else known.push({ id, site, amount: ratioTimes(days, amount.value, ONE.plus(rate)) });
  }
  return { known, unknown };
}

/** The part of an activity's days that lies in a period, or `undefined` for none. */
function daysShare(activity: Activity, period: ReportingPeriod): ExactRatio | undefined {
  const span = spanOf(activity);
  const shared = sharedPeriod(span, period);
  if (shared === undefined) return undefined;
  return ratioTimes(ratioOfDecimal(ONE), new Decimal(daysIn(shared)), new Decimal(daysIn(span)));
}

/** Amounts or unknown amounts by site, the sites in ascending order; what has no site stands under the empty name. */
export function bySite<T extends { readonly site: string | undefined }>(
  records: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const site = record.site ?? '';
    const known = groups.get(site);
    if (known === undefined) groups.set(site, [record]);
    else known.push(record);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The exact sum of amounts. */
export function sumOfAmounts(amounts: readonly SiteAmount[]): ExactRatio {
  return sumOfRatios(amounts.map(({ amount }) => amount));
}

/** Ids in ascending order, each once: findings do not depend on the order of the activities. */
export function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return [...new Set(records.map(({ id }) => id))].sort();
}
