import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { METER_KINDS } from '../activity/leased-premises.js';
import type { LeasedPremises, MeterKind } from '../activity/leased-premises.js';
import { addDays } from '../calendar/calendar-date.js';
import { cutAt, describePeriod, holds } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** The spans for which a site has readings, by site and kind. */
export type MeteredDays = ReadonlyMap<string, ReadonlyMap<MeterKind, readonly ReportingPeriod[]>>;

/** Collects the readings of an inventory's sites. */
export function meteredDaysOf(activities: readonly Activity[]): MeteredDays {
  const bySite = new Map<string, Map<MeterKind, ReportingPeriod[]>>();
  for (const activity of activities) {
    const kind = METER_KINDS.find((name) => name === activity.kind);
    if (kind === undefined || activity.site === undefined) continue;
    const kinds = bySite.get(activity.site) ?? new Map<MeterKind, ReportingPeriod[]>();
    kinds.set(kind, [...(kinds.get(kind) ?? []), spanOf(activity)]);
    bySite.set(activity.site, kinds);
  }
  return bySite;
}

/** What is left of an estimate's days, and what readings took. */
export interface EstimatedDays {
  readonly kept: readonly ReportingPeriod[];
  readonly replaced: readonly ReportingPeriod[];
}

/**
 * Parts an estimate's days by the readings of its site: days with readings of all the kinds it names are replaced, days
 * with none are kept.
 *
 * Issues: `estimate-overlaps` for days that have some of the kinds and not the others, where both ways would be wrong.
 */
export function estimatedDays(
  estimate: LeasedPremises,
  days: ReportingPeriod,
  metered: MeteredDays | undefined,
): Outcome<EstimatedDays> {
  const readings = metered?.get(estimate.site);
  if (readings === undefined) return outcomeOf([], () => ({ kept: [days], replaced: [] }));
  const kinds = [...new Set(estimate.replacedBy)];
  const spans = kinds.flatMap((kind) => readings.get(kind) ?? []);
  const parts = cutAt(
    days,
    spans.flatMap(({ from, to }) => [from, addDays(to, 1)]),
  );
  const has = (kind: MeterKind, part: ReportingPeriod) => (readings.get(kind) ?? []).some((span) => holds(span, part));
  const count = (part: ReportingPeriod) => kinds.filter((kind) => has(kind, part)).length;
  const mixed = parts.filter((part) => count(part) > 0 && count(part) < kinds.length);
  const issues = mixed.map((part) => overlapping(part, kinds, (kind) => has(kind, part)));
  return outcomeOf(issues, () => ({
    kept: joined(parts.filter((part) => count(part) === 0)),
    replaced: joined(parts.filter((part) => count(part) === kinds.length)),
  }));
}

/** Neighbouring parts as one. */
function joined(parts: readonly ReportingPeriod[]): readonly ReportingPeriod[] {
  return parts.reduce<readonly ReportingPeriod[]>((done, part) => {
    const last = done[done.length - 1];
    if (last === undefined || addDays(last.to, 1) !== part.from) return [...done, part];
    return [...done.slice(0, -1), { from: last.from, to: part.to }];
  }, []);
}

function overlapping(part: ReportingPeriod, kinds: readonly MeterKind[], has: (kind: MeterKind) => boolean): Issue {
  const by = kinds.filter(has);
  const missing = kinds.filter((kind) => !has(kind));
  const period = describePeriod(part);
  const message = `In ${period} the site has readings of ${by.join(', ')} but not of ${missing.join(', ')}: the estimate would count twice, and leaving it out would lose the rest. Estimate each energy by itself, or complete the readings.`;
  return errorIssue('estimate-overlaps', { message, detail: { period, by, missing } });
}
