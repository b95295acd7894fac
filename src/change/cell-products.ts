import { UNITY, ratioDifference, ratioProduct, roundedQuanta } from '../exact-ratio.js';
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
  let [before, after] = [UNITY, UNITY];
  for (const value of values) {
    before = ratioProduct(before, value.before);
    after = ratioProduct(after, value.after);
  }
  const change = ratioDifference(after, before);
  return { before, after, change, quantaBefore: roundedQuanta(before), quantaAfter: roundedQuanta(after) };
}
