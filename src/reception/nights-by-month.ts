import { firstDayOfMonth, monthOfDay } from '../calendar/day-number.js';

/**
 * Nights of many stays by month, at a fixed cost for each stay however long it is. A stay begins and ends: until a day that
 * lies `offset` days into month k, a person has spent all nights of the months before k, `offset` nights of k, and none later.
 * So a month's nights are the difference of what its ends and its beginnings add up to. Whole numbers throughout.
 */
export interface NightsByMonth {
  readonly firstMonth: number;
  /** For each month: ends in it less beginnings in it. The last entry is the month after the last. */
  readonly ends: Float64Array;
  /** For each month: the days of the month before its ends less those before its beginnings. */
  readonly offsets: Float64Array;
}

/** No nights yet, in so many months from a month's number on. */
export function noNights(firstMonth: number, months: number): NightsByMonth {
  return { firstMonth, ends: new Float64Array(months + 1), offsets: new Float64Array(months + 1) };
}

/** Adds the nights from a day to a later one, which does not count. Both lie in the months or on the day after them. */
export function addNights(nights: NightsByMonth, from: number, to: number): void {
  addEnd(nights, to, 1);
  addEnd(nights, from, -1);
}

function addEnd({ firstMonth, ends, offsets }: NightsByMonth, day: number, sign: 1 | -1): void {
  const month = monthOfDay(day);
  const index = month - firstMonth;
  // One entry for every month, and for the one after: the caller has cut the days.
  ends[index] = (ends[index] as number) + sign;
  offsets[index] = (offsets[index] as number) + sign * (day - firstDayOfMonth(month));
}

/** The nights of each month, in order. */
export function nightsOfMonths({ firstMonth, ends, offsets }: NightsByMonth): readonly number[] {
  let later = 0;
  const nights = [...ends].map((own, index) => ({ own, month: firstMonth + index, offset: offsets[index] as number })); // as many
  return nights
    .reverse()
    .map(({ own, month, offset }) => {
      const whole = later * (firstDayOfMonth(month + 1) - firstDayOfMonth(month));
      later += own;
      return whole + offset;
    })
    .reverse()
    .slice(0, -1);
}
