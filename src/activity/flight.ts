import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** Passenger-kilometres flown on business. The distance is taken as given; no detour is added to it. */
export type Flight = CommonFields &
  Timing & {
    readonly kind: 'flight';
    /** The factor edition's own haul band, for example `short`; with the cabin it makes the factor key `short-economy`. */
    readonly haul: string;
    readonly cabin: string;
    readonly amount: Quantity<'passenger-km'>;
  };

/** `Flight` as data. */
export const flightSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('flight'),
  haul: textSchema,
  cabin: textSchema,
  amount: amountSchema('passenger-distance'),
});
