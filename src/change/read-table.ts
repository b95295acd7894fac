import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isUnit } from '../quantity/units.js';
import type { DecompositionTable } from './decomposition-table.js';
import { readCell } from './read-cell.js';
import type { ReadCell } from './read-cell.js';

/** More factors than anyone reads, and no more than an exact Shapley value takes in a moment. */
const FACTORS_AT_MOST = 16;

/**
 * Reads and checks the cells of a table: a value for every factor on both sides, none below zero and no denominator zero,
 * keys and names once. Each cell is made into something as soon as it is read, so that a large table is never held twice.
 *
 * Issues: `invalid-value`, `invalid-number`, `negative-factor`, `duplicate-id`, `unknown-unit`, and those of `make`.
 */
export function readTable<T>(table: DecompositionTable, make: (cell: ReadCell) => Outcome<T>): Outcome<readonly T[]> {
  const shape = shapeIssues(table);
  const issues: Issue[] = [...shape];
  const made: T[] = [];
  for (const [index, cell] of table.cells.entries()) {
    const read = readCell(cell, table.factors);
    // A table of another shape is read for the issues of its cells alone.
    if (read.ok && shape.length > 0) continue;
    const outcome = read.ok ? make(read.value) : read;
    if (outcome.ok) made.push(outcome.value);
    else issues.push(...located(outcome, { row: index + 1 }).issues);
  }
  return issues.length > 0 ? failureOf(issues) : success(made);
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
  if (new Set(names).size === names.length) return [];
  const rowsOf = new Map<string, number[]>();
  for (const [index, name] of names.entries()) rowsOf.set(name, [...(rowsOf.get(name) ?? []), index + 1]);
  return [...rowsOf]
    .filter(([, rows]) => rows.length > 1)
    .map(([id, rows]) => {
      const message = `${JSON.stringify(id)} stands ${rows.length} times among the ${path}. Give each a name of its own.`;
      return errorIssue('duplicate-id', { message, detail: { id, rows }, at: { path } });
    });
}
