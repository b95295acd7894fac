import data from './data/finland-2025.json' with { type: 'json' };
import { expandEdition } from './edition.js';
import type { FactorSetInput } from './edition-input.js';
import type { EditionAbout } from './edition.js';

const edition = expandEdition(data);

/**
 * Electricity of Finland by year, key `FI`: generation (EEA, 2010-2019 and 2023-2024) location-based, residual mix (AIB,
 * 2018-2025) market-based. The assessment report is not stated. A year that is not there has no factor.
 *
 * @example
 * import { orThrow, parseFactorSet } from 'hiilitase';
 * import { factorSet } from 'hiilitase/editions/finland-2025';
 * const factors = orThrow(parseFactorSet(factorSet));
 */
export const factorSet: FactorSetInput = edition.factorSet;

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = edition.about;
