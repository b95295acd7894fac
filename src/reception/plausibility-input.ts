import type { Activity } from '../activity/activity.js';
import { monthPeriod, monthsOf } from '../calendar/month.js';
import { describePeriod, reportingPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import type { Inventory } from '../inventory/inventory.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDays } from './client-days.js';
import type { PlausibilityBound, PlausibleRatio } from './plausibility-bounds.js';
import { sumClientDays } from './sum-client-days.js';

/** The floor area of one site. */
export interface FloorArea {
  readonly site: string;
  readonly area: Quantity<'square-metre'>;
}

/** What is looked at, and everything that decides what is plausible: nothing here has a default. */
export interface PlausibilityInput {
  /** Whole months. */
  readonly period: ReportingPeriod;
  readonly activities: readonly Activity[];
  readonly bounds: readonly PlausibilityBound[];
  /** Needed for everything per night or month of a site. */
  readonly clientDays?: ClientDays | undefined;
  /** Needed for `kWh/square-metre-year`. */
  readonly floorAreas?: readonly FloorArea[] | undefined;
  /** Needed for `kgCO2e/EUR`; its own period counts. */
  readonly inventory?: Inventory | undefined;
  /** The products whose euros are stated per night. */
  readonly products?: readonly string[] | undefined;
  /** Products that a site is invoiced for every month; absent: months are not looked at. */
  readonly monthlyProducts?: readonly string[] | undefined;
  /** Euros per night may be so many times as much in the next month, or as little; absent: jumps are not looked at. */
  readonly spendJump?: Decimal | undefined;
}

const NEEDS: { readonly [R in PlausibleRatio]: readonly (keyof PlausibilityInput)[] } = {
  'kWh/square-metre-year': ['floorAreas'],
  'kWh/accommodation-night': ['clientDays'],
  'EUR/accommodation-night': ['clientDays', 'products'],
  'kgCO2e/EUR': ['inventory'],
};

/** What a stated check lacks, and what is stated wrongly: all of it at once. */
export function plausibilityFaults(input: PlausibilityInput): readonly Issue[] {
  const { bounds, monthlyProducts, spendJump, floorAreas = [] } = input;
  const needed = [
    ...bounds.flatMap(({ ratio }) => NEEDS[ratio].map((field) => ({ field, what: ratio }))),
    ...(monthlyProducts === undefined ? [] : [{ field: 'clientDays', what: 'monthlyProducts' } as const]),
    ...(spendJump === undefined
      ? []
      : (['clientDays', 'products'] as const).map((field) => ({ field, what: 'spendJump' }))),
  ];
  const absent = needed.filter(({ field }) => input[field] === undefined);
  return [
    ...absent.map(({ field, what }) => missingField(field, what)),
    ...periodFaults(input),
    ...floorAreas.flatMap(areaFaults),
    ...(spendJump?.lessThan(1) === true ? [invalid('spendJump', spendJump.toFixed(), 'at least 1')] : []),
  ];
}

function periodFaults({ period, clientDays }: PlausibilityInput): readonly Issue[] {
  const read = reportingPeriod(period.from, period.to);
  if (!read.ok) return read.issues.map((issue) => locateIssue(issue, { path: 'period' }));
  if (clientDays !== undefined) return sumClientDays(clientDays, { period, per: 'accommodation-night' }).issues;
  const spans = monthsOf(period).map(monthPeriod);
  if (spans.some(({ from }) => from === period.from) && spans.some(({ to }) => to === period.to)) return [];
  const message = `Years are counted in whole months; ${describePeriod(period)} begins or ends inside one.`;
  return [errorIssue('period-not-whole-months', { message, detail: { ...period }, at: { path: 'period' } })];
}

function areaFaults({ site, area }: FloorArea, index: number, all: readonly FloorArea[]): readonly Issue[] {
  const path = `floorAreas.${index}`;
  const twice = all.findIndex((other) => other.site === site) < index;
  return [
    ...(twice ? [invalid(path, site, 'each site once')] : []),
    ...(area.value.greaterThan(0) ? [] : [invalid(path, area.value.toFixed(), 'a floor area above zero')]),
  ];
}

function missingField(field: string, what: string): Issue {
  const message = `${what} cannot be checked without ${field}. State it, or leave the check out.`;
  return errorIssue('missing-field', { message, detail: { field }, at: { path: field } });
}

function invalid(path: string, value: string, expected: string): Issue {
  const message = `${value} does not fit: expected ${expected}.`;
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] }, at: { path } });
}
