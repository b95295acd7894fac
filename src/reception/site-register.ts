import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { reportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeQuantitySchema } from '../quantity/non-negative-quantity.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { nonNegativeDecimalSchema, readWith, schemaOf, textSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from './client-day-row.js';
import type { AccommodationForm } from './client-day-row.js';

/** So many places kept of a form from a day on, until the next entry of the same form or until the site closes. */
export interface PlacesKept {
  readonly from: CalendarDate;
  readonly form: AccommodationForm;
  /** Zero is a number: from that day none are kept. */
  readonly places: Decimal;
}

/** A reception site: when it was open, and how many places it kept. */
export interface ReceptionSite {
  readonly site: string;
  /** The first day open. */
  readonly opened: CalendarDate;
  /** The last day open, included; absent: still open. */
  readonly closed?: CalendarDate | undefined;
  /** Empty where no places are stated, which is not zero. */
  readonly places: readonly PlacesKept[];
  readonly floorArea?: Quantity<'square-metre'> | undefined;
  readonly operator?: string | undefined;
}

/** The sites of reception, each of them once. */
export type SiteRegister = readonly ReceptionSite[];

const areaSchema = nonNegativeQuantitySchema(['area']);

/** Square metres as a number alone, or as the quantity it is read into. */
const floorAreaSchema: z.ZodType<Quantity<'square-metre'>> = schemaOf((input) => {
  const stated = typeof input === 'object' && input !== null && 'unit' in input;
  if (stated) return readWith<Quantity<'square-metre'>>(areaSchema, input);
  const area = readWith(nonNegativeDecimalSchema, input);
  return area.ok ? { ...area, value: quantityOf(area.value, 'square-metre') } : area;
});

const siteSchema = z.strictObject({
  site: textSchema,
  opened: calendarDateSchema,
  closed: z.optional(calendarDateSchema),
  places: z.optional(
    z.array(
      z.strictObject({
        from: calendarDateSchema,
        form: z.enum(ACCOMMODATION_FORMS),
        places: nonNegativeDecimalSchema,
      }),
    ),
  ),
  floorArea: z.optional(floorAreaSchema),
  operator: z.optional(textSchema),
});

type SiteRow = z.output<typeof siteSchema>;

/** `SiteRegister` as data. */
export const siteRegisterSchema = z.array(siteSchema);

/**
 * Reads the register of sites: opening and closing day (both open), places kept by form from a day on, floor area in square
 * metres, who runs it. Every row, every fault; `at.row` is the 1-based position.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`, `invalid-period` for a site
 * that closes before it opens, `duplicate-id` for a site that stands there twice, `places-when-closed`, `places-repeated`.
 *
 * @example
 * parseSiteRegister([{ site: 'oulu', opened: '2015-10-01', closed: '2021-09-30',
 *   places: [{ from: '2015-10-01', form: 'institution', places: '150' }] }])
 */
export function parseSiteRegister(rows: readonly unknown[]): Outcome<SiteRegister> {
  const read = collect(rows.map((row, index) => located(parseSite(row), { row: index + 1 })));
  const repeated = duplicateIds(rows.map((row) => ({ id: siteOf(row) }))).map((issue) => ({
    ...issue,
    at: { ...issue.at, path: 'site' },
  }));
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

function siteOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'site' in row ? row.site : undefined;
}

function parseSite(row: unknown): Outcome<ReceptionSite> {
  const read = readWith<SiteRow>(siteSchema, row);
  if (!read.ok) return read;
  const { places = [] } = read.value;
  const issues = [...wrongOrder(read.value), ...placesWhenClosed(read.value, places), ...placesRepeated(places)];
  return outcomeOf(issues, () => ({ ...read.value, places: inOrder(places) }));
}

function inOrder(places: readonly PlacesKept[]): readonly PlacesKept[] {
  return [...places].sort((a, b) => (a.from < b.from || (a.from === b.from && a.form < b.form) ? -1 : 1));
}

function wrongOrder({ opened, closed }: SiteRow): readonly Issue[] {
  const order = reportingPeriod(opened, closed ?? opened);
  return order.issues.map((issue) => locateIssue(issue, { path: 'closed' }));
}

function placesWhenClosed({ site, opened, closed }: SiteRow, places: readonly PlacesKept[]): readonly Issue[] {
  return places.flatMap(({ from, form }, index) => {
    if (opened <= from && (closed === undefined || from <= closed)) return [];
    const when = closed === undefined ? `opened on ${opened}` : `was open from ${opened} to ${closed}`;
    const message = `The site ${site} ${when}; places of the form ${form} are kept from ${from}. Correct the day of one of them.`;
    const detail = { site, form, from, opened, ...(closed === undefined ? {} : { closed }) };
    return [errorIssue('places-when-closed', { message, detail, at: { path: `places.${index}.from` } })];
  });
}

function placesRepeated(places: readonly PlacesKept[]): readonly Issue[] {
  const seen = new Set<string>();
  return places.flatMap(({ from, form }, index) => {
    const key = `${from} ${form}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `The places of the form ${form} from ${from} are stated twice. State their number once.`;
    return [errorIssue('places-repeated', { message, detail: { form, from }, at: { path: `places.${index}` } })];
  });
}
