import { firstDayOfMonth, monthOfDay, numberOfDay } from '../calendar/day-number.js';
import type { Month } from '../calendar/month.js';
import { Decimal, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { DaysOfRow } from './client-day-warnings.js';
import type { AccommodationForm } from './client-day-row.js';
import type { ReceptionSite, SiteRegister } from './site-register.js';

/** Days as numbers, from the first to the one after the last; none where that is no later one. */
interface DaySpan {
  readonly from: number;
  readonly until: number;
}

function monthSpan(month: Month): DaySpan {
  const from = numberOfDay(`${month}-01`);
  return { from, until: firstDayOfMonth(monthOfDay(from) + 1) };
}

/** The days of a month on which a site was open, opening and closing day included. */
function openSpan({ opened, closed }: ReceptionSite, month: Month): DaySpan {
  const { from, until } = monthSpan(month);
  const closedAfter = closed === undefined ? until : numberOfDay(closed) + 1;
  return { from: Math.max(from, numberOfDay(opened)), until: Math.min(until, closedAfter) };
}

function lengthOf({ from, until }: DaySpan): number {
  return Math.max(0, until - from);
}

/** The number of days of a month on which a site was open. */
export function openDays(site: ReceptionSite, month: Month): number {
  return lengthOf(openSpan(site, month));
}

/** The days of a row's month, of a known site those on which it was open: half a month is no small one. */
export function daysOpenOf(sites: SiteRegister): DaysOfRow {
  const known = new Map(sites.map((site) => [site.site, site]));
  return ({ site: name, month }) => {
    const site = known.get(name);
    return site === undefined ? lengthOf(monthSpan(month)) : openDays(site, month);
  };
}

/**
 * Places × days of a month on which they were kept, exact: an entry holds from its day until the next one of its form or the
 * closing of the site; before the first entry none are kept. `undefined` where the site states no places of the form, which
 * is not zero.
 */
export function placeDaysKept(site: ReceptionSite, form: AccommodationForm, month: Month): Decimal | undefined {
  const entries = site.places.filter((entry) => entry.form === form);
  if (entries.length === 0) return undefined;
  const open = openSpan(site, month);
  return sumOf(
    entries.map(({ from, places }, index) => {
      const next = entries[index + 1];
      const until = next === undefined ? open.until : Math.min(open.until, numberOfDay(next.from));
      const days = lengthOf({ from: Math.max(open.from, numberOfDay(from)), until });
      return product([places, new Decimal(days)]);
    }),
  );
}
