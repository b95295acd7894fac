import { addDays } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { cutAt, holds } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { validityOf } from '../factor/factor-clashes.js';
import { factorsWithin, findFactor } from '../factor/find-factor.js';
import type { FactorQuery } from '../factor/find-factor.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';

/** A part of an activity's days and the one factor that holds on all of them. */
export interface FactorPart {
  readonly part: ReportingPeriod;
  readonly factor: EmissionFactor;
}

/** Cuts days at the validity edges of the factors that answer a query, and at further dates where the caller needs it. */
export function cutAtValidity(
  context: PreparedContext,
  query: FactorQuery,
  starts: readonly CalendarDate[] = [],
): readonly ReportingPeriod[] {
  const answering = factorsWithin(context.index, query);
  const edges = answering
    .filter((factor) => !holds(validityOf(factor), query.period))
    .flatMap(({ validFrom, validTo }) => [validFrom, addDays(validTo, 1)]);
  return cutAt(query.period, [...edges, ...starts]);
}

/**
 * The parts of a span of days, each with its factor. Cut at validity edges, and at `starts`.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, for every part that has no factor.
 */
export function factorParts(
  context: PreparedContext,
  query: FactorQuery,
  starts: readonly CalendarDate[] = [],
): Outcome<readonly FactorPart[]> {
  return collect(
    cutAtValidity(context, query, starts).map((part) => {
      const found = findFactor(context.index, { ...query, period: part });
      return found.ok ? success({ part, factor: found.value }) : found;
    }),
  );
}
