import type { Outcome } from '../outcome.js';
import type { FoldedStays, FoldStaysOptions } from './folded-stays.js';
import { stayCounter } from './stay-counter.js';

/**
 * Counts client-days, accommodation-nights and place-days from stays: a register for `sumClientDays` and all that is stated
 * per day. Streams; memory grows with sites, forms and months, not with stays.
 *
 * Nights are counted: the night of the day of arrival counts, that of the day of departure does not, so that a stay that
 * goes on elsewhere is counted once each night. Nights are cut at the ends of months and of the period. Client-days are all
 * nights; accommodation-nights those of forms that the agency provides: not `private`, and `municipal-flat` as stated;
 * place-days are places × days on which they were kept. A stay without departure goes on at the end of the period.
 * The last night of a site is that of its closing day. Stays that overlap are not found: the persons are not known.
 *
 * Issues: those of `stayCounter`; with the row of the stay `unknown-key`, `missing-field`, `invalid-value`, `invalid-date`,
 * `invalid-period` (departure before arrival), `site-not-registered`, `stay-when-closed`, `more-issues` past 1 000;
 * `places-missing` for a form with stays and without stated places. Warnings: `client-days-missing`,
 * `nights-above-places`, `client-days-only-grow` (departures that nobody entered make such a register).
 *
 * @example
 * const folded = orThrow(await foldStays(stays, { period: calendarYear(2021), sites, municipalFlats: 'included' }));
 * sumClientDays(folded.register, { period: calendarYear(2021), per: 'client-day' });
 */
export async function foldStays(
  stays: Iterable<unknown> | AsyncIterable<unknown>,
  options: FoldStaysOptions,
): Promise<Outcome<FoldedStays>> {
  const counter = stayCounter(options);
  if (!counter.ok) return counter;
  const { count, folded } = counter.value;
  if (Symbol.asyncIterator in stays) for await (const stay of stays) count(stay);
  // Waiting for each record of a list would take longer than counting it.
  else for (const stay of stays) count(stay);
  return folded();
}
