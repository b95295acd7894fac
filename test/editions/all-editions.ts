import * as ademe2023 from '../../src/editions/ademe-2023.js';
import * as defra2024 from '../../src/editions/defra-2024.js';
import * as defra2025 from '../../src/editions/defra-2025.js';
import * as defra2026 from '../../src/editions/defra-2026.js';
import type { FactorInput } from '../../src/editions/edition-input.js';
import type { Edition } from '../../src/editions/edition.js';
import * as epa2022 from '../../src/editions/epa-2022.js';
import * as finland2025 from '../../src/editions/finland-2025.js';
import * as refrigerants2026 from '../../src/editions/refrigerants-2026.js';

/** Every edition of factors, by the name of its subpath. */
export const EDITIONS: Readonly<Record<string, Edition>> = {
  'ademe-2023': ademe2023,
  'defra-2024': defra2024,
  'defra-2025': defra2025,
  'defra-2026': defra2026,
  'epa-2022': epa2022,
  'finland-2025': finland2025,
  'refrigerants-2026': refrigerants2026,
};

/** Names and editions, as rows of a table of tests. */
export const EDITION_ROWS: readonly (readonly [string, Edition])[] = Object.entries(EDITIONS);

/** The three editions of the UK Government's factors. */
export const DEFRA: Readonly<Record<string, Edition>> = { 2024: defra2024, 2025: defra2025, 2026: defra2026 };

/** The one factor of an edition that has the fields given, those not given being absent or whatever they are. */
export function theFactor({ factorSet }: Edition, fields: Partial<FactorInput>): FactorInput {
  const found = factorSet.factors.filter((factor) =>
    Object.entries(fields).every(([name, value]) => factor[name as keyof FactorInput] === value),
  );
  const [factor] = found;
  if (factor === undefined || found.length > 1) {
    throw new Error(`${found.length} factors of ${factorSet.id} have ${JSON.stringify(fields)}`);
  }
  return factor;
}
