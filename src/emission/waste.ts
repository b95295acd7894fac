import type { Waste } from '../activity/waste.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { mixedDrafts } from './mixed-drafts.js';
import { productDrafts } from './product-drafts.js';

/**
 * Lines of waste: amount × share of the treatment × unit × days × factor of material and treatment. Scope 3, waste
 * generated in operations.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formulas 5.1 and 5.2
 */
export function wasteDrafts(
  waste: Waste,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { material, treatment = '', mix, amount } = waste;
  const calculation = (of: string) =>
    ({
      place: { scope: 3, category: 'waste-generated-in-operations' },
      method: 'average-data',
      key: `${material}/${of}`,
      amount,
    }) as const;
  if (mix === undefined) return productDrafts(waste, calculation(treatment), kept, context);
  return mixedDrafts(waste, { parts: mix, calculation }, kept, context);
}
