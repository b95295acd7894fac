import { Decimal, decimalText, product } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { schemaOf } from '../reading.js';
import { shownValue } from '../shown-value.js';

/** How many decimals a whole number of minor units stands for. */
export const MINOR_UNIT_SCALES = [0, 1, 2, 3, 4, 5, 6] as const;
export type MinorUnitScale = (typeof MINOR_UNIT_SCALES)[number];

/** A scale of minor units inside a larger schema; drivers give it as a number, a bigint or text. */
export const minorUnitScaleSchema = schemaOf(parseScale);

function parseScale(input: unknown): Outcome<MinorUnitScale> {
  const plain = typeof input === 'string' || typeof input === 'number' || typeof input === 'bigint';
  const scale = MINOR_UNIT_SCALES.find((known) => plain && String(known) === String(input));
  if (scale !== undefined) return success(scale);
  const value = shownValue(input);
  const expected = `a whole number from 0 to ${MINOR_UNIT_SCALES.length - 1}`;
  const message = `${value} is no scale of minor units. Give ${expected}: 2 where amounts are cents.`;
  return failure(errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] } }));
}

/**
 * Whole minor units as an amount of their currency: the point moves, no digit changes.
 *
 * Issues: `invalid-value` (a fraction of a minor unit).
 *
 * @example ofMinorUnits(new Decimal('123450'), 2)  // 1234.5
 */
export function ofMinorUnits(units: Decimal, scale: MinorUnitScale): Outcome<Decimal> {
  if (units.isInteger()) return success(product([units, new Decimal(10).pow(-scale)]));
  const value = decimalText(units);
  const expected = 'a whole number of minor units';
  const message = `${value} is no whole number of minor units. Leave the scale out where amounts are decimals.`;
  const detail = { value, expected, nearest: [] };
  return failure(errorIssue('invalid-value', { message, detail, at: { path: 'amount' } }));
}
