import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, shareSchema, textSchema, yearSchema } from '../reading.js';

/** By a year, emissions have to be lower than in the base year by a share of them. */
export interface Milestone {
  readonly year: number;
  /** Share of the base year's emissions to be cut: "0.5" for −50 %. */
  readonly reduction: Decimal;
}

/** A reduction target: a base year and milestones, each a constraint of its own, and how the way between them is drawn. */
export interface Target {
  readonly name: string;
  readonly baseYear: number;
  readonly milestones: readonly Milestone[];
  /** `linear`: the same tonnes each year between two milestones; `constant-rate`: the same share each year. */
  readonly path: 'linear' | 'constant-rate';
}

/** `Target` as data; the order of the milestones is checked by `parseTarget`. */
export const targetSchema = z.strictObject({
  name: textSchema,
  baseYear: yearSchema,
  milestones: z.array(z.strictObject({ year: yearSchema, reduction: shareSchema })),
  path: z.enum(['linear', 'constant-rate']),
});

/**
 * Reads a target. Milestones stand in order of their years, all after the base year, and none loosens the one before.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `target-milestones`.
 */
export function parseTarget(input: unknown): Outcome<Target> {
  const read = readWith<Target>(targetSchema, input);
  if (!read.ok) return read;
  return outcomeOf(milestoneIssues(read.value), () => read.value);
}

function milestoneIssues({ baseYear, milestones }: Target): readonly Issue[] {
  if (milestones.length === 0) return [wrongMilestones('it has none', 'milestones')];
  const issues: Issue[] = [];
  let year = baseYear;
  let reduction: Decimal | undefined;
  for (const [index, milestone] of milestones.entries()) {
    const path = `milestones.${index}`;
    if (milestone.year <= year) issues.push(wrongMilestones(`${milestone.year} does not come after ${year}`, path));
    if (reduction?.greaterThan(milestone.reduction) === true) {
      issues.push(wrongMilestones(`${milestone.year} allows more than ${year}`, path));
    }
    ({ year, reduction } = milestone);
  }
  return issues;
}

function wrongMilestones(reason: string, path: string): Issue {
  const message = `The milestones of the target do not fit: ${reason}. List them by year, each cutting at least as much as the one before.`;
  return errorIssue('target-milestones', { message, detail: { reason }, at: { path } });
}
