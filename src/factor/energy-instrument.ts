import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { reportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { locateIssue } from '../issue.js';
import { collect, failureOf, located } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeQuantitySchema } from '../quantity/non-negative-quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { GWP_SETS } from '../quantity/warming-potential.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import { nonNegativeDecimalSchema, readWith, textSchema } from '../reading.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';

/** The kinds of contractual instrument, in the order in which the standard lets them count. */
export const INSTRUMENT_KINDS = ['certificate', 'contract', 'supplier-rate'] as const;

/** The energies an instrument can stand for, and the kind of activity that consumes them. */
export const INSTRUMENT_ENERGIES = ['electricity', 'heat', 'cooling', 'steam'] as const;

/** A claim to energy of a stated origin: a cancelled certificate, a contract, a supplier's rate. */
export interface EnergyInstrument {
  readonly id: string;
  readonly kind: (typeof INSTRUMENT_KINDS)[number];
  readonly energy: (typeof INSTRUMENT_ENERGIES)[number];
  /** The grid or network it holds in: the activities' `grid` or `network`. */
  readonly market: string;
  /** The sites it holds for; absent: all of the market. */
  readonly sites?: readonly string[] | undefined;
  /** How much it covers; absent: everything on its days, as a supplier's rate does. */
  readonly amount?: Quantity<UnitOf<'energy'>> | undefined;
  /** Kilograms of CO2e per kWh; zero is a value. */
  readonly co2e: Decimal;
  readonly gwp: GwpSet | 'not-stated';
  /** First and last day of consumption it covers, both included. */
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  /** The Scope 2 Quality Criteria: `met`, or those that are not; an instrument that misses one covers nothing. */
  readonly qualityCriteria: 'met' | readonly string[];
  readonly source: Source;
}

/** `EnergyInstrument` as data. */
export const energyInstrumentSchema = z.strictObject({
  id: textSchema,
  kind: z.enum(INSTRUMENT_KINDS),
  energy: z.enum(INSTRUMENT_ENERGIES),
  market: textSchema,
  sites: z.optional(z.array(textSchema).min(1)),
  amount: z.optional(nonNegativeQuantitySchema(['energy'])),
  co2e: nonNegativeDecimalSchema,
  gwp: z.enum([...GWP_SETS, 'not-stated']),
  validFrom: calendarDateSchema,
  validTo: calendarDateSchema,
  qualityCriteria: z.union([z.literal('met'), z.array(textSchema).min(1)]),
  source: sourceSchema,
});

/**
 * Reads contractual instruments for purchased energy. Every row, every fault; `at.row` is the 1-based position.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`, `invalid-period`,
 * `unknown-unit`, `unit-mismatch`, `negative-amount`, `duplicate-id`.
 *
 * @see GHG Protocol, Scope 2 Guidance, chapter 7 (Quality Criteria)
 */
export function parseInstruments(rows: readonly unknown[]): Outcome<readonly EnergyInstrument[]> {
  const read = collect(rows.map((row, index) => located(parseInstrument(row), { row: index + 1 })));
  const repeated = duplicateIds(rows);
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

function parseInstrument(row: unknown): Outcome<EnergyInstrument> {
  const read = readWith<EnergyInstrument>(energyInstrumentSchema, row);
  if (!read.ok) return read;
  const order = reportingPeriod(read.value.validFrom, read.value.validTo);
  return order.ok ? read : failureOf(order.issues.map((issue) => locateIssue(issue, { path: 'validTo' })));
}
