import { z } from 'zod';
import { CALORIFIC_BASES } from '../quantity/calorific-basis.js';
import type { CalorificBasis } from '../quantity/calorific-basis.js';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { allocationSchema } from './allocation.js';
import type { Allocation } from './allocation.js';
import { CONTRACT_HOLDERS, amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, ContractHolder, Timing } from './common-fields.js';

/** An amount of fuel: burnt volume, mass or energy, whichever the factor is stated per. */
export type FuelAmount = Quantity<UnitOf<'volume' | 'mass' | 'energy'>>;

/** Fuel burnt in a boiler or generator. Whose contract it is decides between scope 1 and upstream leased assets. */
export type StationaryCombustion = CommonFields &
  Timing & {
    readonly kind: 'stationary-combustion';
    /** The key of the fuel's factor, for example `light-fuel-oil`. */
    readonly fuel: string;
    readonly amount: FuelAmount;
    /** Whether an amount of energy is net or gross; needed where the factors say which they are stated per. */
    readonly calorificBasis?: CalorificBasis | undefined;
    readonly contractHolder: ContractHolder;
    /** The reporter's part of a boiler that also heats others. */
    readonly allocation?: Allocation | undefined;
  };

/** Fuel burnt in the reporter's own vehicles: scope 1. */
export type MobileCombustion = CommonFields &
  Timing & {
    readonly kind: 'mobile-combustion';
    /** The key of the fuel's factor, for example `diesel`. */
    readonly fuel: string;
    readonly amount: FuelAmount;
    readonly calorificBasis?: CalorificBasis | undefined;
  };

/** `StationaryCombustion` as data. */
export const stationaryCombustionSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('stationary-combustion'),
  fuel: textSchema,
  amount: amountSchema('volume', 'mass', 'energy'),
  calorificBasis: z.optional(z.enum(CALORIFIC_BASES)),
  contractHolder: z.enum(CONTRACT_HOLDERS),
  allocation: z.optional(allocationSchema),
});

/** `MobileCombustion` as data. */
export const mobileCombustionSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('mobile-combustion'),
  fuel: textSchema,
  amount: amountSchema('volume', 'mass', 'energy'),
  calorificBasis: z.optional(z.enum(CALORIFIC_BASES)),
});
