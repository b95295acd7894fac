import { monthsOf } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ZERO } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDayRow, ClientDays } from './client-days.js';
import { sumClientDays } from './sum-client-days.js';

/** Places kept, and how many of them were not slept in. */
export interface Readiness {
  readonly placeDays: Quantity<'place-day'>;
  /** Places kept and not slept in: place-days − nights, counted for each site, month and form that has more places than nights. */
  readonly emptyPlaceDays: Quantity<'place-day'>;
  /** Nights beyond the places kept, counted likewise; an empty place of one site never makes up for a crowded other one. */
  readonly crowdedNights: Quantity<'accommodation-night'>;
  /** Empty place-days ÷ place-days, half-even to 12 decimals; absent where no places are kept. */
  readonly share?: Decimal;
}

/**
 * The empty capacity of a period of whole months: places are kept for those who may come, and they are heated and paid for
 * whether slept in or not. Forms in which the agency keeps no places (private accommodation) have none to be empty.
 *
 * placeDays − emptyPlaceDays + crowdedNights = nights in forms with and without places, digit for digit.
 *
 * Issues: those of `sumClientDays`.
 *
 * @example readinessOf(register, calendarYear(2021))
 */
export function readinessOf(register: ClientDays, period: ReportingPeriod): Outcome<Readiness> {
  const kept = sumClientDays(register, { period, per: 'place-day' });
  if (!kept.ok) return kept;
  const months = new Set(monthsOf(period));
  const rows = register.filter(({ month }) => months.has(month));
  const empty = sumOf(rows.map((row) => positive(emptyPlaces(row))));
  const crowded = sumOf(rows.map((row) => positive(emptyPlaces(row).negated())));
  const places = kept.value.value;
  return success({
    placeDays: kept.value,
    emptyPlaceDays: quantityOf(empty, 'place-day'),
    crowdedNights: quantityOf(crowded, 'accommodation-night'),
    ...(places.isZero() ? {} : { share: roundedQuotient(empty, places) }),
  });
}

function emptyPlaces({ placeDays, accommodationNights }: ClientDayRow): Decimal {
  return placeDays.minus(accommodationNights);
}

function positive(value: Decimal): Decimal {
  return value.greaterThan(0) ? value : ZERO;
}
