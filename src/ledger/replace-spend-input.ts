import { z } from 'zod';
import { periodShape, reportingPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { positiveShareSchema, readWith, textSchema } from '../reading.js';

/** A statement that activities stand for what a part of some invoices paid for. */
export interface SpendReplacement {
  readonly id: string;
  /** The product of the purchases, and their site; without a site, purchases that name none. */
  readonly product: string;
  readonly site?: string | undefined;
  /** The days of spend that are replaced, both ends included. */
  readonly period: ReportingPeriod;
  /** The part of those invoices that paid for what the activities now stand for: above 0, at most 1. */
  readonly share: Decimal;
  /** The ids of the activities that stand for it. */
  readonly by: readonly string[];
  /** Where the share comes from; printed with the money. */
  readonly why: string;
}

/** `SpendReplacement` as data; the order of the period's ends is checked by `parseSpendReplacements`. */
export const spendReplacementSchema = z.strictObject({
  id: textSchema,
  product: textSchema,
  site: z.optional(textSchema),
  period: periodShape,
  share: positiveShareSchema,
  by: z.array(textSchema).min(1),
  why: textSchema,
});

/**
 * Reads statements of replaced spend: every row, every fault, all at once.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (a share that is not above 0 and up to 1, an activity named
 * twice), `invalid-number`, `invalid-date`, `invalid-period`, `duplicate-id`.
 *
 * @example
 * parseSpendReplacements([{ id: 'heat-in-rent', product: 'rent', site: 'koivula', share: '0.15', by: ['h-1'],
 *   period: { from: '2024-01-01', to: '2024-07-31' }, why: 'heat is 15 % of the rent by its contract' }])
 */
export function parseSpendReplacements(rows: readonly unknown[]): Outcome<readonly SpendReplacement[]> {
  const read = collect(rows.map((row, index) => located(parseReplacement(row), { row: index + 1 })));
  const repeated = duplicateIds(rows);
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

function parseReplacement(row: unknown): Outcome<SpendReplacement> {
  const read = readWith<SpendReplacement>(spendReplacementSchema, row);
  if (!read.ok) return read;
  const { period, by } = read.value;
  const ends = reportingPeriod(period.from, period.to).issues.map((issue) => locateIssue(issue, { path: 'period' }));
  return outcomeOf([...ends, ...namedTwice(by)], () => read.value);
}

function namedTwice(by: readonly string[]): readonly Issue[] {
  const twice = new Set(by.filter((id, index) => by.indexOf(id) !== index));
  return [...twice].map((value) => {
    const message = `The activity ${value} is named twice. Name each activity once.`;
    return errorIssue('invalid-value', {
      message,
      detail: { value, expected: 'each activity once', nearest: [] },
      at: { path: 'by' },
    });
  });
}
