import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { mixSchema } from './mix.js';
import type { MixPart } from './mix.js';
import { oneOf } from './one-of.js';

/**
 * Waste by material and treatment: scope 3, category 5. One `treatment`, or `mix` where only the shares of the treatments
 * are known (they sum to exactly 1).
 */
export type Waste = CommonFields &
  Timing & {
    readonly kind: 'waste';
    /** With the treatment it makes the factor key `<material>/<treatment>`. */
    readonly material: string;
    readonly amount: Quantity<UnitOf<'mass'>>;
    readonly treatment?: string | undefined;
    readonly mix?: readonly MixPart[] | undefined;
  };

/** `Waste` as data. */
export const wasteSchema = z
  .strictObject({
    ...commonShape,
    kind: z.literal('waste'),
    material: textSchema,
    amount: amountSchema('mass'),
    treatment: z.optional(textSchema),
    mix: z.optional(mixSchema),
  })
  .superRefine(oneOf('treatment', 'mix'));
