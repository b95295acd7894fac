import { monthOfDay, numberOfDay } from '../calendar/day-number.js';
import { monthsOf } from '../calendar/month.js';
import { reportingPeriod } from '../calendar/reporting-period.js';
import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import { locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { siteNotRegistered } from './client-days-at-sites.js';
import { ACCOMMODATION_FORMS } from './client-day-row.js';
import { foldedStays } from './folded-stays.js';
import type { FoldedStays, FoldStaysOptions, NightsOfSite } from './folded-stays.js';
import { addNights, nightsOfMonths, noNights } from './nights-by-month.js';
import type { NightsByMonth } from './nights-by-month.js';
import type { ReceptionSite } from './site-register.js';
import { departureBeforeArrival, stayWhenClosed } from './stay-issues.js';
import { parseStay, readStay } from './stay.js';
import type { NumberedStay } from './stay.js';
import { wholeMonths } from './sum-client-days.js';

/** Counts stays one at a time, for callers with a loop of their own. */
export interface StayCounter {
  /** Counts the next record. What is wrong with it is kept for the end. */
  readonly count: (stay: unknown) => void;
  /** The register of everything counted so far, or all that is wrong. */
  readonly folded: () => Outcome<FoldedStays>;
}

/**
 * A counter of stays for a period: the synchronous core of `foldStays`, where the rule is told.
 *
 * Issues: `invalid-date`, `invalid-period`, `period-not-whole-months` of the period itself; those of the stays come with `folded`.
 *
 * @example
 * const counter = orThrow(stayCounter({ period: calendarYear(2021), sites, municipalFlats: 'included' }));
 * for (const stay of stays) counter.count(stay);
 * const { register } = orThrow(counter.folded());
 */
export function stayCounter(options: FoldStaysOptions): Outcome<StayCounter> {
  const period = reportingPeriod(options.period.from, options.period.to);
  if (!period.ok) return period;
  const parts = wholeMonths(period.value, monthsOf(period.value));
  if (parts.length > 0) return failureOf(parts);
  const fold = emptyFold(options);
  return success({
    count: (stay) => {
      countStay(fold, stay);
    },
    folded: () => {
      const issues = fold.issues.all();
      return issues.length > 0 ? failureOf(issues) : foldedStays(gathered(fold), options);
    },
  });
}

/** A site with its days as numbers, and the nights counted in each form. */
interface OpenSite {
  readonly site: ReceptionSite;
  readonly opened: number;
  /** The day after the last one open. */
  readonly closedAfter: number;
  readonly forms: (NightsByMonth | undefined)[];
}

interface Fold {
  readonly sites: ReadonlyMap<string, OpenSite>;
  /** The first day of the period, and the day after its last. */
  readonly start: number;
  readonly end: number;
  readonly issues: CappedIssues;
  read: number;
  counted: number;
  outsidePeriod: number;
  zeroNights: number;
  nights: number;
}

function emptyFold({ period, sites }: FoldStaysOptions): Fold {
  return {
    sites: new Map(sites.map((site) => [site.site, openSite(site)])),
    start: numberOfDay(period.from),
    end: numberOfDay(period.to) + 1,
    issues: cappedIssues(),
    read: 0,
    counted: 0,
    outsidePeriod: 0,
    zeroNights: 0,
    nights: 0,
  };
}

function openSite(site: ReceptionSite): OpenSite {
  const closedAfter = site.closed === undefined ? Infinity : numberOfDay(site.closed) + 1;
  return { site, opened: numberOfDay(site.opened), closedAfter, forms: [] };
}

function countStay(fold: Fold, input: unknown): void {
  fold.read += 1;
  const stay = readStay(input);
  const site = stay === undefined ? undefined : fold.sites.get(stay.site);
  if (stay !== undefined && site !== undefined) addStay(fold, site, stay);
  else countDoubtful(fold, input);
}

/** A record that is wrong, or has a name that only a closer look can accept. */
function countDoubtful(fold: Fold, input: unknown): void {
  const stay = parseStay(input);
  if (!stay.ok) return report(fold, stay.issues);
  const site = fold.sites.get(stay.value.site);
  if (site !== undefined) return addStay(fold, site, stay.value);
  const known = [...fold.sites.keys()];
  report(fold, [siteNotRegistered(stay.value.site, { site: stay.value.site, known, row: fold.read })]);
}

function addStay(fold: Fold, open: OpenSite, { form, arrival, departure }: NumberedStay): void {
  if (departure !== undefined && departure < arrival) return report(fold, [departureBeforeArrival(arrival, departure)]);
  const until = departure ?? Math.max(fold.end, arrival + 1);
  if (arrival < open.opened || arrival >= open.closedAfter || until > open.closedAfter) {
    return report(fold, [stayWhenClosed(open.site, arrival, departure)]);
  }
  if (until === arrival) fold.zeroNights += 1;
  else if (until <= fold.start || arrival >= fold.end) fold.outsidePeriod += 1;
  else addToMonths(fold, open, form, { from: Math.max(arrival, fold.start), to: Math.min(until, fold.end) });
}

function addToMonths(fold: Fold, open: OpenSite, form: number, { from, to }: { from: number; to: number }): void {
  const nights = open.forms[form] ?? emptyMonths(fold);
  open.forms[form] = nights;
  addNights(nights, from, to);
  fold.counted += 1;
  fold.nights += to - from;
}

function emptyMonths({ start, end }: Fold): NightsByMonth {
  const first = monthOfDay(start);
  return noNights(first, monthOfDay(end) - first);
}

function report(fold: Fold, issues: readonly Issue[]): void {
  fold.issues.add(issues.map((issue) => locateIssue(issue, { row: fold.read })));
}

function gathered({ sites, read, counted, outsidePeriod, zeroNights, nights }: Fold) {
  const stays = { read, counted, outsidePeriod, zeroNights };
  return { stays, nights, sites: [...sites.values()].map(nightsOfSite) };
}

function nightsOfSite({ site, forms }: OpenSite): NightsOfSite {
  const known = ACCOMMODATION_FORMS.flatMap((form, index) => {
    const nights = forms[index];
    return nights === undefined ? [] : [[form, nightsOfMonths(nights)] as const];
  });
  return { site, nights: new Map(known) };
}
