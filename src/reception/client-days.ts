import { z } from 'zod';
import { monthPeriod, monthSchema } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import { daysIn } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, readWith, textSchema } from '../reading.js';
import { clientDayWarnings } from './client-day-warnings.js';
import type { DaysOfRow } from './client-day-warnings.js';
import { contradictionsOfSites } from './client-days-at-sites.js';
import { openDays } from './site-capacity.js';
import type { SiteRegister } from './site-register.js';

/** The forms of accommodation a client can be registered in. */
export const ACCOMMODATION_FORMS = [
  'transit',
  'institution',
  'apartment',
  'minors-unit',
  'municipal-flat',
  'private',
  'detention',
] as const;
export type AccommodationForm = (typeof ACCOMMODATION_FORMS)[number];

/**
 * One month of one site in one form of accommodation. Three different denominators that never mix: persons registered
 * (private accommodation included), persons who slept in accommodation the agency provides, places kept.
 */
export interface ClientDayRow {
  readonly site: string;
  readonly month: Month;
  readonly form: AccommodationForm;
  readonly clientDays: Decimal;
  readonly accommodationNights: Decimal;
  readonly placeDays: Decimal;
}

/** A register of client-days: one row for each site, month and form. */
export type ClientDays = readonly ClientDayRow[];

const rowSchema = z.strictObject({
  site: textSchema,
  month: monthSchema,
  form: z.enum(ACCOMMODATION_FORMS),
  clientDays: nonNegativeDecimalSchema,
  accommodationNights: nonNegativeDecimalSchema,
  placeDays: nonNegativeDecimalSchema,
});

/** `ClientDays` as data. */
export const clientDaysSchema = z.array(rowSchema);

/** What a register of client-days is held against. */
export interface ParseClientDaysOptions {
  /** With the sites, counts of a closed site and of an unknown one are issues. */
  readonly sites?: SiteRegister | undefined;
}

/**
 * Reads a client-day register. Zero is a count; a month that is not known has no row.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`, `client-days-repeated` for a
 * site, month and form that stands there twice. With the register of sites also `site-not-registered`,
 * `client-days-when-closed`, `place-days-too-many`. Warnings: `nights-above-places`, `client-days-only-grow`.
 *
 * @example parseClientDays(rows, { sites: orThrow(parseSiteRegister(siteRows)) })
 */
export function parseClientDays(rows: readonly unknown[], { sites }: ParseClientDaysOptions = {}): Outcome<ClientDays> {
  const read = collect(rows.map((row, index) => located(readWith<ClientDayRow>(rowSchema, row), { row: index + 1 })));
  if (!read.ok) return read;
  const contradictions = sites === undefined ? [] : contradictionsOfSites(read.value, sites);
  const warnings = clientDayWarnings(read.value, daysOpenOf(sites ?? []));
  return outcomeOf([...repeated(read.value), ...contradictions, ...warnings], () => read.value);
}

/** The days of a row's month, of a known site those on which it was open: half a month is no small one. */
function daysOpenOf(sites: SiteRegister): DaysOfRow {
  const known = new Map(sites.map((site) => [site.site, site]));
  return ({ site: name, month }) => {
    const site = known.get(name);
    return site === undefined ? daysIn(monthPeriod(month)) : openDays(site, monthPeriod(month));
  };
}

function repeated(register: ClientDays): readonly Issue[] {
  const rowsOf = new Map<string, number[]>();
  for (const [index, { site, month, form }] of register.entries()) {
    const key = JSON.stringify([site, month, form]);
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [index + 1]);
    else rows.push(index + 1);
  }
  return [...rowsOf].filter(([, rows]) => rows.length > 1).map(([key, rows]) => repeatedRow(key, rows));
}

function repeatedRow(key: string, rows: readonly number[]): Issue {
  const [site, month, form] = JSON.parse(key) as [string, string, string]; // written by repeated()
  const message = `${site}, ${month}, ${form} stands in rows ${rows.join(', ')}. Add them up or take the extra ones out.`;
  const at = { row: rows.reduce((_, row) => row) };
  return errorIssue('client-days-repeated', { message, detail: { site, month, form, rows }, at });
}
