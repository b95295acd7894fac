import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { dayNumber, numberOfDay } from '../calendar/day-number.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from './client-day-row.js';
import type { AccommodationForm } from './client-day-row.js';

/** One client in one form of accommodation at one site, from the day of arrival to the day of departure. */
export interface Stay {
  readonly site: string;
  readonly form: AccommodationForm;
  readonly arrival: CalendarDate;
  /** The day of leaving, whose night is not slept there; absent: still there at the end of the period. */
  readonly departure?: CalendarDate | undefined;
  /** May stand there, and is not used. */
  readonly id?: string | undefined;
}

/** `Stay` as data. */
export const staySchema = z.strictObject({
  site: textSchema,
  form: z.enum(ACCOMMODATION_FORMS),
  arrival: calendarDateSchema,
  departure: z.optional(calendarDateSchema),
  id: z.optional(textSchema),
});

/** A stay with its days as numbers, as `dayNumber` gives them. */
export interface NumberedStay {
  readonly site: string;
  /** The place of the form in `ACCOMMODATION_FORMS`. */
  readonly form: number;
  readonly arrival: number;
  readonly departure: number | undefined;
}

const FORM_NUMBERS: ReadonlyMap<unknown, number> = new Map(ACCOMMODATION_FORMS.map((form, index) => [form, index]));

interface Fields {
  readonly site?: unknown;
  readonly form?: unknown;
  readonly arrival?: unknown;
  readonly departure?: unknown;
  readonly id?: unknown;
}

/**
 * Reads a stay that is right at first sight, with whole numbers alone: records come by the million. `undefined` says nothing
 * against a record; `parseStay` then decides, and names what is wrong.
 */
export function readStay(input: unknown): NumberedStay | undefined {
  if (typeof input !== 'object' || input === null || !hasKnownKeys(input)) return undefined;
  const { site, form, arrival, departure, id }: Fields = input;
  const formNumber = FORM_NUMBERS.get(form);
  const from = dayNumber(arrival);
  const to = dayNumber(departure);
  if (formNumber === undefined || from === undefined || (to === undefined && departure !== undefined)) return undefined;
  if (!isPlain(site) || (id !== undefined && !isPlain(id))) return undefined;
  return { site, form: formNumber, arrival: from, departure: to };
}

function hasKnownKeys(input: object): boolean {
  for (const key in input) {
    if (key !== 'site' && key !== 'form' && key !== 'arrival' && key !== 'departure' && key !== 'id') return false;
  }
  return true;
}

/** Text of visible ASCII signs, which every name may be made of; there are other names too. */
function isPlain(text: unknown): text is string {
  if (typeof text !== 'string' || text === '') return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}

/**
 * Reads a stay of whatever kind.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-date`.
 */
export function parseStay(input: unknown): Outcome<NumberedStay> {
  const read = readWith<Stay>(staySchema, input);
  if (!read.ok) return read;
  const { site, form, arrival, departure } = read.value;
  return success({
    site,
    form: ACCOMMODATION_FORMS.indexOf(form),
    arrival: numberOfDay(arrival),
    departure: departure === undefined ? undefined : numberOfDay(departure),
  });
}
