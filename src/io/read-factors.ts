import { parseAirports } from '../factor/airport.js';
import type { Airport } from '../factor/airport.js';
import { combineFactorSets } from '../factor/combine-factor-sets.js';
import type { FactorSet } from '../factor/emission-factor.js';
import { extendValidity } from '../factor/extend-validity.js';
import { parseFactorSet } from '../factor/parse-factor-set.js';
import type { Issue } from '../issue.js';
import { failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { fromFile, fromSource, readAll, rowsWith } from './from-file.js';
import type { Parse } from './from-file.js';
import type { ProjectFile } from './project.js';
import { isEdition, readEdition } from './read-edition.js';

/** The factor sets of a project as one, their validities extended as the project states with its reasons. */
export async function readFactors(file: ProjectFile, folder: string, project: string): Promise<Outcome<FactorSet>> {
  const names = typeof file.factors === 'string' ? [file.factors] : file.factors;
  const sets = await readAll(names, (name) => fromFileOrEdition(folder, name, 'factorSet', parseFactorSet));
  if (!sets.ok) return sets;
  const set = combined(sets.value, project);
  if (!set.ok) return set;
  let factors = set.value;
  const issues: Issue[] = [];
  for (const [index, { ids, ...days }] of (file.extendValidity ?? []).entries()) {
    const widened = extendValidity(factors, ids === undefined ? days : { ...days, ids });
    if (widened.ok) factors = widened.value;
    else
      issues.push(
        ...widened.issues.map((issue) => ({ ...issue, at: { source: project, path: `extendValidity.${index}` } })),
      );
  }
  return issues.length > 0 ? failureOf(issues) : success(factors);
}

/** One set as it is; several as one, which is called after all of them. */
function combined(sets: readonly FactorSet[], project: string): Outcome<FactorSet> {
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return success(only);
  const id = sets.map((set) => set.id).join(' + ');
  const edition = sets.map((set) => set.edition).join(' + ');
  return located(combineFactorSets(sets, { id, edition }), { source: project });
}

/** The table of airports a project names. */
export async function readAirports(
  name: string | undefined,
  folder: string,
): Promise<Outcome<readonly Airport[] | undefined>> {
  return name === undefined ? success(undefined) : fromFileOrEdition(folder, name, 'airports', rowsWith(parseAirports));
}

async function fromFileOrEdition<T>(
  folder: string,
  name: string,
  exported: 'factorSet' | 'airports',
  parse: Parse<T>,
): Promise<Outcome<T>> {
  if (!isEdition(name)) return fromFile(folder, name, parse);
  const data = await readEdition(name, exported);
  return data.ok ? fromSource(parse(data.value), name) : data;
}
