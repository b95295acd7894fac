import { z } from 'zod';
import { parseDecimal } from './decimal.js';
import type { Decimal } from './decimal.js';
import { errorIssue } from './issue.js';
import type { Issue } from './issue.js';
import { didYouMean, nearestNames } from './nearest.js';
import { failure, failureOf, success } from './outcome.js';
import type { Outcome } from './outcome.js';
import { quotedValue, shownValue } from './shown-value.js';

/**
 * A schema made of one of the library's own parse functions, so that its issues keep their codes inside zod.
 * A missing value is left to the reader's own report of missing fields.
 */
export function schemaOf<T>(parse: (input: unknown) => Outcome<T>): z.ZodType<T> {
  return z.unknown().transform((input, context): T => {
    const outcome = parse(input);
    if (outcome.ok) return outcome.value;
    for (const issue of outcome.issues) {
      // `continue: false`: a value that could not be read is not handed to later checks (zod 4.0 would do so).
      context.addIssue({ code: 'custom', message: issue.message, params: { issue }, continue: false });
    }
    return z.NEVER;
  });
}

/** Where a check of a whole record puts what it finds; zod hands it over. */
export interface RecordContext {
  addIssue(issue: { code: 'custom'; message: string; params: { issue: Issue }; continue?: false }): void;
}

/** One exact decimal; see `parseDecimal` for the grammar. */
export const decimalSchema: z.ZodType<Decimal> = schemaOf(parseDecimal);

/** A decimal that may be zero but not negative. */
export const nonNegativeDecimalSchema: z.ZodType<Decimal> = schemaOf((input) =>
  bounded(input, (value) => !value.isNegative(), 'zero or a positive number'),
);

/** A decimal above zero. */
export const positiveDecimalSchema: z.ZodType<Decimal> = schemaOf((input) =>
  bounded(input, (value) => value.greaterThan(0), 'a number above zero'),
);

/** A share: at least 0 and at most 1, written as a fraction ("0.5", not "50"). */
export const shareSchema: z.ZodType<Decimal> = schemaOf((input) =>
  bounded(
    input,
    (value) => !value.isNegative() && value.lessThanOrEqualTo(1),
    'a share from 0 to 1, such as "0.5" for 50 %',
  ),
);

/** A share at least 0 and below 1: something of which a part is left. */
export const shareBelowOneSchema: z.ZodType<Decimal> = schemaOf((input) =>
  bounded(
    input,
    (value) => !value.isNegative() && value.lessThan(1),
    'a share from 0 to below 1, such as "0.2" for 20 %',
  ),
);

/** A share above 0 and at most 1: something that is divided by. */
export const positiveShareSchema: z.ZodType<Decimal> = schemaOf((input) =>
  bounded(input, (value) => value.greaterThan(0) && value.lessThanOrEqualTo(1), 'a share above 0 and up to 1'),
);

function bounded(input: unknown, fits: (value: Decimal) => boolean, expected: string): Outcome<Decimal> {
  const outcome = parseDecimal(input);
  if (!outcome.ok || fits(outcome.value)) return outcome;
  return failure(valueIssue(input, expected, []));
}

const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * Text with something in it. White space at either end is refused: two names that look alike must not be two names. So
 * is half a character (a lone surrogate), which cannot be written to a file.
 */
export const textSchema: z.ZodType<string> = schemaOf((input) => {
  const plain = typeof input === 'string' && input !== '' && input.trim() === input && !HALF_CHARACTER.test(input);
  return plain ? success(input) : failure(valueIssue(input, 'text, whole characters, no white space at its ends', []));
});

/** A year from 1990 to 2100, as a whole number. */
export const yearSchema = z.int().min(1990).max(2100);

/**
 * Reads `input` with `schema` and turns every fault into an issue with its path: an unknown key with the nearest known
 * ones, a missing field by name, a wrong value with what was expected. All faults at once.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, and those of the library's own parse functions.
 */
export function readWith<T>(schema: z.ZodType<T>, input: unknown): Outcome<T> {
  const result = schema.safeParse(input);
  if (result.success) return success(result.data);
  return failureOf(result.error.issues.flatMap((fault) => issuesOfFault(schema, input, fault)));
}

type Fault = z.core.$ZodIssue;

function issuesOfFault(schema: z.ZodType, input: unknown, fault: Fault): readonly Issue[] {
  const path = fault.path.map(String).join('.');
  const at = path === '' ? {} : { at: { path } };
  const value = valueAt(input, fault.path);
  if (value === undefined && fault.path.length > 0) {
    return [errorIssue('missing-field', { message: `The field ${path} is missing.`, detail: { field: path }, ...at })];
  }
  if (fault.code === 'unrecognized_keys') {
    return fault.keys.map((key) => unknownKeyIssue(key, [...fault.path, key], keysAt(schema, fault.path)));
  }
  const own: unknown = fault.code === 'custom' ? fault.params?.['issue'] : undefined;
  if (own !== undefined) return [placed(own as Issue, path)]; // put there by this library's own checks, and by nobody else
  return [{ ...valueIssue(value, expectedBy(fault), valuesOf(fault)), ...at }];
}

/** The values a fault would have let pass, where it names them. */
function valuesOf(fault: Fault): readonly string[] {
  return fault.code === 'invalid_value' ? fault.values.map(String) : [];
}

/** What a fault wants, in words. */
function expectedBy(fault: Fault): string {
  switch (fault.code) {
    case 'invalid_value':
      return `one of ${valuesOf(fault).join(', ')}`;
    case 'invalid_union':
      return fault.errors.flat().map(expectedBy).join(' or ');
    case 'too_small':
      return fault.origin === 'array' ? `at least ${fault.minimum} entries` : `${fault.minimum} or more`;
    case 'too_big':
      return `${fault.maximum} or less`;
    default:
      return fault.message.replace(/^Invalid input: expected /, '');
  }
}

/** The issue at a path, or below it where the issue knows its own path inside the value. */
function placed(issue: Issue, path: string): Issue {
  const steps = [path, issue.at?.path ?? ''].filter((step) => step !== '');
  return steps.length === 0 ? issue : { ...issue, at: { ...issue.at, path: steps.join('.') } };
}

function unknownKeyIssue(key: string, path: readonly PropertyKey[], known: readonly string[]): Issue {
  const nearest = nearestNames(key, known);
  const message = `The key ${JSON.stringify(key)} is not known here.${didYouMean(nearest)}`;
  return errorIssue('unknown-key', { message, detail: { key, nearest }, at: { path: path.map(String).join('.') } });
}

function valueIssue(input: unknown, expected: string, values: readonly string[]): Issue {
  const value = shownValue(input);
  const nearest = values.length === 0 ? [] : nearestNames(value, values);
  const message = `${quotedValue(input)} does not fit: expected ${expected}.${didYouMean(nearest)}`;
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest } });
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return value;
}

/** The keys that the schema knows at a path, through optional fields and arrays; none where it is not a record. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let here: unknown = withoutOptional(schema);
  for (const step of path) {
    if (here instanceof z.ZodArray) here = withoutOptional(here.element);
    else if (here instanceof z.ZodObject) here = withoutOptional(Reflect.get(here.shape, step));
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function withoutOptional(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
