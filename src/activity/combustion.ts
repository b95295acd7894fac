import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
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
    readonly contractHolder: ContractHolder;
  };

/** Fuel burnt in the reporter's own vehicles: scope 1. */
export type MobileCombustion = CommonFields &
  Timing & {
    readonly kind: 'mobile-combustion';
    /** The key of the fuel's factor, for example `diesel`. */
    readonly fuel: string;
    readonly amount: FuelAmount;
  };

/** `StationaryCombustion` as data. */
export const stationaryCombustionSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('stationary-combustion'),
  fuel: textSchema,
  amount: amountSchema('volume', 'mass', 'energy'),
  contractHolder: z.enum(CONTRACT_HOLDERS),
});

/** `MobileCombustion` as data. */
export const mobileCombustionSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('mobile-combustion'),
  fuel: textSchema,
  amount: amountSchema('volume', 'mass', 'energy'),
});
