import { describePeriod, holds, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { contractOf, measureName, measuresOf, quantityKey } from './supplier-return-quantities.js';
import type { Measure } from './supplier-return-quantities.js';
import type { OpenSite } from './supplier-return-sites.js';
import type { SupplierReturn } from './supplier-return.js';

/** Whether returns answer what was asked: sites, days, quantities; and none of them twice for a day. */
export function returnIssues(
  returns: readonly SupplierReturn[],
  sites: readonly OpenSite[],
  period: ReportingPeriod,
): readonly Issue[] {
  const siteOf = new Map(sites.map((site) => [site.asked.site, site]));
  const fits = returns.flatMap((one) => {
    const site = siteOf.get(one.site);
    return site === undefined ? [siteNotAsked(one, siteOf.keys())] : answerIssues(one, site, period);
  });
  return [...fits, ...overlaps(returns)];
}

function siteNotAsked({ id, site }: SupplierReturn, asked: Iterable<string>): Issue {
  const nearest = nearestNames(site, asked);
  const message = `The return ${id} is of ${site}, which was not asked.${didYouMean(nearest)}`;
  return errorIssue('supplier-return-not-asked', { message, detail: { return: id, site, quantity: '', nearest } });
}

function answerIssues(one: SupplierReturn, { asked, open }: OpenSite, period: ReportingPeriod): readonly Issue[] {
  const wanted = measuresOf(asked);
  return [
    ...(holds(period, one.period) ? [] : [outside(one, period, 'the period')]),
    ...(sharedPeriod(one.period, open) === undefined ? [outside(one, open, 'the open days of the site')] : []),
    ...measuresOf(one).flatMap((measure) => notAsked(one, measure, wanted)),
  ];
}

function outside({ id, period: own }: SupplierReturn, within: ReportingPeriod, what: string): Issue {
  const [period, days] = [describePeriod(own), describePeriod(within)];
  const message = `The return ${id} is of ${period}, and ${what} ${days}. Ask for the days inside, or correct its days.`;
  return errorIssue('supplier-return-outside-period', { message, detail: { return: id, period, days } });
}

function notAsked({ id, site }: SupplierReturn, measure: Measure, wanted: readonly Measure[]): readonly Issue[] {
  const quantity = measureName(measure);
  const asked = wanted.find((one) => measureName(one) === quantity);
  const why = asked === undefined ? undefined : differenceOf(measure, asked);
  if (asked !== undefined && why === undefined) return [];
  const nearest = asked === undefined ? nearestNames(quantity, wanted.map(measureName)) : [];
  const message =
    why === undefined
      ? `The return ${id} states ${quantity}, which ${site} was not asked for.${didYouMean(nearest)}`
      : `The return ${id} states ${quantity} ${why}. Correct one of the two.`;
  return [errorIssue('supplier-return-not-asked', { message, detail: { return: id, site, quantity, nearest } })];
}

/** How a quantity was stated otherwise than it was asked; `undefined` where the two agree. */
function differenceOf(stated: Measure, asked: Measure): string | undefined {
  if (quantityKey(stated) !== quantityKey(asked)) return `in ${stated.unit}; asked was ${asked.unit}`;
  const [contract, expected] = [contractOf(stated), contractOf(asked)];
  return contract === expected ? undefined : `with ${contract}; asked was ${expected}`;
}

/** Pairs of returns that state one quantity of a site for the same days. */
function overlaps(returns: readonly SupplierReturn[]): readonly Issue[] {
  const seen = new Map<string, SupplierReturn[]>();
  return returns.flatMap((one) =>
    measuresOf(one).flatMap((measure) => {
      const key = JSON.stringify([one.site, quantityKey(measure)]);
      const earlier = seen.get(key) ?? [];
      seen.set(key, [...earlier, one]);
      return earlier.flatMap((other) => twice(other, one, measureName(measure)));
    }),
  );
}

function twice(first: SupplierReturn, second: SupplierReturn, quantity: string): readonly Issue[] {
  const shared = sharedPeriod(first.period, second.period);
  if (shared === undefined) return [];
  const period = describePeriod(shared);
  const { site } = second;
  const message = `The returns ${first.id} and ${second.id} both state ${quantity} of ${site} for ${period}. Take one out, or correct their days.`;
  const detail = { site, quantity, returns: [first.id, second.id], period };
  return [errorIssue('supplier-returns-overlap', { message, detail })];
}
