/** Logarithms are counted in units of 2⁻⁸⁶: 25 decimals. */
export const BITS = 86n;
const ONE = 1n << BITS;

/** By fewer units than this a logarithm can be wrong; `fixedLogarithms` adds up what its steps cost. */
export const ERROR_AT_MOST = 10n;

/** ln(above ÷ below) of two whole numbers above zero, in units; nothing where the ratio is past 2^±34. */
export type FixedLogarithm = (above: bigint, below: bigint) => bigint | undefined;

const POWERS_AT_MOST = 34;
/** One before each of the three short numbers that a mantissa is multiplied by. */
const [FIRST, SECOND, THIRD] = [2 ** 8, 2 ** 17, 2 ** 27] as const;
const BITS_OF_ALL_THREE = 52;
const POWERS = Array.from({ length: 2 * POWERS_AT_MOST + 1 }, (_, index) => 2 ** (index - POWERS_AT_MOST));
/** None is below zero. */
const SHIFTS = POWERS.map((_, index) => BITS - BigInt(BITS_OF_ALL_THREE + index - POWERS_AT_MOST));

/**
 * Logarithms by argument reduction. A ratio is 2^k × m; m times three short numbers, near to 1 ÷ m by 8, 17 and 27 bits,
 * is 1 + δ, and ln(1 + δ) takes two terms of its series. ln 2 and the logarithms of the short numbers stand in tables,
 * which are filled as they are needed and live as long as the function.
 *
 * Binary floating point only chooses k and the short numbers, which may be any; δ is calculated in whole numbers. Quotients
 * and products of doubles are rounded once, six of them in a row, so that |δ| is below 2⁻²⁸ + 2⁻⁵⁰, and the terms of the
 * series from the third on below 1.4 units.
 *
 * Errors, in units: δ, cut off, 1.1; the series 2.5; the entries of the tables 3 × 1.1. Together 6.9.
 */
export function fixedLogarithms(): FixedLogarithm {
  const ofFirst = firstLogarithms();
  const [ofSecond, ofThird] = [tableOf(SECOND), tableOf(THIRD)] as const;
  return (above, below) => {
    const ratio = Number(above) / Number(below);
    const place = Math.round(Math.log2(ratio)) + POWERS_AT_MOST;
    const [power, shift] = [POWERS[place], SHIFTS[place]];
    if (power === undefined || shift === undefined) return undefined;
    const { first, second, third } = shortNumbers(ratio / power);
    const delta = ((above * BigInt(first * second * third)) << shift) / below - ONE;
    return nearOne(delta) - ofFirst(first, place) - ofSecond(second) - ofThird(third);
  };
}

/** Whole numbers whose product is about 2⁵² ÷ m, and below 2⁵³, so that it is exact: 2⁸ ÷ m; 2¹⁷ and 2²⁷ over what is left. */
function shortNumbers(mantissa: number) {
  const first = Math.round(FIRST / mantissa);
  const afterFirst = (mantissa * first) / FIRST;
  const second = Math.round(SECOND / afterFirst);
  const third = Math.round(THIRD / ((afterFirst * second) / SECOND));
  return { first, second, third };
}

/** ln(1 + δ) = δ − δ²/2 …, with the square cut off. */
function nearOne(delta: bigint): bigint {
  return delta - ((delta * delta) >> TWICE_ONE);
}

const TWICE_ONE = BITS + 1n;

/** Bits to which the entries of the tables are known before they are cut off. */
const SPARE = 20n;
const FINE = BITS + SPARE;

/** How far a short number of 17 or 27 bits lies from one at most: half of 2¹⁷ ÷ 181, and 2⁹. */
const STEPS_AT_MOST = 2 ** 9 + 1;

/** ln(n ÷ size), cut off to units once it is known to 20 bits more. */
function tableOf(size: number): (n: number) => bigint {
  const least = size - STEPS_AT_MOST;
  const ofStep = kept((step) => slowLogarithm(BigInt(step + least), BigInt(size)) >> SPARE, 2 * STEPS_AT_MOST);
  return (n) => ofStep(n - least);
}

/** ln(n ÷ 2⁸) − k × ln 2, by n and the place of k. */
function firstLogarithms(): (n: number, place: number) => bigint {
  const two = slowLogarithm(2n, 1n);
  const places: ((n: number) => bigint)[] = [];
  const tableAt = (place: number) => {
    const powers = two * BigInt(place - POWERS_AT_MOST);
    return kept((n) => (slowLogarithm(BigInt(n), BigInt(FIRST)) - powers) >> SPARE, 2 * FIRST);
  };
  return (n, place) => (places[place] ??= tableAt(place))(n);
}

/** A function of so many whole numbers from 0 on that calculates each value once. */
function kept(calculate: (n: number) => bigint, size: number): (n: number) => bigint {
  const known = Array.from<bigint | undefined>({ length: size });
  return (n) => {
    const found = known[n];
    if (found !== undefined) return found;
    const entry = calculate(n);
    known[n] = entry;
    return entry;
  };
}

/** ln(above ÷ below) = 2 (z + z³/3 + z⁵/5 …) with z = (above − below) ÷ (above + below), term by term, in 2⁻¹⁰⁶. */
function slowLogarithm(above: bigint, below: bigint): bigint {
  if (above < below) return -slowLogarithm(below, above);
  const z = ((above - below) << FINE) / (above + below);
  const square = (z * z) >> FINE;
  let [sum, power] = [0n, z];
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> FINE;
  }
  return 2n * sum;
}
