import type { RefrigerantLeakage } from '../activity/refrigerant-leakage.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { productDrafts } from './product-drafts.js';

/**
 * Lines of refrigerant that escaped: mass × unit × days × factor of the refrigerant, which for a blend is
 * Σ mass share × warming potential. Scope 1, fugitive emissions. Gases of the Montreal Protocol in the blend have a line
 * of their own outside the scopes.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Corporate Standard, chapter 4 (fugitive emissions)
 */
export function refrigerantLeakageDrafts(
  leakage: RefrigerantLeakage,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { refrigerant: key, amount } = leakage;
  const place = { scope: 1, category: 'fugitive-emissions' } as const;
  return productDrafts(leakage, { place, method: 'mass-balance', key, amount }, kept, context);
}
