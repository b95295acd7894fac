import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Decimal } from '../decimal.js';
import { positiveDecimalSchema, textSchema } from '../reading.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';

/** What turns litres of a fuel into kilograms and kilograms into energy. All above zero; what is not stated is not guessed. */
export interface FuelProperties {
  /** The key of the fuel's factors. */
  readonly fuel: string;
  /** Kilograms per cubic metre. */
  readonly density?: Decimal | undefined;
  /** Gigajoules per tonne, which are megajoules per kilogram; net is the lower, gross the higher heating value. */
  readonly netCalorificValue?: Decimal | undefined;
  readonly grossCalorificValue?: Decimal | undefined;
  /** First and last day they may be used for, both included. */
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly source: Source;
}

/** `FuelProperties` as data. */
export const fuelPropertiesSchema = z.strictObject({
  fuel: textSchema,
  density: z.optional(positiveDecimalSchema),
  netCalorificValue: z.optional(positiveDecimalSchema),
  grossCalorificValue: z.optional(positiveDecimalSchema),
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema,
  source: sourceSchema,
});
