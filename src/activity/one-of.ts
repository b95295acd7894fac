import { errorIssue } from '../issue.js';
import type { RecordContext } from '../reading.js';

/** Refuses a record that gives both or neither of two alternatives. */
export function oneOf<A extends string, B extends string>(first: A, second: B) {
  return (record: { readonly [K in A | B]?: unknown }, context: RecordContext): void => {
    const given = [first, second].filter((field) => record[field] !== undefined);
    if (given.length === 1) return;
    const message = `Give either ${first} or ${second}, and not both.`;
    const value = given.length === 0 ? 'neither' : 'both';
    const detail = { value, expected: `${first} or ${second}`, nearest: [] };
    const issue = errorIssue('invalid-value', { message, detail, at: { path: first } });
    context.addIssue({ code: 'custom', message, params: { issue } });
  };
}
