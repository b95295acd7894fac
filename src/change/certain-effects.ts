import { equalRatios, flooredQuotient, inQuanta, powerOfTen, ratioProduct } from '../exact-ratio.js';
import type { UnroundedPart } from '../allot-quanta.js';
import type { CellProducts } from './cell-products.js';
import { BITS, ERROR_AT_MOST } from './fixed-logarithm.js';
import type { FixedLogarithm } from './fixed-logarithm.js';
import type { FactorValues } from './read-cell.js';

/** A remainder is counted in 2⁻⁶⁴ of a quantum. */
const BITS_OF_A_REST = 64;
const REST = BigInt(BITS_OF_A_REST);
const QUANTUM = 1n << REST;

/**
 * The LMDI-I effects of a cell without zeros by fixed-point logarithms, or nothing where their error leaves open what is
 * rounded: an effect lies too near to a whole quantum, or two remainders too near to each other, for more digits not to
 * matter. What it returns is what any number of further digits would give.
 */
export function certainEffects(
  values: readonly FactorValues[],
  products: CellProducts,
  logarithmOf: FixedLogarithm,
): readonly UnroundedPart[] | undefined {
  const logarithms: bigint[] = [];
  let moving = 0;
  for (const value of values) {
    const { above, below } = ratioOfSides(value);
    const moves = above !== below;
    const logarithm = moves ? logarithmOf(above, below) : 0n;
    if (logarithm === undefined) return undefined;
    logarithms.push(logarithm);
    if (moves) moving += 1;
  }
  if (moving === 1) return onlyEffect(values, products);
  const mean = meanOf(logarithms, products);
  return mean === undefined ? undefined : flooredEffects(values, logarithms, mean);
}

/** x′ ÷ x as a quotient of whole numbers; of equal ones where nothing changed. */
function ratioOfSides({ before, after }: FactorValues): { readonly above: bigint; readonly below: bigint } {
  const above = after.below === before.below ? after.above : after.above * before.below;
  const below = after.below === before.below ? before.above : before.above * after.below;
  const shift = after.exponent - before.exponent;
  if (shift === 0) return { above, below };
  return shift > 0 ? { above: above * powerOfTen(shift), below } : { above, below: below * powerOfTen(-shift) };
}

/**
 * Where one factor alone moves, the whole change is its own, without a logarithm. A change of whole quanta between two
 * figures that are not would leave the last quantum to the noise of the sixtieth digit; that is left to it.
 */
function onlyEffect(
  values: readonly FactorValues[],
  { before, change }: CellProducts,
): readonly UnroundedPart[] | undefined {
  const { dividend, divisor } = inQuanta(change);
  const { whole, rest } = flooredQuotient(dividend, divisor);
  const shown = (rest << REST) / divisor;
  if (rest === 0n ? !isWhole(inQuanta(before)) : shown < 1n || shown > QUANTUM - 2n) return undefined;
  return values.map((value) => (stands(value) ? NOTHING : { quanta: whole, rest: shown }));
}

const NOTHING: UnroundedPart = { quanta: 0n, rest: 0n };

function isWhole({ dividend, divisor }: { readonly dividend: bigint; readonly divisor: bigint }): boolean {
  return dividend % divisor === 0n;
}

/** The logarithmic mean, in 2⁻⁶⁴ of a quantum, and by how much an effect can be wrong in that measure. */
interface Mean {
  readonly value: bigint;
  readonly error: bigint;
}

/**
 * The mean is the change over the sum s of the logarithms, or the figure itself where nothing changed. Logarithms are wrong by
 * e units at most, the sum of sixteen by half of f = 32 e. Where s is at least f, the mean is wrong by f ÷ s of itself at most,
 * and by 1 for being cut off. An effect, mean × l with l no larger than the largest, is then wrong by mean × (e + f l ÷ s)
 * units, by l and by 1.
 */
function meanOf(logarithms: readonly bigint[], { after, change }: CellProducts): Mean | undefined {
  let [sum, least, most] = [0n, 0n, 0n];
  for (const logarithm of logarithms) {
    sum += logarithm;
    if (logarithm < least) least = logarithm;
    else if (logarithm > most) most = logarithm;
  }
  const largest = ERROR_AT_MOST + most - least;
  if (change.above === 0n) {
    const { dividend, divisor } = inQuanta(after);
    return meanWithError((dividend << REST) / divisor, ERROR_AT_MOST, largest);
  }
  if (sizeOf(sum) < ERROR_OF_SUM) return undefined;
  const { dividend, divisor } = inQuanta(change);
  const value = (dividend << (REST + BITS)) / (divisor * sum);
  return meanWithError(value, ERROR_AT_MOST + (ERROR_OF_SUM * largest) / sizeOf(sum) + 1n, largest);
}

const ERROR_OF_SUM = 32n * ERROR_AT_MOST;

function meanWithError(value: bigint, units: bigint, largest: bigint): Mean {
  return { value, error: (((sizeOf(value) + 1n) * units + largest) >> BITS) + 3n };
}

function flooredEffects(values: readonly FactorValues[], logarithms: readonly bigint[], mean: Mean) {
  const parts: UnroundedPart[] = [];
  const most = QUANTUM - mean.error;
  for (const [index, logarithm] of logarithms.entries()) {
    const effect = (mean.value * logarithm) >> BITS;
    const rest = BigInt.asUintN(BITS_OF_A_REST, effect);
    const open = rest <= mean.error || rest >= most;
    if (open && !stands(values[index] as FactorValues)) return undefined; // one value for each logarithm
    parts.push({ quanta: effect >> REST, rest });
  }
  return ordered(parts, values, mean.error) ? parts : undefined;
}

/** Whether a factor has not changed, so that its effect is exactly 0. */
function stands({ before, after }: FactorValues): boolean {
  return equalRatios(before, after);
}

/** Whether the order of the remainders is certain: each two further apart than their errors, or of equal ratios. */
function ordered(parts: readonly UnroundedPart[], values: readonly FactorValues[], error: bigint): boolean {
  // As doubles, which are wrong by 2¹⁰ at most: that only calls fewer of them certain.
  const rests = parts.map(({ rest }) => Number(rest));
  const apart = 2 * Number(error) + ERROR_OF_DOUBLES;
  return values.every((value, index) => {
    const rest = rests[index] as number; // one for each value
    return rests.slice(index + 1).every((other, more) => {
      if (Math.abs(rest - other) > apart) return true;
      return movedAlike(value, values[index + 1 + more] as FactorValues); // one for each rest
    });
  });
}

const ERROR_OF_DOUBLES = 2 ** 12;

function movedAlike(a: FactorValues, b: FactorValues): boolean {
  return equalRatios(ratioProduct(a.after, b.before), ratioProduct(b.after, a.before));
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}
