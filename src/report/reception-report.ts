import type { Issue } from '../issue.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { RegisterUnit } from '../reception/sum-client-days.js';

/** Reception of one year per each denominator, as decimal text with all digits. Emissions in tonnes, intensities in kilograms. */
export interface ReceptionYear {
  readonly year: number;
  readonly emissions: string;
  /** One-off purchases of the selection, in no intensity. */
  readonly oneOff: string;
  readonly days: Readonly<Record<RegisterUnit, string>>;
  readonly intensity: Readonly<Record<`kgCO2e/${RegisterUnit}`, string>>;
  readonly emptyPlaceDays: string;
  readonly crowdedNights: string;
  /** Empty places of all places kept; absent where none are kept. */
  readonly readinessShare?: string;
}

/** One form of accommodation in one year; emissions in tonnes. */
export interface FormPart {
  readonly form: string;
  readonly emissions: string;
  readonly days: string;
  readonly intensity: string;
}

/** Intensity by form and year, under one denominator and one rule for sites of several forms. */
export interface FormTable {
  readonly per: RegisterUnit;
  readonly formShares: string;
  readonly years: readonly {
    readonly year: number;
    readonly parts: readonly FormPart[];
    readonly unassigned: string;
    readonly withoutEmissions: readonly string[];
  }[];
}

/** One cause of a change in tonnes: from end to end, and year by year added up (two different splits of one change). */
export interface CauseFigures {
  readonly cause: 'structural' | 'apart' | 'factor';
  readonly name: string;
  readonly why?: string;
  readonly endToEnd: string;
  readonly yearByYear: string;
}

/** A change between two years in tonnes, its causes, and how they were split. */
export interface ChangeFigures {
  readonly from: number;
  readonly to: number;
  readonly per: RegisterUnit;
  readonly method: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly causes: readonly CauseFigures[];
  /** Running levels of the split from end to end, one for each cause that moved anything; the last is `after`. */
  readonly waterfall: readonly { readonly name: string; readonly effect: string; readonly level: string }[];
  readonly text: string;
}

/** Both methods side by side, in tonnes. */
export interface BridgeFigures {
  readonly switchYear: number;
  readonly baseYear: number;
  readonly years: readonly {
    readonly year: number;
    readonly spendBased: string;
    readonly nightBased: string;
    readonly gap: string;
    readonly share?: string;
    readonly official: 'spend-based' | 'night-based';
    /** Warnings of the night-based calculation that the spend-based one does not give. */
    readonly warnings: readonly Issue[];
  }[];
  readonly text: string;
}

/** One year without and with supplier returns; amounts of money in their currency, totals of the organisation in tonnes. */
export interface ReturnFigures {
  readonly year: number;
  readonly status: readonly {
    readonly site: string;
    readonly form: string;
    readonly quantity: string;
    readonly status: 'measured' | 'annualised' | 'gap-filled' | 'unfilled';
    readonly amount?: string;
    readonly unit?: string;
    readonly openDays: number;
    readonly coveredDays: number;
    readonly medianOf: readonly string[];
  }[];
  /** Sites that were asked and did not answer. */
  readonly silent: readonly string[];
  /** kept + replaced = purchases, to the cent. */
  readonly money: readonly {
    readonly currency: string;
    readonly purchases: string;
    readonly kept: string;
    readonly replaced: string;
  }[];
  readonly replaced: readonly {
    readonly replacement: string;
    readonly purchaseId: string;
    readonly amount: string;
    readonly by: readonly string[];
    readonly why: string;
  }[];
  readonly total: { readonly spendAlone: string; readonly withReturns: string };
  /** Warnings that the year without returns does not give. */
  readonly warnings: readonly Issue[];
}

/** Everything that is said of reception, as plain data. */
export interface ReceptionReport {
  /** What the emissions of this section are, in words. */
  readonly counted: string;
  readonly scope2: Scope2Basis;
  readonly years: readonly ReceptionYear[];
  readonly byForm: readonly FormTable[];
  readonly changes: readonly ChangeFigures[];
  readonly bridge?: BridgeFigures;
  readonly returns?: ReturnFigures;
}
