import type { SupplierReported } from '../activity/supplier-reported.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { allocationTerms, amountTerm, daysTermsOf, termsFrom, unitTerms } from './shared-terms.js';

/**
 * The line of a supplier's own statement: its kilograms × days × the reporter's part, in the scope 3 category it was made for. No factor.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formulas 1.1 and 1.2
 */
export function supplierReportedDraft(
  statement: SupplierReported,
  kept: ReportingPeriod,
  context: PreparedContext,
): LineDraft {
  const terms = termsFrom(
    amountTerm(statement.amount),
    unitTerms(context, statement.amount.unit, 'kgCO2e'),
    daysTermsOf(statement, kept),
    allocationTerms(statement.allocation),
  );
  return { scope: 3, category: statement.scope3Category, method: 'supplier-specific', part: kept, terms };
}
