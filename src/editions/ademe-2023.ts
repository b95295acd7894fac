import data from './data/ademe-2023.json' with { type: 'json' };
import { expandEdition } from './edition.js';
import type { FactorSetInput } from './edition-input.js';
import type { EditionAbout } from './edition.js';

const edition = expandEdition(data);

/**
 * Base Carbone V23 of ADEME: kilograms per euro of 2023 without VAT, and per tonne of waste, meal, device and square metre.
 * The assessment report is not stated. Valid in the year of each row, 2023 or 2024.
 *
 * @example
 * import { orThrow, parseFactorSet } from 'hiilitase';
 * import { factorSet } from 'hiilitase/editions/ademe-2023';
 * const factors = orThrow(parseFactorSet(factorSet));
 */
export const factorSet: FactorSetInput = edition.factorSet;

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = edition.about;
