import { holds } from '../calendar/reporting-period.js';
import { perDimension } from '../factor/emission-factor.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { PreparedContext } from './calculation-context.js';
import type { EmissionLine } from './emission-line.js';

/**
 * What a reader has to know about the factors behind a list of lines, once for each factor, in the order of their ids:
 * assumed values, another or unknown warming basis, use outside of the publisher's validity.
 */
export function factorWarnings(lines: readonly EmissionLine[], context: PreparedContext): readonly Issue[] {
  const { factors, gwp } = context;
  // Of most factors there is nothing to say: then the lines need not be looked at.
  const spokenOf = factors.factors.filter(
    (factor) => factor.extended !== undefined || alwaysOf(factor, gwp).length > 0,
  );
  if (spokenOf.length === 0) return [];
  const used = new Set<string | undefined>();
  for (const { factorId } of lines) used.add(factorId);
  const usedInOrder = spokenOf.filter(({ id }) => used.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return usedInOrder.flatMap((factor) => [...alwaysOf(factor, gwp), ...pastValidity(factor, lines)]);
}

/** What is to be said of a factor wherever it is used. */
function alwaysOf(factor: EmissionFactor, gwp: GwpSet): readonly Issue[] {
  return [...assumed(factor), ...otherGwp(factor, gwp), ...silentBasis(factor)];
}

function assumed({ id, basis, note }: EmissionFactor): readonly Issue[] {
  if (basis !== 'assumed') return [];
  const reason = note ?? 'no reason stated';
  const message = `The factor ${id} is assumed: ${reason}.`.replace(/\.\.$/, '.');
  return [warningIssue('factor-assumed', { message, detail: { id, note: reason } })];
}

/** A factor that states its gases was weighed anew with the inventory's potentials, so nothing differs. */
function otherGwp({ id, gwp: factorGwp, gases }: EmissionFactor, inventoryGwp: GwpSet): readonly Issue[] {
  const stated = Object.values(gases ?? {}).some((amount) => amount !== undefined);
  if (factorGwp === inventoryGwp || stated) return [];
  const weighed = factorGwp === 'not-stated' ? 'does not state its warming potentials' : `is stated with ${factorGwp}`;
  const message = `The factor ${id} ${weighed}; the inventory uses ${inventoryGwp}. Its value is used as published.`;
  return [warningIssue('factor-gwp-differs', { message, detail: { id, factorGwp, inventoryGwp } })];
}

function silentBasis({ id, method, per, calorificBasis }: EmissionFactor): readonly Issue[] {
  if (method !== 'fuel-based' || perDimension(per) !== 'energy' || calorificBasis !== undefined) return [];
  const message = `The factor ${id} per ${per} does not say whether the energy is net or gross; its amounts must be of the same kind. State calorificBasis.`;
  return [warningIssue('calorific-basis-not-stated', { message, detail: { id } })];
}

function pastValidity({ id, extended }: EmissionFactor, lines: readonly EmissionLine[]): readonly Issue[] {
  if (extended === undefined) return [];
  const { validFrom, validTo, reason } = extended;
  const own = { from: validFrom, to: validTo };
  if (lines.every(({ factorId, period }) => factorId !== id || holds(own, period))) return [];
  const message = `The factor ${id} is used outside ${validFrom}..${validTo}: ${reason}.`.replace(/\.\.$/, '.');
  return [warningIssue('factor-extended', { message, detail: { id, validFrom, validTo, reason } })];
}
