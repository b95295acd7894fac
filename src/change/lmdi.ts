import { flooredQuotient, inQuanta } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import { hasZero } from './cell-products.js';
import type { CellProducts } from './cell-products.js';
import { certainEffects } from './certain-effects.js';
import type { FixedLogarithm } from './fixed-logarithm.js';
import { effectsToSixtyDigits } from './lmdi-sixty-digits.js';
import type { FactorValues, ReadCell } from './read-cell.js';

/**
 * The additive LMDI-I effects of one cell: L(V′, V) × ln(x′ ÷ x) for every factor, where L is the logarithmic mean,
 * L(a, b) = (a − b) ÷ (ln a − ln b) and L(a, a) = a. They sum to V′ − V without a residual. As rounded as with 60 digits:
 * fewer are used where it is certain that more would change nothing.
 *
 * A part that appears or vanishes has no logarithm. By the analytical limit its whole change belongs to the factor that is
 * zero on one side, and is shared alike where several are; the other factors get nothing.
 *
 * @see Ang (2005), The LMDI approach to decomposition analysis; Ang, Zhang & Choi (1998), table 2, for the limits
 */
export function lmdiEffects(
  { values }: ReadCell,
  products: CellProducts,
  logarithmOf: FixedLogarithm,
): readonly UnroundedPart[] {
  if (hasZero(products)) return limitEffects(values, products);
  return certainEffects(values, products, logarithmOf) ?? effectsToSixtyDigits(values, products);
}

function limitEffects(values: readonly FactorValues[], { change }: CellProducts): readonly UnroundedPart[] {
  const side = values.map(({ before, after }) => (change.above < 0n ? after : before));
  const nothing = { quanta: 0n, rest: 0n };
  if (change.above === 0n) return side.map(() => nothing);
  const zeros = side.filter(({ above }) => above === 0n).length;
  const { dividend, divisor } = inQuanta(change);
  const { whole, rest } = flooredQuotient(dividend, divisor * BigInt(zeros));
  return side.map(({ above }) => (above === 0n ? { quanta: whole, rest } : nothing));
}
