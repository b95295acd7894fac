import { addDays } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { cutAt, holds } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { validityOf } from '../factor/factor-clashes.js';
import { factorsWithin, findFactor, soleFactor } from '../factor/find-factor.js';
import type { FactorQuery } from '../factor/find-factor.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { factorTermsOf } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import type { FactorTerms } from './factor-terms.js';
import type { SharedRatio } from './product-of-terms.js';

/** A factor, weighed for the inventory. */
export interface KnownFactor {
  readonly factor: EmissionFactor;
  readonly factorTerms: FactorTerms;
  /** The product of unit and factor, where many lines have the same. */
  readonly common?: SharedRatio;
}

/** A part of an activity's days and the one factor that holds on all of them. */
export interface FactorPart extends KnownFactor {
  readonly part: ReportingPeriod;
}

/** Cuts days at the validity edges of the factors that answer a query, and at further dates where the caller needs it. */
export function cutAtValidity(
  context: PreparedContext,
  query: FactorQuery,
  starts: readonly CalendarDate[] = [],
): readonly ReportingPeriod[] {
  const ending = factorsWithin(context.index, query).filter((factor) => !holds(validityOf(factor), query.period));
  if (ending.length === 0 && starts.length === 0) return [query.period];
  const edges = ending.flatMap(({ validFrom, validTo }) => [validFrom, addDays(validTo, 1)]);
  return cutAt(query.period, [...edges, ...starts]);
}

/**
 * The parts of a span of days, each with its factor. Cut at validity edges, and at `starts`.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, for every part that has no factor; those of
 * `characteriseFactor` for a factor that cannot be stated in the inventory's assessment report.
 */
export function factorParts(
  context: PreparedContext,
  query: FactorQuery,
  starts: readonly CalendarDate[] = [],
): Outcome<readonly FactorPart[]> {
  const sole = starts.length === 0 ? soleFactor(context.index, query) : undefined;
  if (sole !== undefined) {
    const found = factorPart(context, query.period, sole);
    return found.ok ? success([found.value]) : found;
  }
  return collect(
    cutAtValidity(context, query, starts).map((part) => {
      const found = findFactor(context.index, { ...query, period: part });
      return found.ok ? factorPart(context, part, found.value) : found;
    }),
  );
}

/** A part of an activity's days with the factor that holds on it, weighed for the inventory. */
function factorPart(context: PreparedContext, part: ReportingPeriod, factor: EmissionFactor): Outcome<FactorPart> {
  const terms = factorTermsOf(context, factor);
  return terms.ok ? success({ part, factor, factorTerms: terms.value }) : terms;
}
