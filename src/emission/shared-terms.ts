import { daysIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { conversionFraction } from '../quantity/convert-quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { BaseUnit } from '../quantity/units.js';
import { sharedOnce } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import { fraction } from './term.js';
import type { AmountTerm, DaysTerm, FactorTerm, Term } from './term.js';

/** The amount as the first term. */
export function amountTerm(amount: Quantity<BaseUnit>): AmountTerm {
  return { name: 'amount', ...fraction(amount.value), unit: amount.unit };
}

/** The unit term from one unit to another of its dimension; none where they are the same. */
export function unitTerms(context: PreparedContext, from: BaseUnit, to: BaseUnit): readonly Term[] {
  if (from === to) return [];
  return sharedOnce(context, ['unit', from, to], () => [{ name: 'unit', ...conversionFraction(from, to), from, to }]);
}

/** The days term of a part of an activity; none where the part is the whole. */
export function daysTerms(part: ReportingPeriod, whole: ReportingPeriod): readonly DaysTerm[] {
  if (part.from === whole.from && part.to === whole.to) return [];
  return [{ name: 'days', ...fraction(new Decimal(daysIn(part)), new Decimal(daysIn(whole))), part, whole }];
}

/** The factor as the last term. */
export function factorTerm(context: PreparedContext, factor: EmissionFactor): FactorTerm {
  return sharedOnce(context, ['factor', factor.id], () => ({
    name: 'factor',
    ...fraction(factor.co2e),
    factorId: factor.id,
    unit: `kgCO2e/${factor.per}`,
    source: `${factor.source.publisher}, ${factor.source.title}`,
  }));
}
