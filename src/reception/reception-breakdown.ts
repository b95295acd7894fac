import { monthOf, monthsOf } from '../calendar/month.js';
import type { EmissionLine } from '../emission/emission-line.js';
import { sumOf } from '../decimal.js';
import type { Decimal } from '../decimal.js';
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
import { countOf, sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** What an intensity is broken down by. */
export type BreakdownKey = 'site' | 'form' | 'month';

/** Which emissions are stated per which denominator, and for which parts of reception. */
export interface ReceptionBreakdownOptions<D extends RegisterUnit> extends TotalOptions {
  readonly per: D;
  readonly by: BreakdownKey;
}

/** One site, form or month: its emissions, its nights or days, and the one per the other. */
export interface IntensityPart<D extends RegisterUnit> {
  readonly key: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly days: Quantity<D>;
  readonly intensity: Quantity<`kgCO2e/${D}`>;
}

/** Intensities of the parts, in ascending order of their keys; parts and what is unassigned add up to the total. */
export interface ReceptionBreakdown<D extends RegisterUnit> {
  readonly by: BreakdownKey;
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
 * site with lines that has clients in several forms.
 *
 * @example
 * receptionBreakdown(inventory, register, { scope2: 'location-based', per: 'accommodation-night', by: 'site' })
 */
export function receptionBreakdown<D extends RegisterUnit>(
  inventory: Inventory,
  register: ClientDays,
  { per, by, ...selection }: ReceptionBreakdownOptions<D>,
): Outcome<ReceptionBreakdown<D>> {
  const complete = sumClientDays(register, { period: inventory.period, per });
  if (!complete.ok) return complete;
  const months = monthsOf(inventory.period);
  const rows = register.filter(({ month }) => months.includes(month));
  const lines = linesCounted(inventory, selection);
  const ambiguous = by === 'form' ? ambiguousForms(rows, lines) : [];
  if (ambiguous.length > 0) return failureOf(ambiguous);
  const days = grouped(
    rows,
    (row) => keyOfRow(row, by),
    (row) => countOf(row, per),
  );
  const emissions = grouped(lines, keyOfLines(rows, by), ({ emissions: { value } }) => value);
  return breakdownOf({ by, per }, days, emissions);
}

type Sums = ReadonlyMap<string, Decimal>;

/** Sums by key; what has no key of the register is summed under the empty one. */
function grouped<T>(records: readonly T[], key: (record: T) => string, value: (record: T) => Decimal): Sums {
  const values = new Map<string, Decimal[]>();
  for (const record of records) {
    const known = values.get(key(record));
    if (known === undefined) values.set(key(record), [value(record)]);
    else known.push(value(record));
  }
  return new Map([...values].map(([name, all]) => [name, sumOf(all)]));
}

function keyOfRow({ site, form, month }: ClientDayRow, by: BreakdownKey): string {
  return { site, form, month }[by];
}

const NO_PART = '';

function keyOfLines(rows: ClientDays, by: BreakdownKey): (line: EmissionLine) => string {
  if (by === 'month') {
    return ({ period }) => (monthOf(period.from) === monthOf(period.to) ? monthOf(period.from) : NO_PART);
  }
  const keys = new Map(rows.map((row) => [row.site, keyOfRow(row, by)]));
  return ({ site }) => (site === undefined ? NO_PART : (keys.get(site) ?? NO_PART));
}

function ambiguousForms(rows: ClientDays, lines: readonly EmissionLine[]): readonly Issue[] {
  const withLines = new Set(lines.map(({ site }) => site));
  const formsOf = new Map<string, Set<string>>();
  for (const { site, form } of rows) {
    if (withLines.has(site)) formsOf.set(site, (formsOf.get(site) ?? new Set()).add(form));
  }
  return [...formsOf]
    .filter(([, forms]) => forms.size > 1)
    .map(([site, forms]) => formAmbiguous(site, [...forms].sort()));
}

function formAmbiguous(site: string, forms: readonly string[]): Issue {
  const message = `The site ${site} has clients in several forms (${forms.join(', ')}), and nothing says how its emissions part between them. Name a site for each form.`;
  return errorIssue('form-ambiguous', { message, detail: { site, forms } });
}

function breakdownOf<D extends RegisterUnit>(
  { by, per }: { readonly by: BreakdownKey; readonly per: D },
  days: Sums,
  emissions: Sums,
): Outcome<ReceptionBreakdown<D>> {
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = collect(
    inOrder.flatMap(([key, count]) => {
      const value = emissions.get(key);
      return value === undefined ? [] : [partOf(key, quantityOf(value, 'kgCO2e'), quantityOf(count, per))];
    }),
  );
  if (!parts.ok) return parts;
  const elsewhere = [...emissions].flatMap(([key, value]) => (days.has(key) ? [] : [value]));
  return success({
    by,
    parts: parts.value,
    unassigned: quantityOf(sumOf(elsewhere), 'kgCO2e'),
    withoutEmissions: inOrder.flatMap(([key]) => (emissions.has(key) ? [] : [key])),
  });
}

function partOf<D extends RegisterUnit>(
  key: string,
  emissions: Quantity<'kgCO2e'>,
  days: Quantity<D>,
): Outcome<IntensityPart<D>> {
  const intensity = intensityRatio(emissions, days);
  if (intensity.ok) return success({ key, emissions, days, intensity: intensity.value });
  return failureOf(
    intensity.issues.map((issue) => ({ ...issue, message: `${key}: ${issue.message}`, at: { path: key } })),
  );
}
