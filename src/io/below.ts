import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** The outcome with every issue's path below a place of the project file: the key a reader has to change. */
export function below<T>(outcome: Outcome<T>, path: string): Outcome<T> {
  const issues = outcome.issues.map((issue) => {
    const steps = [path, issue.at?.path].filter((step) => step !== undefined);
    return { ...issue, at: { ...issue.at, path: steps.join('.') } };
  });
  return outcome.ok ? success(outcome.value, issues) : failureOf(issues);
}
