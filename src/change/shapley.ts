import { floorRatio } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import type { FactorValues, ReadCell } from './decomposition-table.js';

/**
 * The Shapley value of every factor of one cell: the mean, over all n! orders in which the factors can change, of what the
 * product moves by when the factor's turn comes. Rational, without logarithms; zeros need no rule. For two factors it is
 * Das Gupta's (A − a)(B + b) ÷ 2.
 *
 * With s of the other factors already changed there are s!(n − 1 − s)! such orders, so that the mean is
 * (x′ − x) × Σₛ s!(n − 1 − s)! cₛ ÷ n!, where cₛ sums the products of the others with s of them changed.
 */
export function shapleyEffects({ values }: ReadCell): readonly UnroundedPart[] {
  const { pairs, below, exponent } = wholeNumbers(values);
  const orders = factorial(pairs.length);
  return pairs.map((pair) => {
    const others = pairs.filter((other) => other !== pair);
    const mean = others
      .reduce<readonly bigint[]>(timesPair, [1n])
      .reduce((sum, coefficient, s) => sum + coefficient * factorial(s) * factorial(others.length - s), 0n);
    return floorRatio({ above: (pair.after - pair.before) * mean, below: orders * below, exponent });
  });
}

interface Pair {
  readonly before: bigint;
  readonly after: bigint;
}

/** All values as whole numbers over one denominator and one power of ten for each factor; the product's are their products. */
function wholeNumbers(values: readonly FactorValues[]) {
  const pairs = values.map(({ before, after }) => {
    const exponent = Math.min(before.exponent, after.exponent);
    const below = before.below === after.below ? before.below : before.below * after.below;
    return { before: over(before, below, exponent), after: over(after, below, exponent), below, exponent };
  });
  return {
    pairs,
    below: pairs.reduce((whole, pair) => whole * pair.below, 1n),
    exponent: pairs.reduce((sum, pair) => sum + pair.exponent, 0),
  };
}

/** What stands above a denominator, which the ratio's own divides, and a power of ten, which is at most the ratio's own. */
function over(ratio: ExactRatio, below: bigint, exponent: number): bigint {
  return ratio.above * (below / ratio.below) * 10n ** BigInt(ratio.exponent - exponent);
}

/** The polynomial × (before + after·t): its coefficient of tˢ sums the products with s factors changed. */
function timesPair(coefficients: readonly bigint[], { before, after }: Pair): readonly bigint[] {
  const moved = [0n, ...coefficients.map((coefficient) => coefficient * after)];
  const same = [...coefficients.map((coefficient) => coefficient * before), 0n];
  return same.map((value, s) => value + (moved[s] as bigint)); // the two lists are of one length
}

function factorial(n: number): bigint {
  let result = 1n;
  for (let factor = 2; factor <= n; factor += 1) result *= BigInt(factor);
  return result;
}
