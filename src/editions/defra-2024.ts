import data from './data/defra-2024.json' with { type: 'json' };
import { expandEdition } from './edition.js';
import type { FactorSetInput } from './edition-input.js';
import type { EditionAbout } from './edition.js';

const edition = expandEdition(data);

/**
 * The UK Government's greenhouse gas conversion factors of 2024, full set v1.1: fuels with their properties, flights with the
 * rule of hauls, travel on land, waste, water, materials, heat and work at home. AR5. Valid in 2024.
 *
 * @example
 * import { orThrow, parseFactorSet } from 'hiilitase';
 * import { factorSet } from 'hiilitase/editions/defra-2024';
 * const factors = orThrow(parseFactorSet(factorSet));
 */
export const factorSet: FactorSetInput = edition.factorSet;

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = edition.about;
