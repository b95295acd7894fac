import { dateOfNumber } from '../calendar/day-number.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { ReceptionSite } from './site-register.js';

/** The issue `invalid-period` of a stay that ends before it begins. */
export function departureBeforeArrival(arrival: number, departure: number): Issue {
  const detail = { from: dateOfNumber(arrival), to: dateOfNumber(departure) };
  const message = `The departure (${detail.to}) stands before the arrival (${detail.from}). Are the columns swapped?`;
  return errorIssue('invalid-period', { message, detail, at: { path: 'departure' } });
}

/** The issue `stay-when-closed`: its first night before the opening, or its last one after the closing day. */
export function stayWhenClosed(
  { site, opened, closed }: ReceptionSite,
  arrival: number,
  departure: number | undefined,
): Issue {
  const from = dateOfNumber(arrival);
  const to = departure === undefined ? undefined : dateOfNumber(departure);
  const stay = to === undefined ? `from ${from} without a departure` : `from ${from} to ${to}`;
  const until = closed === undefined ? '' : ` and closed on ${closed}`;
  const message = `A stay ${stay} at the site ${site}, which opened on ${opened}${until}. Correct its days, or the register of sites.`;
  const ends = { ...(to === undefined ? {} : { departure: to }), ...(closed === undefined ? {} : { closed }) };
  const path = from < opened ? 'arrival' : 'departure';
  return errorIssue('stay-when-closed', { message, detail: { site, arrival: from, opened, ...ends }, at: { path } });
}
