import { ONE, product } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { Decimal } from '../decimal.js';
import { programError } from '../outcome.js';
import { ratioOf } from './quantity.js';
import type { Quantity } from './quantity.js';
import { UNITS, isBaseUnit } from './units.js';
import type { BaseUnit, DimensionOf, UnitOf } from './units.js';

/**
 * The same amount in another unit of its dimension: value × (base units in `from`) ÷ (base units in `to`), rounded once,
 * half-even, to 12 decimals where it does not divide out (MJ to kWh). Another dimension does not compile; where types
 * were bypassed it throws, since a currency needs a rate and a night needs a register.
 *
 * @example convertQuantity(quantity('80', 'MWh'), 'kWh')   // 80000 kWh
 */
export function convertQuantity<U extends BaseUnit, V extends UnitOf<DimensionOf<U>>>(
  from: Quantity<U>,
  to: V,
): Quantity<V> {
  if (!isBaseUnit(from.unit) || !isBaseUnit(to))
    throw programError(`${from.unit} or ${to as string} is not a unit of the table.`);
  if (UNITS[from.unit].dimension !== UNITS[to].dimension) {
    throw programError(`${from.unit} cannot be converted to ${to}: they measure different things.`);
  }
  return { value: roundedQuotient(product([from.value, ratioOf(from.unit)]), ratioOf(to)), unit: to };
}

/**
 * How many of one unit a unit of the same dimension is, as an exact fraction; in lowest terms where it is a finite
 * decimal (1 MWh = 1000 / 1 kWh), with both ratios to the base unit where it is not (1 MJ = 1 / 3.6 kWh).
 */
export function conversionFraction(
  from: BaseUnit,
  to: BaseUnit,
): { readonly numerator: Decimal; readonly denominator: Decimal } {
  const numerator = ratioOf(from);
  const denominator = ratioOf(to);
  const quotient = roundedQuotient(numerator, denominator);
  const divides = product([quotient, denominator]).equals(numerator);
  return divides ? { numerator: quotient, denominator: ONE } : { numerator, denominator };
}
