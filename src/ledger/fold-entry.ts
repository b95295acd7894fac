import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Decimal } from '../decimal.js';
import type { PostedUnder } from './posting.js';

/** What a fold adds at once: one posting, or postings of one month that one rule and one table of sites hold for. */
export interface FoldEntry {
  readonly posting: PostedUnder;
  /** The day of the posting, or the first one of several. */
  readonly date: CalendarDate;
  /** The last day, where there are several; in the same month. */
  readonly last?: CalendarDate;
  readonly rows: number;
  readonly amount: Decimal;
}
