import { reportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, failureOf, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EmissionFactor, FactorSet } from './emission-factor.js';
import { factorClashes } from './factor-clashes.js';

/** Which days factors are to be used for beyond their own validity, and why. */
export interface Extension {
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  /** Printed with every figure that rests on it. */
  readonly reason: string;
  /** The factors meant; absent: all of the set. */
  readonly ids?: readonly string[];
}

/**
 * The set with the validity of its factors widened to hold `from`..`to`. The publisher's own validity stays on the
 * factor, and each inventory that uses it outside of that carries a warning with the reason.
 *
 * Issues: `invalid-date`, `invalid-period`, `invalid-value` (no reason, an id nobody has), `factor-ambiguous` where the
 * wider validity meets another factor of the same question.
 *
 * @example extendValidity(set, { from: '2018-01-01', to: '2024-12-31', reason: 'one edition for the whole series' })
 */
export function extendValidity(set: FactorSet, extension: Extension): Outcome<FactorSet> {
  const period = reportingPeriod(extension.from, extension.to);
  if (!period.ok) return period;
  if (extension.reason.trim() === '') {
    const message = 'Extending a validity needs a reason that can be printed.';
    return failure(
      errorIssue('invalid-value', {
        message,
        detail: { value: '', expected: 'a reason', nearest: [] },
        at: { path: 'reason' },
      }),
    );
  }
  const wanted = new Set(extension.ids ?? set.factors.map(({ id }) => id));
  const unknown = [...wanted].filter((id) => !set.factors.some((factor) => factor.id === id));
  if (unknown.length > 0) return failureOf(unknown.map((id) => unknownId(set, id)));
  const factors = set.factors.map((factor) => (wanted.has(factor.id) ? extended(factor, extension) : factor));
  return outcomeOf(factorClashes(factors), () => ({ ...set, factors }));
}

function extended(factor: EmissionFactor, { from, to, reason }: Extension): EmissionFactor {
  const { validFrom, validTo } = factor;
  if (validFrom <= from && validTo >= to) return factor;
  return {
    ...factor,
    validFrom: from < validFrom ? from : validFrom,
    validTo: to > validTo ? to : validTo,
    extended:
      factor.extended === undefined
        ? { validFrom, validTo, reason }
        : { ...factor.extended, reason: `${factor.extended.reason}; ${reason}` },
  };
}

function unknownId(set: FactorSet, id: string) {
  const nearest = nearestNames(
    id,
    set.factors.map((factor) => factor.id),
  );
  const message = `The set ${set.id} has no factor ${JSON.stringify(id)} whose validity could be extended.${didYouMean(nearest)}`;
  return errorIssue('invalid-value', {
    message,
    detail: { value: id, expected: 'a factor id', nearest },
    at: { path: 'ids' },
  });
}
