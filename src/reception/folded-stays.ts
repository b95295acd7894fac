import { monthsOf } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, ZERO, decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, programError, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { clientDayWarnings } from './client-day-warnings.js';
import type { AccommodationForm, ClientDayRow, ClientDays } from './client-day-row.js';
import { daysOpenOf, openDays, placeDaysKept } from './site-capacity.js';
import type { ReceptionSite, SiteRegister } from './site-register.js';

/** What stays are counted against. Nothing here has a default: each of them moves a figure. */
export interface FoldStaysOptions {
  /** Whole months. */
  readonly period: ReportingPeriod;
  /** When each site was open and how many places it kept. */
  readonly sites: SiteRegister;
  /** Whether a night in a municipal flat is one in accommodation that the agency provides. */
  readonly municipalFlats: 'included' | 'excluded';
}

/** What became of the stays: read = counted + outsidePeriod + zeroNights. */
export interface StayTally {
  readonly read: number;
  /** Stays with at least one night in the period. */
  readonly counted: number;
  /** Stays with nights, none of them in the period. */
  readonly outsidePeriod: number;
  /** Stays that ended on the day of arrival. */
  readonly zeroNights: number;
}

/** Stays as a register of client-days, in the order of site, month and form, with an account of every stay. */
export interface FoldedStays {
  readonly register: ClientDays;
  readonly stays: StayTally;
}

/** The nights of a site in each form, by month of the period. */
export interface NightsOfSite {
  readonly site: ReceptionSite;
  readonly nights: ReadonlyMap<AccommodationForm, readonly number[]>;
}

/** What a fold has gathered when the last stay has been read. */
export interface GatheredStays {
  readonly stays: StayTally;
  /** The nights of all stays inside the period. */
  readonly nights: number;
  readonly sites: readonly NightsOfSite[];
}

/**
 * The register from what was gathered; the same for the same stays in any order. Every month in which a site was open has a
 * row in each form that it states places of or had stays in: zero is a count.
 *
 * Issues: `places-missing`; the warnings `client-days-missing` for a site of which no form is known, `nights-above-places`,
 * `client-days-only-grow`.
 */
export function foldedStays(gathered: GatheredStays, options: FoldStaysOptions): Outcome<FoldedStays> {
  const { sites, stays } = gathered;
  const missing = sites.flatMap(placesMissing);
  if (missing.length > 0) return failureOf(missing);
  const months = monthsOf(options.period);
  const register = [...sites].sort(bySite).flatMap((site) => rowsOfSite(site, months, options));
  assertComplete(register, gathered);
  const looks = clientDayWarnings(register, daysOpenOf(options.sites)).map(withoutPlace);
  return success({ register, stays }, [...sites.flatMap((site) => formsUnknown(site, months)), ...looks]);
}

function bySite(a: NightsOfSite, b: NightsOfSite): number {
  return a.site.site < b.site.site ? -1 : 1;
}

/** A warning about the register that was made: its rows are nobody's input, so no place is named. */
function withoutPlace({ code, severity, message, detail }: Issue): Issue {
  return { code, severity, message, detail } as Issue; // the same issue, less its place
}

function formsOf({ site, nights }: NightsOfSite): readonly AccommodationForm[] {
  return [...new Set([...site.places.map(({ form }) => form), ...nights.keys()])].sort();
}

/** A month of the period in which a site was open, and its place among the months of the period. */
interface OpenMonth {
  readonly month: Month;
  readonly index: number;
}

function openMonths({ site }: NightsOfSite, months: readonly Month[]): readonly OpenMonth[] {
  return months.map((month, index) => ({ month, index })).filter(({ month }) => openDays(site, month) > 0);
}

function rowsOfSite(site: NightsOfSite, months: readonly Month[], options: FoldStaysOptions): readonly ClientDayRow[] {
  const forms = formsOf(site);
  return openMonths(site, months).flatMap(({ month, index }) =>
    forms.map((form) => {
      const clientDays = new Decimal(site.nights.get(form)?.[index] ?? 0);
      return {
        site: site.site.site,
        month,
        form,
        clientDays,
        accommodationNights: isProvided(form, options) ? clientDays : ZERO,
        // Nothing is kept in private accommodation; any other form without stated places is an issue before.
        placeDays: placeDaysKept(site.site, form, month) ?? ZERO,
      };
    }),
  );
}

/** Whether the agency provides the accommodation of a form, so that its nights are accommodation-nights. */
function isProvided(form: AccommodationForm, { municipalFlats }: FoldStaysOptions): boolean {
  return form === 'municipal-flat' ? municipalFlats === 'included' : form !== 'private';
}

function placesMissing({ site, nights }: NightsOfSite): readonly Issue[] {
  const stated = site.places.map(({ form }) => form);
  return [...nights.keys()]
    .filter((form) => form !== 'private' && !stated.includes(form))
    .map((form) => {
      const message = `The site ${site.site} had stays of the form ${form} and states no places of it. State in the register of sites how many were kept; 0 is a number.`;
      return errorIssue('places-missing', { message, detail: { site: site.site, form } });
    });
}

function formsUnknown(site: NightsOfSite, all: readonly Month[]): readonly Issue[] {
  const months = openMonths(site, all).map(({ month }) => month);
  if (months.length === 0 || formsOf(site).length > 0) return [];
  const message = `The site ${site.site.site} was open in the period, had no stay and states no places: no form is known, so it has no rows. State its places, or take it out of the register of sites.`;
  return [warningIssue('client-days-missing', { message, detail: { site: site.site.site, months } })];
}

/** Nothing was lost or made: every stay has one fate, and the months hold exactly the nights of the stays. */
function assertComplete(register: ClientDays, { stays, nights }: GatheredStays): void {
  const { read, counted, outsidePeriod, zeroNights } = stays;
  const found = sumOf(register.map(({ clientDays }) => clientDays));
  if (found.equals(nights) && read === counted + outsidePeriod + zeroNights) return;
  throw programError(
    `The register holds ${decimalText(found)} nights of ${nights}, and ${counted + outsidePeriod + zeroNights} stays of ${read}. Were the sites read with parseSiteRegister?`,
  );
}
