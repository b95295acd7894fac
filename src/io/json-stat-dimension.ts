import type { Issue } from '../issue.js';
import { collect, failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { digitsOf } from './exact-json.js';
import { listOf, missingPart, oddValue, recordOf, textOf, unknownName, wholeOf } from './json-stat-parts.js';
import type { JsonRecord } from './json-stat-parts.js';
import { JSON_STAT_ROLES } from './json-stat-table.js';
import type { JsonStatCategory, JsonStatDimension, JsonStatRole } from './json-stat-table.js';

/**
 * The dimensions of a dataset in the order of its values.
 *
 * Issues: `missing-field`, `invalid-value`.
 */
export function dimensionsOf(dataset: JsonRecord): Outcome<readonly JsonStatDimension[]> {
  const ids = namesIn(dataset.get('id'), 'id');
  const parts = recordOf(dataset.get('dimension'));
  if (!ids.ok) return ids;
  if (parts === undefined) return failureOf([missingPart('dimension')]);
  const sizes = sizesOf(dataset.get('size'), ids.value.length);
  const roles = rolesOf(dataset.get('role'), ids.value);
  const strangers = [...parts.keys()].filter((name) => !ids.value.includes(name));
  const issues = [
    ...sizes.issues,
    ...roles.issues,
    ...strangers.map((name) => unknownName(name, ids.value, 'dimension')),
  ];
  if (!sizes.ok || !roles.ok || issues.length > 0) return failureOf(issues);
  return collect(
    ids.value.map((id, place) =>
      dimensionOf(id, parts.get(id), { size: sizes.value[place] ?? 0, role: roles.value.get(id) }),
    ),
  );
}

function namesIn(value: unknown, path: string): Outcome<readonly string[]> {
  const list = listOf(value);
  if (list === undefined) return failureOf([value === undefined ? missingPart(path) : oddValue(value, 'a list', path)]);
  const names = list.map(textOf);
  const odd = list.flatMap((name, place) => (names[place] === undefined ? [oddValue(name, 'text', path)] : []));
  const known = names.filter((name) => name !== undefined);
  const seen = new Set<string>();
  const repeated = known.filter((name) => seen.size === seen.add(name).size);
  const issues = [...odd, ...repeated.map((name) => oddValue(name, 'each name once', path))];
  return outcomeOf(issues, () => known);
}

function sizesOf(value: unknown, count: number): Outcome<readonly number[]> {
  const sizes = listOf(value)?.map((size) => wholeOf(digitsOf(size)));
  if (sizes === undefined) return failureOf([missingPart('size')]);
  const known = sizes.filter((size) => size !== undefined);
  if (known.length === count && sizes.length === count) return success(known);
  return failureOf([oddValue(value, `${count} whole numbers, one for each dimension`, 'size')]);
}

function rolesOf(value: unknown, ids: readonly string[]): Outcome<ReadonlyMap<string, JsonStatRole>> {
  const roles = new Map<string, JsonStatRole>();
  if (value === undefined) return success(roles);
  const record = recordOf(value);
  if (record === undefined) return failureOf([oddValue(value, 'a record of roles', 'role')]);
  const issues: Issue[] = [];
  for (const [name, members] of record) {
    const role = JSON_STAT_ROLES.find((known) => known === name);
    if (role === undefined) {
      issues.push(unknownName(name, JSON_STAT_ROLES, 'role'));
      continue;
    }
    for (const id of listOf(members) ?? [members]) {
      if (typeof id !== 'string' || !ids.includes(id)) issues.push(unknownName(String(id), ids, `role.${role}`));
      else if (roles.has(id)) issues.push(oddValue(id, 'one role for each dimension', `role.${role}`));
      else roles.set(id, role);
    }
  }
  return outcomeOf(issues, () => roles);
}

interface Stated {
  readonly size: number;
  readonly role: JsonStatRole | undefined;
}

function dimensionOf(id: string, value: unknown, { size, role }: Stated): Outcome<JsonStatDimension> {
  const path = `dimension.${id}`;
  const dimension = recordOf(value);
  const category = recordOf(dimension?.get('category'));
  if (dimension === undefined || category === undefined) return failureOf([missingPart(`${path}.category`)]);
  const categories = categoriesOf(category, size, `${path}.category`);
  if (!categories.ok) return categories;
  const label = textOf(dimension.get('label')) ?? id;
  return success({ id, label, ...(role === undefined ? {} : { role }), categories: categories.value });
}

function categoriesOf(category: JsonRecord, size: number, path: string): Outcome<readonly JsonStatCategory[]> {
  const labels = recordOf(category.get('label')) ?? new Map<string, unknown>();
  const units = recordOf(category.get('unit')) ?? new Map<string, unknown>();
  const codes = codesOf(category.get('index'), [...labels.keys()], `${path}.index`);
  if (!codes.ok) return codes;
  const issues = [
    ...(codes.value.length === size ? [] : [oddValue(codes.value.length, `${size} codes, as size says`, path)]),
    ...strangersIn(labels, codes.value, `${path}.label`),
    ...strangersIn(units, codes.value, `${path}.unit`),
  ];
  return outcomeOf(issues, () =>
    codes.value.map((code) => {
      const unit = recordOf(units.get(code));
      const unitText = textOf(unit?.get('base')) ?? textOf(unit?.get('label'));
      const label = textOf(labels.get(code)) ?? code;
      return { code, label, ...(unitText === undefined ? {} : { unit: unitText }) };
    }),
  );
}

function strangersIn(record: JsonRecord, codes: readonly string[], path: string): readonly Issue[] {
  const known = new Set(codes);
  return [...record.keys()].filter((code) => !known.has(code)).map((code) => unknownName(code, codes, path));
}

/** Codes in their order: a list of them, or a record that gives each its place. One code alone needs no index. */
function codesOf(index: unknown, labelled: readonly string[], path: string): Outcome<readonly string[]> {
  if (index === undefined && labelled.length === 1) return success(labelled);
  const record = recordOf(index);
  if (record === undefined) return namesIn(index, path);
  const codes: string[] = [];
  for (const [code, value] of record) {
    const place = wholeOf(digitsOf(value));
    if (place === undefined || place >= record.size || codes[place] !== undefined)
      return failureOf([oddValue(value, `each place from 0 to ${record.size - 1} once`, `${path}.${code}`)]);
    codes[place] = code;
  }
  return success(codes);
}
