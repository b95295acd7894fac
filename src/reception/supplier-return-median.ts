import { Decimal, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';

/** above ÷ below, not divided out, so that comparisons and means of it are exact. */
export interface Fraction {
  readonly above: Decimal;
  /** Above zero. */
  readonly below: Decimal;
}

/** The middle of fractions in ascending order, or the mean of the middle two; exact. `undefined` for none. */
export function medianOf(fractions: readonly Fraction[]): Fraction | undefined {
  const inOrder = [...fractions].sort(compareFractions);
  const middle = inOrder.slice(Math.ceil(inOrder.length / 2) - 1, Math.floor(inOrder.length / 2) + 1);
  const [lower] = middle;
  if (lower === undefined) return undefined;
  const [, upper = lower] = middle;
  const sum = sumOf([product([lower.above, upper.below]), product([upper.above, lower.below])]);
  return lower === upper ? lower : { above: sum, below: product([new Decimal(2), lower.below, upper.below]) };
}

function compareFractions(a: Fraction, b: Fraction): number {
  return product([a.above, b.below]).comparedTo(product([b.above, a.below]));
}
