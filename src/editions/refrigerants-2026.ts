import data from './data/refrigerants-2026.json' with { type: 'json' };
import { expandEdition } from './edition.js';
import type { FactorSetInput } from './edition-input.js';
import type { EditionAbout } from './edition.js';

const edition = expandEdition(data);

/**
 * Refrigerants by what they consist of: HFCs and blends, kilograms of each gas in a kilogram, with the AR5 potential reckoned
 * exactly. `mass-balance`, keyed `R-410A`, `HFC-134a`. Valid from 2000 to 2100, for a composition does not age.
 *
 * @example
 * import { orThrow, parseFactorSet } from 'hiilitase';
 * import { factorSet } from 'hiilitase/editions/refrigerants-2026';
 * const factors = orThrow(parseFactorSet(factorSet));
 */
export const factorSet: FactorSetInput = edition.factorSet;

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = edition.about;
