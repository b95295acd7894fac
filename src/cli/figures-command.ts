import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProject } from '../io/read-project.js';
import type { Project } from '../io/project.js';
import { describeIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, combine, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AnnualFigures, TargetFigures } from '../report/annual-figures.js';
import { renderFigures } from '../report/render-figures.js';
import { targetFigures } from '../report/target-figures.js';
import { yearFigures } from '../report/year-figures.js';
import { trackTarget } from '../target/track-target.js';
import { runYears } from './annual-run.js';
import type { YearRun } from './annual-run.js';
import type { WatchReading } from './ledger-files.js';
import { receptionOf } from './reception-run.js';

/** The annual figures of a project as data. */
export async function projectFigures(project: Project, watch?: WatchReading): Promise<Outcome<AnnualFigures>> {
  const runs = await runYears(project, watch);
  const target = progressOf(project);
  // Said once: everything below is made from the same runs.
  if (!runs.ok) return failureOf([...runs.issues, ...target.issues]);
  const years = collect(runs.value.map((run) => figuresOf(project, run)));
  const parts = combine({ years, target, reception: receptionOf(project, runs.value) });
  if (!parts.ok) return failureOf(distinct(parts.issues));
  const { case: label, organisation, boundary, gwp } = project;
  const units = { emissions: 'tCO2e', reduction: 'share of the base year', rate: 'share per year' } as const;
  const { years: all, target: held, reception: nights } = parts.value;
  const figures = { case: label, organisation, boundary, gwp, units, years: all };
  return success({
    ...figures,
    ...(nights === undefined ? {} : { reception: nights }),
    ...(held === undefined ? {} : { target: held }),
  });
}

/** Several figures need the same register: what is wrong with it is said once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [describeIssue(issue), issue])).values()];
}

function figuresOf({ clientDays, intensityOf }: Project, run: YearRun) {
  return yearFigures({ ...run, clientDays, intensityOf });
}

/** The target is held against the published series only: what is calculated here is another series. */
function progressOf({ target, publishedSeries }: Project): Outcome<TargetFigures | undefined> {
  if (target === undefined || publishedSeries === undefined) return success(undefined);
  const progress = trackTarget(target, new Map(publishedSeries.years.map(({ year, emissions }) => [year, emissions])));
  return progress.ok ? success(targetFigures(progress.value, publishedSeries.name)) : progress;
}

/** Reads a project, makes its figures, writes `figures.json` into the folder and gives the text to print. */
export async function figuresCommand(
  projectFile: string,
  out: string | undefined,
  watch?: WatchReading,
): Promise<Outcome<string>> {
  const project = await readProject(projectFile);
  if (!project.ok) return project;
  const figures = await projectFigures(project.value, watch);
  if (!figures.ok) return figures;
  if (out !== undefined) await writeWhole(out, 'figures.json', `${JSON.stringify(figures.value, undefined, 2)}\n`);
  return success(renderFigures(figures.value));
}

/** Writes a file all or nothing: under another name first, then renamed over the old one. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${name}.${process.pid}.unfinished`);
  try {
    await writeFile(unfinished, text, { encoding: 'utf8', flag: 'wx' });
    await rename(unfinished, join(folder, name));
  } finally {
    await rm(unfinished, { force: true });
  }
}
