import { didYouMean, nearestNames } from '../nearest.js';
import { errorIssue } from '../issue.js';
import { failure } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quotedValue, shownValue } from '../shown-value.js';
import { parseCalendarDate } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How an instant is read. */
export interface DayOfInstantOptions {
  /** The zone whose days are counted, as `Europe/Helsinki`. */
  readonly zone: string;
  /** `moment`: the day it lies in. `end`: the day that it ends; midnight, also written 24:00, ends the day before. */
  readonly as: 'moment' | 'end';
}

/**
 * The calendar day of an instant in a zone: `2024-12-31T22:00:00Z` is the first day of 2025 in Helsinki. Written
 * `yyyy-MM-ddTHH:mm`, with seconds and an offset (`Z`, `+02:00`) or without; without one it is the time on the clocks of the
 * zone, which has to have been there once: an hour left out in spring is refused, and one that came twice in autumn needs its
 * offset. Zones and their changes are the platform's (`Intl`).
 *
 * Issues: `invalid-date` (also `no-such-time` and `time-came-twice`), `invalid-value` (an unknown zone).
 *
 * @example dayOfInstant('2024-12-31T22:00:00Z', { zone: 'Europe/Helsinki', as: 'moment' })  // 2025-01-01
 */
export function dayOfInstant(input: unknown, { zone, as }: DayOfInstantOptions): Outcome<CalendarDate> {
  const clock = clockOf(zone);
  if (clock === undefined) return unknownZone(zone);
  const [, date, hours = '', minutes = '', seconds = '00', offset] =
    typeof input === 'string' ? (INSTANT.exec(input) ?? []) : [];
  if (date === undefined) return instantIssue(input, typeof input === 'string' ? 'syntax' : 'type');
  const day = parseCalendarDate(date);
  if (!day.ok) return day;
  const isMidnight = `${hours}:${minutes}:${seconds}` === '24:00:00' && as === 'end';
  if (!isMidnight && (hours > '23' || minutes > '59' || seconds > '59')) return instantIssue(input, 'syntax');
  const local =
    Date.parse(`${date}T00:00:00Z`) + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1_000;
  const instants = offset === undefined ? instantsOf(local, clock) : [local - offsetOf(offset)];
  const [instant, other] = instants;
  if (instant === undefined) return instantIssue(input, 'no-such-time');
  if (other !== undefined) return instantIssue(input, 'time-came-twice');
  const within = as === 'end' ? instant - 1 : instant;
  return parseCalendarDate(new Date(within + offsetAt(within, clock)).toISOString().slice(0, 10));
}

type Clock = InstanceType<typeof Intl.DateTimeFormat>;

/** What the clocks of a zone show, or nothing where the platform does not know it. */
function clockOf(timeZone: string): Clock | undefined {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...parts, second: 'numeric' });
  } catch {
    return undefined;
  }
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, clock: Clock): number {
  const second = Math.floor(instant / 1_000) * 1_000;
  const shown = new Map(clock.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, seconds = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((part) => shown.get(part));
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

/** The instants at which the clocks of a zone show a time: none, one or two. Offsets change at most once within a day. */
function instantsOf(local: number, clock: Clock): readonly number[] {
  const offsets = new Set([local - DAY, local + DAY].map((around) => offsetAt(around, clock)));
  return [...offsets].map((offset) => local - offset).filter((instant) => instant + offsetAt(instant, clock) === local);
}

function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const size = Number(offset.slice(1, 3)) * HOUR + Number(offset.slice(4)) * MINUTE;
  return offset.startsWith('-') ? -size : size;
}

const NEXT_STEP = {
  type: "Pass a text such as '2021-05-04T12:00:00Z'.",
  syntax: 'Write it as 2021-05-04T12:00:00Z or 2021-05-04T15:00:00+03:00; 24:00 is only an end.',
  'no-such-time': 'The clocks of the zone were put forward over that time.',
  'time-came-twice': 'The clocks of the zone were put back over that time: give its offset.',
} as const;

function instantIssue(input: unknown, reason: keyof typeof NEXT_STEP): Outcome<never> {
  const message = `${quotedValue(input)} is not an instant. ${NEXT_STEP[reason]}`;
  return failure(errorIssue('invalid-date', { message, detail: { value: shownValue(input), reason } }));
}

function unknownZone(zone: string): Outcome<never> {
  const nearest = nearestNames(zone, Intl.supportedValuesOf('timeZone'));
  const message = `${quotedValue(zone)} is not a time zone of this platform.${didYouMean(nearest)}`;
  const detail = { value: shownValue(zone), expected: 'a zone such as Europe/Helsinki', nearest };
  return failure(errorIssue('invalid-value', { message, detail, at: { path: 'zone' } }));
}
