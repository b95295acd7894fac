import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import type { Purchase } from '../activity/purchase.js';
import { describePeriod, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { daysWithout, placeOf } from './replace-spend-checks.js';
import type { SpendReplacement } from './replace-spend-input.js';

type PurchasesByPlace = ReadonlyMap<string, readonly Purchase[]>;

/** Replacements for which there is no purchase: nothing was taken out, and the activities count beside the spend. */
export function untouchedSpend(
  replacements: readonly SpendReplacement[],
  purchases: readonly Purchase[],
  byPlace: PurchasesByPlace,
): readonly Issue[] {
  return replacements.flatMap((replacement) => {
    const here = byPlace.get(placeOf(replacement)) ?? [];
    if (here.some((purchase) => sharedPeriod(spanOf(purchase), replacement.period) !== undefined)) return [];
    return [touchesNothing(replacement, here.length > 0, purchases)];
  });
}

function touchesNothing(
  { id, product, site, period }: SpendReplacement,
  otherDays: boolean,
  purchases: readonly Purchase[],
): Issue {
  const ofProduct = purchases.filter((purchase) => purchase.product === product);
  const what = `of ${product} at ${site ?? 'no site'} in ${describePeriod(period)}`;
  const nearest = otherDays ? [] : nearestPlaces({ product, site }, purchases, ofProduct);
  const why = otherDays ? ' Its purchases are of other days.' : didYouMean(nearest);
  const message = `The replacement ${id} touches no purchase ${what}: nothing was replaced.${why}`;
  return warningIssue('replacement-touches-nothing', { message, detail: { replacement: id, nearest } });
}

/** Products like the one that nobody bought; else sites like the one where nobody bought it. */
function nearestPlaces(
  { product, site }: { readonly product: string; readonly site: string | undefined },
  purchases: readonly Purchase[],
  ofProduct: readonly Purchase[],
): readonly string[] {
  if (ofProduct.length === 0) return nearestNames(product, new Set(purchases.map((purchase) => purchase.product)));
  return nearestNames(site ?? '', new Set(ofProduct.flatMap((purchase) => purchase.site ?? [])));
}

/**
 * Days of an activity for which its replacements leave the spend where it is: the activity counts on all of its days, so
 * those days may be counted twice.
 */
export function daysLeft(
  replacements: readonly SpendReplacement[],
  activities: readonly Activity[],
  byPlace: PurchasesByPlace,
): readonly Issue[] {
  const known = new Map(activities.map((activity) => [activity.id, activity]));
  const pairs = new Map<string, { readonly activity: string; readonly periods: ReportingPeriod[]; place: string }>();
  for (const replacement of replacements) {
    for (const activity of replacement.by) {
      const place = placeOf(replacement);
      const key = JSON.stringify([activity, place]);
      const pair = pairs.get(key) ?? { activity, periods: [], place };
      pair.periods.push(replacement.period);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].flatMap(({ activity, periods, place }) => {
    const stated = known.get(activity);
    const left = stated === undefined ? [] : daysWithout(spanOf(stated), periods);
    const bought = byPlace.get(place) ?? [];
    const days = left.filter((part) => bought.some((one) => sharedPeriod(spanOf(one), part) !== undefined));
    return days.length === 0 ? [] : [leavesDays(activity, place, days.map(describePeriod))];
  });
}

function leavesDays(activity: string, place: string, days: readonly string[]): Issue {
  const [product, site = 'no site'] = JSON.parse(place) as [string, string?]; // written by placeOf
  const message = `${activity} stands for spend on ${product} at ${site}, but not in ${days.join(', ')}, where it counts beside the spend. Lengthen the replacement, unless that spend paid for something else.`;
  return warningIssue('replacement-leaves-days', { message, detail: { activity, days } });
}
