import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Decimal } from '../decimal.js';
import { UNITS, isBaseUnit, isCurrency, isEmissionUnit } from '../quantity/units.js';
import type { Dimension, PerUnit } from '../quantity/units.js';
import { VAT_BASES } from '../quantity/vat-basis.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, schemaOf, textSchema, yearSchema } from '../reading.js';
import { shownValue } from '../shown-value.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';

/** The ways of calculating, in the GHG Protocol's words. */
export const CALCULATION_METHODS = [
  'fuel-based',
  'distance-based',
  'spend-based',
  'average-data',
  'supplier-specific',
  'location-based',
  'market-based',
] as const;
export type CalculationMethod = (typeof CALCULATION_METHODS)[number];

/** The IPCC assessment reports whose 100-year warming potentials an inventory can be stated in. */
export const GWP_SETS = ['AR4', 'AR5', 'AR6'] as const;
export type GwpSet = (typeof GWP_SETS)[number];

/** Whether a flight factor holds the warming of aviation beyond its CO2 (contrails, nitrogen oxides). */
export const AVIATION_NON_CO2 = ['included', 'excluded'] as const;
export type AviationNonCo2 = (typeof AVIATION_NON_CO2)[number];

/** The gases a factor may state apart. */
export type Gas = 'CO2' | 'CH4-fossil' | 'CH4-biogenic' | 'N2O' | 'SF6' | 'NF3';

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
  /** Kilograms of each gas per one `per`, as published; kept with the factor, `co2e` is what is calculated with. */
  readonly gases?: { readonly [G in Gas]?: Decimal | undefined } | undefined;
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
}

/** What a factor is stated per, for the question which factor answers: every currency is money here. */
export type PerDimension = Dimension | 'money';

/** The dimension of a unit in the question which factor answers. */
export function perDimension(unit: PerUnit): PerDimension {
  return isCurrency(unit) ? 'money' : UNITS[unit].dimension;
}

function parsePerUnit(input: unknown): Outcome<PerUnit> {
  const unit = shownValue(input);
  if (typeof input === 'string' && isBaseUnit(input) && !isEmissionUnit(input)) return success(input);
  const nearest = nearestNames(unit, Object.keys(UNITS));
  const message = `${JSON.stringify(unit)} is not a unit a factor can be stated per.${didYouMean(nearest)}`;
  return failure(errorIssue('unknown-unit', { message, detail: { unit, nearest } }));
}

const amountOfGas = z.optional(nonNegativeDecimalSchema);

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
  gases: z.optional(
    z.strictObject({
      CO2: amountOfGas,
      'CH4-fossil': amountOfGas,
      'CH4-biogenic': amountOfGas,
      N2O: amountOfGas,
      SF6: amountOfGas,
      NF3: amountOfGas,
    } satisfies Record<Gas, unknown>),
  ),
  biogenicCo2: z.optional(nonNegativeDecimalSchema),
  uncertainty: z.optional(nonNegativeDecimalSchema),
  basis: z.optional(z.enum(['published', 'derived', 'assumed'])),
  note: z.optional(textSchema),
  extended: z.optional(
    z.strictObject({ validFrom: calendarDateSchema, validTo: calendarDateSchema, reason: textSchema }),
  ),
});
