import type { Inventory } from '../inventory/inventory.js';
import { totalEmissions } from '../inventory/totals.js';
import type { TotalOptions } from '../inventory/totals.js';
import type { Outcome } from '../outcome.js';
import { intensityRatio } from '../quantity/intensity-ratio.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDays } from './client-days.js';
import { receptionBreakdown } from './reception-breakdown.js';
import type { ReceptionBreakdown, ReceptionBreakdownOptions } from './reception-breakdown.js';
import { sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** Which emissions are stated per which denominator; `where` picks the numerator, for example reception purchases only. */
export interface ReceptionIntensityOptions<D extends RegisterUnit> extends TotalOptions {
  readonly per: D;
}

/**
 * Kilograms of CO2e per client-day, accommodation-night or place-day over the inventory's period. The denominator is
 * part of the result's unit; two of them cannot be compared or added. With `by` (site, form, month) it is `receptionBreakdown`.
 *
 * Issues: those of `sumClientDays`, and `denominator-zero`; with `by` those of `receptionBreakdown`.
 *
 * @example
 * receptionIntensity(inventory, register, { scope2: 'location-based', per: 'accommodation-night',
 *   where: (line) => line.product === 'reception-services' })
 */
export function receptionIntensity<D extends RegisterUnit>(
  inventory: Inventory,
  register: ClientDays,
  options: ReceptionIntensityOptions<D>,
): Outcome<Quantity<`kgCO2e/${D}`>>;
export function receptionIntensity<D extends RegisterUnit>(
  inventory: Inventory,
  register: ClientDays,
  options: ReceptionBreakdownOptions<D>,
): Outcome<ReceptionBreakdown<D>>;
export function receptionIntensity<D extends RegisterUnit>(
  inventory: Inventory,
  register: ClientDays,
  options: ReceptionIntensityOptions<D> | ReceptionBreakdownOptions<D>,
): Outcome<Quantity<`kgCO2e/${D}`> | ReceptionBreakdown<D>> {
  if ('by' in options) return receptionBreakdown(inventory, register, options);
  const { per, ...total } = options;
  const days = sumClientDays(register, { period: inventory.period, per });
  return days.ok ? intensityRatio(totalEmissions(inventory, total), days.value) : days;
}
