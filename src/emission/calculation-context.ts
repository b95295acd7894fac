import { indexFactors } from '../factor/find-factor.js';
import type { FactorIndex } from '../factor/find-factor.js';
import type { AviationNonCo2, FactorSet, GwpSet } from '../factor/emission-factor.js';
import type { ExchangeRates } from '../factor/exchange-rates.js';
import type { PriceIndex } from '../factor/price-index.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';

/** Everything besides the activity that decides its emissions. What could change a figure has no default. */
export interface CalculationContext {
  readonly period: ReportingPeriod;
  readonly factors: FactorSet;
  /** The assessment report the inventory is stated in. */
  readonly gwp: GwpSet;
  readonly priceIndices?: readonly PriceIndex[] | undefined;
  readonly exchangeRates?: ExchangeRates | undefined;
  /** Needed as soon as there is a flight. */
  readonly aviationNonCo2?: AviationNonCo2 | undefined;
  /** Allows the grid average where electricity has no market-based factor; marked on the line. */
  readonly residualMix?: 'grid-average' | undefined;
}

/** A context with its factors laid out and room for what many lines share; lives for one call. */
export interface PreparedContext extends CalculationContext {
  readonly index: FactorIndex;
  readonly shared: Map<string, unknown>;
}

/** Lays a context out for calculating many activities. */
export function prepareContext(context: CalculationContext): PreparedContext {
  return { ...context, index: indexFactors(context.factors), shared: new Map() };
}

/** What was made for a key before in this call, or what `make` makes now. One type per kind of key. */
export function sharedOnce<T>(context: PreparedContext, key: readonly unknown[], make: () => T): T {
  const name = JSON.stringify(key);
  // Every key begins with the name of what it holds, so one key is only ever asked for with one type.
  const known = context.shared.get(name) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.shared.set(name, made);
  return made;
}
