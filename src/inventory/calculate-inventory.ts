import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { reportingPeriod, sharedPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { ONE } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { emissionLines, operationShare, outsidePeriod } from '../emission/calculate-emissions.js';
import { prepareContext } from '../emission/calculation-context.js';
import type { CalculationContext, PreparedContext, Together } from '../emission/calculation-context.js';
import type { EmissionLine } from '../emission/emission-line.js';
import { factorWarnings } from '../emission/factor-warnings.js';
import { instrumentWarnings } from '../emission/instrument-warnings.js';
import { planInstruments } from '../emission/instrument-plan.js';
import type { CountedActivity } from '../emission/instrument-plan.js';
import { marginWarnings } from '../emission/margin-warnings.js';
import { meteredDaysOf } from '../emission/metered-days.js';
import { consolidatedShare } from '../emission/operation.js';
import { upstreamWarnings } from '../emission/upstream.js';
import { locateIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, located, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Boundary } from './boundary.js';
import type { Inventory } from './inventory.js';
import { repeatedLines } from './repeated-lines.js';

/** Everything an inventory is calculated from. */
export interface InventoryInput extends CalculationContext {
  readonly organisation: string;
  readonly boundary: Boundary;
  readonly activities: readonly Activity[];
}

/**
 * The inventory of an organisation for a period. One missing factor, rate or index and there is no inventory: all issues
 * of all activities come back at once, with the activity's 1-based position as `at.row`. A known gap belongs in
 * `boundary.exclusions`.
 *
 * Issues: those of every kind of activity; `duplicate-id`; `invalid-date` and `invalid-period` of the period; the warnings `activity-outside-period` (one for all),
 * `activity-cut`, `activity-estimated`, `factor-assumed`, `factor-gwp-differs`, `factor-extended`,
 * `exclusion-contradicted`, `operation-not-consolidated`, `upstream-missing`, `instrument-unused`,
 * `instrument-outside-validity`, `instrument-not-accepted`, `estimate-replaced`, `statement-gwp-differs`,
 * `calorific-basis-not-stated`, `margin-left-out`.
 *
 * @example
 * const inventory = orThrow(calculateInventory({ organisation: 'Agency', boundary, period: calendarYear(2021),
 *   activities, factors, gwp: 'AR5' }));
 * totalEmissions(inventory, { scope2: 'location-based' });
 */
export function calculateInventory(input: InventoryInput): Outcome<Inventory> {
  const period = reportingPeriod(input.period.from, input.period.to);
  if (!period.ok) return located(period, { path: 'period' });
  const context = prepareContext(input, together(input));
  const repeated = [
    ...duplicateIds(input.activities),
    ...duplicateIds(input.instruments ?? []).map((issue) => locateIssue(issue, { source: 'instruments' })),
  ];
  const calculated = allLines(input.activities, context);
  if (!calculated.ok || repeated.length > 0) return failureOf([...repeated, ...calculated.issues]);
  const { lines, without } = calculated.value;
  const clashing = repeatedLines(input, lines);
  if (clashing.length > 0) return failureOf(clashing);
  const warnings = [
    ...calculated.issues,
    ...outsideWarning(without, input),
    ...inventoryWarnings(input, lines, context),
  ];
  return success(inventoryOf(input, lines, warnings), warnings);
}

/** The lines of all activities in one list, and the activities that have none. */
interface Calculated {
  readonly lines: readonly EmissionLine[];
  readonly without: readonly Activity[];
}

/** The lines of all activities in one list; their issues with the activity's position. */
function allLines(activities: readonly Activity[], context: PreparedContext): Outcome<Calculated> {
  const lines: EmissionLine[] = [];
  const without: Activity[] = [];
  const issues: Issue[] = [];
  for (const [index, activity] of activities.entries()) {
    const outcome = emissionLines(activity, context);
    if (outcome.issues.length > 0) issues.push(...located(outcome, { row: index + 1 }).issues);
    if (!outcome.ok) continue;
    for (const line of outcome.value) lines.push(line);
    if (outcome.value.length === 0) without.push(activity);
  }
  return outcomeOf(issues, () => ({ lines, without }));
}

/** What all activities of the inventory share: instruments are used up over all of them, readings replace estimates. */
function together({ activities, boundary, instruments = [], period }: InventoryInput): Together {
  const { operations, consolidation } = boundary;
  const estimated = activities.some(({ kind }) => kind === 'leased-premises');
  if (instruments.length === 0 && !estimated) return { operations, consolidation };
  const own = countedActivities(activities, boundary);
  return {
    operations,
    consolidation,
    ...(instruments.length === 0 ? {} : { instrumentPlan: planInstruments(own, instruments, period) }),
    ...(estimated ? { meteredDays: meteredDaysOf(own.map(({ activity }) => activity)) } : {}),
  };
}

/** The activities that count at all, with the part that counts: what an operation consumes uses up no certificate of others. */
function countedActivities(activities: readonly Activity[], boundary: Boundary): readonly CountedActivity[] {
  return activities.flatMap((activity) => {
    const share = operationShare(activity, boundary);
    // An unknown operation is an issue of its activity, said where the activity is calculated.
    if (!share.ok || share.value?.isZero() === true) return [];
    return [{ activity, share: share.value ?? ONE }];
  });
}

function inventoryOf(input: InventoryInput, lines: readonly EmissionLine[], warnings: readonly Issue[]): Inventory {
  const { organisation, boundary, period, gwp, factors, aviationNonCo2, residualMix, upstream } = input;
  return {
    organisation,
    boundary,
    period,
    gwp,
    factors: { id: factors.id, edition: factors.edition },
    ...(aviationNonCo2 === undefined ? {} : { aviationNonCo2 }),
    ...(residualMix === undefined ? {} : { residualMix }),
    ...(upstream === undefined ? {} : { upstream }),
    lines,
    warnings,
  };
}

/** One warning for the activities outside the period, which are among those without lines. */
function outsideWarning(without: readonly Activity[], { period }: InventoryInput): readonly Issue[] {
  const outside = without.filter((activity) => sharedPeriod(spanOf(activity), period) === undefined);
  return outside.length === 0 ? [] : [outsidePeriod(outside, period)];
}

function inventoryWarnings(
  input: InventoryInput,
  lines: readonly EmissionLine[],
  context: PreparedContext,
): readonly Issue[] {
  return [
    ...input.boundary.exclusions.flatMap(({ what }) => contradictions(what, lines)),
    ...notConsolidated(input),
    ...factorWarnings(lines, context),
    ...marginWarnings(lines, context),
    ...instrumentWarnings(input, context),
    ...upstreamWarnings(lines, context),
  ];
}

/** One warning for each operation that the approach leaves out, with how many of its activities lie in the period. */
function notConsolidated({ activities, boundary, period }: InventoryInput): readonly Issue[] {
  return (boundary.operations ?? []).flatMap((operation) => {
    const share = consolidatedShare(operation, boundary.consolidation);
    const ids = activities.flatMap((activity) =>
      activity.operation === operation.name && sharedPeriod(spanOf(activity), period) !== undefined
        ? [activity.id]
        : [],
    );
    const [first] = ids;
    if (!share.isZero() || first === undefined) return [];
    const { name } = operation;
    const message = `${counted(ids.length, 'activity', 'activities')} of ${name} left out: ${boundary.consolidation} counts none of it; the first is ${first}. What the organisation owns of it belongs to scope 3, investments.`;
    return [
      warningIssue('operation-not-consolidated', { message, detail: { operation: name, count: ids.length, first } }),
    ];
  });
}

/** An exclusion that names a category or kind which has lines says two things at once. */
function contradictions(what: string, lines: readonly EmissionLine[]): readonly Issue[] {
  const contradicting = lines.filter(({ category, kind }) => category === what || kind === what);
  if (contradicting.length === 0) return [];
  const activityIds = [...new Set(contradicting.map(({ activityId }) => activityId))];
  const message = `The boundary excludes ${what}, yet ${activityIds.length} activities of it are counted. Say more exactly what is left out.`;
  return [warningIssue('exclusion-contradicted', { message, detail: { what, activityIds } })];
}
