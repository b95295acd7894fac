import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { mixSchema } from './mix.js';
import type { MixPart } from './mix.js';
import { oneOf } from './one-of.js';

/** What goods are counted in: their mass, volume, energy, number or area. */
const GOODS_DIMENSIONS = ['mass', 'volume', 'energy', 'piece', 'area'] as const;

/**
 * Goods and services by quantity instead of money, on an average factor or on the supplier's own one. `of` names one
 * product, `mix` several with shares that sum to exactly 1 (hybrid: a part on the supplier's factor, the rest on averages).
 */
export type PurchasedGoods = CommonFields &
  Timing & {
    readonly kind: 'purchased-goods';
    readonly amount: Quantity<UnitOf<(typeof GOODS_DIMENSIONS)[number]>>;
    /** The key of the factor; exactly one of `product` and `mix`. */
    readonly product?: string | undefined;
    readonly mix?: readonly MixPart[] | undefined;
    /** Whose factor: the supplier's (`supplier-specific`) or an average (`average-data`). */
    readonly method: 'supplier-specific' | 'average-data';
    readonly category?: 'purchased-goods-and-services' | 'capital-goods' | undefined;
  };

/** `PurchasedGoods` as data. */
export const purchasedGoodsSchema = z
  .strictObject({
    ...commonShape,
    kind: z.literal('purchased-goods'),
    amount: amountSchema(...GOODS_DIMENSIONS),
    product: z.optional(textSchema),
    mix: z.optional(mixSchema),
    method: z.enum(['supplier-specific', 'average-data']),
    category: z.optional(z.enum(['purchased-goods-and-services', 'capital-goods'])),
  })
  .superRefine(oneOf('product', 'mix'));
