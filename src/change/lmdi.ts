import { Logarithm, PLACES_KEPT } from '../decimal.js';
import { PLACES_OF_A_REST, UNITY, equalRatios, floorRatio, ratioDifference, ratioProduct } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import type { FactorValues, ReadCell } from './decomposition-table.js';

/**
 * The additive LMDI-I effects of one cell: L(V′, V) × ln(x′ ÷ x) for every factor, where L is the logarithmic mean,
 * L(a, b) = (a − b) ÷ (ln a − ln b) and L(a, a) = a. They sum to V′ − V without a residual. To 60 digits.
 *
 * A part that appears or vanishes has no logarithm. By the analytical limit its whole change belongs to the factor that is
 * zero on one side, and is shared alike where several are; the other factors get nothing.
 *
 * @see Ang (2005), The LMDI approach to decomposition analysis; Ang, Zhang & Choi (1998), table 2, for the limits
 */
export function lmdiEffects({ values }: ReadCell): readonly UnroundedPart[] {
  const first = values.map(({ before }) => before).reduce(ratioProduct, UNITY);
  const last = values.map(({ after }) => after).reduce(ratioProduct, UNITY);
  const change = ratioDifference(last, first);
  if (first.above === 0n || last.above === 0n) return limitEffects(values, change);
  const logarithms = values.map(logarithm);
  const sum = logarithms.reduce((total, each) => total.plus(each), new Logarithm(0));
  const mean = change.above === 0n ? quotient(last) : quotient(change).dividedBy(sum);
  return logarithms.map((each) => floored(each.times(mean)));
}

/** Whether a cell has a zero on either side, so that a rule for zeros decides its effects. */
export function hasZero({ values }: ReadCell): boolean {
  return values.some(({ before, after }) => before.above === 0n || after.above === 0n);
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

function limitEffects(values: readonly FactorValues[], change: ExactRatio): readonly UnroundedPart[] {
  const side = values.map(({ before, after }) => (change.above < 0n ? after : before));
  const zeros = side.filter(({ above }) => above === 0n).length;
  const nothing = { quanta: 0n, rest: 0n };
  if (change.above === 0n) return side.map(() => nothing);
  const share = floorRatio({ ...change, below: change.below * BigInt(zeros) });
  return side.map(({ above }) => (above === 0n ? share : nothing));
}

const QUANTA = new Logarithm(10).pow(PLACES_KEPT);
const RESTS = new Logarithm(10).pow(PLACES_OF_A_REST);

function floored(value: Logarithm): UnroundedPart {
  const scaled = value.times(QUANTA);
  const whole = scaled.floor();
  const rest = scaled.minus(whole).times(RESTS).floor();
  return { quanta: BigInt(whole.toFixed()), rest: BigInt(rest.toFixed()) };
}
