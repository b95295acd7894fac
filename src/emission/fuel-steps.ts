import { Decimal, ONE } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import type { FuelProperties } from '../factor/fuel-property.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { CalorificBasis } from '../quantity/calorific-basis.js';
import { UNITS } from '../quantity/units.js';
import type { BaseUnit } from '../quantity/units.js';
import type { PreparedContext } from './calculation-context.js';
import type { FuelAmount } from '../activity/combustion.js';
import { unitTerms } from './shared-terms.js';
import { fraction } from './term.js';
import type { FuelPropertyTerm, Term } from './term.js';

const LITRES_PER_CUBIC_METRE = new Decimal(1000);

/** An amount of fuel that looks for its factor. */
export interface FuelQuestion {
  readonly key: string;
  readonly amount: FuelAmount;
  readonly calorificBasis?: CalorificBasis | undefined;
  readonly part?: string | undefined;
}

/**
 * The terms from an amount of fuel to a factor's unit through its mass: litres × density → kilograms × heating value →
 * energy, or back.
 *
 * Issues: `unit-mismatch` with the property that is missing.
 */
export function fuelSteps(
  question: FuelQuestion,
  factor: EmissionFactor,
  properties: FuelProperties | undefined,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const { amount, calorificBasis } = question;
  const from = { unit: amount.unit, basis: calorificBasis };
  const to = { unit: factor.per, basis: factor.calorificBasis };
  const steps = collect([toMass(from, properties, context), fromMass(to, properties, context)]);
  if (steps.ok) return success(steps.value.flat());
  const missing =
    properties === undefined ? 'density or heating value' : steps.issues.map(({ message }) => message).join(' and ');
  const message = `The factor ${factor.id} is stated per ${factor.per} and the amount in ${amount.unit}. The factor set states no ${missing} of ${question.key} for these days. Add it to fuelProperties, or give the amount in ${factor.per}.`;
  const detail = { from: amount.unit, to: factor.per, allowed: [factor.per] };
  return failure(errorIssue('unit-mismatch', { message, detail }));
}

interface Measure {
  readonly unit: BaseUnit;
  readonly basis: CalorificBasis | undefined;
}

function toMass(
  from: Measure,
  properties: FuelProperties | undefined,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  switch (UNITS[from.unit].dimension) {
    case 'mass':
      return success(unitTerms(context, from.unit, 'kg'));
    case 'volume':
      return step(properties, 'density', (term) => [...unitTerms(context, from.unit, 'litre'), term]);
    default:
      return step(properties, heatingValue(from.basis), (term) => [
        ...unitTerms(context, from.unit, 'MJ'),
        inverse(term),
      ]);
  }
}

function fromMass(
  to: Measure,
  properties: FuelProperties | undefined,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  switch (UNITS[to.unit].dimension) {
    case 'mass':
      return success(unitTerms(context, 'kg', to.unit));
    case 'volume':
      return step(properties, 'density', (term) => [inverse(term), ...unitTerms(context, 'litre', to.unit)]);
    default:
      return step(properties, heatingValue(to.basis), (term) => [term, ...unitTerms(context, 'MJ', to.unit)]);
  }
}

type Property = FuelPropertyTerm['property'];

function heatingValue(basis: CalorificBasis | undefined): Property {
  return basis === 'gross' ? 'gross-calorific-value' : 'net-calorific-value';
}

const FIELDS = {
  density: 'density',
  'net-calorific-value': 'netCalorificValue',
  'gross-calorific-value': 'grossCalorificValue',
} as const satisfies Record<Property, keyof FuelProperties>;

function step(
  properties: FuelProperties | undefined,
  property: Property,
  terms: (term: FuelPropertyTerm) => readonly Term[],
): Outcome<readonly Term[]> {
  const value = properties?.[FIELDS[property]];
  if (properties === undefined || value === undefined) {
    return failure(errorIssue('missing-field', { message: property, detail: { field: property } }));
  }
  const { publisher, title } = properties.source;
  const isDensity = property === 'density';
  return success(
    terms({
      name: 'fuel-property',
      ...fraction(value, isDensity ? LITRES_PER_CUBIC_METRE : ONE),
      property,
      unit: isDensity ? 'kg/litre' : 'MJ/kg',
      source: `${publisher}, ${title}`,
    }),
  );
}

function inverse(term: FuelPropertyTerm): FuelPropertyTerm {
  return { ...term, numerator: term.denominator, denominator: term.numerator };
}
