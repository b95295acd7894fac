import { z } from 'zod';
import { Decimal, parseDecimal } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { DecimalInput } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, orThrow, programError, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { decimalSchema, readWith, schemaOf } from '../reading.js';
import { shownValue } from '../shown-value.js';
import { UNITS, isBaseUnit, isUnit, unitsOf } from './units.js';
import type { BaseUnit, Dimension, Unit, UnitOf } from './units.js';

/** An exact number and its unit; the unit is part of the type, so that kilograms and tonnes do not add. */
export interface Quantity<U extends Unit = Unit> {
  readonly value: Decimal;
  readonly unit: U;
}

/**
 * A quantity from a number the program itself states. Throws `HiilitaseError` where the number or the unit is not one the
 * library reads; for data use `parseQuantity`.
 *
 * @example quantity('439.35', 'tCO2e')
 */
export function quantity<U extends Unit>(value: DecimalInput, unit: U): Quantity<U> {
  if (!isUnit(unit)) throw programError(`${JSON.stringify(unit)} is not a unit.`);
  return { value: orThrow(parseDecimal(value)), unit };
}

/** A quantity from a Decimal that is already the library's own. */
export function quantityOf<U extends Unit>(value: Decimal, unit: U): Quantity<U> {
  return { value, unit };
}

/** `{ value, unit }` as data, where the unit has to be of one of the given dimensions. Build it once and keep it. */
export function quantitySchema<D extends Dimension>(dimensions: readonly D[]) {
  const unit: z.ZodType<UnitOf<D>> = schemaOf((input) => parseUnit(input, dimensions));
  return z.strictObject({ value: decimalSchema, unit });
}

/**
 * Reads `{ "value": "120000", "unit": "kWh" }` where the unit has to be of one of the given dimensions.
 *
 * Issues: `invalid-number`, `unknown-unit` (a unit nobody knows), `unit-mismatch` (a unit of another dimension),
 * `unknown-key`, `missing-field`.
 */
export function parseQuantity<D extends Dimension>(
  input: unknown,
  dimensions: readonly D[],
): Outcome<Quantity<UnitOf<D>>> {
  return readWith<Quantity<UnitOf<D>>>(quantitySchema(dimensions), input);
}

function parseUnit<D extends Dimension>(input: unknown, dimensions: readonly D[]): Outcome<UnitOf<D>> {
  const unit = shownValue(input);
  if (isBaseUnit(unit) && isOneOf(dimensions, UNITS[unit].dimension)) return success(unit as UnitOf<D>); // as just seen
  const allowed = unitsOf(dimensions);
  if (!isBaseUnit(unit)) return unknownUnit(unit, allowed);
  const message = `The unit ${unit} does not fit here. Use ${allowed.join(', ')}.`;
  return failure(
    errorIssue('unit-mismatch', { message, detail: { from: unit, to: dimensions.join(' or '), allowed } }),
  );
}

function isOneOf(dimensions: readonly Dimension[], dimension: Dimension): boolean {
  return dimensions.includes(dimension);
}

function unknownUnit(unit: string, allowed: readonly BaseUnit[]): Outcome<never> {
  const nearest = nearestNames(unit, allowed);
  const message = `${JSON.stringify(unit)} is not a unit.${didYouMean(nearest)} Units are spelled out and case counts.`;
  return failure(errorIssue('unknown-unit', { message, detail: { unit, nearest } }));
}

/** The exact sum of two quantities of one unit. Other units do not compile, and throw where types were bypassed. */
export function addQuantities<U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return sumQuantities(a.unit, [a, b]);
}

/** The exact sum of any number of quantities; 0 for none. */
export function sumQuantities<U extends Unit>(unit: U, quantities: Iterable<Quantity<NoInfer<U>>>): Quantity<U> {
  return { value: sumOf(valuesOf(unit, quantities)), unit };
}

function* valuesOf(unit: Unit, quantities: Iterable<Quantity>): Iterable<Decimal> {
  for (const { value, unit: other } of quantities) {
    if (other !== unit) throw programError(`A quantity in ${other} cannot be counted among quantities in ${unit}.`);
    yield value;
  }
}

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`. Decimals must not be compared with `<`. */
export function compareQuantities<U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): number {
  if (a.unit !== b.unit) throw programError(`${a.unit} and ${b.unit} cannot be compared.`);
  return a.value.comparedTo(b.value);
}

/** The unit's size in base units of its dimension, exact. */
export function ratioOf(unit: BaseUnit): Decimal {
  return new Decimal(UNITS[unit].ratio);
}
