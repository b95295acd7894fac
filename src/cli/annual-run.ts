import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { calendarYear, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { calculateInventory } from '../inventory/calculate-inventory.js';
import type { Inventory } from '../inventory/inventory.js';
import type { Project } from '../io/project.js';
import { counted } from '../counted.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { confirmReplacements } from '../ledger/confirm-replacements.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { collect, failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { foldLedgerFiles } from './ledger-files.js';
import type { WatchReading } from './ledger-files.js';
import { plausibilityOf } from './plausibility-run.js';

/** One year of a project, calculated: its inventory, the activities behind it, its folded ledger, the warnings before. */
export interface YearRun {
  readonly year: number;
  readonly inventory: Inventory;
  readonly activities: readonly Activity[];
  readonly ledger?: FoldedLedger | undefined;
  readonly warnings: readonly Issue[];
}

/**
 * Calculates every year of a project: folds its ledger files from their bytes, confirms what activities replace, and makes
 * the inventory. All issues of all years at once, each with file, row and field where it has them.
 */
export async function runYears(project: Project, watch?: WatchReading): Promise<Outcome<readonly YearRun[]>> {
  const runs: Outcome<YearRun>[] = [];
  for (const year of project.years) runs.push(await runYear(project, year, watch));
  return collect(runs);
}

async function runYear(project: Project, year: number, watch: WatchReading | undefined): Promise<Outcome<YearRun>> {
  const period = calendarYear(year);
  const readings = project.activities.filter((activity) => sharedPeriod(spanOf(activity), period) !== undefined);
  const folded = await foldLedgerFiles(project, year, watch);
  const ledger = folded.ok ? folded.value : undefined;
  const replaced = ledger === undefined ? success([]) : confirmReplacements(ledger, readings);
  const activities = [...(ledger?.activities ?? []), ...readings];
  const inventory = inventoryOfYear(project, year, activities);
  const before = [
    ...folded.issues,
    ...replaced.issues,
    ...strayActivities(project),
    ...registerWarnings(project, year),
  ];
  const issues = [...before, ...inventory.issues].map((issue) => placedIssue(issue, project));
  if (!inventory.ok) return failureOf(issues);
  const findings = plausibilityOf(project, { year, activities, inventory: inventory.value });
  if (!findings.ok) return failureOf([...issues, ...findings.issues]);
  const warnings = [...before, ...findings.value].map((issue) => placedIssue(issue, project));
  const calculated = {
    ...inventory.value,
    warnings: inventory.value.warnings.map((issue) => placedIssue(issue, project)),
  };
  return outcomeOf(issues, () => ({ year, inventory: calculated, activities, ledger, warnings }));
}

/** The inventory of one year of a project from the given activities. */
export function inventoryOfYear(project: Project, year: number, activities: readonly Activity[]): Outcome<Inventory> {
  const period = calendarYear(year);
  return calculateInventory({ ...project, instruments: instrumentsOf(project, period), period, activities });
}

/** The warnings of the client-day register about months of a year. */
function registerWarnings({ clientDaysWarnings }: Project, year: number): readonly Issue[] {
  return clientDaysWarnings.filter(
    ({ detail }) => 'months' in detail && detail.months.some((month) => month.startsWith(`${year}-`)),
  );
}

/** The instruments that can cover something in a year: a project names those of all its years. */
function instrumentsOf({ instruments }: Project, period: ReportingPeriod): Project['instruments'] {
  return instruments?.filter(({ validFrom, validTo }) => validFrom <= period.to && period.from <= validTo);
}

/** An issue of an activity at the file and row it was read from; the row inside the call means nothing to a reader. */
function placedIssue(issue: Issue, { places }: Project): Issue {
  const id = issue.at?.activityId;
  if (id === undefined) return issue;
  const path = issue.at?.path === undefined ? {} : { path: issue.at.path };
  return { ...issue, at: { activityId: id, ...path, ...places.get(id) } };
}

/** The warning about activities that lie in none of the project's years. */
function strayActivities({ activities, years }: Project): readonly Issue[] {
  const periods = years.map(calendarYear);
  const stray = activities.filter((activity) =>
    periods.every((period) => sharedPeriod(spanOf(activity), period) === undefined),
  );
  return stray.length === 0 ? [] : [outsideYears(stray, years)];
}

function outsideYears(stray: readonly Activity[], years: readonly number[]): Issue {
  const [first = ''] = stray.map(({ id }) => id);
  const message = `${counted(stray.length, 'activity', 'activities')} in none of the years ${years.join(', ')} left out; the first is ${first}.`;
  return warningIssue('activity-outside-period', { message, detail: { count: stray.length, first } });
}
