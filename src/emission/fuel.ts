import { addDays } from '../calendar/calendar-date.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { holds } from '../calendar/reporting-period.js';
import { perDimension } from '../factor/emission-factor.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { validityOf } from '../factor/factor-clashes.js';
import { factorsWithin, soleFactor } from '../factor/find-factor.js';
import type { FactorQuery } from '../factor/find-factor.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { CALORIFIC_BASES } from '../quantity/calorific-basis.js';
import { factorTermsOf } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import { factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { fuelSteps } from './fuel-steps.js';
import type { FuelQuestion } from './fuel-steps.js';
import { unitTerms } from './shared-terms.js';
import type { Term } from './term.js';

/** A part of an activity's days with its factor, and the terms that lead from the amount to the factor's unit. */
export interface FuelPart extends FactorPart {
  readonly steps: readonly Term[];
}

/**
 * The factors of an amount of fuel. A factor per the amount's own dimension comes first; else one per mass, net energy,
 * gross energy or volume, in this order, with the density and heating value that the factor set states.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch` (no property leads to the factor's unit),
 * `calorific-basis-missing` (an energy does not say whether it is net or gross, or the factor does not).
 */
export function fuelParts(
  question: FuelQuestion,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly FuelPart[]> {
  const query = queryOf(question, kept);
  const sole = soleFactor(context.index, query);
  if (sole !== undefined) return solePart(query, sole, context);
  const candidates = candidatesFor(query, context);
  const direct = candidates.filter((factor) => perDimension(factor.per) === perDimension(query.per));
  const sameBasis = direct.filter(({ calorificBasis }) => calorificBasis === query.calorificBasis);
  if (sameBasis.length > 0) return directParts(query, context);
  const unstated = basisUnstated(question, candidates);
  if (unstated !== undefined) return unstated;
  const target = inOrder(candidates)[0];
  return target === undefined ? directParts(query, context) : convertedParts(question, query, target, context);
}

function queryOf({ key, amount, calorificBasis, part }: FuelQuestion, period: ReportingPeriod): FactorQuery {
  const basis = perDimension(amount.unit) === 'energy' ? calorificBasis : undefined;
  return { key, method: 'fuel-based', per: amount.unit, period, part, calorificBasis: basis };
}

/** Every factor of the fuel that holds on one of the days, whatever it is stated per. */
function candidatesFor(query: FactorQuery, context: PreparedContext): readonly EmissionFactor[] {
  const questions = ORDER.map(({ per, calorificBasis }) => ({ ...query, per, calorificBasis }));
  return questions.flatMap((asked) => factorsWithin(context.index, asked));
}

const ORDER = [
  { per: 'kg', calorificBasis: undefined },
  { per: 'kWh', calorificBasis: 'net' },
  { per: 'kWh', calorificBasis: 'gross' },
  { per: 'kWh', calorificBasis: undefined },
  { per: 'litre', calorificBasis: undefined },
] as const;

/** Without the factors per energy that do not say which: no heating value leads to them. */
function inOrder(candidates: readonly EmissionFactor[]): readonly EmissionFactor[] {
  return candidates.filter(({ per, calorificBasis }) => perDimension(per) !== 'energy' || calorificBasis !== undefined);
}

/** The usual case: one factor per the amount's own dimension for all days. */
function solePart(query: FactorQuery, factor: EmissionFactor, context: PreparedContext): Outcome<readonly FuelPart[]> {
  const terms = factorTermsOf(context, factor);
  if (!terms.ok) return terms;
  const steps = unitTerms(context, query.per, factor.per);
  return success([{ part: query.period, factor, factorTerms: terms.value, steps }]);
}

function directParts(query: FactorQuery, context: PreparedContext): Outcome<readonly FuelPart[]> {
  const parts = factorParts(context, query);
  if (!parts.ok) return parts;
  return success(parts.value.map((found) => ({ ...found, steps: unitTerms(context, query.per, found.factor.per) })));
}

/** Where an energy does not say whether it is net or gross, or the factor does not: neither is guessed. */
function basisUnstated(
  { key, amount, calorificBasis }: FuelQuestion,
  candidates: readonly EmissionFactor[],
): Outcome<never> | undefined {
  if (perDimension(amount.unit) !== 'energy' || candidates.length === 0) return undefined;
  const energies = candidates.filter(({ per }) => perDimension(per) === 'energy');
  const options = [...new Set(energies.flatMap((factor) => factor.calorificBasis ?? []))];
  const detail = { fuel: key, options: options.length === 0 ? CALORIFIC_BASES : options };
  if (calorificBasis === undefined) {
    const message = `The amount of ${key} in ${amount.unit} does not say whether it is net or gross. State calorificBasis: ${detail.options.join(' or ')}, as on the invoice.`;
    return failure(errorIssue('calorific-basis-missing', { message, detail }));
  }
  if (energies.every((factor) => factor.calorificBasis !== undefined)) return undefined;
  const message = `The amount of ${key} is ${calorificBasis}, and its factor per ${amount.unit} does not say what it is. State calorificBasis of the factor, as published.`;
  return failure(errorIssue('calorific-basis-missing', { message, detail }));
}

function convertedParts(
  question: FuelQuestion,
  query: FactorQuery,
  target: EmissionFactor,
  context: PreparedContext,
): Outcome<readonly FuelPart[]> {
  const { per, calorificBasis } = target;
  const records = (context.factors.fuelProperties ?? []).filter(({ fuel }) => fuel === question.key);
  const edges = records.flatMap(({ validFrom, validTo }) => [validFrom, addDays(validTo, 1)]);
  const parts = factorParts(context, { ...query, per, calorificBasis }, edges);
  if (!parts.ok) return parts;
  return collect(
    parts.value.map((found) => {
      const properties = records.find((record) => holds(validityOf(record), found.part));
      const steps = fuelSteps(question, found.factor, properties, context);
      return steps.ok ? success({ ...found, steps: steps.value }) : steps;
    }),
  );
}
