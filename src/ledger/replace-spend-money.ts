import { Decimal, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';

/** Money has two decimals; an amount that was divided between sites can have more, and keeps them. */
const DECIMALS_OF_MONEY = 2;

/** What takes a part of a purchase: share × days shared. */
export interface Weighed {
  readonly weight: Decimal;
}

/**
 * Gives every part the money it takes out of a purchase of so many days; the weights sum to at most the days. All of it
 * together is amount × (sum of weights) ÷ days, rounded once, half-even, to the cent, or to the amount's last decimal where it
 * has more; so it is never more than the amount. The parts are rounded down, and the cents that are then missing go one each to
 * the largest remainders, ties to the earlier part.
 */
export function withReplacedMoney<T extends Weighed>(
  amount: Decimal,
  days: number,
  parts: readonly T[],
): readonly (T & { readonly money: Decimal })[] {
  const places = Math.max(DECIMALS_OF_MONEY, amount.decimalPlaces());
  const cents = product([amount.abs(), new Decimal(`1e${places}`)]);
  const exact = parts.map((part, index) => ({ part, index, above: product([cents, part.weight]) }));
  const floored = exact.map((one) => ({ ...one, ...divided(one.above, days) }));
  const all = wholeHalfEven(sumOf(exact.map(({ above }) => above)), days);
  const missing = all.minus(sumOf(floored.map(({ whole }) => whole))).toNumber();
  const raised = new Set([...floored].sort(byRest).slice(0, missing));
  const ofCents = new Decimal(`${amount.isNegative() ? '-' : ''}1e-${places}`);
  return floored.map((one) => {
    const whole = raised.has(one) ? one.whole.plus(1) : one.whole;
    return { ...one.part, money: product([whole, ofCents]) };
  });
}

interface Divided {
  readonly whole: Decimal;
  /** In 1 ÷ days of a cent. */
  readonly rest: Decimal;
}

function divided(above: Decimal, days: number): Divided {
  const whole = above.dividedToIntegerBy(days);
  return { whole, rest: above.minus(whole.times(days)) };
}

/** The nearest whole number, halves to the even one. */
function wholeHalfEven(above: Decimal, days: number): Decimal {
  const { whole, rest } = divided(above, days);
  const half = rest.times(2).comparedTo(days);
  return half > 0 || (half === 0 && !whole.modulo(2).isZero()) ? whole.plus(1) : whole;
}

function byRest(a: Divided & { index: number }, b: Divided & { index: number }): number {
  return b.rest.comparedTo(a.rest) || a.index - b.index;
}
