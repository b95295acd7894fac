import { z } from 'zod';
import { reportingPeriod } from '../calendar/reporting-period.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { UNITS, isCurrency } from '../quantity/units.js';
import { readWith, textSchema } from '../reading.js';
import { emissionFactorSchema } from './emission-factor.js';
import type { EmissionFactor, FactorSet } from './emission-factor.js';
import { factorClashes } from './factor-clashes.js';
import { fuelPropertyFaults } from './fuel-property-faults.js';
import { fuelPropertiesSchema } from './fuel-property.js';
import { haulRuleSchema } from './haul-rule.js';

const setShape = z.strictObject({
  id: textSchema,
  edition: textSchema,
  factors: z.array(z.unknown()),
  fuelProperties: z.optional(z.array(fuelPropertiesSchema)),
  haulRule: z.optional(haulRuleSchema),
});

/**
 * Reads a factor set: `{ id, edition, factors: [...] }`. Every factor, every fault, all at once; `at.row` is the 1-based
 * position of the factor. A spend-based factor must state its price year, price basis and VAT basis, gases in CO2e the
 * report they were weighed with. Two factors that answer one question on the same day are an issue, and so are two records
 * of properties of one fuel. Optional: `fuelProperties`, `haulRule`.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`, `invalid-period`,
 * `unknown-unit`, `factor-incomplete`, `factor-ambiguous`, `duplicate-id`.
 */
export function parseFactorSet(input: unknown): Outcome<FactorSet> {
  const set = readWith(setShape, input);
  if (!set.ok) return set;
  const { factors: rows, fuelProperties, haulRule, ...names } = set.value;
  const factors = collect(rows.map((row, index) => located(parseFactor(row), { row: index + 1 })));
  const clashes = factors.ok ? factorClashes(factors.value) : [];
  const issues = [
    ...factors.issues,
    ...duplicateIds(rows),
    ...clashes,
    ...(fuelProperties === undefined ? [] : fuelPropertyFaults(fuelProperties)),
  ];
  if (!factors.ok || issues.length > 0) return located(failureOf(issues), { source: names.id });
  return success({
    ...names,
    factors: factors.value,
    ...(fuelProperties === undefined ? {} : { fuelProperties }),
    ...(haulRule === undefined ? {} : { haulRule }),
  });
}

function parseFactor(row: unknown): Outcome<EmissionFactor> {
  const read = readWith<EmissionFactor>(emissionFactorSchema, row);
  if (!read.ok) return read;
  const order = reportingPeriod(read.value.validFrom, read.value.validTo);
  const issues = [...order.issues.map((issue) => locateIssue(issue, { path: 'validTo' })), ...missingOf(read.value)];
  return issues.length > 0 ? failureOf(issues) : read;
}

const SPEND_NEEDS = 'A spend-based factor is stated per currency, with its price year, price basis and VAT basis';
const GASES_NEED = 'Gases in CO2e were weighed with one assessment report';

function missingOf(factor: EmissionFactor): readonly Issue[] {
  const unweighed = factor.gasesStatedIn === 'CO2e' && factor.gwp === 'not-stated';
  const report = [...(unweighed ? [incomplete(factor, 'gwp', GASES_NEED)] : []), ...strayBasis(factor)];
  if (factor.method !== 'spend-based') return report;
  const fields = (['priceYear', 'priceBasis', 'vat'] as const).filter((field) => factor[field] === undefined);
  const currency = isCurrency(factor.per) ? [] : ['per'];
  return [
    ...report,
    ...vatOfBasicPrice(factor),
    ...[...fields, ...currency].map((field) => incomplete(factor, field, SPEND_NEEDS)),
  ];
}

/** A calorific basis of litres would only hide the factor from the amounts it is meant for. */
function strayBasis({ id, per, calorificBasis }: EmissionFactor): readonly Issue[] {
  if (calorificBasis === undefined || UNITS[per].dimension === 'energy') return [];
  const message = `The factor ${id} is stated per ${per}, which is neither net nor gross. Leave calorificBasis out.`;
  const detail = { value: calorificBasis, expected: 'no calorificBasis', nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path: 'calorificBasis' } })];
}

/** A basic price is what the producer keeps: a factor per euro of it that holds VAT says two things at once. */
function vatOfBasicPrice({ id, priceBasis, vat }: EmissionFactor): readonly Issue[] {
  if (priceBasis !== 'basic' || vat !== 'included') return [];
  const message = `The factor ${id} is stated in basic prices, which hold no VAT. Write vat "excluded", or correct its priceBasis.`;
  const detail = { value: vat, expected: 'excluded', nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path: 'vat' } })];
}

function incomplete(factor: EmissionFactor, field: string, why: string): Issue {
  const message = `The factor ${factor.id} does not say its ${field}. ${why}; take it from the publication.`;
  return errorIssue('factor-incomplete', { message, detail: { id: factor.id, field }, at: { path: field } });
}
