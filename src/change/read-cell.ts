import { acceptedText, parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { UNITY, ratioOfDecimal, ratioOfText, ratioTimes } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, combine, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { DecompositionCell, DecompositionValue } from './decomposition-cell.js';

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

/** Reads one cell: a value for every factor on both sides, none below zero. */
export function readCell(cell: DecompositionCell, factors: readonly string[]): Outcome<ReadCell> {
  const values = plainValues(cell, factors.length);
  return values === undefined ? readWithIssues(cell, factors) : success({ key: cell.key, values });
}

/** The values of a cell of nothing but decimals that are in order: by far the most cells, and read without a place for each. */
function plainValues({ before, after }: DecompositionCell, count: number): readonly FactorValues[] | undefined {
  if (before.length !== count || after.length !== count) return undefined;
  const values: FactorValues[] = [];
  for (const [index, value] of before.entries()) {
    const [first, last] = [plainRatio(value), plainRatio(after[index])];
    if (first === undefined || last === undefined) return undefined;
    values.push({ before: first, after: last });
  }
  return values;
}

function plainRatio(value: DecompositionValue | undefined): ExactRatio | undefined {
  const text = acceptedText(value);
  return text === undefined || text.startsWith('-') ? undefined : ratioOfText(text);
}

function readWithIssues({ key, before, after }: DecompositionCell, factors: readonly string[]): Outcome<ReadCell> {
  const unequal = [
    ...wrongLength(before.length, factors.length, `${key}.before`),
    ...wrongLength(after.length, factors.length, `${key}.after`),
  ];
  if (unequal.length > 0) return failureOf(unequal);
  const values = collect(
    factors.map((factor, index) =>
      combine<FactorValues>({
        before: located(readValue(before[index]), { path: `${key}.before.${factor}` }),
        after: located(readValue(after[index]), { path: `${key}.after.${factor}` }),
      }),
    ),
  );
  return values.ok ? success({ key, values: values.value }) : values;
}

function readValue(value: DecompositionValue | undefined): Outcome<ExactRatio> {
  if (!isQuotient(value)) return mapped(readNumerator(value), ratioOfDecimal);
  const terms = combine<{ numerator: Decimal; denominator: Decimal }>({
    numerator: readNumerator(value.numerator),
    denominator: readDenominator(value.denominator),
  });
  return mapped(terms, ({ numerator, denominator }) => ratioTimes(UNITY, numerator, denominator));
}

type Quotient = Exclude<DecompositionValue, DecimalInput>;

/** A Decimal is an object as well, but has neither a numerator nor a denominator. */
function isQuotient(value: unknown): value is Quotient {
  return typeof value === 'object' && value !== null && ('numerator' in value || 'denominator' in value);
}

function mapped<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.ok ? success(change(outcome.value)) : outcome;
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
