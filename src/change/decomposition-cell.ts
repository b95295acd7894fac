import type { DecimalInput } from '../decimal.js';

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
