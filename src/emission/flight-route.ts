import type { Flight, FlightEnd, FlightRoute } from '../activity/flight.js';
import { Decimal } from '../decimal.js';
import type { Airport } from '../factor/airport.js';
import { haulOf } from '../factor/haul-rule.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { combine, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { greatCircle } from '../quantity/great-circle.js';
import type { Coordinates } from '../quantity/great-circle.js';
import type { Quantity } from '../quantity/quantity.js';
import type { PreparedContext } from './calculation-context.js';
import { sharedOnce } from './calculation-context.js';
import { countTerm } from './shared-terms.js';
import type { Term } from './term.js';

/** How far was flown, and in which haul band; `steps` lead from `amount` to passenger-kilometres. */
export interface FlownDistance {
  readonly haul: string;
  readonly amount: Quantity<'km' | 'passenger-km'>;
  readonly per: 'passenger-km';
  readonly steps: readonly Term[];
}

/**
 * The distance of a flight: as given, or the great circle between the ends of its route × passengers.
 *
 * Issues: `airport-unknown` (not in the table, or no table given), `haul-not-decided` (neither the activity nor the
 * edition's rule says).
 */
export function flownDistance(flight: Flight, context: PreparedContext): Outcome<FlownDistance> {
  const { amount, haul, route } = flight;
  if (amount !== undefined && haul !== undefined) return success({ haul, amount, per: 'passenger-km', steps: [] });
  if (route === undefined) return nothingFlown();
  const ends = combine<{ from: PlacedEnd; to: PlacedEnd }>({
    from: placeOf(route.from, context),
    to: placeOf(route.to, context),
  });
  if (!ends.ok) return ends;
  const { from, to } = ends.value;
  const distance = sharedOnce(context, `great-circle ${JSON.stringify([from, to])}`, () => greatCircle(from, to));
  const decided = haul ?? decidedHaul(ends.value, distance.value, context);
  if (decided === undefined) return undecided(route);
  const steps = [countTerm('journeys of one person', route.passengers)];
  return success({ haul: decided, amount: distance, per: 'passenger-km', steps });
}

/** The reader lets no such flight pass; one that a program puts together is not a flight of no kilometres. */
function nothingFlown(): Outcome<never> {
  const message = 'The flight has neither an amount with its haul nor a route.';
  return failure(errorIssue('missing-field', { message, detail: { field: 'amount' }, at: { path: 'amount' } }));
}

interface PlacedEnd extends Coordinates {
  readonly territory: string | undefined;
}

function placeOf(end: FlightEnd, context: PreparedContext): Outcome<PlacedEnd> {
  if (!('airport' in end)) return success({ ...end, territory: end.territory });
  const { airports = [] } = context;
  const byCode = sharedOnce(context, 'airports', () => new Map(airports.map((airport) => [airport.iata, airport])));
  const airport = byCode.get(end.airport);
  return airport === undefined ? unknownAirport(end.airport, airports) : success(placed(airport));
}

function placed({ country, latitude, longitude }: Airport): PlacedEnd {
  return {
    latitude: new Decimal(latitude.toString()),
    longitude: new Decimal(longitude.toString()),
    territory: country,
  };
}

function unknownAirport(code: string, airports: readonly Airport[]): Outcome<never> {
  const nearest = nearestNames(
    code,
    airports.map(({ iata }) => iata),
  );
  const table = airports.length === 0 ? 'No table of airports is given' : 'The table of airports has no such code';
  const message = `The airport ${JSON.stringify(code)} is not known. ${table}.${didYouMean(nearest)} Give airports, or the coordinates of the place.`;
  return failure(errorIssue('airport-unknown', { message, detail: { airport: code, nearest } }));
}

function decidedHaul(
  { from, to }: { from: PlacedEnd; to: PlacedEnd },
  kilometres: Decimal,
  { factors }: PreparedContext,
): string | undefined {
  if (factors.haulRule === undefined) return undefined;
  return haulOf(factors.haulRule, { territories: [from.territory, to.territory], kilometres });
}

function undecided({ from, to }: FlightRoute): Outcome<never> {
  const names = { from: nameOf(from), to: nameOf(to) };
  const message = `Nothing says which haul the flight from ${names.from} to ${names.to} is. State haul, or use a factor set with a haulRule that knows both territories.`;
  return failure(errorIssue('haul-not-decided', { message, detail: names }));
}

function nameOf(end: FlightEnd): string {
  return 'airport' in end ? end.airport : `${end.latitude.toFixed()},${end.longitude.toFixed()}`;
}
