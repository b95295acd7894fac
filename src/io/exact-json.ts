import { errorIssue } from '../issue.js';
import { failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { syntaxIssue } from './file-faults.js';
import { repeatedKeys } from './json-keys.js';

const CHARACTERS_AT_MOST = 268_435_456;
const DIGITS: unique symbol = Symbol('digits');

/** A number of a JSON text as it is written there. JSON has no symbols: no record of a file can pass for one. */
export interface JsonNumber {
  readonly [DIGITS]: string;
}

/** Strings, the ones before a colon too, and numbers. What else JSON has holds neither a quotation mark nor a digit. */
const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\d[\d.eE+-]*/g;

/**
 * Reads a JSON text whose numbers are kept as they are written: `JSON.parse` makes doubles of them, and 0.1 + 0.2 with them.
 * Everything else is as `JSON.parse` gives it.
 *
 * Issues: `file-syntax` (no JSON, or a key twice in one record), `file-too-large`.
 */
export function parseExactJson(text: string, source: string): Outcome<unknown> {
  if (text.length > CHARACTERS_AT_MOST) {
    const limit = '256 Mi characters a JSON text';
    const message = `The text is longer than ${limit}.`;
    return failure(errorIssue('file-too-large', { message, detail: { limit }, at: { source } }));
  }
  try {
    JSON.parse(text);
    const repeated = repeatedKeys(text);
    if (repeated.length > 0) return failureOf(repeated.map((key) => keyTwice(key, source)));
    return success(JSON.parse(marked(text), unmarked));
  } catch (error) {
    // A SyntaxError, or a RangeError where records lie in records without end.
    return failure(syntaxIssue(source, `it is no JSON (${error instanceof Error ? error.message : String(error)})`));
  }
}

/** The digits of a number, or `undefined` for what is none. */
export function digitsOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && DIGITS in value ? String(value[DIGITS]) : undefined;
}

/** The text with every number as a string that begins with n, and every other string that is no key with s before it. */
function marked(text: string): string {
  return text.replaceAll(TOKENS, (token: string, string: string | undefined, colon: string | undefined) => {
    if (string === undefined) return `"n${token}"`;
    return colon === undefined ? `"s${string.slice(1)}` : token;
  });
}

function unmarked(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.slice(1);
  return value.startsWith('n') ? { [DIGITS]: text } : text;
}

function keyTwice(key: string, source: string) {
  return syntaxIssue(source, `the key ${JSON.stringify(key)} stands twice in one record, and only one could be kept`);
}
