import type { Month } from '../calendar/month.js';
import type { Decimal } from '../decimal.js';

/** The forms of accommodation a client can be registered in. */
export const ACCOMMODATION_FORMS = [
  'transit',
  'institution',
  'apartment',
  'minors-unit',
  'municipal-flat',
  'private',
  'detention',
] as const;
export type AccommodationForm = (typeof ACCOMMODATION_FORMS)[number];

/**
 * One month of one site in one form of accommodation. Three different denominators that never mix: persons registered
 * (private accommodation included), persons who slept in accommodation the agency provides, places kept.
 */
export interface ClientDayRow {
  readonly site: string;
  readonly month: Month;
  readonly form: AccommodationForm;
  readonly clientDays: Decimal;
  readonly accommodationNights: Decimal;
  readonly placeDays: Decimal;
}

/** A register of client-days: one row for each site, month and form. */
export type ClientDays = readonly ClientDayRow[];
