import { characteriseFactor, sumOfParts } from '../factor/characterise-factor.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import type { FactorTerm } from './term.js';

/** A factor as terms of the inventory's assessment report: what the scopes count, and what stands outside of them. */
export interface FactorTerms {
  /** Absent where all its gases stand outside the scopes. */
  readonly counted?: FactorTerm;
  readonly outside?: FactorTerm;
}

/**
 * The factor as the last term of a line, weighed with the inventory's potentials.
 *
 * Issues: those of `characteriseFactor`.
 */
export function makeFactorTerms(factor: EmissionFactor, gwp: GwpSet): Outcome<FactorTerms> {
  const characterised = characteriseFactor(factor, gwp);
  if (!characterised.ok) return characterised;
  const { numerator, denominator, gases, outside } = characterised.value;
  const named = {
    name: 'factor',
    denominator,
    factorId: factor.id,
    unit: `kgCO2e/${factor.per}`,
    source: `${factor.source.publisher}, ${factor.source.title}`,
  } as const;
  const counted: FactorTerm = { ...named, numerator, ...(gases.length === 0 ? {} : { gases }) };
  if (outside.length === 0) return success({ counted });
  const apart: FactorTerm = { ...named, numerator: sumOfParts(outside), gases: outside };
  return success(gases.length === 0 ? { outside: apart } : { counted, outside: apart });
}
