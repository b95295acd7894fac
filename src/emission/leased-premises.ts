import type { LeasedPremises } from '../activity/leased-premises.js';
import { yearOf } from '../calendar/calendar-date.js';
import { calendarYear, describePeriod, newYearsIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE } from '../decimal.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { estimatedDays } from './metered-days.js';
import { amountTerm, daysTerms, shareTerm } from './shared-terms.js';

/**
 * Lines of rented premises without meter data: floor area × share ÷ occupancy × days of the part ÷ days of its calendar
 * year × average factor per square-metre-year; cut at 1 January and at validity edges. Scope 3, upstream leased assets.
 * Days on which the site has readings of all the kinds named are left out with the warning `estimate-replaced`.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, `estimate-overlaps`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 8.2
 */
export function leasedPremisesDrafts(
  premises: LeasedPremises,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const days = estimatedDays(premises, kept, context.meteredDays);
  if (!days.ok) return days;
  const warnings = days.value.replaced.map((part) => replacedBy(premises, part));
  const drafts = collect(days.value.kept.map((part) => partDrafts(premises, part, context)));
  return drafts.ok ? success(drafts.value.flat(), [...drafts.issues, ...warnings]) : drafts;
}

function partDrafts(
  premises: LeasedPremises,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const query = { key: premises.premises, method: 'average-data', per: 'square-metre-year', period: kept } as const;
  const parts = factorParts(context, query, newYearsIn(kept));
  return parts.ok ? success(parts.value.map((found) => draft(premises, found))) : parts;
}

function draft(premises: LeasedPremises, { part, factor, factorTerms }: FactorPart): LineDraft {
  const { amount, share, occupancy } = premises;
  return {
    scope: 3,
    category: 'upstream-leased-assets',
    method: 'average-data',
    factor,
    factorTerms,
    part,
    terms: [
      amountTerm(amount),
      ...(share === undefined ? [] : [shareTerm('own share of the area', share)]),
      ...(occupancy === undefined ? [] : [shareTerm('÷ occupancy of the building', ONE, occupancy)]),
      ...daysTerms(part, calendarYear(yearOf(part.from))),
    ],
  };
}

function replacedBy(premises: LeasedPremises, part: ReportingPeriod): Issue {
  const period = describePeriod(part);
  const by = premises.replacedBy;
  const message = `The estimate of ${premises.site} from floor area is left out in ${period}: readings of ${by.join(', ')} take its place.`;
  return warningIssue('estimate-replaced', { message, detail: { period, by } });
}
