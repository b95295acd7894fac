import { errorIssue } from './issue.js';
import type { Issue } from './issue.js';

/** One issue for each id that more than one record carries, with all its rows (1-based positions), placed at the last. */
export function duplicateIds(records: readonly { readonly id: string }[]): readonly Issue[] {
  const rowsOf = new Map<string, number[]>();
  for (const [index, { id }] of records.entries()) {
    const rows = rowsOf.get(id);
    if (rows === undefined) rowsOf.set(id, [index + 1]);
    else rows.push(index + 1);
  }
  return [...rowsOf].filter(([, rows]) => rows.length > 1).map(([id, rows]) => duplicateId(id, rows));
}

function duplicateId(id: string, rows: readonly number[]): Issue {
  const message = `The id ${JSON.stringify(id)} is used in rows ${rows.join(', ')}. Give each record an id of its own.`;
  return errorIssue('duplicate-id', { message, detail: { id, rows }, at: { row: Math.max(...rows), path: 'id' } });
}
