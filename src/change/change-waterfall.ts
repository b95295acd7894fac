import { ZERO } from '../decimal.js';
import { addQuantities, quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import type { ChangeDecomposition } from './decompose-change.js';

/** One bar of a waterfall: from where it stands to where it reaches. */
export interface WaterfallStep<U extends Unit = Unit> {
  /** `before`, the name of a factor, or `after`. */
  readonly label: string;
  /** What the factor did, to − from; absent at both ends, whose bars stand on zero. */
  readonly effect?: Quantity<U>;
  readonly from: Quantity<U>;
  readonly to: Quantity<U>;
}

/** A figure before and after, and what made the difference: a decomposition, a chain of them, or causes of any other kind. */
export type ExplainedChange<U extends Unit = Unit> = Pick<ChangeDecomposition<U>, 'before' | 'after' | 'effects'>;

/**
 * A decomposition as the bars of a waterfall: the figure before, from zero; a step for every factor in the order of the
 * table, each from the level that the one before reached; the figure after, from zero. Levels are exact sums, so that the
 * last factor reaches the figure after, to the last digit.
 *
 * @example
 * changeWaterfall(decomposition).map(({ label, to }) => `${label} ${to.value}`)
 * // before 200000, nights 234000, kg per night 168000, after 168000
 */
export function changeWaterfall<U extends Unit>({
  before,
  after,
  effects,
}: ExplainedChange<U>): readonly WaterfallStep<U>[] {
  const nothing = quantityOf(ZERO, before.unit);
  const steps: WaterfallStep<U>[] = [{ label: 'before', from: nothing, to: before }];
  let level = before;
  for (const { factor, effect } of effects) {
    const reached = addQuantities<U>(level, effect);
    steps.push({ label: factor, effect, from: level, to: reached });
    level = reached;
  }
  return [...steps, { label: 'after', from: nothing, to: after }];
}
