import { parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { ratioOfDecimal } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { combine, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { DecompositionCell, DecompositionValue } from './decomposition-table.js';
import { ratioOfText } from './ratio-of-text.js';

/** A cell whose numbers have been read. */
export interface ReadCell {
  readonly key: string;
  /** One for each factor, in the order of the table. */
  readonly values: readonly FactorValues[];
}

/** A factor of one cell on both sides, exact, not below zero. */
export interface FactorValues {
  readonly before: ExactRatio;
  readonly after: ExactRatio;
}

/**
 * Reads one cell: a value for every factor on both sides, none below zero.
 *
 * Issues: `invalid-value`, `invalid-number`, `negative-factor`.
 */
export function readCell(cell: DecompositionCell, factors: readonly string[]): Outcome<ReadCell> {
  const values = plainValues(cell, factors.length);
  return values === undefined ? failureOf(issuesOf(cell, factors)) : success({ key: cell.key, values });
}

/** The values of a cell in which all is in order, as in nearly every one: read without a place for each. */
function plainValues({ before, after }: DecompositionCell, count: number): readonly FactorValues[] | undefined {
  if (before.length !== count || after.length !== count) return undefined;
  const values: FactorValues[] = [];
  for (let index = 0; index < count; index += 1) {
    const [first, last] = [plainRatio(before[index]), plainRatio(after[index])];
    if (first === undefined || last === undefined) return undefined;
    values.push({ before: first, after: last });
  }
  return values;
}

function plainRatio(value: DecompositionValue | undefined): ExactRatio | undefined {
  if (!isQuotient(value)) return plainDecimal(value);
  const [numerator, denominator] = [plainDecimal(value.numerator), plainDecimal(value.denominator)];
  if (numerator === undefined || denominator === undefined || denominator.above === 0n) return undefined;
  const exponent = numerator.exponent - denominator.exponent;
  return { above: numerator.above, below: denominator.above, exponent };
}

function plainDecimal(value: DecimalInput | undefined): ExactRatio | undefined {
  const short = typeof value === 'string' || typeof value === 'number' ? ratioOfText(String(value)) : undefined;
  if (short !== undefined) return short;
  const read = parseDecimal(value);
  return read.ok && !read.value.isNegative() ? ratioOfDecimal(read.value) : undefined;
}

/** What is wrong with a cell that could not be read, each with its place. */
function issuesOf({ key, before, after }: DecompositionCell, factors: readonly string[]): readonly Issue[] {
  const unequal = [
    ...wrongLength(before.length, factors.length, `${key}.before`),
    ...wrongLength(after.length, factors.length, `${key}.after`),
  ];
  if (unequal.length > 0) return unequal;
  return factors.flatMap((factor, index) => [
    ...located(readValue(before[index]), { path: `${key}.before.${factor}` }).issues,
    ...located(readValue(after[index]), { path: `${key}.after.${factor}` }).issues,
  ]);
}

function readValue(value: DecompositionValue | undefined): Outcome<unknown> {
  if (!isQuotient(value)) return readNumerator(value);
  return combine({ numerator: readNumerator(value.numerator), denominator: readDenominator(value.denominator) });
}

type Quotient = Exclude<DecompositionValue, DecimalInput>;

/** A Decimal is an object as well, but has neither a numerator nor a denominator. */
function isQuotient(value: unknown): value is Quotient {
  return typeof value === 'object' && value !== null && ('numerator' in value || 'denominator' in value);
}

function readNumerator(value: DecimalInput | undefined): Outcome<Decimal> {
  const read = parseDecimal(value);
  if (!read.ok || !read.value.isNegative()) return read;
  const text = read.value.toFixed();
  const message = `The factor is ${text}; a factor of a product that is explained by ratios cannot be below zero. Take credits into a part of their own, or merge them with what they correct.`;
  return failureOf([errorIssue('negative-factor', { message, detail: { value: text } })]);
}

function readDenominator(value: DecimalInput): Outcome<Decimal> {
  const read = parseDecimal(value);
  if (!read.ok || read.value.greaterThan(0)) return read;
  const detail = { value: read.value.toFixed(), expected: 'a denominator above zero', nearest: [] };
  const message = `The denominator is ${detail.value}; a ratio needs one above zero. Leave out the part that has none, or state the factor as a number.`;
  return failureOf([errorIssue('invalid-value', { message, detail })]);
}

function wrongLength(count: number, wanted: number, path: string): readonly Issue[] {
  if (count === wanted) return [];
  const message = `${path} has ${count} values for ${wanted} factors.`;
  const detail = { value: String(count), expected: `${wanted} values`, nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path } })];
}
