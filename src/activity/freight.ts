import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** Goods carried by others: tonne-kilometres. Whoever pays decides between upstream (4) and downstream (9). */
export type Freight = CommonFields &
  Timing & {
    readonly kind: 'freight';
    /** The key of the factor per tonne-km, for example `van-average` or `rail-freight`. */
    readonly vehicle: string;
    readonly amount: Quantity<'tonne-km'>;
    /** Transport the reporter pays for is upstream, also of what it sends out. */
    readonly direction: 'upstream' | 'downstream';
  };

/** `Freight` as data. */
export const freightSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('freight'),
  vehicle: textSchema,
  amount: amountSchema('freight-distance'),
  direction: z.enum(['upstream', 'downstream']),
});
