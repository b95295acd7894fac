import { z } from 'zod';
import { reportingPeriod } from '../calendar/reporting-period.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isCurrency } from '../quantity/units.js';
import { readWith, textSchema } from '../reading.js';
import { emissionFactorSchema } from './emission-factor.js';
import type { EmissionFactor, FactorSet } from './emission-factor.js';
import { factorClashes } from './factor-clashes.js';

const setShape = z.strictObject({ id: textSchema, edition: textSchema, factors: z.array(z.unknown()) });

/**
 * Reads a factor set: `{ id, edition, factors: [...] }`. Every factor, every fault, all at once; `at.row` is the 1-based
 * position of the factor. A spend-based factor must state its price year, price basis and VAT basis, a flight factor
 * whether it holds the warming beyond CO2. Two factors that answer one question on the same day are an issue.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `invalid-date`, `invalid-period`,
 * `unknown-unit`, `factor-incomplete`, `factor-ambiguous`, `duplicate-id`.
 */
export function parseFactorSet(input: unknown): Outcome<FactorSet> {
  const set = readWith(setShape, input);
  if (!set.ok) return set;
  const { id, edition } = set.value;
  const factors = collect(set.value.factors.map((row, index) => located(parseFactor(row), { row: index + 1 })));
  const clashes = factors.ok ? factorClashes(factors.value) : [];
  const issues = [...factors.issues, ...duplicateIds(set.value.factors), ...clashes];
  const whole =
    factors.ok && issues.length === 0 ? success({ id, edition, factors: factors.value }) : failureOf(issues);
  return located(whole, { source: id });
}

function parseFactor(row: unknown): Outcome<EmissionFactor> {
  const read = readWith<EmissionFactor>(emissionFactorSchema, row);
  if (!read.ok) return read;
  const order = reportingPeriod(read.value.validFrom, read.value.validTo);
  const issues = [...order.issues.map((issue) => locateIssue(issue, { path: 'validTo' })), ...missingOf(read.value)];
  return issues.length > 0 ? failureOf(issues) : read;
}

const SPEND_NEEDS = 'A spend-based factor is stated per currency, with its price year, price basis and VAT basis';
const FLIGHT_NEEDS = 'A factor per passenger-km states whether aviation non-CO2 is "included" or "excluded"';

function missingOf(factor: EmissionFactor): readonly Issue[] {
  if (factor.method === 'spend-based') {
    const fields = (['priceYear', 'priceBasis', 'vat'] as const).filter((field) => factor[field] === undefined);
    const currency = isCurrency(factor.per) ? [] : ['per'];
    return [...fields, ...currency].map((field) => incomplete(factor, field, SPEND_NEEDS));
  }
  const silentFlight = factor.per === 'passenger-km' && factor.aviationNonCo2 === undefined;
  return silentFlight ? [incomplete(factor, 'aviationNonCo2', FLIGHT_NEEDS)] : [];
}

function incomplete(factor: EmissionFactor, field: string, why: string): Issue {
  const message = `The factor ${factor.id} does not say its ${field}. ${why}; take it from the publication.`;
  return errorIssue('factor-incomplete', { message, detail: { id: factor.id, field }, at: { path: field } });
}
