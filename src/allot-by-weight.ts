import { allotQuanta } from './allot-quanta.js';
import { decimalOfQuanta } from './decimal-words.js';
import type { Decimal } from './decimal.js';
import { flooredQuotient, powerOfTen, ratioOfDecimal, roundedQuanta } from './exact-ratio.js';
import { programError } from './outcome.js';

/**
 * Parts a whole in proportion to weights: part = whole × weight ÷ sum of the weights. Parts are rounded down to 10⁻¹², and the
 * quanta that are then missing go one each to the largest remainders, ties to the earlier part, so that they add up to the
 * whole digit for digit. The whole has at most 12 decimals; weights are not negative. Throws where all of them are zero.
 *
 * @example allotByWeight(new Decimal(10), [new Decimal(1), new Decimal(2)])   // 3.333333333333 and 6.666666666667
 */
export function allotByWeight(whole: Decimal, weights: readonly Decimal[]): readonly Decimal[] {
  const shares = wholeNumbers(weights);
  const all = shares.reduce((sum, share) => sum + share, 0n);
  if (all === 0n) throw programError('Something is parted by weights, and all of them are zero.');
  const quanta = roundedQuanta(ratioOfDecimal(whole));
  const parts = shares.map((share) => {
    const { whole: floor, rest } = flooredQuotient(quanta * share, all);
    return { quanta: floor, rest };
  });
  return allotQuanta(parts, quanta).map(decimalOfQuanta);
}

/** Weights in one measure, so that their remainders can be compared. */
function wholeNumbers(weights: readonly Decimal[]): readonly bigint[] {
  const ratios = weights.map(ratioOfDecimal);
  const least = Math.min(...ratios.map(({ exponent }) => exponent));
  return ratios.map(({ above, exponent }) => above * powerOfTen(exponent - least));
}
