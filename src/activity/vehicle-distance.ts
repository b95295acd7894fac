import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** Kilometres driven with the reporter's own or leased vehicles, where the fuel is not known: scope 1, distance-based. */
export type VehicleDistance = CommonFields &
  Timing & {
    readonly kind: 'vehicle-distance';
    /** The key of the vehicle class, for example `car-average-diesel`. */
    readonly vehicle: string;
    readonly amount: Quantity<'vehicle-km'>;
  };

/** `VehicleDistance` as data. */
export const vehicleDistanceSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('vehicle-distance'),
  vehicle: textSchema,
  amount: amountSchema('vehicle-distance'),
});
