import { cappedIssues } from '../capped-issues.js';
import { parseDecimal } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, failureOf, located, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { digitsOf, parseExactJson } from './exact-json.js';
import { dimensionsOf } from './json-stat-dimension.js';
import { listOf, missingPart, oddValue, recordOf, textOf, wholeOf } from './json-stat-parts.js';
import type { JsonRecord } from './json-stat-parts.js';
import type { JsonStatCell, JsonStatDimension, JsonStatTable } from './json-stat-table.js';

const CELLS_AT_MOST = 10_000_000;

/**
 * Reads a table in JSON-stat 2.0 (class `dataset`), the form in which PxWeb gives the tables of statistical offices. Values are
 * the digits of the text, never doubles; a value that is missing stays missing, with its status. Members that say nothing of
 * the figures (notes, links, extensions) are passed over. `source` is what issues call the file.
 *
 * Issues: `file-syntax`, `file-too-large` (10 000 000 cells), `missing-field`, `invalid-value` (another class or version; a
 * dimension, code, place or role that does not fit; other numbers of values than the sizes multiply to), `invalid-number`.
 *
 * @example const table = orThrow(readJsonStat(await readFile('statfin_khi_11xy.json', 'utf8'), 'statfin_khi_11xy.json'));
 */
export function readJsonStat(text: string, source: string): Outcome<JsonStatTable> {
  const json = parseExactJson(text.startsWith('\ufeff') ? text.slice(1) : text, source);
  if (!json.ok) return json;
  const dataset = recordOf(json.value);
  const table = dataset === undefined ? failure(oddValue(json.value, 'a dataset', '')) : tableOf(dataset, source);
  return located(table, { source });
}

function tableOf(dataset: JsonRecord, file: string): Outcome<JsonStatTable> {
  const odd = [...stated(dataset, 'class', 'dataset'), ...stated(dataset, 'version', '2.0')];
  if (odd.length > 0) return failureOf(odd);
  const dimensions = dimensionsOf(dataset);
  if (!dimensions.ok) return dimensions;
  const cells = cellsOf(dataset, dimensions.value);
  if (!cells.ok) return cells;
  const texts = { label: 'label', publisher: 'source', updated: 'updated' };
  const said = Object.entries(texts).flatMap(([name, member]) => {
    const value = textOf(dataset.get(member));
    return value === undefined ? [] : [[name, value] as const];
  });
  return success({ file, ...Object.fromEntries(said), dimensions: dimensions.value, cells: cells.value });
}

function stated(dataset: JsonRecord, member: string, wanted: string): readonly Issue[] {
  const value = dataset.get(member);
  if (value === wanted) return [];
  return [value === undefined ? missingPart(member) : oddValue(value, wanted, member)];
}

function cellsOf(dataset: JsonRecord, dimensions: readonly JsonStatDimension[]): Outcome<readonly JsonStatCell[]> {
  const count = dimensions.reduce((product, { categories }) => product * categories.length, 1);
  if (count > CELLS_AT_MOST) {
    const limit = `${CELLS_AT_MOST} cells`;
    const message = `The table claims ${count} cells, and at most ${limit} are read. Ask for fewer codes.`;
    return failure(errorIssue('file-too-large', { message, detail: { limit } }));
  }
  if (!dataset.has('value')) return failure(missingPart('value'));
  const values = placesOf(dataset.get('value'), count, 'value');
  const status = dataset.get('status');
  // One text for all of them, or one for each.
  const statuses = typeof status === 'string' ? success(() => status) : placesOf(status ?? undefined, count, 'status');
  if (!values.ok || !statuses.ok) return failureOf([...values.issues, ...statuses.issues]);
  const issues = cappedIssues();
  const cells: JsonStatCell[] = [];
  for (let place = 0; place < count; place += 1) {
    const cell = cellOf(values.value(place), statuses.value(place), place);
    if (cell.ok) cells.push(cell.value);
    else issues.add(cell.issues);
  }
  return outcomeOf(issues.all(), () => cells);
}

/** What stands at each place: in a list of all of them, or in a record of those that are there. */
function placesOf(value: unknown, count: number, path: string): Outcome<(place: number) => unknown> {
  if (value === undefined) return success(() => undefined);
  const list = listOf(value);
  if (list !== undefined) {
    if (list.length === count) return success((place) => list[place]);
    return failure(oddValue(list.length, `${count} of them, as the sizes multiply to`, path));
  }
  const record = recordOf(value);
  if (record === undefined) return failure(oddValue(value, 'a list or a record', path));
  const strangers = [...record.keys()].filter((key) => !((wholeOf(key) ?? count) < count));
  const issues = strangers.slice(0, 20).map((key) => oddValue(key, `places from 0 to ${count - 1}`, path));
  return outcomeOf(issues, () => (place: number) => record.get(String(place)));
}

function cellOf(value: unknown, status: unknown, place: number): Outcome<JsonStatCell> {
  if (status !== undefined && status !== null && typeof status !== 'string')
    return failure(oddValue(status, 'text', `status.${place}`));
  const said = typeof status === 'string' && status !== '' ? { status } : {};
  if (value === null || value === undefined) return success(said);
  const digits = digitsOf(value);
  if (digits === undefined) return failure(oddValue(value, 'a number or null', `value.${place}`));
  const number = parseDecimal(digits);
  if (number.ok) return success({ value: number.value, ...said });
  return failureOf(number.issues.map((issue) => locateIssue(issue, { path: `value.${place}` })));
}
