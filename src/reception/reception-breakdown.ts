import { daysIn } from '../calendar/reporting-period.js';
import { monthPeriod, monthsOf } from '../calendar/month.js';
import { Decimal, decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { Inventory } from '../inventory/inventory.js';
import { linesCounted } from '../inventory/totals.js';
import type { TotalOptions } from '../inventory/totals.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { intensityRatio } from '../quantity/intensity-ratio.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDayRow, ClientDays } from './client-days.js';
import { emissionsByPart } from './emissions-by-part.js';
import type { BreakdownKey, Sums } from './emissions-by-part.js';
import type { FormShares } from './form-shares.js';
import { countOf, sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** Which emissions are stated per which denominator, and for which parts of reception. */
export interface ReceptionBreakdownOptions<D extends RegisterUnit> extends TotalOptions {
  readonly per: D;
  readonly by: BreakdownKey;
  /** By form: how sites with clients in several forms are parted. Absent: such a site with lines is an issue. */
  readonly formShares?: FormShares | undefined;
}

/** One site, form or month: its emissions, its nights or days, and the one per the other. */
export interface IntensityPart<D extends RegisterUnit> {
  readonly key: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly days: Quantity<D>;
  readonly intensity: Quantity<`kgCO2e/${D}`>;
  /** Registered clients on a mean day of the months the part has rows for: client-days ÷ days, half-even to 12 decimals. */
  readonly meanClients: Decimal;
}

/** Intensities of the parts, in ascending order of their keys; parts and what is unassigned add up to the total. */
export interface ReceptionBreakdown<D extends RegisterUnit> {
  readonly by: BreakdownKey;
  readonly per: D;
  readonly parts: readonly IntensityPart<D>[];
  /** Emissions that belong to no part: lines without a site, of sites without clients, over several months. */
  readonly unassigned: Quantity<'kgCO2e'>;
  /** Parts with clients for which the inventory has no line: not calculated, which is not zero. */
  readonly withoutEmissions: readonly string[];
}

/**
 * Kilograms of CO2e per night or day of each site, form or month of the inventory's period. A line belongs to the site it
 * names, to the form of its site, to the month that holds all of its days. A line over several months is not cut: give
 * readings and purchases by month. All parts and `unassigned` add up to the total digit for digit.
 *
 * Issues: those of `sumClientDays`; `denominator-zero` for a part that has emissions and no nights; `form-ambiguous` for a
 * site with lines that has clients in several forms, where `formShares` does not say how it is parted.
 *
 * @example
 * receptionBreakdown(inventory, register, { scope2: 'location-based', per: 'accommodation-night', by: 'site' })
 */
export function receptionBreakdown<D extends RegisterUnit>(
  inventory: Inventory,
  register: ClientDays,
  { per, by, formShares, ...selection }: ReceptionBreakdownOptions<D>,
): Outcome<ReceptionBreakdown<D>> {
  const complete = sumClientDays(register, { period: inventory.period, per });
  if (!complete.ok) return complete;
  const months = new Set(monthsOf(inventory.period));
  const rows = register.filter(({ month }) => months.has(month));
  const emissions = emissionsByPart(linesCounted(inventory, selection), rows, { by, formShares });
  if (!emissions.ok) return emissions;
  return breakdownOf({ by, per }, rowsByPart(rows, by), emissions.value);
}

function rowsByPart(rows: ClientDays, by: BreakdownKey): ReadonlyMap<string, readonly ClientDayRow[]> {
  const parts = new Map<string, ClientDayRow[]>();
  for (const row of rows) {
    const key = { site: row.site, form: row.form, month: row.month }[by];
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [row]);
    else known.push(row);
  }
  return parts;
}

function breakdownOf<D extends RegisterUnit>(
  { by, per }: { readonly by: BreakdownKey; readonly per: D },
  rows: ReadonlyMap<string, readonly ClientDayRow[]>,
  emissions: Sums,
): Outcome<ReceptionBreakdown<D>> {
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = collect(
    inOrder.flatMap(([key, own]) => {
      const value = emissions.get(key);
      return value === undefined ? [] : [partOf(key, quantityOf(value, 'kgCO2e'), own, per)];
    }),
  );
  if (!parts.ok) return parts;
  const elsewhere = [...emissions].flatMap(([key, value]) => (rows.has(key) ? [] : [value]));
  return success({
    by,
    per,
    parts: parts.value,
    unassigned: quantityOf(sumOf(elsewhere), 'kgCO2e'),
    withoutEmissions: inOrder.flatMap(([key]) => (emissions.has(key) ? [] : [key])),
  });
}

function partOf<D extends RegisterUnit>(
  key: string,
  emissions: Quantity<'kgCO2e'>,
  rows: readonly ClientDayRow[],
  per: D,
): Outcome<IntensityPart<D>> {
  const days = quantityOf(sumOf(rows.map((row) => countOf(row, per))), per);
  const intensity = intensityRatio(emissions, days);
  if (intensity.ok) {
    return success({ key, emissions, days, intensity: intensity.value, meanClients: meanClientsOf(rows) });
  }
  return failureOf([withoutDays(key, emissions, per)]);
}

/** Private accommodation has no nights, and still carries emissions where a site is parted by client-days. */
function withoutDays(key: string, { value }: Quantity<'kgCO2e'>, unit: RegisterUnit): Issue {
  const message = `${key} has ${decimalText(value)} kgCO2e and no ${unit} to state them per. State it per another denominator, or let sites of several forms be parted by their ${unit}s.`;
  return errorIssue('denominator-zero', { message, detail: { unit }, at: { path: key } });
}

function meanClientsOf(rows: readonly ClientDayRow[]): Decimal {
  const months = [...new Set(rows.map(({ month }) => month))];
  const days = months.reduce((sum, month) => sum + daysIn(monthPeriod(month)), 0);
  return roundedQuotient(sumOf(rows.map(({ clientDays }) => clientDays)), new Decimal(days));
}
