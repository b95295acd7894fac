import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { reportingPeriod, sharedPeriod } from '../calendar/reporting-period.js';
import { duplicateIds } from '../duplicate-ids.js';
import { emissionLines, outsidePeriod } from '../emission/calculate-emissions.js';
import { prepareContext } from '../emission/calculation-context.js';
import type { CalculationContext, PreparedContext } from '../emission/calculation-context.js';
import type { EmissionLine } from '../emission/emission-line.js';
import { factorWarnings } from '../emission/factor-warnings.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Boundary } from './boundary.js';
import type { Inventory } from './inventory.js';

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
 * `exclusion-contradicted`.
 *
 * @example
 * const inventory = orThrow(calculateInventory({ organisation: 'Agency', boundary, period: calendarYear(2021),
 *   activities, factors, gwp: 'AR5' }));
 * totalEmissions(inventory, { scope2: 'location-based' });
 */
export function calculateInventory(input: InventoryInput): Outcome<Inventory> {
  const period = reportingPeriod(input.period.from, input.period.to);
  if (!period.ok) return located(period, { path: 'period' });
  const context = prepareContext(input);
  const repeated = duplicateIds(input.activities);
  const calculated = collect(
    input.activities.map((activity, index) => located(emissionLines(activity, context), { row: index + 1 })),
  );
  if (!calculated.ok || repeated.length > 0) return failureOf([...repeated, ...calculated.issues]);
  const lines = calculated.value.flat();
  const sameLine = duplicateIds(lines);
  if (sameLine.length > 0) return failureOf(sameLine);
  const warnings = [...calculated.issues, ...inventoryWarnings(input, lines, context)];
  return success(inventoryOf(input, lines, warnings), warnings);
}

function inventoryOf(input: InventoryInput, lines: readonly EmissionLine[], warnings: readonly Issue[]): Inventory {
  const { organisation, boundary, period, gwp, factors, aviationNonCo2, residualMix } = input;
  return {
    organisation,
    boundary,
    period,
    gwp,
    factors: { id: factors.id, edition: factors.edition },
    ...(aviationNonCo2 === undefined ? {} : { aviationNonCo2 }),
    ...(residualMix === undefined ? {} : { residualMix }),
    lines,
    warnings,
  };
}

function inventoryWarnings(
  { activities, boundary, period }: InventoryInput,
  lines: readonly EmissionLine[],
  context: PreparedContext,
): readonly Issue[] {
  const outside = activities.filter((activity) => sharedPeriod(spanOf(activity), period) === undefined);
  return [
    ...(outside.length === 0 ? [] : [outsidePeriod(outside, period)]),
    ...boundary.exclusions.flatMap(({ what }) => contradictions(what, lines)),
    ...factorWarnings(lines, context),
  ];
}

/** An exclusion that names a category or kind which has lines says two things at once. */
function contradictions(what: string, lines: readonly EmissionLine[]): readonly Issue[] {
  const counted = lines.filter(({ category, kind }) => category === what || kind === what);
  if (counted.length === 0) return [];
  const activityIds = [...new Set(counted.map(({ activityId }) => activityId))];
  const message = `The boundary excludes ${what}, yet ${activityIds.length} activities of it are counted. Say more exactly what is left out.`;
  return [warningIssue('exclusion-contradicted', { message, detail: { what, activityIds } })];
}
