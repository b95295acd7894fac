import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { periodShape } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { nonNegativeQuantitySchema } from '../quantity/non-negative-quantity.js';
import type { Dimension } from '../quantity/units.js';
import { textSchema } from '../reading.js';

/** How a figure was come by; an estimated or assumed activity is a warning on the inventory. */
export const ACTIVITY_BASES = ['measured', 'estimated', 'assumed'] as const;

/** What every activity can say of itself, whatever its kind. */
export interface CommonFields {
  /** Unique within a call. */
  readonly id: string;
  readonly site?: string | undefined;
  readonly supplier?: string | undefined;
  /** The document the figure was read from: an invoice, a bill, a statement. */
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly basis?: (typeof ACTIVITY_BASES)[number] | undefined;
  /** The part of the organisation it belongs to, where the boundary names operations that are not wholly its own. */
  readonly operation?: string | undefined;
}

/** When it happened: on one date, or over a period with both ends included; exactly one of the two. */
export type Timing =
  | { readonly date: CalendarDate; readonly period?: undefined }
  | { readonly period: ReportingPeriod; readonly date?: undefined };

/** The fields of `CommonFields` and `Timing` as data. That only one of date and period is given is checked by the reader. */
export const commonShape = {
  id: textSchema,
  date: z.optional(calendarDateSchema),
  period: z.optional(periodShape),
  site: z.optional(textSchema),
  supplier: z.optional(textSchema),
  reference: z.optional(textSchema),
  note: z.optional(textSchema),
  tags: z.optional(z.array(textSchema)),
  basis: z.optional(z.enum(ACTIVITY_BASES)),
  operation: z.optional(textSchema),
};

/** Who holds the energy contract: decides between scope 2 (or 1) and scope 3, upstream leased assets. */
export const CONTRACT_HOLDERS = ['reporter', 'landlord'] as const;
export type ContractHolder = (typeof CONTRACT_HOLDERS)[number];

/** The days an activity covers, both ends included. */
export function spanOf(activity: Timing): ReportingPeriod {
  return activity.period ?? { from: activity.date, to: activity.date };
}

/** Whether a part of an activity's days is all of them. */
export function isWhole({ date, period }: Timing, part: ReportingPeriod): boolean {
  if (period === undefined) return part.from === date && part.to === date;
  return part.from === period.from && part.to === period.to;
}

/** An amount in a unit of the given dimensions, zero or more. Only purchases may be negative. */
export function amountSchema<D extends Dimension>(...dimensions: readonly D[]) {
  return nonNegativeQuantitySchema(dimensions);
}
