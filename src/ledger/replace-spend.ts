import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import type { Purchase } from '../activity/purchase.js';
import { daysIn, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { duplicateIds } from '../duplicate-ids.js';
import { roundedQuotient } from '../exact-ratio.js';
import { locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf, sumQuantities } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { CURRENCIES } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import { activityIssues, placeOf, shareIssues } from './replace-spend-checks.js';
import type { SpendReplacement } from './replace-spend-input.js';
import { withReplacedMoney } from './replace-spend-money.js';
import { daysLeft, untouchedSpend } from './replace-spend-warnings.js';

/** Money that left one purchase because of one replacement, and what stands for it. */
export interface ReplacedPurchase {
  readonly replacement: string;
  readonly purchaseId: string;
  readonly product: string;
  readonly site?: string;
  /** The days the two share; the purchase's day where it has a date. */
  readonly period: ReportingPeriod;
  readonly amount: Quantity<Currency>;
  /** The part of the purchase: share × days shared ÷ days of the purchase, to 12 decimals. */
  readonly share: Decimal;
  readonly by: readonly string[];
  readonly why: string;
}

/** What became of the money of one currency: ledger = kept + replaced, exactly. */
export interface ReplacedTotal {
  readonly currency: Currency;
  readonly ledger: Quantity<Currency>;
  readonly kept: Quantity<Currency>;
  readonly replaced: Quantity<Currency>;
}

/** Purchases after replacement: what is left to calculate by spend, and where every other cent went. */
export interface SpendAfterReplacement {
  /** In the order given; a purchase of which nothing is left is not among them. */
  readonly kept: readonly Purchase[];
  /** By purchase in the order given, then by the replacement's id. */
  readonly replaced: readonly ReplacedPurchase[];
  readonly totals: readonly ReplacedTotal[];
}

/**
 * Takes the money out of purchases for which activities stand. Of a purchase of the replacement's product and site
 *
 *     replaced = amount × sum of (share × days shared ÷ days of the purchase);   kept = amount − replaced
 *
 * where a purchase with a date is one day. What all replacements take from a purchase is rounded once, half-even, to the
 * cent (to the amount's last decimal where it has more), so that kept + replaced is the amount exactly. The same for any
 * order of replacements. A purchase of which a part is kept keeps its id and where it was folded from.
 *
 * Issues: `duplicate-id`, `replacement-activity-unknown`, `replacement-activity-unfit`, `replacement-uncovered`,
 * `replacement-shares-above-one`; as warnings `replacement-touches-nothing`, `replacement-leaves-days`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, category 1, hybrid method
 * @example
 * const spend = orThrow(replaceSpend(ledger.activities, replacements, readings));
 * calculateInventory({ ...input, activities: [...spend.kept, ...readings] });
 */
export function replaceSpend(
  purchases: readonly Purchase[],
  replacements: readonly SpendReplacement[],
  activities: readonly Activity[],
): Outcome<SpendAfterReplacement> {
  const inOrder = [...replacements].sort((a, b) => (a.id < b.id ? -1 : 1));
  const bought = byPlaceOf(purchases);
  const issues = [
    ...repeated({ purchases, replacements, activities }),
    ...activityIssues(inOrder, activities),
    ...shareIssues(inOrder),
    ...untouchedSpend(inOrder, purchases, bought),
    ...daysLeft(inOrder, activities, bought),
  ];
  return outcomeOf(issues, () => spendAfter(purchases, byPlaceOf(inOrder)));
}

function repeated(lists: Readonly<Record<string, readonly unknown[]>>): readonly Issue[] {
  return Object.entries(lists).flatMap(([source, records]) =>
    duplicateIds(records).map((issue) => locateIssue(issue, { source })),
  );
}

function byPlaceOf<T extends Purchase | SpendReplacement>(records: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const places = new Map<string, T[]>();
  for (const record of records) {
    const known = places.get(placeOf(record));
    if (known === undefined) places.set(placeOf(record), [record]);
    else known.push(record);
  }
  return places;
}

function spendAfter(
  purchases: readonly Purchase[],
  byPlace: ReadonlyMap<string, readonly SpendReplacement[]>,
): SpendAfterReplacement {
  const parted = purchases.map((purchase) => partedPurchase(purchase, byPlace.get(placeOf(purchase)) ?? []));
  const kept = parted.flatMap((part) => part.kept ?? []);
  const replaced = parted.flatMap((part) => part.replaced);
  return { kept, replaced, totals: totalsOf(purchases, kept, replaced) };
}

interface PartedPurchase {
  readonly kept: Purchase | undefined;
  readonly replaced: readonly ReplacedPurchase[];
}

/** A purchase parted into what is kept and what each replacement takes. */
function partedPurchase(purchase: Purchase, replacements: readonly SpendReplacement[]): PartedPurchase {
  const span = spanOf(purchase);
  const touching = replacements.flatMap((replacement) => {
    const period = sharedPeriod(span, replacement.period);
    if (period === undefined) return [];
    return [{ replacement, period, weight: product([replacement.share, new Decimal(daysIn(period))]) }];
  });
  if (touching.length === 0) return { kept: purchase, replaced: [] };
  const { id: purchaseId, amount, site } = purchase;
  const days = daysIn(span);
  const parts = withReplacedMoney(amount.value, days, touching);
  const left = amount.value.minus(sumOf(parts.map(({ money }) => money)));
  const replaced = parts.map(({ replacement: { id, by, why }, period, weight, money }) => ({
    replacement: id,
    purchaseId,
    product: purchase.product,
    ...(site === undefined ? {} : { site }),
    period,
    amount: quantityOf(money, amount.unit),
    share: roundedQuotient(weight, new Decimal(days)),
    by,
    why,
  }));
  return { kept: left.isZero() ? undefined : { ...purchase, amount: quantityOf(left, amount.unit) }, replaced };
}

function totalsOf(
  purchases: readonly Purchase[],
  kept: readonly Purchase[],
  replaced: readonly ReplacedPurchase[],
): readonly ReplacedTotal[] {
  return CURRENCIES.filter((currency) => purchases.some(({ amount }) => amount.unit === currency)).map((currency) => {
    const totalOf = (records: readonly { readonly amount: Quantity<Currency> }[]): Quantity<Currency> =>
      sumQuantities(
        currency,
        records.flatMap(({ amount }) => (amount.unit === currency ? [amount] : [])),
      );
    return { currency, ledger: totalOf(purchases), kept: totalOf(kept), replaced: totalOf(replaced) };
  });
}
