import { calendarYear } from '../calendar/reporting-period.js';
import type { Project, ProjectReturns } from '../io/project.js';
import type { ReceptionSettings, ReturnSettings } from '../io/reception-settings.js';
import { replaceSpend } from '../ledger/replace-spend.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from '../reception/client-days.js';
import { completeReturns } from '../reception/supplier-returns-complete.js';
import type { ReturnFigures } from '../report/reception-report.js';
import { returnFigures } from '../report/return-figures.js';
import { inventoryOfYear } from './annual-run.js';
import type { YearRun } from './annual-run.js';

/** What a year's supplier returns are completed from. */
export interface ReturnsInput {
  readonly run: YearRun;
  readonly register: ClientDays;
  readonly files: ProjectReturns;
  readonly scope2: ReceptionSettings['scope2'];
  readonly settings: ReturnSettings;
}

/**
 * One year a second time, with what suppliers report in the place of the money it stands for: returns are completed, their
 * share leaves the purchases, and both totals stand beside each other.
 */
export function returnsOf(project: Project, input: ReturnsInput): Outcome<ReturnFigures> {
  const { run, register, files, scope2, settings } = input;
  const { year, inventory: before, activities } = run;
  const { file: source, replacements, per, annualise, gapFill } = settings;
  const options = { period: calendarYear(year), asked: files.asked, register, per, annualise, gapFill };
  const completed = completeReturns(files.returns, options);
  if (!completed.ok) return failureOf(completed.issues.map((issue) => ({ ...issue, at: { source, ...issue.at } })));
  const purchases = activities.filter((activity) => activity.kind === 'purchase');
  const others = activities.filter((activity) => activity.kind !== 'purchase');
  const readings = [...others, ...completed.value.activities];
  const spend = replaceSpend(purchases, files.replacements, readings);
  if (!spend.ok)
    return failureOf(spend.issues.map((issue) => ({ ...issue, at: { source: replacements, ...issue.at } })));
  const after = inventoryOfYear(project, year, [...readings, ...spend.value.kept]);
  if (!after.ok) return after;
  const warnings = [...completed.issues, ...spend.issues];
  return success(
    returnFigures({
      year,
      scope2,
      completed: completed.value,
      spend: spend.value,
      before,
      after: after.value,
      warnings,
    }),
  );
}
