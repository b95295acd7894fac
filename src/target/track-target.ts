import { Decimal, ONE, roundedPower } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import { collect, failure, programError, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import { allowedEmissions } from './allowed-emissions.js';
import type { Target } from './target.js';

/** One actual year against the path. */
export interface TargetYear<U extends Unit> {
  readonly year: number;
  readonly allowed: Quantity<U>;
  readonly actual: Quantity<U>;
  /** actual − allowed: above zero is too much. */
  readonly excess: Quantity<U>;
  /** Share of the base year that has been cut: 0.42 for −42 %; below zero when emissions have grown. */
  readonly reduction: Decimal;
  /** actual ≤ allowed. */
  readonly onTrack: boolean;
}

/** What is still to do from the last actual year to a milestone. */
export interface RequiredChange<U extends Unit> {
  /** (last actual − allowed) ÷ years left: what has to be cut each year; below zero where there is room. */
  readonly perYear: Quantity<U>;
  /**
   * (allowed ÷ last actual)^(1 ÷ years left) − 1: the same change as a yearly rate; below zero is a cut. Absent where
   * the last actual is not above zero: no rate leads anywhere from there.
   */
  readonly rate?: Decimal;
}

/** A milestone: what it allows, and what is required where it lies ahead of the last actual year. */
export interface MilestoneProgress<U extends Unit> {
  readonly year: number;
  readonly allowed: Quantity<U>;
  readonly required?: RequiredChange<U>;
}

/** A series of actual years held against a target. */
export interface TargetProgress<U extends Unit> {
  readonly target: Target;
  readonly base: Quantity<U>;
  /** One per actual year, in order. */
  readonly years: readonly TargetYear<U>[];
  readonly milestones: readonly MilestoneProgress<U>[];
}

/**
 * Holds actual emissions against a target, year by year and milestone by milestone. Works on tonnes and on an intensity
 * alike; the base is the actual of the base year. Each milestone is a constraint of its own.
 *
 * Issues: `target-base-missing`, `denominator-zero` (a base of zero), `target-year-before-base`, `target-path-undefined`.
 *
 * @example
 * trackTarget(target, new Map([[2018, quantity('38269.5', 'tCO2e')], [2021, quantity('22193.38', 'tCO2e')]]))
 */
export function trackTarget<U extends Unit>(
  target: Target,
  actuals: ReadonlyMap<number, Quantity<U>>,
): Outcome<TargetProgress<U>> {
  const base = actuals.get(target.baseYear);
  if (base === undefined) return baseMissing(target);
  if (!base.value.greaterThan(0)) {
    const message = `The base year ${target.baseYear} has emissions of ${base.value.toFixed()}; no share of that can be cut.`;
    return failure(errorIssue('denominator-zero', { message, detail: { unit: base.unit } }));
  }
  for (const { unit } of actuals.values()) {
    if (unit !== base.unit) throw programError(`A series in ${base.unit} cannot hold an actual in ${unit}.`);
  }
  const inOrder = [...actuals].sort(([a], [b]) => a - b);
  const years = collect(inOrder.map(([year, actual]) => yearOnPath(target, base, year, actual)));
  if (!years.ok) return years;
  const last = inOrder.slice(-1).map(([year, actual]) => ({ year, actual }));
  const milestones = target.milestones.map((milestone) => {
    const left = ONE.minus(milestone.reduction);
    const allowed = quantityOf(roundedQuotient(base.value.times(left), ONE), base.unit);
    return { year: milestone.year, allowed, ...requiredFrom(last, milestone.year, allowed) };
  });
  return success({ target, base, years: years.value, milestones });
}

function baseMissing({ name, baseYear }: Target): Outcome<never> {
  const message = `There is no actual for ${baseYear}, the base year of the target "${name}". Without it no reduction can be stated.`;
  return failure(errorIssue('target-base-missing', { message, detail: { baseYear } }));
}

function yearOnPath<U extends Unit>(
  target: Target,
  base: Quantity<U>,
  year: number,
  actual: Quantity<U>,
): Outcome<TargetYear<U>> {
  const path = allowedEmissions(target, base.value, year);
  if (!path.ok) return path;
  return success({
    year,
    allowed: quantityOf(path.value, base.unit),
    actual,
    excess: quantityOf(actual.value.minus(path.value), base.unit),
    reduction: roundedQuotient(base.value.minus(actual.value), base.value),
    onTrack: actual.value.lessThanOrEqualTo(path.value),
  });
}

function requiredFrom<U extends Unit>(
  last: readonly { readonly year: number; readonly actual: Quantity<U> }[],
  year: number,
  allowed: Quantity<U>,
): { readonly required?: RequiredChange<U> } {
  const [from] = last.filter((actual) => actual.year < year);
  if (from === undefined) return {};
  const yearsLeft = new Decimal(year - from.year);
  const perYear = quantityOf(roundedQuotient(from.actual.value.minus(allowed.value), yearsLeft), allowed.unit);
  const rate = from.actual.value.greaterThan(0) ? { rate: yearlyRate(from.actual, allowed, year - from.year) } : {};
  return { required: { perYear, ...rate } };
}

function yearlyRate(actual: Quantity, allowed: Quantity, yearsLeft: number): Decimal {
  const ratio = allowed.value.dividedBy(actual.value);
  return roundedPower({ factor: ONE, base: ratio, numerator: 1, denominator: yearsLeft }).minus(ONE);
}
