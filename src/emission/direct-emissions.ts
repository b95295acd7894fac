import type { MeasuredEmissions, ProcessEmissions } from '../activity/direct-emissions.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isKyotoGas, warmingPotential } from '../quantity/warming-potential.js';
import type { Gas } from '../quantity/warming-potential.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { amountTerm, daysTermsOf, unitTerms } from './shared-terms.js';
import { fraction } from './term.js';
import type { GwpTerm, Term } from './term.js';

/**
 * The line of emissions that are given: kilograms of CO2e × days, or kilograms of a gas × unit × days × its warming
 * potential. Scope 1. No factor. A gas outside the scopes is reported apart.
 *
 * Issues: `warming-potential-missing`.
 *
 * @see GHG Protocol, Corporate Standard, chapter 4 (process and fugitive emissions)
 */
export function directEmissionsDrafts(
  given: ProcessEmissions | MeasuredEmissions,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { gas, amount } = given;
  const weighed = gas === undefined ? success<readonly Term[]>([]) : gasTerms(gas, given.id, context);
  if (!weighed.ok) return weighed;
  const terms = [
    amountTerm(amount),
    ...unitTerms(context, amount.unit, gas === undefined ? 'kgCO2e' : 'kg'),
    ...daysTermsOf(given, kept),
    ...weighed.value,
  ];
  const category = given.kind === 'measured-emissions' ? given.category : 'process-emissions';
  const outside = gas !== undefined && !isKyotoGas(gas) ? ({ outsideScopes: 'montreal-protocol-gases' } as const) : {};
  return success([{ scope: 1, category, method: 'supplier-specific', ...outside, part: kept, terms }]);
}

function gasTerms(gas: Gas, id: string, { gwp }: PreparedContext): Outcome<readonly GwpTerm[]> {
  const potential = warmingPotential(gas, gwp);
  if (potential !== undefined) return success([{ name: 'gwp', ...fraction(potential), gas, set: gwp }]);
  const message = `${gwp} lists no warming potential of ${gas}. State the inventory with another report, or give the emissions in kgCO2e with their source.`;
  return failure(errorIssue('warming-potential-missing', { message, detail: { id, gas, gwp } }));
}
