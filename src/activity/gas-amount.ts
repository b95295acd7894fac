import { errorIssue } from '../issue.js';
import type { RecordContext } from '../reading.js';
import { isEmissionUnit } from '../quantity/units.js';
import type { BaseUnit } from '../quantity/units.js';

/** Refuses a mass without its gas, and a gas with an amount that is CO2e already. */
export function checkGas(
  { gas, amount }: { gas?: string | undefined; amount: { unit: BaseUnit } },
  context: RecordContext,
): void {
  if (isEmissionUnit(amount.unit) === (gas === undefined)) return;
  const message =
    gas === undefined
      ? `An amount in ${amount.unit} needs its gas, for example "gas": "CH4-fossil"; or give it in kgCO2e.`
      : `An amount in ${amount.unit} is weighed already: leave out the gas ${gas}, or give the mass of the gas in kg.`;
  const detail = { value: gas ?? 'no gas', expected: gas === undefined ? 'a gas' : 'no gas', nearest: [] };
  const issue = errorIssue('invalid-value', { message, detail, at: { path: 'gas' } });
  context.addIssue({ code: 'custom', message, params: { issue } });
}
