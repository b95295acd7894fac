import { ONE, parseDecimal } from '../decimal.js';
import type { Decimal, DecimalInput } from '../decimal.js';
import { UNITY, ratioTimes } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, combine, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isUnit } from '../quantity/units.js';
import type { Unit } from '../quantity/units.js';
import { didYouMean, nearestNames } from '../nearest.js';

/** What a figure is a product of, for every part of it, before and after. */
export interface DecompositionTable<U extends Unit = Unit> {
  /** The unit of the product. */
  readonly unit: U;
  /** The names of the factors, in the order of the values. */
  readonly factors: readonly string[];
  /** The parts of the figure (forms, sites, months); each is the product of its values. */
  readonly cells: readonly DecompositionCell[];
}

/**
 * A value of a factor: a number, or a ratio that stays exact where no decimal is (a third; kilograms per night).
 *
 * @example { numerator: '439350', denominator: 7 }
 */
export type DecompositionValue =
  | DecimalInput
  | {
      readonly numerator: DecimalInput;
      /** Above zero. */
      readonly denominator: DecimalInput;
    };

/** One part: a value for each factor, before and after. */
export interface DecompositionCell {
  readonly key: string;
  readonly before: readonly DecompositionValue[];
  readonly after: readonly DecompositionValue[];
}

/** A cell whose numbers have been read. */
export interface ReadCell {
  readonly key: string;
  /** One for each factor, in the order of the table. */
  readonly values: readonly FactorValues[];
}

/** A factor of one cell on both sides. */
export interface FactorValues {
  readonly before: ExactRatio;
  readonly after: ExactRatio;
}

/** More factors than anyone reads, and no more than an exact Shapley value takes in a moment. */
const FACTORS_AT_MOST = 16;

/**
 * The cells of a table, read and checked: a value for every factor on both sides, none below zero and no denominator zero,
 * keys and names once.
 *
 * Issues: `invalid-value`, `invalid-number`, `negative-factor`, `duplicate-id`, `unknown-unit`.
 */
export function readTable(table: DecompositionTable): Outcome<readonly ReadCell[]> {
  const cells = collect(table.cells.map((cell, index) => located(readCell(cell, table.factors), { row: index + 1 })));
  const issues = [...shapeIssues(table), ...cells.issues];
  return issues.length > 0 ? failureOf(issues) : cells;
}

function shapeIssues({ unit, factors, cells }: DecompositionTable): readonly Issue[] {
  return [
    ...(isUnit(unit) ? [] : [unknownUnit(String(unit))]),
    ...(factors.length >= 1 && factors.length <= FACTORS_AT_MOST ? [] : [wrongCount(factors.length)]),
    ...repeated(factors, 'factors'),
    ...repeated(
      cells.map(({ key }) => key),
      'cells',
    ),
  ];
}

function unknownUnit(unit: string): Issue {
  const nearest = nearestNames(unit, ['kgCO2e', 'tCO2e']);
  const message = `${JSON.stringify(unit)} is not a unit.${didYouMean(nearest)}`;
  return errorIssue('unknown-unit', { message, detail: { unit, nearest }, at: { path: 'unit' } });
}

function wrongCount(count: number): Issue {
  const expected = `1 to ${FACTORS_AT_MOST} factors`;
  const message = `The table has ${count} factors; a change is split into ${expected}.`;
  const detail = { value: String(count), expected, nearest: [] };
  return errorIssue('invalid-value', { message, detail, at: { path: 'factors' } });
}

function repeated(names: readonly string[], path: string): readonly Issue[] {
  const rowsOf = new Map<string, number[]>();
  for (const [index, name] of names.entries()) rowsOf.set(name, [...(rowsOf.get(name) ?? []), index + 1]);
  return [...rowsOf]
    .filter(([, rows]) => rows.length > 1)
    .map(([id, rows]) => {
      const message = `${JSON.stringify(id)} stands ${rows.length} times among the ${path}. Give each a name of its own.`;
      return errorIssue('duplicate-id', { message, detail: { id, rows }, at: { path } });
    });
}

function readCell({ key, before, after }: DecompositionCell, factors: readonly string[]): Outcome<ReadCell> {
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
  if (!isQuotient(value)) return mapped(readNumerator(value), (number) => ratioTimes(UNITY, number, ONE));
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
