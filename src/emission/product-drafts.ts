import type { Activity } from '../activity/activity.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { AviationNonCo2, CalculationMethod } from '../factor/emission-factor.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Quantity } from '../quantity/quantity.js';
import type { PerUnit } from '../quantity/units.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import { amountTerm, daysTermsOf, termsFrom, unitTerms } from './shared-terms.js';
import type { Term } from './term.js';

/** What a family says of a line that is an amount times a factor. */
export interface ProductCalculation {
  readonly place: Place;
  readonly method: CalculationMethod;
  /** The key of the factor. */
  readonly key: string;
  readonly amount: Quantity<PerUnit>;
  /** The unit the steps lead to, where it is not the amount's. */
  readonly per?: PerUnit;
  /** Counts, shares and other terms between the amount and its unit. */
  readonly steps?: readonly Term[];
  readonly part?: string;
  readonly variant?: string;
  readonly aviationNonCo2?: AviationNonCo2;
}

/**
 * Lines of an amount times a factor: amount × steps × unit × days × factor, cut at validity edges.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 */
export function productDrafts(
  activity: Activity,
  calculation: ProductCalculation,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { place, method, key, amount, per = amount.unit, steps = [], part: factorPart } = calculation;
  const { variant, aviationNonCo2 } = calculation;
  const { scope, category } = place;
  const query = {
    key,
    method,
    per,
    period: kept,
    part: factorPart,
    ...(aviationNonCo2 === undefined ? {} : { aviationNonCo2 }),
  };
  const parts = factorParts(context, query);
  if (!parts.ok) return parts;
  return success(
    parts.value.map(({ part, factor, factorTerms }): LineDraft => {
      const unit = unitTerms(context, per, factor.per);
      const terms = termsFrom(amountTerm(amount), steps, unit, daysTermsOf(activity, part));
      const draft = { scope, category, method, factor, factorTerms, part, terms };
      return variant === undefined ? draft : { ...draft, variant };
    }),
  );
}
