import { z } from 'zod';
import { GASES, GWP_SETS } from '../quantity/warming-potential.js';
import type { Gas, GwpSet } from '../quantity/warming-potential.js';
import type { Quantity } from '../quantity/quantity.js';
import type { EmissionUnit, UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { checkGas } from './gas-amount.js';

/** A mass of one gas, or kilograms of CO2e with the report they were weighed with. Says where the figure stands. */
interface GivenEmissions {
  /** The gas, for an amount in kilograms or tonnes; absent for an amount in CO2e. */
  readonly gas?: Gas | undefined;
  readonly amount: Quantity<EmissionUnit | UnitOf<'mass'>>;
  /** The report an amount in CO2e was weighed with, where it is known. */
  readonly gwp?: GwpSet | undefined;
  /** The document or measurement the figure stands in. */
  readonly source: string;
}

/** Emissions of a process that are given as such (lime, welding gas, an anaesthetic): scope 1. */
export type ProcessEmissions = CommonFields & Timing & GivenEmissions & { readonly kind: 'process-emissions' };

/** The sources of scope 1 whose emissions can be measured directly. */
export const MEASURED_CATEGORIES = [
  'stationary-combustion',
  'mobile-combustion',
  'process-emissions',
  'fugitive-emissions',
] as const;

/** Emissions measured at their source (a stack, a leak): scope 1, in the category the activity states. */
export type MeasuredEmissions = CommonFields &
  Timing &
  GivenEmissions & {
    readonly kind: 'measured-emissions';
    readonly category: (typeof MEASURED_CATEGORIES)[number];
  };

const givenShape = {
  ...commonShape,
  gas: z.optional(z.enum(GASES)),
  amount: amountSchema('emissions', 'mass'),
  gwp: z.optional(z.enum(GWP_SETS)),
  source: textSchema,
};

/** `ProcessEmissions` as data. */
export const processEmissionsSchema = z
  .strictObject({ ...givenShape, kind: z.literal('process-emissions') })
  .superRefine(checkGas);

/** `MeasuredEmissions` as data. */
export const measuredEmissionsSchema = z
  .strictObject({ ...givenShape, kind: z.literal('measured-emissions'), category: z.enum(MEASURED_CATEGORIES) })
  .superRefine(checkGas);
