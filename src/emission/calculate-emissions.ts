import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { describePeriod, holds, reportingPeriod, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { located, success, unreachable } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { prepareContext } from './calculation-context.js';
import type { CalculationContext, PreparedContext } from './calculation-context.js';
import { combustionDrafts } from './combustion.js';
import { emissionLine } from './emission-line.js';
import type { EmissionLine, LineDraft } from './emission-line.js';
import { factorWarnings } from './factor-warnings.js';
import { flightDrafts } from './flight.js';
import { purchasedEnergyDrafts } from './purchased-energy.js';
import { purchaseDrafts } from './spend.js';
import { supplierReportedDraft } from './supplier-reported.js';

/**
 * The emission lines of one activity within the context's period: one line for each part and basis. An activity wholly
 * outside the period has no lines and a warning.
 *
 * Issues: those of the activity's family, and the warnings `activity-outside-period`, `activity-cut`,
 * `activity-estimated`, `factor-assumed`, `factor-gwp-differs`, `factor-extended`.
 *
 * @example
 * calculateEmissions(activity, { period: calendarYear(2021), factors, gwp: 'AR5' })
 */
export function calculateEmissions(activity: Activity, context: CalculationContext): Outcome<readonly EmissionLine[]> {
  const period = reportingPeriod(context.period.from, context.period.to);
  if (!period.ok) return located(period, { path: 'period' });
  const prepared = prepareContext(context);
  const lines = emissionLines(activity, prepared);
  if (!lines.ok) return lines;
  const outside = lines.value.length === 0 ? [outsidePeriod([activity], context.period)] : [];
  return success(lines.value, [...lines.issues, ...outside, ...factorWarnings(lines.value, prepared)]);
}

/** The lines of one activity in a prepared context; none for an activity wholly outside the period. */
export function emissionLines(activity: Activity, context: PreparedContext): Outcome<readonly EmissionLine[]> {
  const kept = sharedPeriod(spanOf(activity), context.period);
  if (kept === undefined) return success([]);
  const drafts = located(draftsOf(activity, kept, context), { activityId: activity.id });
  if (!drafts.ok) return drafts;
  const lines = drafts.value.map((draft) => emissionLine(activity, draft));
  return success(lines, activityWarnings(activity, kept));
}

/** The whole choice of method: one case for each kind, and no default. */
function draftsOf(activity: Activity, kept: ReportingPeriod, context: PreparedContext): Outcome<readonly LineDraft[]> {
  switch (activity.kind) {
    case 'purchase':
      return purchaseDrafts(activity, kept, context);
    case 'purchased-electricity':
    case 'purchased-heat':
      return purchasedEnergyDrafts(activity, kept, context);
    case 'stationary-combustion':
    case 'mobile-combustion':
      return combustionDrafts(activity, kept, context);
    case 'flight':
      return flightDrafts(activity, kept, context);
    case 'supplier-reported':
      return success([supplierReportedDraft(activity, kept, context)]);
    default:
      return unreachable(activity);
  }
}

function activityWarnings(activity: Activity, kept: ReportingPeriod): readonly Issue[] {
  const span = spanOf(activity);
  const at = { activityId: activity.id };
  const warnings: Issue[] = [];
  if (!holds(kept, span)) {
    const detail = { kept: describePeriod(kept), whole: describePeriod(span) };
    const message = `The activity covers ${detail.whole}; only its days in ${detail.kept} are counted here.`;
    warnings.push(warningIssue('activity-cut', { message, detail, at }));
  }
  if (activity.basis === 'estimated' || activity.basis === 'assumed') {
    const message = `The amount is ${activity.basis}, not measured.`;
    warnings.push(warningIssue('activity-estimated', { message, detail: { basis: activity.basis }, at }));
  }
  return warnings;
}

/** The one warning about activities that lie wholly outside a reporting period. The list is not empty. */
export function outsidePeriod(activities: readonly Activity[], period: ReportingPeriod): Issue {
  const first = activities
    .slice(0, 1)
    .map(({ id }) => id)
    .join('');
  const detail = { count: activities.length, first };
  const how = counted(detail.count, 'activity', 'activities');
  const message = `${how} wholly outside ${describePeriod(period)} left out; the first is ${first}.`;
  return warningIssue('activity-outside-period', { message, detail });
}
