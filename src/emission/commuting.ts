import type { Commuting, CommutingSurvey, RemoteWork } from '../activity/commuting.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { failure } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { productDrafts } from './product-drafts.js';
import { countTerm } from './shared-terms.js';
import type { Term } from './term.js';

const COMMUTING: Place = { scope: 3, category: 'employee-commuting' };
const THERE_AND_BACK = new Decimal(2);

/**
 * Lines of journeys to work: passenger-km or vehicle-km × days × distance-based factor of the mode. From a survey the
 * distance is one-way km × 2 × days × persons. Scope 3, employee commuting.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formulas 7.1 and 7.2
 */
export function commutingDrafts(
  commuting: Commuting,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { mode: key, survey, per } = commuting;
  const calculation = { place: COMMUTING, method: 'distance-based', key } as const;
  if (survey !== undefined && per !== undefined) {
    const asked = { ...calculation, amount: survey.oneWay, per, steps: surveySteps(survey) };
    return productDrafts(commuting, asked, kept, context);
  }
  const { amount } = commuting;
  if (amount === undefined) return nothingTravelled();
  return productDrafts(commuting, { ...calculation, amount }, kept, context);
}

/** The reader lets no such record pass; one that a program puts together is not a journey of no kilometres. */
function nothingTravelled(): Outcome<never> {
  const message = 'The commuting has neither an amount nor a survey that says what its kilometres are.';
  return failure(errorIssue('missing-field', { message, detail: { field: 'amount' }, at: { path: 'amount' } }));
}

function surveySteps({ persons, days }: CommutingSurvey): readonly Term[] {
  return [countTerm('there and back', THERE_AND_BACK), countTerm('days', days), countTerm('persons', persons)];
}

/**
 * Lines of work at home: working-hours × days × average factor of the arrangement. Scope 3, employee commuting, which may
 * hold teleworking.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, category 7 (teleworking)
 */
export function remoteWorkDrafts(
  work: RemoteWork,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { arrangement: key, amount } = work;
  return productDrafts(work, { place: COMMUTING, method: 'average-data', key, amount }, kept, context);
}
