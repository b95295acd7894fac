import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { product } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import { combine, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDays } from './client-days.js';
import { sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** From which denominator to which, and the whole months whose register says how many of each there were. */
export interface ConvertIntensityOptions<F extends RegisterUnit, T extends RegisterUnit> {
  readonly period: ReportingPeriod;
  readonly from: F;
  readonly to: T;
}

/**
 * The same emissions per another denominator, through the register of the period they are of; there is no other way from one
 * denominator to another.
 *
 *     per `to` = per `from` × number of `from` ÷ number of `to`
 *
 * rounded once, half-even, to 12 decimals. An intensity that was rounded before keeps that rounding: state both from the
 * inventory (`receptionFigures`) where there is one.
 *
 * Issues: those of `sumClientDays`; `denominator-zero` where there is none of `to`.
 *
 * @example
 * convertIntensity(quantity('7.5', 'kgCO2e/client-day'), register,
 *   { period: calendarYear(2021), from: 'client-day', to: 'accommodation-night' })
 */
export function convertIntensity<F extends RegisterUnit, T extends RegisterUnit>(
  intensity: Quantity<`kgCO2e/${F}`>,
  register: ClientDays,
  { period, from, to }: ConvertIntensityOptions<F, T>,
): Outcome<Quantity<`kgCO2e/${T}`>> {
  const counts = combine({
    had: sumClientDays(register, { period, per: from }),
    wanted: sumClientDays(register, { period, per: to }),
  });
  if (!counts.ok) return counts;
  const { had, wanted } = counts.value;
  if (!wanted.value.isZero()) {
    const value = roundedQuotient(product([intensity.value, had.value]), wanted.value);
    return success({ value, unit: `kgCO2e/${to}` });
  }
  const message = `Emissions cannot be stated per ${to}: the register has none of them in the period. Check it.`;
  return failureOf([errorIssue('denominator-zero', { message, detail: { unit: to } })]);
}
