import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { EmissionLine } from '../emission/emission-line.js';
import type { AviationNonCo2 } from '../factor/emission-factor.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import type { Issue } from '../issue.js';
import type { Boundary } from './boundary.js';

/** The greenhouse-gas inventory of an organisation for a period: its lines, and everything a reader must know of them. */
export interface Inventory {
  readonly organisation: string;
  readonly boundary: Boundary;
  readonly period: ReportingPeriod;
  readonly gwp: GwpSet;
  readonly factors: { readonly id: string; readonly edition: string };
  readonly aviationNonCo2?: AviationNonCo2;
  readonly residualMix?: 'grid-average';
  readonly upstream?: 'required' | 'excluded';
  readonly lines: readonly EmissionLine[];
  /** Travels with every figure of the inventory. */
  readonly warnings: readonly Issue[];
}
