import type { Activity } from '../activity/activity.js';
import { isWhole, spanOf } from '../activity/common-fields.js';
import { describePeriod, reportingPeriod, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { located, success, unreachable } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Decimal } from '../decimal.js';
import { prepareContext } from './calculation-context.js';
import type { CalculationContext, PreparedContext, Together } from './calculation-context.js';
import { combustionDrafts } from './combustion.js';
import { commutingDrafts, remoteWorkDrafts } from './commuting.js';
import { directEmissionsDrafts } from './direct-emissions.js';
import { linesOfDraft } from './emission-line.js';
import type { EmissionLine, LineDraft } from './emission-line.js';
import { factorWarnings } from './factor-warnings.js';
import { flightDrafts } from './flight.js';
import { freightDrafts } from './freight.js';
import { leasedPremisesDrafts } from './leased-premises.js';
import { marginWarnings } from './margin-warnings.js';
import { consolidatedShare, findOperation } from './operation.js';
import { purchasedEnergyDrafts } from './purchased-energy.js';
import { purchasedGoodsDrafts } from './purchased-goods.js';
import { refrigerantLeakageDrafts } from './refrigerant-leakage.js';
import { countedServiceDrafts, waterDrafts } from './services.js';
import { isEmissionUnit } from '../quantity/units.js';
import { NO_TERMS, shareTerm } from './shared-terms.js';
import { purchaseDrafts } from './spend.js';
import { supplierReportedDraft } from './supplier-reported.js';
import { groundTravelDrafts, hotelStayDrafts } from './travel.js';
import { vehicleDistanceDrafts } from './vehicle-distance.js';
import { wasteDrafts } from './waste.js';

/**
 * The emission lines of one activity within the context's period: one line for each part and basis. An activity wholly
 * outside the period has no lines and a warning. It has all instruments to itself, and no readings replace it; an activity
 * that names an operation needs the boundary of `calculateInventory`.
 *
 * Issues: those of the activity's family, and the warnings `activity-outside-period`, `activity-cut`,
 * `activity-estimated`, `factor-assumed`, `factor-gwp-differs`, `factor-extended`, `margin-left-out`.
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
  return success(lines.value, [
    ...lines.issues,
    ...outside,
    ...factorWarnings(lines.value, prepared),
    ...marginWarnings(lines.value, prepared),
  ]);
}

/** The lines of one activity in a prepared context; none for an activity wholly outside the period. */
export function emissionLines(activity: Activity, context: PreparedContext): Outcome<readonly EmissionLine[]> {
  const kept = sharedPeriod(spanOf(activity), context.period);
  if (kept === undefined) return success([]);
  const share = operationShare(activity, context);
  if (!share.ok) return located(share, { activityId: activity.id });
  if (share.value?.isZero() === true) return success([]);
  const drafts = draftsOf(activity, kept, context);
  if (!drafts.ok) return located(drafts, { activityId: activity.id });
  const lines = linesOf(activity, drafts.value, share.value, context);
  const warnings = activityWarnings(activity, kept, context);
  if (drafts.issues.length === 0 && warnings.length === 0) return success(lines);
  return located(success(lines, [...drafts.issues, ...warnings]), { activityId: activity.id });
}

function linesOf(
  activity: Activity,
  drafts: readonly LineDraft[],
  share: Decimal | undefined,
  { products }: PreparedContext,
): readonly EmissionLine[] {
  const shares = share === undefined ? NO_TERMS : [shareTerm(`own share of ${activity.operation}`, share)];
  const [only] = drafts;
  if (only !== undefined && drafts.length === 1) return linesOfDraft(activity, only, { shares, products });
  const lines: EmissionLine[] = [];
  for (const draft of drafts) {
    for (const line of linesOfDraft(activity, draft, { shares, products })) lines.push(line);
  }
  return lines;
}

const ALL_OF_IT = success(undefined);

/** The part of the activity's operation that the boundary counts; `undefined` where all of it is the reporter's own. */
export function operationShare(
  activity: Activity,
  context: Pick<Together, 'operations' | 'consolidation'>,
): Outcome<Decimal | undefined> {
  if (activity.operation === undefined) return ALL_OF_IT;
  const { operations = [], consolidation } = context;
  const operation = findOperation(operations, activity.operation);
  if (!operation.ok) return operation;
  const share = consolidatedShare(operation.value, consolidation);
  return success(share.equals(1) ? undefined : share);
}

/** The whole choice of method: one case for each kind, and no default. */
function draftsOf(activity: Activity, kept: ReportingPeriod, context: PreparedContext): Outcome<readonly LineDraft[]> {
  switch (activity.kind) {
    case 'purchase':
      return purchaseDrafts(activity, kept, context);
    case 'purchased-goods':
      return purchasedGoodsDrafts(activity, kept, context);
    case 'purchased-electricity':
    case 'purchased-heat':
    case 'purchased-cooling':
    case 'purchased-steam':
    case 'vehicle-electricity':
      return purchasedEnergyDrafts(activity, kept, context);
    case 'leased-premises':
      return leasedPremisesDrafts(activity, kept, context);
    case 'stationary-combustion':
    case 'mobile-combustion':
      return combustionDrafts(activity, kept, context);
    case 'vehicle-distance':
      return vehicleDistanceDrafts(activity, kept, context);
    case 'refrigerant-leakage':
      return refrigerantLeakageDrafts(activity, kept, context);
    case 'process-emissions':
    case 'measured-emissions':
      return directEmissionsDrafts(activity, kept, context);
    case 'flight':
      return flightDrafts(activity, kept, context);
    case 'ground-travel':
      return groundTravelDrafts(activity, kept, context);
    case 'hotel-stay':
      return hotelStayDrafts(activity, kept, context);
    case 'commuting':
      return commutingDrafts(activity, kept, context);
    case 'remote-work':
      return remoteWorkDrafts(activity, kept, context);
    case 'freight':
      return freightDrafts(activity, kept, context);
    case 'waste':
      return wasteDrafts(activity, kept, context);
    case 'water':
      return waterDrafts(activity, kept, context);
    case 'meals':
    case 'laundry':
    case 'accommodation':
      return countedServiceDrafts(activity, kept, context);
    case 'supplier-reported':
      return success([supplierReportedDraft(activity, kept, context)]);
    default:
      return unreachable(activity);
  }
}

function activityWarnings(activity: Activity, kept: ReportingPeriod, { gwp }: PreparedContext): readonly Issue[] {
  const warnings: Issue[] = [];
  if (!isWhole(activity, kept)) {
    const detail = { kept: describePeriod(kept), whole: describePeriod(spanOf(activity)) };
    const message = `The activity covers ${detail.whole}; only its days in ${detail.kept} are counted here.`;
    warnings.push(warningIssue('activity-cut', { message, detail }));
  }
  if (activity.basis === 'estimated' || activity.basis === 'assumed') {
    const message = `The amount is ${activity.basis}, not measured.`;
    warnings.push(warningIssue('activity-estimated', { message, detail: { basis: activity.basis } }));
  }
  if ('gwp' in activity && activity.gwp !== undefined && activity.gwp !== gwp && isEmissionUnit(activity.amount.unit)) {
    const detail = { statedGwp: activity.gwp, inventoryGwp: gwp };
    const message = `The statement is weighed with ${activity.gwp}; the inventory uses ${gwp}. Its figure is used as stated.`;
    warnings.push(warningIssue('statement-gwp-differs', { message, detail }));
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
