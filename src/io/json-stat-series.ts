import type { Decimal } from '../decimal.js';
import type { Issue } from '../issue.js';
import { errorIssue } from '../issue.js';
import { failureOf, located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { oddValue, missingPart, unknownName } from './json-stat-parts.js';
import type { JsonStatDimension, JsonStatTable } from './json-stat-table.js';

/** Which series of a table is meant: one code for every dimension but time. */
export interface JsonStatSelection {
  /** The dimension of time, where the table does not say which one it is. */
  readonly time?: string | undefined;
  /** By dimension, the code. A dimension with one code only has to be named too. */
  readonly codes: Readonly<Record<string, string>>;
  /** The codes of time that are wanted; all of them where none are stated. */
  readonly periods?: readonly string[] | undefined;
}

/** One value of a series: the code of time as the table writes it, and the value. */
export interface JsonStatPoint {
  readonly period: string;
  readonly value: Decimal;
  /** What the publisher says of the value, such as that it is provisional. */
  readonly status?: string | undefined;
}

/**
 * One series of a table, in the order in which the table lists its times.
 *
 * Issues: `missing-field` (a dimension without a code, no dimension of time, a value that is missing: its status is named),
 * `invalid-value` (a dimension or a code that is not in the table).
 *
 * @example jsonStatSeries(table, { codes: { Tiedot: 'pisteluku', Hyödyke: '0' } })
 */
export function jsonStatSeries(table: JsonStatTable, selection: JsonStatSelection): Outcome<readonly JsonStatPoint[]> {
  return located(seriesOf(table, selection), { source: table.file });
}

function seriesOf(table: JsonStatTable, selection: JsonStatSelection): Outcome<readonly JsonStatPoint[]> {
  const time = timeOf(table, selection.time);
  if (!time.ok) return time;
  const others = table.dimensions.filter(({ id }) => id !== time.value.id);
  const issues = [...codeIssues(others, selection.codes), ...periodIssues(time.value, selection.periods)];
  if (issues.length > 0) return failureOf(issues);
  const first = others.reduce((sum, { id, categories }) => {
    return sum + stepOf(table, id) * categories.findIndex(({ code }) => code === selection.codes[id]);
  }, 0);
  return pointsOf(table, time.value, { first, step: stepOf(table, time.value.id), periods: selection.periods });
}

function timeOf({ dimensions }: JsonStatTable, named: string | undefined): Outcome<JsonStatDimension> {
  const fitting = dimensions.filter(({ id, role }) => (named === undefined ? role === 'time' : id === named));
  const [time, ...more] = fitting;
  if (time !== undefined && more.length === 0) return outcomeOf([], () => time);
  const ids = dimensions.map(({ id }) => id);
  if (named !== undefined) return failureOf([unknownName(named, ids, 'time')]);
  const message = `The table does not say which one dimension is time. Name it in the selection: one of ${ids.join(', ')}.`;
  return failureOf([errorIssue('missing-field', { message, detail: { field: 'time' }, at: { path: 'time' } })]);
}

function codeIssues(dimensions: readonly JsonStatDimension[], codes: JsonStatSelection['codes']): readonly Issue[] {
  const ids = dimensions.map(({ id }) => id);
  const strangers = Object.keys(codes).filter((id) => !ids.includes(id));
  return [
    ...strangers.map((id) => unknownName(id, ids, 'codes')),
    ...dimensions.flatMap(({ id, categories }) => {
      const path = `codes.${id}`;
      const code = Object.hasOwn(codes, id) ? codes[id] : undefined;
      if (code === undefined) return [missingPart(path)];
      const known = categories.map((category) => category.code);
      return known.includes(code) ? [] : [unknownName(code, known, path)];
    }),
  ];
}

function periodIssues(time: JsonStatDimension, periods: readonly string[] = []): readonly Issue[] {
  const known = time.categories.map(({ code }) => code);
  const repeated = periods.filter((period, place) => periods.indexOf(period) !== place);
  return [
    ...periods.filter((period) => !known.includes(period)).map((period) => unknownName(period, known, 'periods')),
    ...repeated.map((period) => oddValue(period, 'each period once', 'periods')),
  ];
}

/** How many cells lie between two neighbouring codes of a dimension. */
function stepOf({ dimensions }: JsonStatTable, id: string): number {
  const place = dimensions.findIndex((dimension) => dimension.id === id);
  return dimensions.slice(place + 1).reduce((product, { categories }) => product * categories.length, 1);
}

interface SeriesPlace {
  readonly first: number;
  readonly step: number;
  readonly periods: readonly string[] | undefined;
}

function pointsOf(
  { cells }: JsonStatTable,
  { categories }: JsonStatDimension,
  { first, step, periods }: SeriesPlace,
): Outcome<readonly JsonStatPoint[]> {
  const issues: Issue[] = [];
  const points: JsonStatPoint[] = [];
  for (const [place, { code: period }] of categories.entries()) {
    if (periods?.includes(period) === false) continue;
    const { value, status } = cells[first + place * step] ?? {};
    if (value === undefined) issues.push(noValue(period, status));
    else points.push({ period, value, ...(status === undefined ? {} : { status }) });
  }
  return outcomeOf(issues, () => points);
}

function noValue(period: string, status: string | undefined): Issue {
  const said = status === undefined ? 'without a status' : `its status is ${JSON.stringify(status)}`;
  const message = `The table has no value for ${period} (${said}). A missing value is not a zero: ask for other periods, or wait for it.`;
  return errorIssue('missing-field', { message, detail: { field: period }, at: { path: `value.${period}` } });
}
