import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** Water taken from the mains, or waste water led to a treatment plant. */
export type Water = CommonFields &
  Timing & {
    readonly kind: 'water';
    /** Supply is a purchase (category 1), treatment is waste (category 5); the factor keys are `water-supply`, `water-treatment`. */
    readonly service: 'supply' | 'treatment';
    readonly amount: Quantity<UnitOf<'volume'>>;
  };

/** Meals served, by menu: category 1. */
export type Meals = CommonFields &
  Timing & {
    readonly kind: 'meals';
    /** The key of the factor per meal, for example `meal-vegetarian`. */
    readonly menu: string;
    readonly amount: Quantity<'meal'>;
  };

/** Linen and clothes washed by a laundry, by dry mass: category 1. */
export type Laundry = CommonFields &
  Timing & {
    readonly kind: 'laundry';
    /** The key of the factor per mass, for example `laundry`. */
    readonly service: string;
    readonly amount: Quantity<UnitOf<'mass'>>;
  };

/** Accommodation bought by the night and person, on an average factor: category 1. */
export type Accommodation = CommonFields &
  Timing & {
    readonly kind: 'accommodation';
    /** The key of the factor per accommodation-night, for example `reception-centre`. */
    readonly service: string;
    readonly amount: Quantity<'accommodation-night'>;
  };

/** `Water` as data. */
export const waterSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('water'),
  service: z.enum(['supply', 'treatment']),
  amount: amountSchema('volume'),
});

/** `Meals` as data. */
export const mealsSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('meals'),
  menu: textSchema,
  amount: amountSchema('meal'),
});

/** `Laundry` as data. */
export const laundrySchema = z.strictObject({
  ...commonShape,
  kind: z.literal('laundry'),
  service: textSchema,
  amount: amountSchema('mass'),
});

/** `Accommodation` as data. */
export const accommodationSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('accommodation'),
  service: textSchema,
  amount: amountSchema('accommodation-night'),
});
