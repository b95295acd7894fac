import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { FactorSet } from './emission-factor.js';
import { factorClashes } from './factor-clashes.js';
import { fuelPropertyFaults } from './fuel-property-faults.js';

/** What the combined set is called; printed with every inventory that uses it. */
export interface CombinedName {
  readonly id: string;
  readonly edition: string;
}

/**
 * Several factor sets as one, in the order given: factors, fuel properties, and the haul rule where one of them has it.
 * Nothing takes precedence over anything.
 *
 * Issues: `factor-ambiguous` (two factors, or two records of a fuel, answer one question on the same day: names both),
 * `duplicate-id`, `factor-set-clash` (two different haul rules).
 *
 * @example combineFactorSets([grid, travel], { id: 'agency-2024', edition: '1' })
 */
export function combineFactorSets(sets: readonly FactorSet[], { id, edition }: CombinedName): Outcome<FactorSet> {
  const factors = sets.flatMap((set) => set.factors);
  const fuelProperties = sets.flatMap((set) => set.fuelProperties ?? []);
  const [haulRule] = sets.flatMap((set) => set.haulRule ?? []);
  const issues = [
    ...factorClashes(factors),
    ...duplicateIds(factors),
    ...fuelPropertyFaults(fuelProperties),
    ...haulRulesThatDiffer(sets),
  ];
  return outcomeOf(issues, () => ({
    id,
    edition,
    factors,
    ...(fuelProperties.length === 0 ? {} : { fuelProperties }),
    ...(haulRule === undefined ? {} : { haulRule }),
  }));
}

function haulRulesThatDiffer(sets: readonly FactorSet[]): readonly Issue[] {
  const ruled = sets.filter(({ haulRule }) => haulRule !== undefined);
  const rules = new Set(ruled.map(({ haulRule }) => JSON.stringify(haulRule)));
  if (rules.size < 2) return [];
  const ids = ruled.map(({ id }) => id);
  const message = `The sets ${ids.join(', ')} tell hauls by different rules. Combine them for different years, or keep one rule.`;
  return [errorIssue('factor-set-clash', { message, detail: { sets: ids, field: 'haulRule' } })];
}
