import { allotQuanta, ofQuanta } from './allot-quanta.js';
import { ONE, sumOf } from './decimal.js';
import type { Decimal } from './decimal.js';
import { UNITY, floorRatio, ratioTimes, wholeQuanta } from './exact-ratio.js';
import { programError } from './outcome.js';

/**
 * Parts a whole in proportion to weights: part = whole × weight ÷ sum of the weights. Parts are rounded down to 10⁻¹², and the
 * quanta that are then missing go one each to the largest remainders, ties to the earlier part, so that they add up to the
 * whole digit for digit. The whole has at most 12 decimals; weights are not negative. Throws where all of them are zero.
 *
 * @example allotByWeight(new Decimal(10), [new Decimal(1), new Decimal(2)])   // 3.333333333333 and 6.666666666667
 */
export function allotByWeight(whole: Decimal, weights: readonly Decimal[]): readonly Decimal[] {
  const all = sumOf(weights);
  if (all.isZero()) throw programError('Something is parted by weights, and all of them are zero.');
  const parts = weights.map((weight) => floorRatio(ratioTimes(ratioTimes(UNITY, whole, all), weight, ONE)));
  return allotQuanta(parts, wholeQuanta(whole)).map(ofQuanta);
}
