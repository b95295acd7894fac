import type { Flight } from '../activity/flight.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { AVIATION_NON_CO2 } from '../factor/emission-factor.js';
import type { AviationNonCo2 } from '../factor/emission-factor.js';
import { errorIssue } from '../issue.js';
import { failure } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { flownDistance } from './flight-route.js';
import { productDrafts } from './product-drafts.js';

const PLACE: Place = { scope: 3, category: 'business-travel' };

/**
 * Lines of a flight: passenger-km × days × distance-based factor of its haul and cabin, with or without the warming
 * beyond CO2 as the caller states. A route is great-circle kilometres × passengers, its haul by the edition's rule where
 * the activity states none. No detour is added: the published factors hold it. Scope 3, business travel.
 *
 * Issues: `aviation-non-co2-not-stated`, `factor-not-found`, `factor-ambiguous`, `factor-incomplete` (a factor that does
 * not say whether it holds the warming beyond CO2), `unit-mismatch`, `airport-unknown`, `haul-not-decided`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 6.1
 */
export function flightDrafts(
  flight: Flight,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { aviationNonCo2 } = context;
  if (aviationNonCo2 === undefined) return notStated();
  const flown = flownDistance(flight, context);
  if (!flown.ok) return flown;
  const { haul, amount, steps, per } = flown.value;
  const key = `${haul}-${flight.cabin}`;
  const silent = silentFactor(key, aviationNonCo2, context);
  if (silent !== undefined) return silent;
  const calculation = { place: PLACE, method: 'distance-based', key, amount, per, steps, aviationNonCo2 } as const;
  return productDrafts(flight, calculation, kept, context);
}

function notStated(): Outcome<never> {
  const message =
    "A flight needs aviationNonCo2: 'included' or 'excluded'; it changes the figure, so it has no default.";
  return failure(errorIssue('aviation-non-co2-not-stated', { message, detail: { options: AVIATION_NON_CO2 } }));
}

/** A factor that does not say whether it holds the warming beyond CO2 could be either: it is never used for a flight. */
function silentFactor(key: string, asked: AviationNonCo2, { index }: PreparedContext): Outcome<never> | undefined {
  const groups = (index.byKey.get(key) ?? []).filter(
    ({ method, part }) => method === 'distance-based' && part === undefined,
  );
  const silent = groups.find(({ aviationNonCo2 }) => aviationNonCo2 === undefined)?.factors[0];
  if (silent === undefined || groups.some(({ aviationNonCo2 }) => aviationNonCo2 === asked)) return undefined;
  const message = `The factor ${silent.id} does not say whether aviation non-CO2 is "included" or "excluded"; take aviationNonCo2 from the publication.`;
  const detail = { id: silent.id, field: 'aviationNonCo2' };
  return failure(errorIssue('factor-incomplete', { message, detail, at: { path: 'aviationNonCo2' } }));
}
