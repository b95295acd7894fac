import type { z } from 'zod';
import { reportingPeriod } from '../calendar/reporting-period.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { collect, failure, failureOf, located } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith } from '../reading.js';
import { shownValue } from '../shown-value.js';
import { ACTIVITY_KINDS, ACTIVITY_SCHEMAS, isActivityKind } from './activity.js';
import type { Activity } from './activity.js';

/**
 * Reads activity records as they come from JSON or a table: every row, every fault, all at once. `at.row` is the 1-based
 * position in `rows`. Ids are unique within the call.
 *
 * Issues: `unknown-kind`, `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`,
 * `invalid-period`, `unknown-unit`, `unit-mismatch`, `negative-amount`, `shares-not-one`, `duplicate-id`.
 *
 * @example
 * parseActivities([{ id: 'v-1', kind: 'mobile-combustion', date: '2021-02-01', fuel: 'diesel',
 *   amount: { value: '300', unit: 'litre' } }])
 */
export function parseActivities(rows: readonly unknown[]): Outcome<readonly Activity[]> {
  const read = collect(rows.map((row, index) => located(parseActivity(row), { row: index + 1 })));
  const repeated = duplicateIds(rows);
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

function parseActivity(row: unknown): Outcome<Activity> {
  const known: Partial<Record<'id' | 'kind' | 'date' | 'period', unknown>> =
    typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
  const at = typeof known.id === 'string' ? { activityId: known.id } : {};
  if (!isActivityKind(known.kind)) return located(unknownKind(known.kind), at);
  const schema: z.ZodType = ACTIVITY_SCHEMAS[known.kind];
  const read = readWith(schema, row);
  const timing = timingIssues(known);
  // Exactly one of date and period is there: that was just looked at.
  if (read.ok && timing.length === 0) return read as Outcome<Activity>;
  return failureOf([...read.issues, ...timing].map((issue) => locateIssue(issue, at)));
}

function timingIssues({ date, period }: { date?: unknown; period?: unknown }): readonly Issue[] {
  if ((date === undefined) === (period === undefined)) {
    const message = 'Give either a date or a period (both ends included), and not both.';
    const detail = { value: date === undefined ? 'neither' : 'both', expected: 'date or period', nearest: [] };
    return [errorIssue('invalid-value', { message, detail, at: { path: 'date' } })];
  }
  const { from, to } = (period ?? {}) as { from?: unknown; to?: unknown }; // only read, and only as texts
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
  const ordered = reportingPeriod(from, to);
  // Dates that do not exist are reported by the schema already.
  return ordered.issues
    .filter((issue) => issue.code === 'invalid-period')
    .map((issue) => locateIssue(issue, { path: 'period' }));
}

function unknownKind(kind: unknown): Outcome<never> {
  if (kind === undefined) {
    return failure(
      errorIssue('missing-field', {
        message: `The field kind is missing. It is one of ${ACTIVITY_KINDS.join(', ')}.`,
        detail: { field: 'kind' },
        at: { path: 'kind' },
      }),
    );
  }
  const text = shownValue(kind);
  const nearest = nearestNames(text, ACTIVITY_KINDS);
  const message = `${JSON.stringify(text)} is not a kind of activity.${didYouMean(nearest)}`;
  return failure(errorIssue('unknown-kind', { message, detail: { kind: text, nearest }, at: { path: 'kind' } }));
}
