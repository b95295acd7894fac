import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Decimal } from '../decimal.js';
import { CALORIFIC_BASES } from '../quantity/calorific-basis.js';
import type { CalorificBasis } from '../quantity/calorific-basis.js';
import { UNITS, isCurrency, isPerUnit } from '../quantity/units.js';
import type { BaseUnit, Dimension, PerUnit } from '../quantity/units.js';
import { VAT_BASES } from '../quantity/vat-basis.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, schemaOf, textSchema, yearSchema } from '../reading.js';
import { shownValue } from '../shown-value.js';
import type { FuelProperties } from './fuel-property.js';
import type { HaulRule } from './haul-rule.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';
import { GASES, GWP_SETS } from '../quantity/warming-potential.js';
import type { Gas, GwpSet } from '../quantity/warming-potential.js';

/** The ways of calculating, in the GHG Protocol's words. */
export const CALCULATION_METHODS = [
  'fuel-based',
  'distance-based',
  'spend-based',
  'average-data',
  'mass-balance',
  'supplier-specific',
  'location-based',
  'market-based',
] as const;
export type CalculationMethod = (typeof CALCULATION_METHODS)[number];

/** Whether a flight factor holds the warming of aviation beyond its CO2 (contrails, nitrogen oxides). */
export const AVIATION_NON_CO2 = ['included', 'excluded'] as const;
export type AviationNonCo2 = (typeof AVIATION_NON_CO2)[number];

/** Kilograms of CO2e per one unit of an activity, with everything needed to know when it may be used. */
export interface EmissionFactor {
  readonly id: string;
  /** What it is the factor of: a product, a fuel, a grid, a network, `short-economy`. */
  readonly key: string;
  readonly method: CalculationMethod;
  readonly per: PerUnit;
  /** Kilograms of CO2e per one `per`; zero is a value. */
  readonly co2e: Decimal;
  readonly gwp: GwpSet | 'not-stated';
  /** First and last day it may be used for, both included. */
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly source: Source;
  /** Spend-based factors state the year and basis of their prices: all three are required of them. */
  readonly priceYear?: number | undefined;
  readonly priceBasis?: 'purchaser' | 'basic' | undefined;
  readonly vat?: VatBasis | undefined;
  /** Flight factors state it: an edition has one of each. */
  readonly aviationNonCo2?: AviationNonCo2 | undefined;
  /** A stage of the life cycle that is a line of its own, such as `well-to-tank`; absent for the factor itself. */
  readonly part?: string | undefined;
  readonly region?: string | undefined;
  /**
   * Kilograms of each gas per one `per`. An inventory stated with another assessment report than the factor is calculated
   * from them; with the same report `co2e` stands as published.
   */
  readonly gases?: { readonly [G in Gas]?: Decimal | undefined } | undefined;
  /** `CO2e` where `gases` are kilograms of CO2e of each gas, weighed with `gwp`; absent: kilograms of the gas itself. */
  readonly gasesStatedIn?: 'CO2e' | undefined;
  /** Fuel factors per energy: whether the energy is net or gross. */
  readonly calorificBasis?: CalorificBasis | undefined;
  /** Kilograms of biogenic CO2 per one `per`: outside the scopes, in no total. */
  readonly biogenicCo2?: Decimal | undefined;
  readonly uncertainty?: Decimal | undefined;
  /** How the value was come by; an assumed one is a warning on every inventory that uses it. */
  readonly basis?: 'published' | 'derived' | 'assumed' | undefined;
  readonly note?: string | undefined;
  /** Set by `extendValidity`: the publisher's own validity and the reason for going past it. */
  readonly extended?: ValidityExtension | undefined;
}

/** What `extendValidity` keeps of the validity it replaced. */
export interface ValidityExtension {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly reason: string;
}

/** A named set of factors of one edition. */
export interface FactorSet {
  readonly id: string;
  readonly edition: string;
  readonly factors: readonly EmissionFactor[];
  /** Densities and heating values, for amounts of fuel in another dimension than the factor's. */
  readonly fuelProperties?: readonly FuelProperties[] | undefined;
  /** How the edition tells the haul of a flight between two airports. */
  readonly haulRule?: HaulRule | undefined;
}

/** What a factor is stated per, for the question which factor answers: every currency is money here. */
export type PerDimension = Dimension | 'money';

/** The dimension of a unit in the question which factor answers. */
export function perDimension(unit: PerUnit): PerDimension {
  return DIMENSIONS[unit];
}

// One entry for each unit of the table; Object.fromEntries does not keep the names in its type.
const DIMENSIONS = Object.fromEntries(
  Object.entries(UNITS).map(([unit, { dimension }]) => [unit, isCurrency(unit) ? 'money' : dimension]),
) as Record<BaseUnit, PerDimension>;

function parsePerUnit(input: unknown): Outcome<PerUnit> {
  const unit = shownValue(input);
  if (typeof input === 'string' && isPerUnit(input)) return success(input);
  const nearest = nearestNames(unit, Object.keys(UNITS));
  const message = `${JSON.stringify(unit)} is not a unit a factor can be stated per.${didYouMean(nearest)}`;
  return failure(errorIssue('unknown-unit', { message, detail: { unit, nearest } }));
}

const amountOfGas = z.optional(nonNegativeDecimalSchema);

// One optional amount for each gas of the table; Object.fromEntries does not keep the names in its type.
const gasesShape = Object.fromEntries(GASES.map((gas) => [gas, amountOfGas])) as Record<Gas, typeof amountOfGas>;

/** `EmissionFactor` as data; what spend-based factors need besides is checked by `parseFactorSet`. */
export const emissionFactorSchema = z.strictObject({
  id: textSchema,
  key: textSchema,
  method: z.enum(CALCULATION_METHODS),
  per: schemaOf(parsePerUnit),
  co2e: nonNegativeDecimalSchema,
  gwp: z.enum([...GWP_SETS, 'not-stated']),
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema,
  source: sourceSchema,
  priceYear: z.optional(yearSchema),
  priceBasis: z.optional(z.enum(['purchaser', 'basic'])),
  vat: z.optional(z.enum(VAT_BASES)),
  aviationNonCo2: z.optional(z.enum(AVIATION_NON_CO2)),
  part: z.optional(textSchema),
  region: z.optional(textSchema),
  gases: z.optional(z.strictObject(gasesShape)),
  gasesStatedIn: z.optional(z.literal('CO2e')),
  calorificBasis: z.optional(z.enum(CALORIFIC_BASES)),
  biogenicCo2: z.optional(nonNegativeDecimalSchema),
  uncertainty: z.optional(nonNegativeDecimalSchema),
  basis: z.optional(z.enum(['published', 'derived', 'assumed'])),
  note: z.optional(textSchema),
  extended: z.optional(
    z.strictObject({ validFrom: calendarDateSchema, validTo: calendarDateSchema, reason: textSchema }),
  ),
});
