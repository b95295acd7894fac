import type { Activity } from '../activity/activity.js';
import { addDays } from '../calendar/calendar-date.js';
import { monthOf, monthPeriod } from '../calendar/month.js';
import { cutAt, describePeriod, holds, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import type { SpendReplacement } from './replace-spend-input.js';

/** What purchases and replacements are brought together by. */
export function placeOf({ product, site }: { readonly product: string; readonly site?: string | undefined }): string {
  return JSON.stringify(site === undefined ? [product] : [product, site]);
}

/** The parts of a period that lie in none of the spans. */
export function daysWithout(period: ReportingPeriod, spans: readonly ReportingPeriod[]): readonly ReportingPeriod[] {
  const parts = cutAt(period, edgesOf(spans));
  return parts.filter((part) => !spans.some((span) => holds(span, part)));
}

function edgesOf(spans: readonly ReportingPeriod[]): readonly string[] {
  return spans.flatMap(({ from, to }) => [from, addDays(to, 1)]);
}

/** The days an activity can stand for: its period, or the calendar month of its date. */
function daysStoodFor(activity: Activity): ReportingPeriod {
  return activity.period ?? monthPeriod(monthOf(activity.date));
}

/**
 * Whether the activities that are named can stand for the money: each is there, is no spend itself, is of the same site and
 * shares a day; and those of each kind leave no day of the replacement without them, since its money would vanish.
 */
export function activityIssues(
  replacements: readonly SpendReplacement[],
  activities: readonly Activity[],
): readonly Issue[] {
  const known = new Map(activities.map((activity) => [activity.id, activity]));
  return replacements.flatMap((replacement) => {
    const named = replacement.by.map((id) => known.get(id) ?? unknown(replacement, id, known.keys()));
    const issues = named.flatMap((one) => ('code' in one ? [one] : unfit(replacement, one)));
    const standing = named.flatMap((one) => ('code' in one ? [] : [one]));
    return issues.length > 0 ? issues : uncovered(replacement, standing);
  });
}

function unknown({ id: replacement }: SpendReplacement, activity: string, known: Iterable<string>): Issue {
  const nearest = nearestNames(activity, known);
  const message = `The replacement ${replacement} names the activity ${activity}, which is not among the activities.${didYouMean(nearest)}`;
  return errorIssue('replacement-activity-unknown', { message, detail: { replacement, activity, nearest } });
}

function unfit({ id: replacement, site, period }: SpendReplacement, activity: Activity): readonly Issue[] {
  const say = (reason: 'kind' | 'site' | 'days', why: string) => {
    const message = `${activity.id} cannot stand for the spend of the replacement ${replacement}: ${why}`;
    return errorIssue('replacement-activity-unfit', {
      message,
      detail: { replacement, activity: activity.id, reason },
    });
  };
  const placed = (name: string | undefined) => name ?? 'no site';
  const days = daysStoodFor(activity);
  return [
    ...(activity.kind === 'purchase' ? [say('kind', 'it is spend itself. Name what was measured instead.')] : []),
    ...(activity.site === site ? [] : [say('site', `it is of ${placed(activity.site)}, not of ${placed(site)}.`)]),
    ...(sharedPeriod(days, period) === undefined
      ? [say('days', `it stands for ${describePeriod(days)}, and the replacement is of ${describePeriod(period)}.`)]
      : []),
  ];
}

function uncovered({ id: replacement, period }: SpendReplacement, standing: readonly Activity[]): readonly Issue[] {
  return [...new Set(standing.map(({ kind }) => kind))].sort().flatMap((activityKind) => {
    const spans = standing.filter(({ kind }) => kind === activityKind).map(daysStoodFor);
    const days = daysWithout(period, spans).map(describePeriod);
    if (days.length === 0) return [];
    const message = `The replacement ${replacement} takes out the spend of ${describePeriod(period)}, but nothing of the kind ${activityKind} stands for ${days.join(', ')}: that money would vanish. Shorten the replacement to the days that are covered, or add what is missing.`;
    return [errorIssue('replacement-uncovered', { message, detail: { replacement, activityKind, days } })];
  });
}

/** Days of one product and site on which the shares of its replacements sum to more than 1: money taken out twice. */
export function shareIssues(replacements: readonly SpendReplacement[]): readonly Issue[] {
  return [...new Set(replacements.map(placeOf))].flatMap((place) => {
    const here = replacements.filter((replacement) => placeOf(replacement) === place);
    const spans = here.map(({ period }) => period);
    return daysTogether(spans).flatMap((part) => sharesOn(part, here));
  });
}

/** The days from the first to the last, cut wherever a span begins or ends. */
function daysTogether(spans: readonly ReportingPeriod[]): readonly ReportingPeriod[] {
  const starts = [...new Set(edgesOf(spans))].sort();
  return starts.slice(1).map((next, index) => ({ from: String(starts[index]), to: addDays(next, -1) }));
}

function sharesOn(part: ReportingPeriod, here: readonly SpendReplacement[]): readonly Issue[] {
  const holding = here.filter(({ period }) => holds(period, part));
  const total = sumOf(holding.map(({ share }) => share));
  if (total.lessThanOrEqualTo(1)) return [];
  const [{ product, site }] = holding as [SpendReplacement]; // a sum above 1 has parts
  const detail = {
    product,
    site: site ?? '',
    period: describePeriod(part),
    sum: decimalText(total),
    replacements: holding.map(({ id }) => id),
  };
  const message = `The shares of ${detail.replacements.join(', ')} sum to ${detail.sum} of ${product} at ${site ?? 'no site'} in ${detail.period}: more than was paid. Correct the shares, or part the periods.`;
  return [errorIssue('replacement-shares-above-one', { message, detail })];
}
