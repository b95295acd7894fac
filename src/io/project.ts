import { z } from 'zod';
import type { Activity } from '../activity/activity.js';
import type { Airport } from '../factor/airport.js';
import { AVIATION_NON_CO2 } from '../factor/emission-factor.js';
import type { AviationNonCo2, FactorSet } from '../factor/emission-factor.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import { GWP_SETS } from '../quantity/warming-potential.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import type { ExchangeRates } from '../factor/exchange-rates.js';
import type { PriceIndex } from '../factor/price-index.js';
import type { PriceMargin } from '../factor/price-margin.js';
import { sourceSchema } from '../factor/source.js';
import type { Source } from '../factor/source.js';
import type { Boundary } from '../inventory/boundary.js';
import type { Issue, IssueLocation } from '../issue.js';
import type { AccountMapping } from '../ledger/account-mapping.js';
import { controlTotalsSchema } from '../ledger/control-totals.js';
import type { ControlTotals } from '../ledger/control-totals.js';
import type { Quantity } from '../quantity/quantity.js';
import type { SpendReplacement } from '../ledger/replace-spend-input.js';
import type { ClientDays } from '../reception/client-days.js';
import type { SiteRegister } from '../reception/site-register.js';
import type { AskedSite, SupplierReturn } from '../reception/supplier-return.js';
import { decimalSchema, textSchema, yearSchema } from '../reading.js';
import type { Target } from '../target/target.js';
import type { ProjectLayout } from './project-layout.js';
import { receptionSettingsSchema } from './reception-settings.js';
import type { ReceptionSettings } from './reception-settings.js';

/** A series of totals as somebody published it. Kept apart from calculated figures, always. */
export interface PublishedSeries {
  readonly name: string;
  readonly source: Source;
  readonly years: readonly { readonly year: number; readonly emissions: Quantity<'tCO2e'> }[];
}

/** Which purchases a ratio per night or day counts, and what that is called where it is printed. */
export interface IntensitySelection {
  readonly name: string;
  readonly products: readonly string[];
}

/** One ledger file: the calendar year all its rows belong to, and how it is written. */
export interface LedgerFile {
  readonly year: number;
  /** As the project names it; issues use this name. */
  readonly file: string;
  readonly layout: ProjectLayout;
  /** What the system it comes from says it holds; a cut file is found by it. */
  readonly expect?: ControlTotals | undefined;
}

/** What suppliers reported, what they were asked, and which money it takes the place of. */
export interface ProjectReturns {
  readonly returns: readonly SupplierReturn[];
  readonly asked: readonly AskedSite[];
  readonly replacements: readonly SpendReplacement[];
}

/** Everything a project file names, read and checked. */
export interface Project {
  /** The folder the project's files are named from. */
  readonly folder: string;
  readonly case: string;
  readonly organisation: string;
  readonly years: readonly number[];
  readonly gwp: GwpSet;
  readonly aviationNonCo2?: AviationNonCo2 | undefined;
  readonly residualMix?: 'grid-average' | undefined;
  readonly upstream?: 'required' | 'excluded' | undefined;
  readonly instruments?: readonly EnergyInstrument[] | undefined;
  readonly airports?: readonly Airport[] | undefined;
  readonly boundary: Boundary;
  readonly factors: FactorSet;
  readonly priceIndices: readonly PriceIndex[];
  readonly priceMargins?: readonly PriceMargin[] | undefined;
  readonly exchangeRates?: ExchangeRates | undefined;
  readonly activities: readonly Activity[];
  /** File and row of each activity, by its id. */
  readonly places: ReadonlyMap<string, IssueLocation>;
  readonly ledger?: { readonly mapping: AccountMapping; readonly files: readonly LedgerFile[] } | undefined;
  readonly clientDays?: ClientDays | undefined;
  readonly sites?: SiteRegister | undefined;
  /** What reading the register warned of, each with file and row; printed with the years its months lie in. */
  readonly clientDaysWarnings: readonly Issue[];
  readonly intensityOf?: IntensitySelection | undefined;
  readonly reception?: ReceptionSettings | undefined;
  readonly returns?: ProjectReturns | undefined;
  readonly target?: Target | undefined;
  readonly publishedSeries?: PublishedSeries | undefined;
}

/** The project file (`hiilitase.json`): names of files, and what changes a figure. */
export const projectSchema = z.strictObject({
  case: textSchema,
  organisation: textSchema,
  years: z.array(yearSchema).min(1),
  gwp: z.enum(GWP_SETS),
  aviationNonCo2: z.optional(z.enum(AVIATION_NON_CO2)),
  residualMix: z.optional(z.literal('grid-average')),
  upstream: z.optional(z.enum(['required', 'excluded'])),
  instruments: z.optional(textSchema),
  airports: z.optional(textSchema),
  boundary: textSchema,
  // Files and editions of the package (hiilitase/editions/…); several are combined.
  factors: z.union([textSchema, z.array(textSchema).min(1)]),
  extendValidity: z.optional(
    z.array(
      z.strictObject({ ids: z.optional(z.array(textSchema)), from: textSchema, to: textSchema, reason: textSchema }),
    ),
  ),
  priceIndices: z.optional(z.array(textSchema)),
  priceMargins: z.optional(textSchema),
  exchangeRates: z.optional(textSchema),
  activities: z.array(textSchema),
  ledger: z.optional(
    z.strictObject({
      mapping: textSchema,
      layouts: z.array(z.unknown()),
      files: z.array(
        z.strictObject({
          year: yearSchema,
          file: textSchema,
          layout: textSchema,
          expect: z.optional(controlTotalsSchema),
        }),
      ),
    }),
  ),
  clientDays: z.optional(textSchema),
  // The register of sites that the client-days are held against.
  sites: z.optional(textSchema),
  intensityOf: z.optional(z.strictObject({ name: textSchema, products: z.array(textSchema) })),
  reception: z.optional(receptionSettingsSchema),
  target: z.optional(textSchema),
  publishedSeries: z.optional(textSchema),
});

/** The project file as read, its files not yet opened. */
export type ProjectFile = z.output<typeof projectSchema>;

/** `PublishedSeries` as data. */
export const publishedSeriesSchema = z.strictObject({
  name: textSchema,
  unit: z.literal('tCO2e'),
  source: sourceSchema,
  years: z.array(z.strictObject({ year: yearSchema, value: decimalSchema })),
});
