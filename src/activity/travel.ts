import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** A distance travelled by a person, or by a whole vehicle; the factor is stated per one of the two. */
export type TravelAmount = Quantity<UnitOf<'passenger-distance' | 'vehicle-distance'>>;

/** Business travel on the ground and water: rail, taxi, bus, ferry, an employee's own car. Category 6. */
export type GroundTravel = CommonFields &
  Timing & {
    readonly kind: 'ground-travel';
    /** The key of the factor, for example `rail-national` or `taxi-regular`. */
    readonly mode: string;
    readonly amount: TravelAmount;
  };

/** Nights in hotels on business, by room: a room for two is one room-night. Category 6. */
export type HotelStay = CommonFields &
  Timing & {
    readonly kind: 'hotel-stay';
    /** The key of the factor, usually a country: `SE`. A country without a factor has none; no neighbour stands in. */
    readonly country: string;
    readonly amount: Quantity<'room-night'>;
  };

/** `GroundTravel` as data. */
export const groundTravelSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('ground-travel'),
  mode: textSchema,
  amount: amountSchema('passenger-distance', 'vehicle-distance'),
});

/** `HotelStay` as data. */
export const hotelStaySchema = z.strictObject({
  ...commonShape,
  kind: z.literal('hotel-stay'),
  country: textSchema,
  amount: amountSchema('room-night'),
});
