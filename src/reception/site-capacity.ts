import { addDays } from '../calendar/calendar-date.js';
import { daysIn, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, product, sumOf } from '../decimal.js';
import type { AccommodationForm } from './client-days.js';
import type { ReceptionSite } from './site-register.js';

/** The days of a period on which a site was open, opening and closing day included; `undefined` where there are none. */
export function openPeriod({ opened, closed }: ReceptionSite, period: ReportingPeriod): ReportingPeriod | undefined {
  return opened > period.to ? undefined : sharedPeriod({ from: opened, to: closed ?? period.to }, period);
}

/** The number of those days. */
export function openDays(site: ReceptionSite, period: ReportingPeriod): number {
  const open = openPeriod(site, period);
  return open === undefined ? 0 : daysIn(open);
}

/**
 * Places × days on which they were kept, exact: an entry holds from its day until the next one of its form or the closing
 * of the site; before the first entry none are kept. `undefined` where the site states no places of the form, which is not zero.
 */
export function placeDaysKept(
  site: ReceptionSite,
  form: AccommodationForm,
  period: ReportingPeriod,
): Decimal | undefined {
  const entries = site.places.filter((entry) => entry.form === form);
  if (entries.length === 0) return undefined;
  const open = openPeriod(site, period);
  if (open === undefined) return sumOf([]);
  return sumOf(
    entries.map(({ from, places }, index) => {
      const next = entries[index + 1];
      const until = next === undefined || next.from > open.to ? open.to : addDays(next.from, -1);
      const kept = from > until ? undefined : sharedPeriod({ from, to: until }, open);
      return product([places, new Decimal(kept === undefined ? 0 : daysIn(kept))]);
    }),
  );
}
