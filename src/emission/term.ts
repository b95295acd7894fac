import type { VatBasis } from '../quantity/vat-basis.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE, product, roundedQuotient } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { BaseUnit, Currency, IntensityUnit } from '../quantity/units.js';

/** What every term is: the exact fraction numerator ÷ denominator. Operands, never results. */
interface Fraction {
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

/** Kilograms of CO2e per one unit. */
export interface FactorTerm extends Fraction {
  readonly name: 'factor';
  readonly factorId: string;
  readonly unit: IntensityUnit;
  /** The factor's publication: publisher, title. */
  readonly source: string;
}

/** One named factor of the product that a line is. */
export type Term = AmountTerm | UnitTerm | DaysTerm | VatTerm | ExchangeRateTerm | PriceTerm | FactorTerm;

/** The name of a term. */
export type TermName = Term['name'];

/**
 * What the terms of a line come to, in kilograms: all numerators multiplied, all denominators divided out once, rounded
 * once, half-even, to 12 decimals. The one place where a line is calculated.
 */
export function emissionsOf(terms: readonly Term[]): Quantity<'kgCO2e'> {
  const numerator = product(terms.map((term) => term.numerator));
  const denominator = product(terms.map((term) => term.denominator));
  return quantityOf(roundedQuotient(numerator, denominator), 'kgCO2e');
}

/** A term of a whole number, or of one divided by another. */
export function fraction(numerator: Decimal, denominator: Decimal = ONE): Fraction {
  return { numerator, denominator };
}
