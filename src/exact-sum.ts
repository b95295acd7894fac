import type { Decimal } from './decimal.js';
import { ratioDifference, ratioOfDecimal } from './exact-ratio.js';
import type { ExactRatio } from './exact-ratio.js';

const NOTHING: ExactRatio = { above: 0n, below: 1n, exponent: 0 };

/** The exact sum of ratios, whatever their denominators; 0 for none. */
export function sumOfRatios(ratios: readonly ExactRatio[]): ExactRatio {
  return ratios.reduce(plus, NOTHING);
}

function plus(a: ExactRatio, b: ExactRatio): ExactRatio {
  const { above, below, exponent } = ratioDifference(a, { ...b, above: -b.above });
  // Kept short: a sum over a year of cut months would grow a digit for every part.
  const shared = commonDivisor(above < 0n ? -above : above, below);
  return { above: above / shared, below: below / shared, exponent };
}

/** The second number is above zero. */
function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** -1, 0 or 1: whether the first ratio is less than, as much as, or more than the second, exactly. */
export function compareRatios(a: ExactRatio, b: ExactRatio): -1 | 0 | 1 {
  const { above } = ratioDifference(a, b);
  if (above === 0n) return 0;
  return above < 0n ? -1 : 1;
}

/** The same for a ratio and a number. */
export function compareToDecimal(ratio: ExactRatio, value: Decimal): -1 | 0 | 1 {
  return compareRatios(ratio, ratioOfDecimal(value));
}
