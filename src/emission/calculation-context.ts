import { indexFactors } from '../factor/find-factor.js';
import type { FactorIndex } from '../factor/find-factor.js';
import type { Airport } from '../factor/airport.js';
import type { AviationNonCo2, EmissionFactor, FactorSet } from '../factor/emission-factor.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import type { ExchangeRates } from '../factor/exchange-rates.js';
import type { PriceIndex } from '../factor/price-index.js';
import type { PriceMargin } from '../factor/price-margin.js';
import type { Currency } from '../quantity/units.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import { makeFactorTerms } from './factor-terms.js';
import type { FactorTerms } from './factor-terms.js';
import type { InstrumentPlan } from './instrument-plan.js';
import type { MeteredDays } from './metered-days.js';
import type { Consolidation, Operation } from './operation.js';
import { sharedProducts } from './product-of-terms.js';
import type { SharedProducts, SharedRatio } from './product-of-terms.js';
import type { Term, VatTerm } from './term.js';

/** Everything besides the activity that decides its emissions. What could change a figure has no default. */
export interface CalculationContext {
  readonly period: ReportingPeriod;
  readonly factors: FactorSet;
  /** The assessment report the inventory is stated in. */
  readonly gwp: GwpSet;
  readonly priceIndices?: readonly PriceIndex[] | undefined;
  readonly exchangeRates?: ExchangeRates | undefined;
  /** Needed for spend-based factors in basic prices. */
  readonly priceMargins?: readonly PriceMargin[] | undefined;
  /** Needed as soon as there is a flight. */
  readonly aviationNonCo2?: AviationNonCo2 | undefined;
  /** Allows the grid average where electricity has no market-based factor; marked on the line. */
  readonly residualMix?: 'grid-average' | undefined;
  /** Certificates, contracts and supplier rates; used up in date order. See docs/methods/instruments.md. */
  readonly instruments?: readonly EnergyInstrument[] | undefined;
  /**
   * Upstream lines (well-to-tank, grid losses) come with the factors that have such a `part`. `required`: every energy
   * must have one; `excluded`: none are calculated.
   */
  readonly upstream?: 'required' | 'excluded' | undefined;
  /** Needed for flights that name airports; for example the table of `hiilitase/editions`. */
  readonly airports?: readonly Airport[] | undefined;
}

/** What an inventory knows of all its activities together, before the first of them is calculated. */
export interface Together {
  /** Absent: an activity is calculated alone, and has all instruments to itself. */
  readonly instrumentPlan?: InstrumentPlan | undefined;
  /** The days on which a site has readings, by site and kind of reading. */
  readonly meteredDays?: MeteredDays | undefined;
  /** The reporter's part of the operations its boundary names. */
  readonly operations?: readonly Operation[] | undefined;
  readonly consolidation: Consolidation;
}

/** What all purchases of one product share in one currency and year: the factor, and the steps to its money but for VAT. */
export interface SpendSteps {
  readonly currency: Currency;
  readonly year: number;
  /** The days of the year on which the factor alone answers, so that nothing has to be looked up again. */
  readonly days: ReportingPeriod | undefined;
  readonly money: FactorMoney;
  readonly factor: EmissionFactor;
  readonly factorTerms: FactorTerms;
  /** Exchange rate and prices. */
  readonly terms: readonly Term[];
  /** The product of these terms and the factor, where the scopes count it. */
  readonly common: SharedRatio | undefined;
}

/** The money a spend-based factor is stated in. */
export interface FactorMoney {
  readonly currency: Currency;
  readonly priceYear: number;
  readonly vat: VatBasis;
  readonly priceBasis: 'purchaser' | 'basic';
  readonly factorId: string;
}

/** A context with its factors laid out and room for what many lines share; lives for one call. */
export interface PreparedContext extends CalculationContext, Together {
  readonly index: FactorIndex;
  readonly shared: Map<string, unknown>;
  readonly factorTerms: Map<EmissionFactor, Outcome<FactorTerms>>;
  readonly products: SharedProducts;
  /** By product. */
  readonly spendSteps: Map<string, readonly SpendSteps[]>;
  /** One for each rate and direction. */
  readonly vatTerms: VatTerm[];
}

/** An activity by itself: no operation is named, so that the approach decides nothing. */
const ALONE: Together = { consolidation: 'operational-control' };

/** Lays a context out for calculating many activities. */
export function prepareContext(context: CalculationContext, together: Together = ALONE): PreparedContext {
  return {
    ...context,
    ...together,
    index: indexFactors(context.factors),
    shared: new Map(),
    factorTerms: new Map(),
    products: sharedProducts(),
    spendSteps: new Map(),
    vatTerms: [],
  };
}

/** What was made under a name before in this call, or what `make` makes now. One type per kind of name. */
export function sharedOnce<T>(context: PreparedContext, name: string, make: () => T): T {
  // Every name begins with the word for what it holds, so one name is only ever asked for with one type.
  const known = context.shared.get(name) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.shared.set(name, made);
  return made;
}

/** The terms of a factor under the context's assessment report; made once per call and factor. Issues: those of `characteriseFactor`. */
export function factorTermsOf(context: PreparedContext, factor: EmissionFactor): Outcome<FactorTerms> {
  const known = context.factorTerms.get(factor);
  if (known !== undefined) return known;
  const made = makeFactorTerms(factor, context.gwp);
  context.factorTerms.set(factor, made);
  return made;
}
