import { Decimal, PLACES_KEPT, product } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { sumQuantities } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import type { ChangeDecomposition, FactorEffect } from './decompose-change.js';

/** The effects of several steps in a row, year by year, added up. */
export interface ChainedDecomposition<U extends Unit = Unit> {
  readonly before: ChangeDecomposition<U>['before'];
  readonly after: ChangeDecomposition<U>['after'];
  readonly change: ChangeDecomposition<U>['change'];
  readonly effects: readonly FactorEffect<U>[];
  readonly steps: readonly ChangeDecomposition<U>[];
}

/**
 * Adds up the effects of decompositions that follow one another (2018→2019, 2019→2020, …): effects are added, ratios
 * multiplied and rounded half-even to 12 decimals. The sum is the change from the first to the last, exactly; it is another
 * split than the one from end to end, since the years between weigh in.
 *
 * Issues: `steps-do-not-follow` (a step does not begin where the one before ended, or has other factors; no step at all).
 */
export function chainDecompositions<U extends Unit>(
  steps: readonly ChangeDecomposition<U>[],
): Outcome<ChainedDecomposition<U>> {
  const [first, ...others] = steps;
  if (first === undefined) return failureOf([broken(0, 'there is none')]);
  const issues = brokenLinks(first, others);
  if (issues.length > 0) return failureOf(issues);
  const last = others.reduce((_, step) => step, first);
  const { unit } = first.before;
  return success({
    before: first.before,
    after: last.after,
    change: sumQuantities(
      unit,
      steps.map(({ change }) => change),
    ),
    effects: first.effects.map(({ factor }, index) => chainedEffect(factor, unit, index, steps)),
    steps,
  });
}

function chainedEffect<U extends Unit>(
  factor: string,
  unit: U,
  index: number,
  steps: readonly ChangeDecomposition<U>[],
): FactorEffect<U> {
  const own = steps.map(({ effects }) => effects[index] as FactorEffect<U>); // all steps have the same factors: just looked at
  const effect = sumQuantities(
    unit,
    own.map((each) => each.effect),
  );
  const ratios = own.flatMap(({ ratio }) => ratio ?? []);
  if (ratios.length < own.length) return { factor, effect };
  return { factor, effect, ratio: product(ratios).toDecimalPlaces(PLACES_KEPT, Decimal.ROUND_HALF_EVEN) };
}

function brokenLinks(first: ChangeDecomposition, others: readonly ChangeDecomposition[]): readonly Issue[] {
  const issues: Issue[] = [];
  let earlier = first;
  for (const [index, step] of others.entries()) {
    const reason = reasonBetween(earlier, step);
    if (reason !== undefined) issues.push(broken(index + 1, reason));
    earlier = step;
  }
  return issues;
}

function reasonBetween(earlier: ChangeDecomposition, step: ChangeDecomposition): string | undefined {
  const follows = step.before.unit === earlier.after.unit && step.before.value.equals(earlier.after.value);
  if (!follows) return 'it does not begin where the one before ended';
  const names = ({ effects }: ChangeDecomposition) => JSON.stringify(effects.map(({ factor }) => factor));
  return names(step) === names(earlier) ? undefined : 'its factors are others';
}

function broken(index: number, reason: string): Issue {
  const message = `Step ${index + 1} cannot be chained: ${reason}.`;
  return errorIssue('steps-do-not-follow', { message, detail: { step: index + 1, reason } });
}
