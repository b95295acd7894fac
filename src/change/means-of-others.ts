/** A number that moves evenly: middle + slope × τ, with τ from −1 to 1. */
export interface Line {
  readonly middle: bigint;
  readonly slope: bigint;
}

/** The coefficients of 1, τ, τ², … */
type Polynomial = readonly bigint[];

/**
 * For every line the mean, over τ from −1 to 1, of the product of all the others; each is to be divided by the divisor. The
 * mean of τᵏ is 1 ÷ (k + 1) for an even k and 0 for an odd one, so that the result is rational and exact.
 */
export function meansOfOthers(lines: readonly Line[]): { readonly means: readonly bigint[]; readonly divisor: bigint } {
  const divisor = leastMultipleOfOdds(lines.length);
  const weights = lines.map((_, k) => (k % 2 === 0 ? divisor / BigInt(k + 1) : 0n));
  return { means: meansWithin(lines, [1n], weights), divisor };
}

/** The same for some of the lines, when the product of those outside is known. Halved again and again, little is multiplied twice. */
function meansWithin(lines: readonly Line[], outside: Polynomial, weights: readonly bigint[]): readonly bigint[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  if (second === undefined) return [weighted(outside, 0, weights)];
  if (lines.length === 2)
    return meansOfTwo(first, second, [weighted(outside, 0, weights), weighted(outside, 1, weights)]);
  const middle = lines.length >> 1;
  const [left, right] = [lines.slice(0, middle), lines.slice(middle)];
  return [
    ...meansWithin(left, right.reduce(times, outside), weights),
    ...meansWithin(right, left.reduce(times, outside), weights),
  ];
}

/** Of two lines: the other one times what is outside, whose mean as it stands, and times τ, are given. */
function meansOfTwo(first: Line, second: Line, [plain, timesTau]: readonly [bigint, bigint]): readonly bigint[] {
  return [plain * second.middle + timesTau * second.slope, plain * first.middle + timesTau * first.slope];
}

/** The mean of a polynomial times a power of τ. */
function weighted(polynomial: Polynomial, power: number, weights: readonly bigint[]): bigint {
  let sum = 0n;
  for (let k = power; k < polynomial.length; k += 2) sum += (polynomial[k] as bigint) * (weights[k + power] as bigint); // both lists reach so far
  return sum;
}

function times(polynomial: Polynomial, { middle, slope }: Line): Polynomial {
  const product: bigint[] = [];
  let moved = 0n;
  for (const coefficient of polynomial) {
    product.push(coefficient * middle + moved);
    moved = coefficient * slope;
  }
  product.push(moved);
  return product;
}

/** The least common multiple of the odd numbers up to a limit. */
function leastMultipleOfOdds(limit: number): bigint {
  let multiple = 1n;
  for (let odd = 3n; odd <= BigInt(limit); odd += 2n) multiple = (multiple * odd) / greatestDivisor(multiple, odd);
  return multiple;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
