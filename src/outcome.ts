import { describeIssue, errorIssue, locateIssue } from './issue.js';
import type { Issue, IssueLocation } from './issue.js';

/**
 * What every function that touches data returns: a value with its warnings, or all that is wrong at once.
 * `value` is out of reach until `ok` has been looked at.
 *
 * @example
 * const parsed = parseActivities(rows);
 * if (!parsed.ok) return show(parsed.issues);
 * calculate(parsed.value);
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/**
 * The only error class: what `orThrow` throws for bad data, and what quantity arithmetic throws when it is used wrongly.
 * `issues` holds every issue, the message their text.
 */
export class HiilitaseError extends Error {
  override readonly name = 'HiilitaseError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(describeIssue).join('\n'));
    this.issues = issues;
  }
}

const NO_ISSUES: readonly Issue[] = Object.freeze([]);

/** A value, with the warnings that travel with it. */
export function success<T>(value: T, issues: readonly Issue[] = NO_ISSUES): Outcome<T> {
  return { ok: true, value, issues };
}

/** No value: the issues say why. */
export function failure(first: Issue, ...rest: readonly Issue[]): Outcome<never> {
  return { ok: false, issues: [first, ...rest] };
}

/** No value, for a list that is known to hold at least one error. */
export function failureOf(issues: readonly Issue[]): Outcome<never> {
  return { ok: false, issues: issues as [Issue, ...Issue[]] }; // not empty: the caller has seen an error in it
}

/** The value if no issue is an error, otherwise the issues alone. `value` is only called when there is a value to be had. */
export function outcomeOf<T>(issues: readonly Issue[], value: () => T): Outcome<T> {
  return issues.some((issue) => issue.severity === 'error') ? failureOf(issues) : success(value(), issues);
}

/** All values, or the issues of all of them together, in the order given. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<readonly T[]> {
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1) return only.ok ? success([only.value], only.issues) : only;
  // Most outcomes have no issue: then no list of them is made.
  const silent = outcomes.every(({ issues: found }) => found.length === 0);
  const issues = silent ? NO_ISSUES : outcomes.flatMap((outcome) => outcome.issues);
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return failureOf(issues);
    values.push(outcome.value);
  }
  return success(values, issues);
}

/** A record of values from a record of outcomes, or the issues of all of them together. */
export function combine<T extends object>(outcomes: { readonly [K in keyof T]: Outcome<T[K]> }): Outcome<T> {
  const entries = Object.entries<Outcome<unknown>>(outcomes);
  const pairs = collect(
    entries.map(([key, outcome]) => (outcome.ok ? success([key, outcome.value] as const, outcome.issues) : outcome)),
  );
  if (!pairs.ok) return pairs;
  return success(Object.fromEntries(pairs.value) as T, pairs.issues); // every key of T has its outcome and its value
}

/** The outcome with every issue placed; what an issue already says of its place is kept. */
export function located<T>(outcome: Outcome<T>, at: IssueLocation): Outcome<T> {
  if (outcome.issues.length === 0) return outcome;
  const issues = outcome.issues.map((issue) => locateIssue(issue, at));
  return outcome.ok ? success(outcome.value, issues) : failureOf(issues);
}

/**
 * The value of an outcome, or a thrown `HiilitaseError` with all its issues. For scripts and tests; a form reads `issues`.
 *
 * @example
 * const activities = orThrow(parseActivities(rows));
 */
export function orThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new HiilitaseError(outcome.issues);
}

/** The error for a wrong program (kilograms added to tonnes, a figure past the digits kept): never caused by data alone. */
export function programError(reason: string): HiilitaseError {
  return new HiilitaseError([errorIssue('program-error', { message: reason, detail: { reason } })]);
}

/** The end of a closed switch: a kind that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw programError(`A closed switch was left through an unknown value: ${String(value)}.`);
}
