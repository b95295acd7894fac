import { monthOf } from '../calendar/month.js';
import { counted } from '../counted.js';
import { decimalText } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import type { ClientDayRow, ClientDays } from './client-day-row.js';
import { openDays, placeDaysKept } from './site-capacity.js';
import type { ReceptionSite, SiteRegister } from './site-register.js';

/**
 * What contradicts the register of sites: sites that it does not hold, counts of months in which a site was closed, and in
 * its first and last month more place-days than its places give on the days it was open.
 *
 * Issues: `site-not-registered` (once for each site, at its first row), `client-days-when-closed`, `place-days-too-many`.
 */
export function contradictionsOfSites(register: ClientDays, sites: SiteRegister): readonly Issue[] {
  const known = new Map(sites.map((site) => [site.site, site]));
  const strangers = new Map<string, number[]>();
  const issues = register.flatMap((row, index) => {
    const site = known.get(row.site);
    if (site !== undefined) return contradictionsOfRow(row, site, index + 1);
    const rows = strangers.get(row.site);
    if (rows === undefined) strangers.set(row.site, [index + 1]);
    else rows.push(index + 1);
    return [];
  });
  return [...issues, ...[...strangers].map(([site, rows]) => notRegistered(site, rows, [...known.keys()]))];
}

function notRegistered(site: string, rows: readonly number[], known: readonly string[]): Issue {
  return siteNotRegistered(`${site} (${counted(rows.length, 'row', 'rows')})`, { site, known, row: Math.min(...rows) });
}

/** A site that the register of sites does not hold, with the names nearest to it. */
export function siteNotRegistered(
  shown: string,
  { site, known, row }: { readonly site: string; readonly known: readonly string[]; readonly row: number },
): Issue {
  const nearest = nearestNames(site, known);
  const message = `The site ${shown} is not in the register of sites. Add it there, or correct its name.${didYouMean(nearest)}`;
  return errorIssue('site-not-registered', { message, detail: { site, nearest }, at: { row, path: 'site' } });
}

function contradictionsOfRow(row: ClientDayRow, site: ReceptionSite, position: number): readonly Issue[] {
  const at = { row: position };
  if (openDays(site, row.month) === 0) return hasCounts(row) ? [whenClosed(row, site, at)] : [];
  const isFirstOrLast = row.month === monthOf(site.opened) || row.month === monthOf(site.closed ?? '');
  return isFirstOrLast ? tooManyPlaceDays(row, site, at) : [];
}

function hasCounts({ clientDays, accommodationNights, placeDays }: ClientDayRow): boolean {
  return [clientDays, accommodationNights, placeDays].some((count) => !count.isZero());
}

function whenClosed({ site, month }: ClientDayRow, { opened, closed }: ReceptionSite, at: Issue['at'] & object): Issue {
  const until = closed === undefined ? '' : ` and closed on ${closed}`;
  const message = `The site ${site} has counts for ${month}; it opened on ${opened}${until}. Correct the month, or the register of sites.`;
  const detail = { site, month, opened, ...(closed === undefined ? {} : { closed }) };
  return errorIssue('client-days-when-closed', { message, detail, at });
}

function tooManyPlaceDays(row: ClientDayRow, site: ReceptionSite, at: Issue['at'] & object): readonly Issue[] {
  const { month, form, placeDays } = row;
  const most = placeDaysKept(site, form, month);
  if (most === undefined || placeDays.lessThanOrEqualTo(most)) return [];
  const detail = { site: site.site, month, form, placeDays: decimalText(placeDays), most: decimalText(most) };
  const days = counted(openDays(site, month), 'day', 'days');
  const message = `${site.site}, ${month}, ${form}: ${detail.placeDays} place-days, but its places give ${detail.most} on the ${days} it was open. Count the days open only.`;
  return [errorIssue('place-days-too-many', { message, detail, at: { ...at, path: 'placeDays' } })];
}
