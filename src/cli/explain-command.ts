import type { Activity } from '../activity/activity.js';
import type { Project } from '../io/project.js';
import { readProject } from '../io/read-project.js';
import { decimalText, parseDecimal } from '../decimal.js';
import { counted } from '../counted.js';
import { describeIssue, describeLocation } from '../issue.js';
import { locationOf } from '../ledger/posting.js';
import { selectPostings } from '../ledger/select-postings.js';
import type { SelectedPosting } from '../ledger/select-postings.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { orThrow, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { explainLine } from '../report/explain-line.js';
import { runYears } from './annual-run.js';
import type { YearRun } from './annual-run.js';
import { chained, openLedger } from './ledger-files.js';
import type { WatchReading } from './ledger-files.js';
import { UsageError } from './usage.js';

/** The workings of one line of a project: its terms, where its activity was read, and the ledger rows behind it. */
export async function explainCommand(
  lineId: string,
  projectFile: string,
  watch?: WatchReading,
): Promise<Outcome<string>> {
  const project = await readProject(projectFile);
  if (!project.ok) return project;
  const runs = await runYears(project.value, watch);
  if (!runs.ok) return runs;
  const found = runs.value.flatMap((run) =>
    run.inventory.lines.filter((line) => line.id === lineId).map((line) => ({ run, line })),
  );
  if (found.length === 0) throw unknownLine(lineId, runs.value);
  const texts: string[] = [];
  for (const { run, line } of found) {
    const activity = run.activities.find(({ id }) => id === line.activityId);
    const origin = activity === undefined ? [] : await originOf(activity, run, project.value);
    const warnings = run.inventory.warnings.filter(
      ({ at, detail }) => at?.activityId === line.activityId || ('id' in detail && detail.id === line.factorId),
    );
    texts.push([explainLine(line), ...origin, ...warnings.map((issue) => `  ${describeIssue(issue)}`)].join('\n'));
  }
  return success([`${project.value.organisation}. Case: ${project.value.case}.`, ...texts].join('\n'));
}

function unknownLine(lineId: string, runs: readonly YearRun[]): UsageError {
  const known = runs.flatMap(({ inventory }) => inventory.lines.map(({ id }) => id));
  // An activity's id is the beginning of its lines' ids.
  const longer = known.filter((id) => id.startsWith(`${lineId}/`)).slice(0, 3);
  const nearest = longer.length > 0 ? longer : nearestNames(lineId, known);
  return new UsageError(`There is no line ${JSON.stringify(lineId)}.${didYouMean(nearest)}`);
}

async function originOf(activity: Activity, run: YearRun, project: Project): Promise<readonly string[]> {
  if (activity.kind !== 'purchase' || activity.folded === undefined || project.ledger === undefined) {
    return [`  read from ${describeLocation(project.places.get(activity.id))}`];
  }
  const { mapping, files } = project.ledger;
  const ofYear = files.filter(({ year }) => year === run.year);
  const ledgers = await Promise.all(ofYear.map((file) => openLedger(project, file)));
  const { folded, amount } = activity;
  const rows: string[] = [];
  for await (const posting of selectPostings(chained(ledgers), mapping, activity)) rows.push(`    ${rowText(posting)}`);
  const rules = folded.rules.join(', ');
  return [
    `  ${counted(folded.rows, 'ledger row', 'ledger rows')} by rule ${rules} of ${folded.mapping}, in all ${decimalText(amount.value)} ${amount.unit}:`,
    ...rows,
  ];
}

function rowText(posting: SelectedPosting): string {
  const { counted, supplier = 'not named', account, date, amount } = posting;
  const money = `${decimalText(counted.value)} ${counted.unit}`;
  const share =
    decimalText(counted.value) === decimalText(orThrow(parseDecimal(amount))) ? '' : ` (a share of ${String(amount)})`;
  return `${describeLocation(locationOf(posting))}: ${date}, account ${account}, supplier ${supplier}, ${money}${share}`;
}
