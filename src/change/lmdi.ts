import { Logarithm, PLACES_KEPT, product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { PLACES_OF_A_REST } from '../exact-ratio.js';
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
  const first = product(values.map(({ before }) => before));
  const last = product(values.map(({ after }) => after));
  if (first.isZero() || last.isZero()) return limitEffects(values, last.minus(first));
  const logarithms = values.map(logarithm);
  const sum = logarithms.reduce((total, each) => total.plus(each), new Logarithm(0));
  const change = new Logarithm(last.minus(first));
  const mean = change.isZero() ? new Logarithm(last) : change.dividedBy(sum);
  return logarithms.map((each) => floored(each.times(mean)));
}

/** Whether a cell has a zero on either side, so that a rule for zeros decides its effects. */
export function hasZero({ values }: ReadCell): boolean {
  return values.some(({ before, after }) => before.isZero() || after.isZero());
}

/** ln(x′ ÷ x); exactly 0 where nothing changed. */
function logarithm({ before, after }: FactorValues): Logarithm {
  return after.equals(before) ? new Logarithm(0) : new Logarithm(after).dividedBy(before).ln();
}

function limitEffects(values: readonly FactorValues[], change: Decimal): readonly UnroundedPart[] {
  const side = values.map(({ before, after }) => (change.isNegative() ? after : before));
  const zeros = side.filter((value) => value.isZero()).length;
  const nothing = { quanta: 0n, rest: 0n };
  if (change.isZero()) return side.map(() => nothing);
  const share = new Logarithm(change).dividedBy(zeros);
  return side.map((value) => (value.isZero() ? floored(share) : nothing));
}

const QUANTA = new Logarithm(10).pow(PLACES_KEPT);
const RESTS = new Logarithm(10).pow(PLACES_OF_A_REST);

function floored(value: Logarithm): UnroundedPart {
  const scaled = value.times(QUANTA);
  const whole = scaled.floor();
  const rest = scaled.minus(whole).times(RESTS).floor();
  return { quanta: BigInt(whole.toFixed()), rest: BigInt(rest.toFixed()) };
}
