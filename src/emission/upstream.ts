import type { CalculationMethod } from '../factor/emission-factor.js';
import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { EmissionLine, Place } from './emission-line.js';

/** The parts of a factor that are lines of their own: the way of a fuel or of electricity to its user. */
export const WELL_TO_TANK = 'well-to-tank';
export const ENERGY_PARTS = [
  WELL_TO_TANK,
  'transmission-and-distribution',
  'well-to-tank-of-transmission-and-distribution',
] as const;

/** Where upstream emissions of purchased fuels and energy are counted: scope 3, category 3. */
export const UPSTREAM_PLACE: Place = { scope: 3, category: 'fuel-and-energy-related-activities' };

/** Which upstream factors an activity would use. */
export interface UpstreamQuestion {
  readonly key: string;
  readonly method: CalculationMethod;
  readonly parts: readonly string[];
}

const NO_PARTS = success<readonly string[]>([]);

/**
 * The upstream parts that the factor set has for a key, in their order; none where the caller excludes them.
 *
 * Issues: `factor-not-found` where the caller requires upstream lines and the set has no part of the key at all.
 */
export function upstreamPartsOf(
  context: PreparedContext,
  { key, method, parts }: UpstreamQuestion,
): Outcome<readonly string[]> {
  if (context.upstream === 'excluded') return NO_PARTS;
  const known = context.index.partsOf.get(`${method} ${key}`);
  if (known === undefined && context.upstream === undefined) return NO_PARTS;
  const found = parts.filter((part) => known?.has(part) === true);
  if (found.length > 0 || context.upstream !== 'required') return success(found);
  const query = `${key} (${method}, ${parts.join(' or ')})`;
  const message = `The set ${context.factors.id} has no upstream factor for ${query}. Add one with its source, or do not state upstream: 'required'.`;
  return failure(errorIssue('factor-not-found', { message, detail: { query, nearest: [] } }));
}

/**
 * The warning about energies that have no upstream line while others have one: half a category 3 looks like a whole one.
 * Only lines of the reporter's own fuels and energy are looked at.
 */
export function upstreamWarnings(lines: readonly EmissionLine[], context: PreparedContext): readonly Issue[] {
  const { index } = context;
  // Without factors of a part nothing can be upstream, and the lines need not be looked at.
  if (context.upstream !== undefined || index.partsOf.size === 0 || !lines.some(isUpstream)) return [];
  const used = new Map(lines.flatMap((line) => (isEnergy(line) ? [[line.factorId, line] as const] : [])));
  const keys = new Set(
    index.set.factors.flatMap(({ id, key, method }) =>
      used.has(id) && !index.partsOf.has(`${method} ${key}`) ? [key] : [],
    ),
  );
  if (keys.size === 0) return [];
  const names = [...keys].sort();
  const message = `Upstream emissions are calculated for some energies, but the factor set has none for ${names.join(', ')}. Add their factors, or name the gap in the exclusions.`;
  return [warningIssue('upstream-missing', { message, detail: { keys: names } })];
}

function isUpstream({ category, factorId }: EmissionLine): boolean {
  return category === UPSTREAM_PLACE.category && factorId !== undefined;
}

function isEnergy({ scope, method }: EmissionLine): boolean {
  return scope !== 3 && (method === 'fuel-based' || method === 'location-based' || method === 'distance-based');
}
