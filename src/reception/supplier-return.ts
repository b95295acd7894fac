import { z } from 'zod';
import { periodShape, reportingPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, readWith, textSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from './client-days.js';
import type { AccommodationForm } from './client-days.js';
import { measureName, measuresOf, quantitiesShape } from './supplier-return-quantities.js';
import type { ReturnQuantities } from './supplier-return-quantities.js';

/** What the operator of a site reports of some days: quantities that its invoices hide. Zero is a value. */
export type SupplierReturn = ReturnQuantities<{ readonly value: Decimal }> & {
  readonly id: string;
  readonly site: string;
  /** The days the quantities are of, both ends included. */
  readonly period: ReportingPeriod;
  /** The document they were read from. */
  readonly source: string;
  readonly note?: string | undefined;
};

/** A site that was asked, and for which quantities: the fields of a return, with units and without values. */
export type AskedSite = ReturnQuantities<object> & {
  readonly site: string;
  /** Needed where the register has several forms at the site. */
  readonly form?: AccommodationForm | undefined;
  /** First and last open day, where the site opens or closes inside a month of the register. */
  readonly open?: ReportingPeriod | undefined;
};

/** `SupplierReturn` as data; ends, ids and repeated quantities are checked by `parseSupplierReturns`. */
export const supplierReturnSchema = z.strictObject({
  id: textSchema,
  site: textSchema,
  period: periodShape,
  source: textSchema,
  note: z.optional(textSchema),
  ...quantitiesShape({ value: nonNegativeDecimalSchema }),
});

/** `AskedSite` as data. */
export const askedSiteSchema = z.strictObject({
  site: textSchema,
  form: z.optional(z.enum(ACCOMMODATION_FORMS)),
  open: z.optional(periodShape),
  ...quantitiesShape({}),
});

/**
 * Reads supplier returns: every row, every fault, all at once. A quantity that a return leaves out is not known, and not zero.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (a negative value, a quantity that stands twice in a return, a return
 * without any), `invalid-number`, `invalid-date`, `invalid-period`, `unknown-unit`, `unit-mismatch`, `duplicate-id`.
 *
 * @example
 * parseSupplierReturns([{ id: 'r-1', site: 'koivula', period: { from: '2024-01-01', to: '2024-07-31' }, source: 'form of 5 August',
 *   electricity: { value: '61000', unit: 'kWh', grid: 'FI', contractHolder: 'landlord' }, meals: [{ menu: 'average', value: '41000' }] }])
 */
export function parseSupplierReturns(rows: readonly unknown[]): Outcome<readonly SupplierReturn[]> {
  const read = collect(
    rows.map((row, index) => {
      const one = readWith<SupplierReturn>(supplierReturnSchema, row);
      return located(one.ok ? checked(one.value, one.value.period, 'period') : one, { row: index + 1 });
    }),
  );
  const repeated = duplicateIds(rows);
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

/**
 * Reads the list of sites that were asked, each with the quantities it was asked for.
 *
 * Issues: those of `parseSupplierReturns`; a site that stands there twice is `invalid-value`.
 *
 * @example parseAskedSites([{ site: 'koivula', electricity: { unit: 'kWh', grid: 'FI', contractHolder: 'landlord' } }])
 */
export function parseAskedSites(rows: readonly unknown[]): Outcome<readonly AskedSite[]> {
  const read = collect(
    rows.map((row, index) => {
      const one = readWith<AskedSite>(askedSiteSchema, row);
      return located(one.ok ? checked(one.value, one.value.open, 'open') : one, { row: index + 1 });
    }),
  );
  return read.ok ? outcomeOf(askedTwice(read.value), () => read.value) : read;
}

/** The record, if its period ends after it begins and every quantity stands there once. */
function checked<T extends ReturnQuantities<object>>(
  record: T,
  period: ReportingPeriod | undefined,
  path: string,
): Outcome<T> {
  const ends = period === undefined ? [] : reportingPeriod(period.from, period.to).issues;
  return outcomeOf([...ends.map((issue) => locateIssue(issue, { path })), ...quantityIssues(record)], () => record);
}

function quantityIssues(record: ReturnQuantities<object>): readonly Issue[] {
  const names = measuresOf(record).map(measureName);
  if (names.length === 0) {
    const message = 'No quantity is named. Name at least one, or take the row out.';
    return [errorIssue('invalid-value', { message, detail: { value: 'none', expected: 'a quantity', nearest: [] } })];
  }
  return repeatedOf(names).map((value) => {
    const message = `The quantity ${value} stands there twice. Add the two up.`;
    return errorIssue('invalid-value', { message, detail: { value, expected: 'each quantity once', nearest: [] } });
  });
}

function askedTwice(asked: readonly AskedSite[]): readonly Issue[] {
  return repeatedOf(asked.map(({ site }) => site)).map((value) => {
    const message = `The site ${value} is asked twice. Put its quantities into one row.`;
    return errorIssue('invalid-value', { message, detail: { value, expected: 'each site once', nearest: [] } });
  });
}

function repeatedOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
