import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { CONTRACT_HOLDERS, amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, ContractHolder, Timing } from './common-fields.js';

/** Electricity taken from a grid. Two lines, location-based and market-based. */
export type PurchasedElectricity = CommonFields &
  Timing & {
    readonly kind: 'purchased-electricity';
    /** The key of the grid's factors, for example `FI`. */
    readonly grid: string;
    readonly amount: Quantity<UnitOf<'energy'>>;
    readonly contractHolder: ContractHolder;
  };

/** Heat taken from a district heating network. Two lines, location-based and market-based. */
export type PurchasedHeat = CommonFields &
  Timing & {
    readonly kind: 'purchased-heat';
    /** The key of the network's factors, for example `helsinki`. */
    readonly network: string;
    readonly amount: Quantity<UnitOf<'energy'>>;
    readonly contractHolder: ContractHolder;
  };

/** `PurchasedElectricity` as data. */
export const purchasedElectricitySchema = z.strictObject({
  ...commonShape,
  kind: z.literal('purchased-electricity'),
  grid: textSchema,
  amount: amountSchema('energy'),
  contractHolder: z.enum(CONTRACT_HOLDERS),
});

/** `PurchasedHeat` as data. */
export const purchasedHeatSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('purchased-heat'),
  network: textSchema,
  amount: amountSchema('energy'),
  contractHolder: z.enum(CONTRACT_HOLDERS),
});
