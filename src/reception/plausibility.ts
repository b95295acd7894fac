import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { implausibleRatios } from './implausible-ratios.js';
import { plausibilityFaults } from './plausibility-input.js';
import type { PlausibilityInput } from './plausibility-input.js';
import { missingInvoiceMonths, spendJumps } from './spend-continuity.js';

/**
 * What looks wrong in the figures behind reception, as warnings: ratios outside the stated bounds, months without an
 * invoice, euros per night that jump, amounts without a night. Nothing is corrected, and what could not be checked for want
 * of a figure is a finding too. Ratios are compared exactly; a value equal to a bound is plausible. The findings do not
 * depend on the order of the activities.
 *
 * Findings: `implausible-ratio`, `ratio-not-checked`, `amount-without-nights`, `invoice-month-missing`, `spend-jump`.
 *
 * Issues: `missing-field` for what a stated check needs, `invalid-value` for floor areas that are zero or stated twice and a
 * jump below 1, `invalid-date`, `invalid-period`, `period-not-whole-months`, `client-days-missing`.
 *
 * @example
 * const findings = orThrow(checkPlausibility({ period: calendarYear(2021), activities, floorAreas,
 *   bounds: orThrow(parsePlausibilityBounds([{ ratio: 'kWh/square-metre-year', atMost: '400', why: 'own readings' }])) }));
 */
export function checkPlausibility(input: PlausibilityInput): Outcome<readonly Issue[]> {
  return outcomeOf(plausibilityFaults(input), () => [
    ...input.bounds.flatMap((bound) => implausibleRatios(bound, input)),
    ...missingInvoiceMonths(input),
    ...spendJumps(input),
  ]);
}
