import { describePeriod, sharedPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { perDimension } from './emission-factor.js';
import type { EmissionFactor } from './emission-factor.js';

/** The question that a factor answers, without its region: two factors with one question and shared days clash. */
export function questionOf(factor: Question): string {
  const { key, method, per, part, aviationNonCo2, calorificBasis } = factor;
  // The length tells where the key ends, whatever stands in it; of the rest only the part is a free text.
  return `${method} ${key.length} ${key} ${perDimension(per)} ${aviationNonCo2 ?? '-'} ${calorificBasis ?? '-'} ${part ?? ''}`;
}

type Question = Pick<EmissionFactor, 'key' | 'method' | 'per' | 'part' | 'aviationNonCo2' | 'calorificBasis'>;

/** The days a factor may be used for. */
export function validityOf(factor: Pick<EmissionFactor, 'validFrom' | 'validTo'>) {
  return { from: factor.validFrom, to: factor.validTo };
}

/** One issue for each two factors of a list that answer one question in one region on the same day. */
export function factorClashes(factors: readonly EmissionFactor[]): readonly Issue[] {
  const groups = new Map<string, EmissionFactor[]>();
  for (const factor of factors) {
    const { region = '' } = factor;
    const question = `${region.length} ${region} ${questionOf(factor)}`;
    const group = groups.get(question);
    if (group === undefined) groups.set(question, [factor]);
    else group.push(factor);
  }
  return [...groups.values()].flatMap(clashesWithin);
}

function clashesWithin(group: readonly EmissionFactor[]): readonly Issue[] {
  const inOrder = [...group].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return inOrder.flatMap((factor, index) =>
    inOrder.slice(index + 1).flatMap((later) => {
      const shared = sharedPeriod(validityOf(factor), validityOf(later));
      return shared === undefined ? [] : [clash(factor, later, describePeriod(shared))];
    }),
  );
}

function clash(first: EmissionFactor, second: EmissionFactor, days: string): Issue {
  const query = `${first.key} (${first.method}, per ${first.per}) in ${days}`;
  const message = `The factors ${first.id} and ${second.id} both answer ${query}. Keep one, or part their validity.`;
  return errorIssue('factor-ambiguous', {
    message,
    detail: { query, ids: [first.id, second.id] },
    at: { path: 'factors' },
  });
}
