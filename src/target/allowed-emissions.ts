import { Decimal, ONE, ZERO, product, roundedPower } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { roundedQuotient } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Target } from './target.js';

/** A point of the path: a year, and the share of the base year's emissions that is left. */
interface Point {
  readonly year: number;
  readonly left: Decimal;
}

function pointsOf({ baseYear, milestones }: Target): readonly Point[] {
  return [
    { year: baseYear, left: ONE },
    ...milestones.map(({ year, reduction }) => ({ year, left: ONE.minus(reduction) })),
  ];
}

/**
 * What a target allows in a year, in the base's unit, rounded once, half-even, to 12 decimals. On the way from point a to
 * point b (base year or milestone): linear P(y) = Pa + (Pb − Pa)·(y − a)/(b − a); constant rate
 * P(y) = Pa·(Pb/Pa)^((y − a)/(b − a)). After the last milestone its level holds on.
 *
 * Issues: `target-year-before-base`; `target-path-undefined` for a constant rate down to zero.
 */
export function allowedEmissions(target: Target, base: Decimal, year: number): Outcome<Decimal> {
  const { baseYear } = target;
  if (year < baseYear) {
    const message = `The target "${target.name}" says nothing of ${year}: its base year is ${baseYear}.`;
    return failure(errorIssue('target-year-before-base', { message, detail: { year, baseYear } }));
  }
  const points = pointsOf(target);
  const from = points.reduce((latest, point) => (point.year <= year ? point : latest));
  const to = points.find((point) => point.year > year);
  if (to === undefined || from.year === year) return success(roundedQuotient(product([base, from.left]), ONE));
  return target.path === 'linear' ? success(linear(base, from, to, year)) : constantRate(base, from, to, year);
}

function linear(base: Decimal, from: Point, to: Point, year: number): Decimal {
  const span = new Decimal(to.year - from.year);
  const gone = new Decimal(year - from.year);
  const left = sumOf([product([from.left, span]), product([to.left.minus(from.left), gone])]);
  return roundedQuotient(product([base, left]), span);
}

function constantRate(base: Decimal, from: Point, to: Point, year: number): Outcome<Decimal> {
  if (to.left.equals(ZERO)) {
    const message = `No constant rate leads to zero by ${to.year}. Draw the path "linear", or set a milestone above zero.`;
    return failure(errorIssue('target-path-undefined', { message, detail: { year } }));
  }
  const factor = product([base, from.left]);
  const ratio = to.left.dividedBy(from.left);
  return success(roundedPower({ factor, base: ratio, numerator: year - from.year, denominator: to.year - from.year }));
}
