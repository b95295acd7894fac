import type { Decimal } from './decimal.js';
import { ratioOfDecimal } from './exact-ratio.js';
import type { ExactRatio } from './exact-ratio.js';

const NOTHING: ExactRatio = { above: 0n, below: 1n, exponent: 0 };

/** The exact sum of ratios, whatever their denominators; 0 for none. */
export function sumOfRatios(ratios: readonly ExactRatio[]): ExactRatio {
  return ratios.reduce(plus, NOTHING);
}

function plus(a: ExactRatio, b: ExactRatio): ExactRatio {
  const exponent = Math.min(a.exponent, b.exponent);
  const above = wholeAt(a, exponent) * b.below + wholeAt(b, exponent) * a.below;
  const below = a.below * b.below;
  // Kept short: a sum over a year of cut months would grow a digit for every part.
  const shared = commonDivisor(above < 0n ? -above : above, below);
  return { above: above / shared, below: below / shared, exponent };
}

/** The numerator written with another, not higher, power of ten. */
function wholeAt({ above, exponent }: ExactRatio, lower: number): bigint {
  return above * 10n ** BigInt(exponent - lower);
}

/** The second number is above zero. */
function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** -1, 0 or 1: whether the first ratio is less than, as much as, or more than the second, exactly. */
export function compareRatios(a: ExactRatio, b: ExactRatio): -1 | 0 | 1 {
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [wholeAt(a, exponent) * b.below, wholeAt(b, exponent) * a.below];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The same for a ratio and a number. */
export function compareToDecimal(ratio: ExactRatio, value: Decimal): -1 | 0 | 1 {
  return compareRatios(ratio, ratioOfDecimal(value));
}
