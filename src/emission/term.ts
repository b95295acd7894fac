import type { VatBasis } from '../quantity/vat-basis.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { GasPart } from '../factor/characterise-factor.js';
import type { Gas, GwpSet } from '../quantity/warming-potential.js';
import type { BaseUnit, Currency, IntensityUnit } from '../quantity/units.js';

/** What every term is: the exact fraction numerator ÷ denominator. Operands, never results. */
export interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** The amount of the activity. */
export interface AmountTerm extends Fraction {
  readonly name: 'amount';
  readonly unit: BaseUnit;
}

/** From the unit of the amount to the unit of the factor. */
export interface UnitTerm extends Fraction {
  readonly name: 'unit';
  readonly from: BaseUnit;
  readonly to: BaseUnit;
}

/** The part of the activity's days that this line stands for: its days ÷ all days. */
export interface DaysTerm extends Fraction {
  readonly name: 'days';
  readonly part: ReportingPeriod;
  readonly whole: ReportingPeriod;
}

/** From the VAT basis of the purchase to that of the factor: ÷ or × (1 + rate). */
export interface VatTerm extends Fraction {
  readonly name: 'vat';
  readonly from: VatBasis;
  readonly to: VatBasis;
  readonly rate: Decimal;
}

/** From the purchaser price without VAT to the basic price: × (1 − share). */
export interface MarginTerm extends Fraction {
  readonly name: 'margin';
  readonly share: Decimal;
  /** The id of the margin. */
  readonly source: string;
}

/** From the currency spent to that of the factor, at the yearly average of the spend year. */
export interface ExchangeRateTerm extends Fraction {
  readonly name: 'exchange-rate';
  readonly from: Currency;
  readonly to: Currency;
  readonly year: number;
  /** The id of the rates. */
  readonly source: string;
}

/** From prices of the spend year to those of the factor's price year: × index(to) ÷ index(from). */
export interface PriceTerm extends Fraction {
  readonly name: 'price';
  readonly fromYear: number;
  readonly toYear: number;
  /** The id of the index. */
  readonly source: string;
}

/** How many of the amount there are: persons, journeys, days. */
export interface CountTerm extends Fraction {
  readonly name: 'count';
  readonly of: string;
}

/** The part of the amount that is meant: a share of a mix, of a building, of an operation, covered by an instrument. */
export interface ShareTerm extends Fraction {
  readonly name: 'share';
  readonly of: string;
}

/** From a volume of fuel to its mass, or from a mass to its heat, and back. */
export interface FuelPropertyTerm extends Fraction {
  readonly name: 'fuel-property';
  readonly property: 'density' | 'net-calorific-value' | 'gross-calorific-value';
  readonly unit: 'kg/litre' | 'MJ/kg';
  /** The publication the property stands in: publisher, title. */
  readonly source: string;
}

/** Kilograms of CO2e per kilogram of a gas. */
export interface GwpTerm extends Fraction {
  readonly name: 'gwp';
  readonly gas: Gas;
  readonly set: GwpSet;
}

/** Kilograms of CO2e per one unit. */
export interface FactorTerm extends Fraction {
  readonly name: 'factor';
  readonly factorId: string;
  readonly unit: IntensityUnit;
  /** The factor's publication: publisher, title. */
  readonly source: string;
  /** The gases the numerator consists of, where they are known: kilograms of CO2e over the same denominator. */
  readonly gases?: readonly GasPart[];
}

/** One named factor of the product that a line is. */
export type Term =
  | AmountTerm
  | UnitTerm
  | DaysTerm
  | VatTerm
  | MarginTerm
  | ExchangeRateTerm
  | PriceTerm
  | CountTerm
  | ShareTerm
  | FuelPropertyTerm
  | GwpTerm
  | FactorTerm;

/** The name of a term. */
export type TermName = Term['name'];

/** A term of a whole number, or of one divided by another. */
export function fraction(numerator: Decimal, denominator: Decimal = ONE): Fraction {
  return { numerator, denominator };
}
