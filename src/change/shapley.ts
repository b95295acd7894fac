import { flooredQuotient, inQuanta, powerOfTen } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import type { FactorValues, ReadCell } from './read-cell.js';
import { meansOfOthers } from './means-of-others.js';
import type { Line } from './means-of-others.js';

/**
 * The Shapley value of every factor of one cell: the mean, over all n! orders in which the factors can change, of what the
 * product moves by when the factor's turn comes. Rational, without logarithms; zeros need no rule. For two factors it is
 * Das Gupta's (A − a)(B + b) ÷ 2.
 *
 * With s of the other factors already changed there are s!(n − 1 − s)! such orders, so that the mean is
 * (x′ − x) × Σₛ s!(n − 1 − s)! cₛ ÷ n!, where cₛ sums the products of the others with s of them changed. The weights are the
 * integrals of tˢ(1 − t)ⁿ⁻¹⁻ˢ from 0 to 1: the mean is (x′ − x) times the mean of the product of the others while all of
 * them move evenly from before to after. A factor that stays is taken out of it.
 */
export function shapleyEffects({ values }: ReadCell): readonly UnroundedPart[] {
  const { lines, same, below, exponent } = wholeNumbers(values);
  const { means, divisor } = meansOfOthers(lines.filter(({ slope }) => slope !== 0n));
  // x′ − x is twice the slope of its line.
  const scale = inQuanta({ above: 2n * same, below: below * divisor, exponent });
  let moving = 0;
  return lines.map(({ slope }) => {
    if (slope === 0n) return NOTHING;
    const mean = means[moving] as bigint; // one for each line with a slope
    moving += 1;
    const { whole, rest } = flooredQuotient(slope * mean * scale.dividend, scale.divisor);
    return { quanta: whole, rest };
  });
}

const NOTHING: UnroundedPart = { quanta: 0n, rest: 0n };

/**
 * All values as whole numbers over one denominator and one power of ten for each factor. Of those that move half the sum and
 * half the difference, without the halves: the denominator counts them. The others are multiplied.
 */
function wholeNumbers(values: readonly FactorValues[]) {
  let [same, below, exponent] = [1n, 1n, 0];
  const lines = values.map((value): Line => {
    const { first, last, under, power } = overOne(value);
    exponent += power;
    if (under !== 1n) below *= under;
    if (first === last) same *= first;
    else below *= 2n;
    return { middle: first + last, slope: last - first };
  });
  return { lines, same, below, exponent };
}

/** Both values of a factor over one denominator and one power of ten. */
function overOne({ before, after }: FactorValues) {
  const power = Math.min(before.exponent, after.exponent);
  const under = before.below === after.below ? before.below : before.below * after.below;
  return { first: over(before, under, power), last: over(after, under, power), under, power };
}

/** What stands above a denominator, which the ratio's own divides, and a power of ten, which is at most the ratio's own. */
function over({ above, below, exponent }: ExactRatio, under: bigint, power: number): bigint {
  const whole = exponent === power ? above : above * powerOfTen(exponent - power);
  return below === under ? whole : whole * (under / below);
}
