import data from './data/epa-2022.json' with { type: 'json' };
import { expandEdition } from './edition.js';
import type { FactorSetInput } from './edition-input.js';
import type { EditionAbout } from './edition.js';

const edition = expandEdition(data);

/**
 * Supply chain factors of the US Environmental Protection Agency v1.3: kilograms per dollar of 2022 in purchaser prices,
 * keyed `naics-` and the six digits of the NAICS code of 2017. AR5. Valid in 2022: use `extendValidity` for other years.
 *
 * @example
 * import { orThrow, parseFactorSet } from 'hiilitase';
 * import { factorSet } from 'hiilitase/editions/epa-2022';
 * const factors = orThrow(parseFactorSet(factorSet));
 */
export const factorSet: FactorSetInput = edition.factorSet;

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = edition.about;
