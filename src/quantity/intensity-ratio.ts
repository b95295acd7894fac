import { product } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { ratioOf } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { EmissionUnit, PerUnit } from './units.js';

/**
 * Kilograms of CO2e per one of something: emissions ÷ denominator, rounded once, half-even, to 12 decimals.
 *
 * Issues: `denominator-zero` for a denominator of zero or below; an unknown one has to be left out by the caller, with
 * its own issue, since there is no quantity for "not known".
 *
 * @see GHG Protocol, Corporate Value Chain Standard, formula C.1
 * @example intensityRatio(quantity('20000', 'kgCO2e'), quantity('4000', 'accommodation-night'))   // 5 kgCO2e/accommodation-night
 */
export function intensityRatio<D extends PerUnit>(
  emissions: Quantity<EmissionUnit>,
  per: Quantity<D>,
): Outcome<Quantity<`kgCO2e/${D}`>> {
  if (per.value.greaterThan(0)) {
    const kilograms = product([emissions.value, ratioOf(emissions.unit)]);
    return success({ value: roundedQuotient(kilograms, per.value), unit: `kgCO2e/${per.unit}` });
  }
  const message = `Emissions cannot be stated per ${per.unit}: there are ${per.value.toFixed()} of them. Check the register for the period.`;
  return failure(errorIssue('denominator-zero', { message, detail: { unit: per.unit } }));
}
