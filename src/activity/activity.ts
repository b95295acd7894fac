import { mobileCombustionSchema, stationaryCombustionSchema } from './combustion.js';
import type { MobileCombustion, StationaryCombustion } from './combustion.js';
import { commutingSchema, remoteWorkSchema } from './commuting.js';
import type { Commuting, RemoteWork } from './commuting.js';
import { measuredEmissionsSchema, processEmissionsSchema } from './direct-emissions.js';
import type { MeasuredEmissions, ProcessEmissions } from './direct-emissions.js';
import { flightSchema } from './flight.js';
import type { Flight } from './flight.js';
import { freightSchema } from './freight.js';
import type { Freight } from './freight.js';
import { leasedPremisesSchema } from './leased-premises.js';
import type { LeasedPremises } from './leased-premises.js';
import { purchaseSchema } from './purchase.js';
import type { Purchase } from './purchase.js';
import {
  purchasedCoolingSchema,
  purchasedElectricitySchema,
  purchasedHeatSchema,
  purchasedSteamSchema,
  vehicleElectricitySchema,
} from './purchased-energy.js';
import type {
  PurchasedCooling,
  PurchasedElectricity,
  PurchasedHeat,
  PurchasedSteam,
  VehicleElectricity,
} from './purchased-energy.js';
import { purchasedGoodsSchema } from './purchased-goods.js';
import type { PurchasedGoods } from './purchased-goods.js';
import { refrigerantLeakageSchema } from './refrigerant-leakage.js';
import type { RefrigerantLeakage } from './refrigerant-leakage.js';
import { accommodationSchema, laundrySchema, mealsSchema, waterSchema } from './services.js';
import type { Accommodation, Laundry, Meals, Water } from './services.js';
import { supplierReportedSchema } from './supplier-reported.js';
import type { SupplierReported } from './supplier-reported.js';
import { groundTravelSchema, hotelStaySchema } from './travel.js';
import type { GroundTravel, HotelStay } from './travel.js';
import { vehicleDistanceSchema } from './vehicle-distance.js';
import type { VehicleDistance } from './vehicle-distance.js';
import { wasteSchema } from './waste.js';
import type { Waste } from './waste.js';

/** One record of activity data. A closed union: the set of kinds is the methodology, and adding one is a release. */
export type Activity =
  | Purchase
  | PurchasedGoods
  | PurchasedElectricity
  | PurchasedHeat
  | PurchasedCooling
  | PurchasedSteam
  | VehicleElectricity
  | LeasedPremises
  | StationaryCombustion
  | MobileCombustion
  | VehicleDistance
  | RefrigerantLeakage
  | ProcessEmissions
  | MeasuredEmissions
  | Flight
  | GroundTravel
  | HotelStay
  | Commuting
  | RemoteWork
  | Freight
  | Waste
  | Water
  | Meals
  | Laundry
  | Accommodation
  | SupplierReported;

/** The name of a kind of activity. */
export type ActivityKind = Activity['kind'];

/** The schema of each kind. */
export const ACTIVITY_SCHEMAS = {
  purchase: purchaseSchema,
  'purchased-goods': purchasedGoodsSchema,
  'purchased-electricity': purchasedElectricitySchema,
  'purchased-heat': purchasedHeatSchema,
  'purchased-cooling': purchasedCoolingSchema,
  'purchased-steam': purchasedSteamSchema,
  'vehicle-electricity': vehicleElectricitySchema,
  'leased-premises': leasedPremisesSchema,
  'stationary-combustion': stationaryCombustionSchema,
  'mobile-combustion': mobileCombustionSchema,
  'vehicle-distance': vehicleDistanceSchema,
  'refrigerant-leakage': refrigerantLeakageSchema,
  'process-emissions': processEmissionsSchema,
  'measured-emissions': measuredEmissionsSchema,
  flight: flightSchema,
  'ground-travel': groundTravelSchema,
  'hotel-stay': hotelStaySchema,
  commuting: commutingSchema,
  'remote-work': remoteWorkSchema,
  freight: freightSchema,
  waste: wasteSchema,
  water: waterSchema,
  meals: mealsSchema,
  laundry: laundrySchema,
  accommodation: accommodationSchema,
  'supplier-reported': supplierReportedSchema,
} as const satisfies Record<ActivityKind, unknown>;

/** All kinds, in the order of the table. */
// The keys of a constant table are its kinds; Object.keys only knows that they are texts.
export const ACTIVITY_KINDS = Object.keys(ACTIVITY_SCHEMAS) as [ActivityKind, ...ActivityKind[]];

/** Whether a text names a kind. Inherited names (`constructor`) do not. */
export function isActivityKind(text: unknown): text is ActivityKind {
  return typeof text === 'string' && Object.hasOwn(ACTIVITY_SCHEMAS, text);
}
