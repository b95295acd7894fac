import { spanOf } from '../activity/common-fields.js';
import type { Flight } from '../activity/flight.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { AVIATION_NON_CO2 } from '../factor/emission-factor.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import { amountTerm, daysTerms, factorTerm } from './shared-terms.js';

/**
 * Lines of a flight: passenger-km × days × distance-based factor of its haul and cabin, with or without the warming
 * beyond CO2 as the caller states. No detour is added: the published factors hold it. Scope 3, business travel.
 *
 * Issues: `aviation-non-co2-not-stated`, `factor-not-found`, `factor-ambiguous`, `unit-mismatch`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 6.1
 */
export function flightDrafts(
  flight: Flight,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { haul, cabin, amount } = flight;
  const { aviationNonCo2 } = context;
  if (aviationNonCo2 === undefined) {
    const message =
      "A flight needs aviationNonCo2: 'included' or 'excluded'; it changes the figure, so it has no default.";
    return failure(errorIssue('aviation-non-co2-not-stated', { message, detail: { options: AVIATION_NON_CO2 } }));
  }
  const query = {
    key: `${haul}-${cabin}`,
    method: 'distance-based',
    per: amount.unit,
    period: kept,
    aviationNonCo2,
  } as const;
  const parts = factorParts(context, query);
  if (!parts.ok) return parts;
  return success(
    parts.value.map(({ part, factor }) => ({
      scope: 3,
      category: 'business-travel',
      method: 'distance-based',
      factor,
      part,
      terms: [amountTerm(amount), ...daysTerms(part, spanOf(flight)), factorTerm(context, factor)],
    })),
  );
}
