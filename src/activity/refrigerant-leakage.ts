import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/**
 * Refrigerant that escaped from the reporter's equipment, by mass balance: what was refilled, plus what was in equipment
 * that was scrapped and not recovered. Scope 1.
 */
export type RefrigerantLeakage = CommonFields &
  Timing & {
    readonly kind: 'refrigerant-leakage';
    /** The key of the refrigerant's factor, for example `R-410A`; a blend's factor states its gases. */
    readonly refrigerant: string;
    readonly amount: Quantity<UnitOf<'mass'>>;
  };

/** `RefrigerantLeakage` as data. */
export const refrigerantLeakageSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('refrigerant-leakage'),
  refrigerant: textSchema,
  amount: amountSchema('mass'),
});
