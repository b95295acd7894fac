import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { nearestNames } from '../nearest.js';
import { shownValue } from '../shown-value.js';
import { digitsOf } from './exact-json.js';

/** A record of a JSON text, by its own keys. */
export type JsonRecord = ReadonlyMap<string, unknown>;

/** The record that a value is, or nothing where it is none. */
export function recordOf(value: unknown): JsonRecord | undefined {
  const record = typeof value === 'object' && value !== null && !Array.isArray(value) && digitsOf(value) === undefined;
  return record ? new Map(Object.entries(value)) : undefined;
}

/** The list that a value is, or nothing where it is none. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Text with something in it, or nothing. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const WHOLE = /^(?:0|[1-9]\d{0,8})$/;

/** A whole number from 0 to below 10⁹ as written, or nothing. */
export function wholeOf(digits: string | undefined): number | undefined {
  return digits !== undefined && WHOLE.test(digits) ? Number(digits) : undefined;
}

/** An issue for a value that is not what JSON-stat has at that place. */
export function oddValue(value: unknown, expected: string, path: string): Issue {
  const shown = digitsOf(value) ?? shownValue(value);
  const message = `${shown} does not fit at ${path}: expected ${expected}.`;
  return errorIssue('invalid-value', { message, detail: { value: shown, expected, nearest: [] }, at: { path } });
}

/** An issue for something that is named and not there. */
export function unknownName(name: string, known: readonly string[], path: string): Issue {
  const expected = `one of ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}`;
  const message = `${JSON.stringify(name)} is not known at ${path}: expected ${expected}.`;
  const nearest = nearestNames(name, known);
  return errorIssue('invalid-value', { message, detail: { value: name, expected, nearest }, at: { path } });
}

/** An issue for something that is not there. */
export function missingPart(path: string): Issue {
  return errorIssue('missing-field', {
    message: `The field ${path} is missing.`,
    detail: { field: path },
    at: { path },
  });
}
