import type { Purchase } from '../activity/purchase.js';
import { yearOf } from '../calendar/calendar-date.js';
import { newYearsIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { equalDecimals } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext, SpendSteps } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { amountTerm, daysTermsOf } from './shared-terms.js';
import { makeSpendTerms } from './spend-terms.js';
import type { Term } from './term.js';

/**
 * Lines of a purchase: amount × days × VAT step × margin × exchange rate × price step × spend-based factor, cut at
 * 1 January and at validity edges. Terms whose condition does not apply are absent; a term that has no data is an issue, never a 1.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `vat-rate-missing`, `exchange-rate-missing`, `price-index-missing`,
 * `price-index-ambiguous`, `price-basis-unsupported`, `price-margin-ambiguous`, `factor-incomplete`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 1.5
 */
export function purchaseDrafts(
  purchase: Purchase,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { product: key, amount } = purchase;
  const query = { key, method: 'spend-based', per: amount.unit, period: kept } as const;
  const parts = factorParts(context, query, newYearsIn(kept));
  if (!parts.ok) return parts;
  return collect(parts.value.map((part) => spendDraft(purchase, part, context)));
}

function spendDraft(purchase: Purchase, found: FactorPart, context: PreparedContext): Outcome<LineDraft> {
  const { part, factor, factorTerms } = found;
  const steps = spendTerms(purchase, factor, yearOf(part.from), context);
  if (!steps.ok) return steps;
  return success({
    scope: 3,
    category: purchase.category ?? 'purchased-goods-and-services',
    method: 'spend-based',
    factor,
    factorTerms,
    part,
    terms: [amountTerm(purchase.amount), ...daysTermsOf(purchase, part), ...steps.value],
  });
}

/** The steps between the money spent and the money the factor is stated in; made once for all purchases alike. */
function spendTerms(
  purchase: Purchase,
  factor: EmissionFactor,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const known = context.spendSteps.get(factor) ?? [];
  const alike = known.find((steps) => isAlike(steps, purchase, year));
  if (alike !== undefined) return alike.terms;
  const { product, amount, vat, vatRate } = purchase;
  const terms = makeSpendTerms(purchase, factor, year, context);
  context.spendSteps.set(factor, [...known, { product, currency: amount.unit, vat, vatRate, year, terms }]);
  return terms;
}

function isAlike(steps: SpendSteps, { product, amount, vat, vatRate }: Purchase, year: number): boolean {
  if (steps.year !== year || steps.vat !== vat || steps.currency !== amount.unit || steps.product !== product)
    return false;
  return isSameRate(steps.vatRate, vatRate);
}

function isSameRate(a: Decimal | undefined, b: Decimal | undefined): boolean {
  if (a === undefined || b === undefined) return a === undefined && b === undefined;
  return equalDecimals(a, b);
}
