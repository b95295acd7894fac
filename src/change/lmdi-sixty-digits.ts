import { Logarithm, PLACES_KEPT } from '../decimal.js';
import { equalRatios } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import type { CellProducts } from './cell-products.js';
import type { FactorValues } from './read-cell.js';

/**
 * The LMDI-I effects of a cell without zeros to 60 digits, the remainders in 10⁻⁴⁰ of a quantum: what decides where
 * `certainEffects` leaves open on which side of a quantum an effect lies, or which of two remainders is the larger.
 */
export function effectsToSixtyDigits(
  values: readonly FactorValues[],
  { after, change }: CellProducts,
): readonly UnroundedPart[] {
  const logarithms = values.map(logarithm);
  const sum = logarithms.reduce((total, each) => total.plus(each), new Logarithm(0));
  const mean = change.above === 0n ? quotient(after) : quotient(change).dividedBy(sum);
  return logarithms.map((each) => floored(each.times(mean)));
}

/** ln(x′ ÷ x); exactly 0 where nothing changed. */
function logarithm({ before, after }: FactorValues): Logarithm {
  if (equalRatios(before, after)) return new Logarithm(0);
  const [above, below] = [after.above * before.below, before.above * after.below];
  return quotient({ above, below, exponent: after.exponent - before.exponent }).ln();
}

/** A ratio to 60 digits; all its digits where it is a decimal. */
function quotient({ above, below, exponent }: ExactRatio): Logarithm {
  const numerator = new Logarithm(`${above}e${exponent}`);
  return below === 1n ? numerator : numerator.dividedBy(new Logarithm(String(below)));
}

const PLACES_OF_A_REST = 40;
const QUANTA = new Logarithm(10).pow(PLACES_KEPT);
const RESTS = new Logarithm(10).pow(PLACES_OF_A_REST);

function floored(value: Logarithm): UnroundedPart {
  const scaled = value.times(QUANTA);
  const whole = scaled.floor();
  const rest = scaled.minus(whole).times(RESTS).floor();
  return { quanta: BigInt(whole.toFixed()), rest: BigInt(rest.toFixed()) };
}
