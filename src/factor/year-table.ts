import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Decimal } from '../decimal.js';
import { positiveDecimalSchema, readWith, schemaOf } from '../reading.js';
import { quotedValue, shownValue } from '../shown-value.js';

/** Values by year, as in JSON: `{ "2018": "102.2", "2019": "103.3" }`. All above zero. */
export type YearTable = Readonly<Record<string, Decimal>>;

const YEAR = /^(?:199\d|20\d\d|2100)$/;

/**
 * Reads values by year. A key that is no year from 1990 to 2100, or a value that is not above zero, is an issue.
 *
 * Issues: `unknown-key`, `invalid-number`, `invalid-value`.
 */
function parseYearTable(input: unknown): Outcome<YearTable> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const detail = { value: shownValue(input), expected: 'values by year', nearest: [] };
    return failure(
      errorIssue('invalid-value', { message: 'Expected values by year, such as { "2018": "102.2" }.', detail }),
    );
  }
  const issues: Issue[] = [];
  const years: [string, Decimal][] = [];
  for (const [year, value] of Object.entries(input)) {
    const read = readWith(positiveDecimalSchema, value);
    if (!YEAR.test(year)) issues.push(notAYear(year));
    else if (read.ok) years.push([year, read.value]);
    else
      issues.push(
        ...read.issues.map((issue) => ({ ...issue, message: `${year}: ${issue.message}`, at: { path: year } })),
      );
  }
  return issues.length > 0 ? failureOf(issues) : success(Object.fromEntries(years));
}

function notAYear(key: string): Issue {
  const message = `${quotedValue(key)} is not a year from 1990 to 2100.`;
  return errorIssue('unknown-key', { message, detail: { key, nearest: [] } });
}

/** Values by year inside a larger schema. */
export const yearTableSchema = schemaOf(parseYearTable);

/** The value of a year, or `undefined`; inherited names are not values. */
export function valueOfYear(table: YearTable, year: number): Decimal | undefined {
  return Object.hasOwn(table, String(year)) ? table[String(year)] : undefined;
}
