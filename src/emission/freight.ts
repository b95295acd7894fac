import type { Freight } from '../activity/freight.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { productDrafts } from './product-drafts.js';

const PLACES = {
  upstream: { scope: 3, category: 'upstream-transportation-and-distribution' },
  downstream: { scope: 3, category: 'downstream-transportation-and-distribution' },
} as const satisfies Record<Freight['direction'], Place>;

/**
 * Lines of goods carried: tonne-km × days × distance-based factor of the vehicle. Scope 3, category 4 where the reporter
 * pays for the transport, else category 9.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, distance-based method of category 4
 */
export function freightDrafts(
  freight: Freight,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { vehicle: key, amount, direction } = freight;
  const calculation = { place: PLACES[direction], method: 'distance-based', key, amount } as const;
  return productDrafts(freight, calculation, kept, context);
}
