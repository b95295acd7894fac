import { z } from 'zod';
import { monthSchema } from '../calendar/month.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, readWith, textSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from './client-day-row.js';
import type { ClientDayRow, ClientDays } from './client-day-row.js';
import { clientDayWarnings } from './client-day-warnings.js';
import { contradictionsOfSites } from './client-days-at-sites.js';
import { daysOpenOf } from './site-capacity.js';
import type { SiteRegister } from './site-register.js';

// One door for those who read a register.
export { ACCOMMODATION_FORMS } from './client-day-row.js';
export type { AccommodationForm, ClientDayRow, ClientDays } from './client-day-row.js';

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
