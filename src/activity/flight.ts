import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Quantity } from '../quantity/quantity.js';
import { coordinateSchema } from '../quantity/great-circle.js';
import type { Coordinates } from '../quantity/great-circle.js';
import { positiveDecimalSchema, readWith, schemaOf, textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { oneOf } from './one-of.js';

/** One end of a flight: an airport by its IATA code, or a point with the territory it lies in. */
export type FlightEnd = { readonly airport: string } | (Coordinates & { readonly territory?: string | undefined });

/** Where a flight went. One leg, one way; a flight there and back, or a change of planes, is two routes. */
export interface FlightRoute {
  readonly from: FlightEnd;
  readonly to: FlightEnd;
  /** Journeys of one person each on this route, for example 4 for two people there and back. */
  readonly passengers: Decimal;
}

/** Passenger-kilometres flown on business, given or along a route. No detour is added to them. */
export type Flight = CommonFields &
  Timing & {
    readonly kind: 'flight';
    /** The factor edition's own haul band, for example `short`; with the cabin it makes the factor key `short-economy`. */
    readonly haul?: string | undefined;
    readonly cabin: string;
    /** Exactly one of `amount` and `route`; an amount needs its haul, a route may leave it to the edition's rule. */
    readonly amount?: Quantity<'passenger-km'> | undefined;
    readonly route?: FlightRoute | undefined;
  };

const airportEnd = z.strictObject({ airport: textSchema });
const pointEnd = z.strictObject({
  latitude: coordinateSchema('90'),
  longitude: coordinateSchema('180'),
  territory: z.optional(textSchema),
});

const endSchema: z.ZodType<FlightEnd> = schemaOf((input) => {
  const isAirport = typeof input === 'object' && input !== null && 'airport' in input;
  return isAirport ? readWith<FlightEnd>(airportEnd, input) : readWith<FlightEnd>(pointEnd, input);
});

/** `Flight` as data. */
export const flightSchema = z
  .strictObject({
    ...commonShape,
    kind: z.literal('flight'),
    haul: z.optional(textSchema),
    cabin: textSchema,
    amount: z.optional(amountSchema('passenger-distance')),
    route: z.optional(z.strictObject({ from: endSchema, to: endSchema, passengers: positiveDecimalSchema })),
  })
  .superRefine(oneOf('amount', 'route'))
  .superRefine((flight, context) => {
    if (flight.amount === undefined || flight.haul !== undefined) return;
    const message = 'The field haul is missing: passenger-kilometres without their route need it.';
    const issue = errorIssue('missing-field', { message, detail: { field: 'haul' }, at: { path: 'haul' } });
    context.addIssue({ code: 'custom', message, params: { issue } });
  });
