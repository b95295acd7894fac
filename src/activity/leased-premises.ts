import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import type { Quantity } from '../quantity/quantity.js';
import { positiveShareSchema, shareSchema, textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** The readings that can take the place of an estimate from floor area. */
export const METER_KINDS = [
  'purchased-electricity',
  'purchased-heat',
  'purchased-cooling',
  'purchased-steam',
  'stationary-combustion',
] as const;
export type MeterKind = (typeof METER_KINDS)[number];

/**
 * Rented premises without meter data: floor area × share ÷ occupancy, on average figures per square metre and year. Days
 * on which the same site has readings of all the kinds named in `replacedBy` are left to the readings.
 */
export type LeasedPremises = CommonFields &
  Timing & {
    readonly kind: 'leased-premises';
    /** The key of the factor per square-metre-year, for example `office`. */
    readonly premises: string;
    /** Needed to find the readings of the same premises. */
    readonly site: string;
    readonly amount: Quantity<'square-metre'>;
    /** The reporter's share of the area; absent: all of it. */
    readonly share?: Decimal | undefined;
    /** How much of the building's area is let, above 0 to 1: the let area carries the empty one. Absent: all of it. */
    readonly occupancy?: Decimal | undefined;
    /** The kinds of reading that together replace the estimate. */
    readonly replacedBy: readonly MeterKind[];
  };

/** `LeasedPremises` as data. */
export const leasedPremisesSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('leased-premises'),
  premises: textSchema,
  site: textSchema,
  amount: amountSchema('area'),
  share: z.optional(shareSchema),
  occupancy: z.optional(positiveShareSchema),
  replacedBy: z.array(z.enum(METER_KINDS)).min(1),
});
