import { errorIssue } from './issue.js';
import type { Issue } from './issue.js';

/**
 * One issue for each id that more than one record carries, with its rows (1-based positions), placed at the last of them.
 * What is no record, or has no text as its id, is passed over.
 */
export function duplicateIds(records: readonly unknown[]): readonly Issue[] {
  const repeated = repeatedIds(records);
  if (repeated.size === 0) return [];
  const rowsOf = new Map<string, number[]>();
  for (const [index, record] of records.entries()) {
    const id = idOf(record);
    if (id === undefined || !repeated.has(id)) continue;
    const rows = rowsOf.get(id);
    if (rows === undefined) rowsOf.set(id, [index + 1]);
    else rows.push(index + 1);
  }
  return [...rowsOf].map(([id, rows]) => duplicateId(id, rows));
}

/** The same for records that a site names: one issue for each site that stands more than once. */
export function duplicateSites(records: readonly { readonly site: string }[]): readonly Issue[] {
  const issues = duplicateIds(records.map(({ site }) => ({ id: site })));
  return issues.map((issue) => ({ ...issue, at: { ...issue.at, path: 'site' } }));
}

/** The ids that stand more than once; usually none, which is found without a list for every id. */
export function repeatedIds(records: readonly unknown[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const record of records) {
    const id = idOf(record);
    if (id === undefined) continue;
    const before = seen.size;
    if (seen.add(id).size === before) repeated.add(id);
  }
  return repeated;
}

function idOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null || !('id' in record)) return undefined;
  return typeof record.id === 'string' ? record.id : undefined;
}

const ROWS_NAMED = 10;

function duplicateId(id: string, rows: readonly number[]): Issue {
  const named = rows.slice(0, ROWS_NAMED).join(', ');
  const more = rows.length > ROWS_NAMED ? ` and ${rows.length - ROWS_NAMED} more` : '';
  const message = `The id ${JSON.stringify(id)} is used in rows ${named}${more}. Give each record an id of its own.`;
  return errorIssue('duplicate-id', {
    message,
    detail: { id, rows },
    at: { row: rows.reduce((_, row) => row), path: 'id' },
  });
}
