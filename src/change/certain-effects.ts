import { flooredQuotient, inQuanta, powerOfTen } from '../exact-ratio.js';
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
  const ratios = values.map(ratioOfSides);
  const moving = ratios.filter(({ above, below }) => above !== below).length;
  if (moving === 0) return ratios.map(() => NOTHING);
  if (moving === 1) return onlyEffect(ratios, products);
  const logarithms: bigint[] = [];
  for (const { above, below } of ratios) {
    const logarithm = above === below ? 0n : logarithmOf(above, below);
    if (logarithm === undefined) return undefined;
    logarithms.push(logarithm);
  }
  const mean = meanOf(logarithms, products);
  return mean === undefined ? undefined : flooredEffects(ratios, logarithms, mean);
}

const NOTHING: UnroundedPart = { quanta: 0n, rest: 0n };

interface WholeRatio {
  readonly above: bigint;
  readonly below: bigint;
}

/** x′ ÷ x as a quotient of whole numbers; of equal ones where nothing changed. */
function ratioOfSides({ before, after }: FactorValues): WholeRatio {
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
  ratios: readonly WholeRatio[],
  { before, change }: CellProducts,
): readonly UnroundedPart[] | undefined {
  const { dividend, divisor } = inQuanta(change);
  const { whole, rest } = flooredQuotient(dividend, divisor);
  const shown = (rest << REST) / divisor;
  if (rest === 0n ? !isWhole(inQuanta(before)) : shown < 1n || shown > QUANTUM - 2n) return undefined;
  return ratios.map(({ above, below }) => (above === below ? NOTHING : { quanta: whole, rest: shown }));
}

function isWhole({ dividend, divisor }: { readonly dividend: bigint; readonly divisor: bigint }): boolean {
  return dividend % divisor === 0n;
}

/** The logarithmic mean, in 2⁻⁶⁴ of a quantum, and by how much an effect can be wrong in that measure. */
interface Mean {
  readonly value: bigint;
  readonly error: bigint;
}

/**
 * The mean is the change over the sum s of n logarithms, or the figure itself where nothing changed. Logarithms are wrong by
 * 16 units at most. Where s is at least 32 n units, the mean is wrong by 32 n ÷ s of itself at most, and by 1 for being cut
 * off. An effect, mean × l with l no larger than the largest, is then wrong by mean × (16 + 32 n l ÷ s) units, by l and by 1.
 */
function meanOf(logarithms: readonly bigint[], { after, change }: CellProducts): Mean | undefined {
  let [sum, largest] = [0n, 0n];
  for (const logarithm of logarithms) {
    sum += logarithm;
    const size = sizeOf(logarithm);
    if (size > largest) largest = size;
  }
  largest += ERROR_AT_MOST;
  const still = change.above === 0n;
  const ofSum = 2n * ERROR_AT_MOST * BigInt(logarithms.length);
  if (!still && sizeOf(sum) < ofSum) return undefined;
  const { dividend, divisor } = inQuanta(still ? after : change);
  const value = still ? (dividend << REST) / divisor : (dividend << (REST + BITS)) / (divisor * sum);
  const units = ERROR_AT_MOST + (still ? 0n : (ofSum * largest) / sizeOf(sum) + 1n);
  return { value, error: (((sizeOf(value) + 1n) * units + largest) >> BITS) + 3n };
}

function flooredEffects(ratios: readonly WholeRatio[], logarithms: readonly bigint[], mean: Mean) {
  const parts: UnroundedPart[] = [];
  for (const logarithm of logarithms) {
    const effect = (mean.value * logarithm) >> BITS;
    const rest = BigInt.asUintN(BITS_OF_A_REST, effect);
    if (logarithm !== 0n && (rest <= mean.error || rest >= QUANTUM - mean.error)) return undefined;
    parts.push({ quanta: effect >> REST, rest });
  }
  return ordered(parts, ratios, mean.error) ? parts : undefined;
}

/** Whether the order of the remainders is certain: further apart than their errors, or those of equal ratios. */
function ordered(parts: readonly UnroundedPart[], ratios: readonly WholeRatio[], error: bigint): boolean {
  const placed = parts.map(({ rest }, index) => ({ rest, index })).sort((a, b) => (a.rest < b.rest ? -1 : 1));
  return placed.every(({ rest, index }, place) => {
    const next = placed[place + 1];
    return next === undefined || next.rest - rest > 2n * error || areEqual(ratios[index], ratios[next.index]);
  });
}

function areEqual(a: WholeRatio | undefined, b: WholeRatio | undefined): boolean {
  return a !== undefined && b !== undefined && a.above * b.below === b.above * a.below;
}

function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}
