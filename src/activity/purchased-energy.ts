import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { allocationSchema } from './allocation.js';
import type { Allocation } from './allocation.js';
import { CONTRACT_HOLDERS, amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, ContractHolder, Timing } from './common-fields.js';

/** What all purchased energy states. */
interface EnergyFields {
  readonly amount: Quantity<UnitOf<'energy'>>;
  readonly contractHolder: ContractHolder;
  /** The reporter's part of a meter that also serves others. */
  readonly allocation?: Allocation | undefined;
}

/** Electricity taken from a grid. Two lines, location-based and market-based. */
export type PurchasedElectricity = CommonFields &
  Timing &
  EnergyFields & {
    readonly kind: 'purchased-electricity';
    /** The key of the grid's factors, for example `FI`. */
    readonly grid: string;
  };

/** Heat, cooling or steam taken from a network. Two lines, location-based and market-based. */
type FromNetwork<K extends string> = CommonFields &
  Timing &
  EnergyFields & {
    readonly kind: K;
    /** The key of the network's factors, for example `helsinki`. */
    readonly network: string;
  };

/** Heat taken from a district heating network. */
export type PurchasedHeat = FromNetwork<'purchased-heat'>;
/** Cold taken from a district cooling network. */
export type PurchasedCooling = FromNetwork<'purchased-cooling'>;
/** Steam bought from a neighbour or a network. */
export type PurchasedSteam = FromNetwork<'purchased-steam'>;

/** Electricity charged into the reporter's own electric vehicles, wherever: scope 2, two lines. */
export type VehicleElectricity = CommonFields &
  Timing & {
    readonly kind: 'vehicle-electricity';
    readonly grid: string;
    readonly amount: Quantity<UnitOf<'energy'>>;
  };

const energyShape = {
  ...commonShape,
  amount: amountSchema('energy'),
  contractHolder: z.enum(CONTRACT_HOLDERS),
  allocation: z.optional(allocationSchema),
};

/** `PurchasedElectricity` as data. */
export const purchasedElectricitySchema = z.strictObject({
  ...energyShape,
  kind: z.literal('purchased-electricity'),
  grid: textSchema,
});

/** `PurchasedHeat` as data. */
export const purchasedHeatSchema = z.strictObject({
  ...energyShape,
  kind: z.literal('purchased-heat'),
  network: textSchema,
});

/** `PurchasedCooling` as data. */
export const purchasedCoolingSchema = z.strictObject({
  ...energyShape,
  kind: z.literal('purchased-cooling'),
  network: textSchema,
});

/** `PurchasedSteam` as data. */
export const purchasedSteamSchema = z.strictObject({
  ...energyShape,
  kind: z.literal('purchased-steam'),
  network: textSchema,
});

/** `VehicleElectricity` as data. */
export const vehicleElectricitySchema = z.strictObject({
  ...commonShape,
  kind: z.literal('vehicle-electricity'),
  grid: textSchema,
  amount: amountSchema('energy'),
});
