import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Inventory } from './inventory.js';

/**
 * Inventories that were calculated in parts (by site, by ledger) as one: all lines, in the order given, every warning once.
 * The parts must be of one organisation, period, boundary and calculation, with ids that are unique over all of them. A
 * certificate, and an estimate with the readings that replace it, must lie in one part, since parts do not see each other.
 *
 * Issues: `inventories-differ` (also for a list of none), `duplicate-id`.
 *
 * @example addInventories([north, south])
 */
export function addInventories(inventories: readonly Inventory[]): Outcome<Inventory> {
  const [first, ...others] = inventories;
  if (first === undefined) return failureOf([none()]);
  const differing = others.flatMap((other, index) =>
    FIELDS.filter((field) => JSON.stringify(first[field]) !== JSON.stringify(other[field])).map((field) =>
      differs(field, index + 1),
    ),
  );
  const lines = inventories.flatMap((inventory) => inventory.lines);
  const issues = [...differing, ...duplicateIds(lines)];
  if (issues.length > 0) return failureOf(issues);
  const warnings = distinct(inventories.flatMap((inventory) => inventory.warnings));
  return success({ ...first, lines, warnings }, warnings);
}

const FIELDS = [
  'organisation',
  'boundary',
  'period',
  'gwp',
  'factors',
  'aviationNonCo2',
  'residualMix',
  'upstream',
] as const satisfies readonly (keyof Inventory)[];

function none(): Issue {
  const message = 'There is no inventory to add.';
  return errorIssue('inventories-differ', { message, detail: { field: 'inventories', position: 0 } });
}

function differs(field: string, index: number): Issue {
  const message = `The inventories cannot be added: ${field} of number ${index + 1} differs from the first. Calculate the parts with the same settings.`;
  return errorIssue('inventories-differ', { message, detail: { field, position: index + 1 } });
}

function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
