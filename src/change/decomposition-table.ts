import type { DecimalInput } from '../decimal.js';
import type { Unit } from '../quantity/units.js';

/** What a figure is a product of, for every part of it, before and after. */
export interface DecompositionTable<U extends Unit = Unit> {
  /** The unit of the product. */
  readonly unit: U;
  /** The names of the factors, in the order of the values. */
  readonly factors: readonly string[];
  /** The parts of the figure (forms, sites, months); each is the product of its values. */
  readonly cells: readonly DecompositionCell[];
}

/**
 * A value of a factor: a number, or a ratio that stays exact where no decimal is (a third; kilograms per night).
 *
 * @example { numerator: '439350', denominator: 7 }
 */
export type DecompositionValue =
  | DecimalInput
  | {
      readonly numerator: DecimalInput;
      /** Above zero. */
      readonly denominator: DecimalInput;
    };

/** One part: a value for each factor, before and after. */
export interface DecompositionCell {
  readonly key: string;
  readonly before: readonly DecompositionValue[];
  readonly after: readonly DecompositionValue[];
}
