import { ratioDifference, roundedQuanta } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { FactorValues } from './read-cell.js';

/** What a cell comes to on both sides, exact, and in quanta of 10⁻¹², rounded half-even. */
export interface CellProducts {
  readonly before: ExactRatio;
  readonly after: ExactRatio;
  /** after − before, exact. */
  readonly change: ExactRatio;
  readonly quantaBefore: bigint;
  readonly quantaAfter: bigint;
}

/** The products of the factors of a cell on both sides. */
export function cellProducts(values: readonly FactorValues[]): CellProducts {
  const before = productOf(values, 'before');
  const after = productOf(values, 'after');
  const change = ratioDifference(after, before);
  return { before, after, change, quantaBefore: roundedQuanta(before), quantaAfter: roundedQuanta(after) };
}

/** The product of one side, whose ratios are mostly decimals with nothing below. */
function productOf(values: readonly FactorValues[], side: 'before' | 'after'): ExactRatio {
  let [above, below, exponent] = [1n, 1n, 0];
  for (const value of values) {
    const ratio = value[side];
    above *= ratio.above;
    exponent += ratio.exponent;
    if (ratio.below !== 1n) below *= ratio.below;
  }
  return { above, below, exponent };
}

/** Whether a factor is zero on either side, so that a rule for zeros decides the effects. */
export function hasZero({ before, after }: CellProducts): boolean {
  return before.above === 0n || after.above === 0n;
}
