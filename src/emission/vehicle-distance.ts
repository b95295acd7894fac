import type { VehicleDistance } from '../activity/vehicle-distance.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { productDrafts } from './product-drafts.js';
import { UPSTREAM_PLACE, WELL_TO_TANK, upstreamPartsOf } from './upstream.js';

/**
 * Lines of kilometres driven: vehicle-km × days × distance-based factor of the vehicle class, scope 1; and one more for the
 * fuel's way to the tank where the set has it, scope 3, category 3.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Corporate Standard, chapter 4; Scope 3 guidance, formula 3.1
 */
export function vehicleDistanceDrafts(
  driven: VehicleDistance,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { vehicle: key, amount } = driven;
  const calculation = { method: 'distance-based', key, amount } as const;
  const upstream = upstreamPartsOf(context, { key, method: 'distance-based', parts: [WELL_TO_TANK] });
  if (!upstream.ok) return upstream;
  const own = { ...calculation, place: { scope: 1, category: 'mobile-combustion' } } as const;
  const drafts = collect([
    productDrafts(driven, own, kept, context),
    ...upstream.value.map((part) =>
      productDrafts(driven, { ...calculation, place: UPSTREAM_PLACE, part, variant: part }, kept, context),
    ),
  ]);
  return drafts.ok ? success(drafts.value.flat()) : drafts;
}
