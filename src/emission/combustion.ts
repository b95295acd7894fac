import type { MobileCombustion, StationaryCombustion } from '../activity/combustion.js';
import { spanOf } from '../activity/common-fields.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import { amountTerm, daysTerms, factorTerm, unitTerms } from './shared-terms.js';

/**
 * Lines of fuel burnt: amount × unit × days × fuel-based factor. Own boilers and vehicles are scope 1; fuel burnt for
 * heating under the landlord's contract is scope 3, upstream leased assets.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch` (litres against a factor per kWh need a heating value).
 *
 * @see GHG Protocol, Corporate Standard, chapter 4 (direct emissions)
 */
export function combustionDrafts(
  combustion: StationaryCombustion | MobileCombustion,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { fuel: key, amount } = combustion;
  const parts = factorParts(context, { key, method: 'fuel-based', per: amount.unit, period: kept });
  if (!parts.ok) return parts;
  return success(
    parts.value.map(({ part, factor }) => ({
      ...combustionPlace(combustion),
      method: 'fuel-based',
      factor,
      part,
      terms: [
        amountTerm(amount),
        ...unitTerms(context, amount.unit, factor.per),
        ...daysTerms(part, spanOf(combustion)),
        factorTerm(context, factor),
      ],
    })),
  );
}

function combustionPlace(combustion: StationaryCombustion | MobileCombustion): Place {
  if (combustion.kind === 'mobile-combustion') return { scope: 1, category: 'mobile-combustion' };
  if (combustion.contractHolder === 'landlord') return { scope: 3, category: 'upstream-leased-assets' };
  return { scope: 1, category: 'stationary-combustion' };
}
