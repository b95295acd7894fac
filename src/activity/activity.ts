import { mobileCombustionSchema, stationaryCombustionSchema } from './combustion.js';
import type { MobileCombustion, StationaryCombustion } from './combustion.js';
import { flightSchema } from './flight.js';
import type { Flight } from './flight.js';
import { purchaseSchema } from './purchase.js';
import type { Purchase } from './purchase.js';
import { purchasedElectricitySchema, purchasedHeatSchema } from './purchased-energy.js';
import type { PurchasedElectricity, PurchasedHeat } from './purchased-energy.js';
import { supplierReportedSchema } from './supplier-reported.js';
import type { SupplierReported } from './supplier-reported.js';

/** One record of activity data. A closed union: the set of kinds is the methodology, and adding one is a release. */
export type Activity =
  | Purchase
  | PurchasedElectricity
  | PurchasedHeat
  | StationaryCombustion
  | MobileCombustion
  | Flight
  | SupplierReported;

/** The name of a kind of activity. */
export type ActivityKind = Activity['kind'];

/** The schema of each kind. */
export const ACTIVITY_SCHEMAS = {
  purchase: purchaseSchema,
  'purchased-electricity': purchasedElectricitySchema,
  'purchased-heat': purchasedHeatSchema,
  'stationary-combustion': stationaryCombustionSchema,
  'mobile-combustion': mobileCombustionSchema,
  flight: flightSchema,
  'supplier-reported': supplierReportedSchema,
} as const satisfies Record<ActivityKind, unknown>;

/** All kinds, in the order of the table. */
// The keys of a constant table are its kinds; Object.keys only knows that they are texts.
export const ACTIVITY_KINDS = Object.keys(ACTIVITY_SCHEMAS) as [ActivityKind, ...ActivityKind[]];

/** Whether a text names a kind. Inherited names (`constructor`) do not. */
export function isActivityKind(text: unknown): text is ActivityKind {
  return typeof text === 'string' && Object.hasOwn(ACTIVITY_SCHEMAS, text);
}
