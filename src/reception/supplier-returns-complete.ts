import type { Activity } from '../activity/activity.js';
import { monthsOf } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failure, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from './client-days.js';
import { cellsOf } from './supplier-return-cells.js';
import { returnIssues } from './supplier-return-checks.js';
import { filledCells } from './supplier-return-fill.js';
import type { CompletedCell, GapFill, ReturnStatus, UnfilledQuantity } from './supplier-return-fill.js';
import { openSite } from './supplier-return-sites.js';
import type { AskedSite, SupplierReturn } from './supplier-return.js';
import { wholeMonths } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** What was asked, of whom, and how what is missing is estimated. Nothing here has a default. */
export interface CompleteReturnsOptions {
  /** Whole months, usually a year. */
  readonly period: ReportingPeriod;
  readonly asked: readonly AskedSite[];
  /** Says which months the sites are open, in which form, and how many nights or days they have. */
  readonly register: ClientDays;
  /** What quantities are compared by between sites. */
  readonly per: RegisterUnit;
  /** The share of a site's open days from which returns stand for all of them. */
  readonly annualise: { readonly atLeast: DecimalInput };
  readonly gapFill: GapFill;
}

/** Returns as activities, what was missing estimated, and an account of every quantity of every site that was asked. */
export interface CompletedReturns {
  readonly activities: readonly Activity[];
  /** One for each asked site and quantity, in the order they were asked. */
  readonly status: readonly ReturnStatus[];
  /** Asked sites without any return. */
  readonly silent: readonly string[];
  /** What is not in `activities`, or only for the days that were measured. */
  readonly unfilled: readonly UnfilledQuantity[];
}

/**
 * Completes the supplier returns of a period. For each asked site and quantity:
 *
 * - `measured`: returns cover all of the site's open days; they count as they are;
 * - `annualised`: they cover at least `annualise.atLeast` of them; value × open days ÷ covered days;
 * - `gap-filled`: less; the median, over the measured and annualised sites of the same form, of the quantity per `per`, times the
 *   site's own nights or days. What was measured of it is replaced;
 * - `unfilled`: fewer than `gapFill.atLeastSites` such sites, or the site has no night or day; nothing is estimated.
 *
 * Every estimate is an exact ratio, rounded once, half-even, to 12 decimals. Zero is a value: a return of 0 kWh is measured.
 *
 * Issues: `invalid-number`, `invalid-value`, `period-not-whole-months`, `client-days-missing`, `form-ambiguous`,
 * `supplier-return-not-asked`, `supplier-return-outside-period`, `supplier-returns-overlap`; `supplier-return-missing` where
 * `gapFill` is `refuse`; as a warning `supplier-return-unfilled`.
 *
 * @see GHG Protocol, Corporate Value Chain Standard, chapter 7, on proxy data to fill gaps
 * @example
 * completeReturns(returns, { period: calendarYear(2024), asked, register, per: 'place-day', annualise: { atLeast: '0.5' },
 *   gapFill: { rule: 'median-of-form', atLeastSites: 5 } })
 */
export function completeReturns(
  returns: readonly SupplierReturn[],
  options: CompleteReturnsOptions,
): Outcome<CompletedReturns> {
  const { period, asked, register, gapFill } = options;
  const sites = collect(asked.map((one) => openSite(one, register, options)));
  const atLeast = located(readShare(options.annualise.atLeast), { path: 'annualise.atLeast' });
  const faults = [...atLeast.issues, ...siteCount(gapFill), ...wholeMonths(period, monthsOf(period)), ...sites.issues];
  if (!sites.ok || !atLeast.ok || faults.length > 0) return failureOf(faults);
  const misfits = returnIssues(returns, sites.value, period);
  if (misfits.length > 0) return failureOf(misfits);
  const cells = sites.value.map((site) => cellsOf(site, returns, atLeast.value));
  const answered = new Set(returns.map(({ site }) => site));
  const silent = asked.flatMap(({ site }) => (answered.has(site) ? [] : [site]));
  const completed = filledCells(cells.flat(), options.per, gapFill);
  return completed.ok ? success(resultOf(completed.value, silent), completed.issues) : completed;
}

function resultOf(cells: readonly CompletedCell[], silent: readonly string[]): CompletedReturns {
  return {
    activities: cells.flatMap(({ activities }) => activities),
    status: cells.map(({ status }) => status),
    silent,
    unfilled: cells.flatMap(({ unfilled }) => unfilled ?? []),
  };
}

function readShare(input: DecimalInput): Outcome<Decimal> {
  const share = parseDecimal(input);
  if (!share.ok || (share.value.greaterThan(0) && share.value.lessThanOrEqualTo(1))) return share;
  const value = share.value.toFixed();
  const expected = 'a share above 0 and up to 1';
  const message = `${value} does not fit: expected ${expected} of the open days.`;
  return failure(errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] } }));
}

function siteCount(gapFill: GapFill): readonly Issue[] {
  if (gapFill === 'refuse' || (Number.isInteger(gapFill.atLeastSites) && gapFill.atLeastSites > 0)) return [];
  const value = String(gapFill.atLeastSites);
  const expected = 'a whole number of sites, 1 or more';
  const message = `${value} does not fit: expected ${expected}.`;
  const at = { path: 'gapFill.atLeastSites' };
  return [errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] }, at })];
}
