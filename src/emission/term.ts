import type { VatBasis } from '../quantity/vat-basis.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE, product } from '../decimal.js';
import { UNITY, ratioProduct, ratioTimes, roundedQuotient, roundedRatio } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { roundedShortRatio, shortDividedBy, shortRatio, shortTimes } from '../short-ratio.js';
import type { ShortRatio } from '../short-ratio.js';
import type { Decimal } from '../decimal.js';
import type { GasPart } from '../factor/characterise-factor.js';
import type { Gas, GwpSet } from '../quantity/warming-potential.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
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

/**
 * What the terms of a line come to, in kilograms: all numerators multiplied, all denominators divided out once, rounded
 * once, half-even, to 12 decimals. The one place where a line is calculated. `common` is the product of the terms that are
 * not the line's own, where it is known already.
 */
export function emissionsOf(
  terms: readonly Term[],
  shared: SharedProducts = sharedProducts(),
  common: SharedRatio = sharedProductOf(terms, shared),
): Quantity<'kgCO2e'> {
  const short = common.short === undefined ? undefined : timesOwnShort(common.short, terms);
  const rounded = short === undefined ? undefined : roundedShortRatio(short);
  return quantityOf(rounded ?? roundedRatio(timesOwn(common.exact, terms)), 'kgCO2e');
}

function timesOwn(common: ExactRatio, terms: readonly Term[]): ExactRatio {
  let own = UNITY;
  for (const term of terms) {
    if (isOwn(term)) own = ratioTimes(own, term.numerator, term.denominator);
  }
  return ratioProduct(own, common);
}

function timesOwnShort(common: ShortRatio, terms: readonly Term[]): ShortRatio | undefined {
  let ratio: ShortRatio | undefined = common;
  for (const term of terms) {
    if (!isOwn(term)) continue;
    const times = shortTimes(ratio, term.numerator);
    ratio = times === undefined ? undefined : shortDividedBy(times, term.denominator);
    if (ratio === undefined) return undefined;
  }
  return ratio;
}

/** The exact product of terms. */
export function productOf(terms: readonly Term[]): ExactRatio {
  return terms.reduce((ratio, { numerator, denominator }) => ratioTimes(ratio, numerator, denominator), UNITY);
}

/** A product that many lines share: exact, and as a short ratio where it is one. */
export interface SharedRatio {
  readonly exact: ExactRatio;
  readonly short: ShortRatio | undefined;
}

/** A product made ready for many lines. */
export function sharedRatio(exact: ExactRatio): SharedRatio {
  return { exact, short: shortRatio(exact) };
}

/**
 * Products of terms that many lines share, as a tree: each branch is one more term. Products are exact, so that it makes no
 * difference to a figure which terms are multiplied first; it only saves multiplying the same ones again for every line.
 */
export interface SharedProducts extends SharedRatio {
  readonly next: Map<Term, SharedProducts>;
}

/** An empty tree; lives as long as the terms it knows. */
export function sharedProducts(): SharedProducts {
  return { ...sharedRatio(UNITY), next: new Map() };
}

function sharedProductOf(terms: readonly Term[], shared: SharedProducts): SharedRatio {
  let branch = shared;
  for (const term of terms) {
    if (!isOwn(term)) branch = afterTerm(branch, term);
  }
  return branch;
}

/**
 * Whether a term is multiplied for each line anew. The others depend only on factor, unit and years: they are made once per
 * call, and many lines share them.
 */
function isOwn({ name }: Term): boolean {
  return (
    name === 'amount' || name === 'days' || name === 'vat' || name === 'share' || name === 'count' || name === 'gwp'
  );
}

function afterTerm(before: SharedProducts, term: Term): SharedProducts {
  const known = before.next.get(term);
  if (known !== undefined) return known;
  const exact = ratioTimes(before.exact, term.numerator, term.denominator);
  const made = { ...sharedRatio(exact), next: new Map<Term, SharedProducts>() };
  before.next.set(term, made);
  return made;
}

/** Kilograms of biogenic CO2: the terms before the factor × its biogenic CO2 per one unit, rounded once like a line. */
export function biogenicOf(before: readonly Term[], perUnit: Decimal): Quantity<'kgCO2-biogenic'> {
  const numerator = product([...before.map((term) => term.numerator), perUnit]);
  const denominator = product(before.map((term) => term.denominator));
  return quantityOf(roundedQuotient(numerator, denominator), 'kgCO2-biogenic');
}

/** A term of a whole number, or of one divided by another. */
export function fraction(numerator: Decimal, denominator: Decimal = ONE): Fraction {
  return { numerator, denominator };
}
