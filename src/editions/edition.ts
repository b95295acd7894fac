import { deepFrozen } from './deep-frozen.js';
import type { EditionSource, FactorFields, FactorInput, FactorSetInput } from './edition-input.js';

/** What an edition holds no figure for, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** Where an edition comes from, on what terms it may be used, and what it does not hold. */
export interface EditionAbout {
  readonly title: string;
  readonly publisher: string;
  /** An SPDX identifier where there is one; the texts lie beside the editions in `licences/`. */
  readonly licence: string;
  readonly table?: string | undefined;
  /** What has to be named wherever the figures are published. */
  readonly attribution: string;
  /** Which copy the figures were read in. */
  readonly retrieved: string;
  readonly leftOut: readonly LeftOut[];
  readonly note: string;
}

/** A factor in a data file: what all factors share is left out, the source is named, the cell is its table. */
type FactorRecord = Partial<FactorFields> & {
  readonly id: string;
  readonly co2e: string;
  readonly table?: string | undefined;
  readonly source?: string | undefined;
};

/** A data file of `data/`. */
export interface EditionData extends Omit<FactorSetInput, 'factors'> {
  readonly source: EditionSource;
  readonly otherSources?: { readonly [name: string]: EditionSource | undefined } | undefined;
  readonly about: EditionAbout;
  readonly common: Partial<FactorFields>;
  readonly factors: readonly FactorRecord[];
}

/** An edition: plain input for `parseFactorSet`, and where it comes from. */
export interface Edition {
  readonly factorSet: FactorSetInput;
  readonly about: EditionAbout;
}

/** Writes a data file out: every factor with the fields all share and with its source. Frozen throughout. */
export function expandEdition(data: EditionData): Edition {
  const { id, edition, about, fuelProperties, haulRule } = data;
  const factors = data.factors.map((record) => expandFactor(record, data));
  return deepFrozen({
    factorSet: {
      id,
      edition,
      factors,
      ...(fuelProperties === undefined ? {} : { fuelProperties }),
      ...(haulRule === undefined ? {} : { haulRule }),
    },
    about,
  });
}

function expandFactor({ table, source, ...fields }: FactorRecord, data: EditionData): FactorInput {
  const named = source === undefined ? data.source : data.otherSources?.[source];
  const whole = { ...data.common, ...fields, source: table === undefined ? named : { ...named, table } };
  // A data file is checked when it is built: together, the shared and its own fields make a whole factor.
  return whole as FactorInput;
}
