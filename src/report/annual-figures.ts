import type { Category } from '../emission/emission-line.js';
import type { Boundary } from '../inventory/boundary.js';
import type { MinistryClass } from '../inventory/ministry-classes.js';
import type { Issue } from '../issue.js';
import type { ReceptionReport } from './reception-report.js';

/** Both ways of counting purchased energy, in tonnes of CO2e as decimal text with all digits; never added together. */
export interface BothBases {
  readonly locationBased: string;
  readonly marketBased: string;
}

/** One of the Ministry's six classes; without figures where nothing of it was calculated. */
export type ClassFigures =
  | ({ readonly class: MinistryClass; readonly calculated: true } & BothBases)
  | { readonly class: MinistryClass; readonly calculated: false };

/** What became of a year's ledger, in its currency as decimal text. */
export interface CoverageFigures {
  readonly currency: string;
  readonly rows: number;
  readonly amount: string;
  readonly byTreatment: readonly { readonly treatment: string; readonly rows: number; readonly amount: string }[];
  readonly unmapped: readonly {
    readonly account: string;
    readonly category?: string;
    readonly rows: number;
    readonly amount: string;
  }[];
  /** Money left out because an activity stands for it. */
  readonly replaced: readonly {
    readonly kind: string;
    readonly site?: string;
    readonly month: string;
    readonly rows: number;
    readonly amount: string;
  }[];
}

/** The figures of one year, at full precision. */
export interface YearFigures {
  readonly year: number;
  readonly total: BothBases;
  /** The scopes that have lines; a scope without any is not there, and never a zero. */
  readonly byScope: readonly ({ readonly scope: 1 | 2 | 3 } & BothBases)[];
  readonly byClass: readonly ClassFigures[];
  /** Categories that fit none of the six classes, with a warning each: the classes and these add up to the total. */
  readonly outsideClasses?: readonly ({ readonly category: Category } & BothBases)[];
  /** CO2 from biomass in tonnes, outside the scopes and in no total; absent where no factor states any. */
  readonly biogenicCo2?: BothBases;
  /** Gases of the Montreal Protocol, in tonnes of CO2e, outside the scopes and in no total; absent where there are none. */
  readonly montrealProtocolGases?: string;
  /** Which emissions the intensity counts, those emissions in tonnes, and the days they are stated per. */
  readonly intensityOf?: string;
  readonly intensityEmissions?: string;
  readonly denominators?: { readonly 'accommodation-night': string; readonly 'client-day': string };
  readonly intensity?: { readonly 'kgCO2e/accommodation-night': string; readonly 'kgCO2e/client-day': string };
  readonly coverage?: CoverageFigures;
  readonly warnings: readonly Issue[];
}

/** A target held against a series, as plain data. */
export interface TargetFigures {
  readonly name: string;
  /** The series the target is held against; a published one and a calculated one are never mixed. */
  readonly series: string;
  readonly unit: string;
  readonly years: readonly {
    readonly year: number;
    readonly allowed: string;
    readonly actual: string;
    readonly excess: string;
    readonly reduction: string;
    readonly onTrack: boolean;
  }[];
  readonly milestones: readonly {
    readonly year: number;
    readonly allowed: string;
    readonly required?: { readonly perYear: string; readonly rate?: string };
  }[];
}

/** Everything the annual figures hold; what `figures.json` is made of. */
export interface AnnualFigures {
  /** What kind of case it is; printed wherever its figures are. */
  readonly case: string;
  readonly organisation: string;
  readonly boundary: Boundary;
  readonly gwp: string;
  /** Units of the decimal texts whose key does not name one. */
  readonly units: {
    readonly emissions: 'tCO2e';
    readonly reduction: 'share of the base year';
    readonly rate: 'share per year';
  };
  readonly years: readonly YearFigures[];
  readonly reception?: ReceptionReport;
  readonly target?: TargetFigures;
}
