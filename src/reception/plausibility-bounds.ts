import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { nonNegativeDecimalSchema, readWith, textSchema } from '../reading.js';

/** The ratios that can be held against bounds. Energy is purchased energy, euros are without VAT. */
export const PLAUSIBLE_RATIOS = [
  'kWh/square-metre-year',
  'kWh/accommodation-night',
  'EUR/accommodation-night',
  'kgCO2e/EUR',
] as const;
export type PlausibleRatio = (typeof PLAUSIBLE_RATIOS)[number];

/** What the caller holds to be plausible: from `atLeast` to `atMost`, both included; one of them at least. */
export interface PlausibilityBound {
  readonly ratio: PlausibleRatio;
  readonly atLeast?: Decimal | undefined;
  readonly atMost?: Decimal | undefined;
  /** Printed with every finding: where the bound comes from. */
  readonly why?: string | undefined;
}

/** `PlausibilityBound` as data. */
export const plausibilityBoundSchema = z.strictObject({
  ratio: z.enum(PLAUSIBLE_RATIOS),
  atLeast: z.optional(nonNegativeDecimalSchema),
  atMost: z.optional(nonNegativeDecimalSchema),
  why: z.optional(textSchema),
});

/**
 * Reads plausibility bounds. None has a default. Every row, every fault; `at.row` is the 1-based position.
 *
 * Issues: `unknown-key`, `missing-field` (also for a bound with neither end), `invalid-value` (also for ends the wrong way
 * round), `invalid-number`.
 *
 * @example parsePlausibilityBounds([{ ratio: 'kWh/square-metre-year', atLeast: '50', atMost: '400', why: 'own readings of 2019' }])
 */
export function parsePlausibilityBounds(rows: readonly unknown[]): Outcome<readonly PlausibilityBound[]> {
  return collect(rows.map((row, index) => located(parseBound(row), { row: index + 1 })));
}

function parseBound(row: unknown): Outcome<PlausibilityBound> {
  const read = readWith<PlausibilityBound>(plausibilityBoundSchema, row);
  if (!read.ok) return read;
  return outcomeOf(faultsOf(read.value), () => read.value);
}

function faultsOf({ ratio, atLeast, atMost }: PlausibilityBound): readonly Issue[] {
  if (atLeast === undefined && atMost === undefined) {
    const message = `The bound of ${ratio} has neither atLeast nor atMost. Without one there is nothing to hold a figure against.`;
    return [errorIssue('missing-field', { message, detail: { field: 'atMost' }, at: { path: 'atMost' } })];
  }
  if (atLeast === undefined || atMost === undefined || atLeast.lessThanOrEqualTo(atMost)) return [];
  const value = atMost.toFixed();
  const message = `The bound of ${ratio} ends at ${value}, below where it begins (${atLeast.toFixed()}). Are they swapped?`;
  const detail = { value, expected: `at least ${atLeast.toFixed()}`, nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path: 'atMost' } })];
}
