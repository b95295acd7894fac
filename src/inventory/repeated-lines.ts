import type { Activity } from '../activity/activity.js';
import { repeatedIds } from '../duplicate-ids.js';
import type { EmissionLine } from '../emission/emission-line.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';

/** What the lines of an inventory take their ids from; the ids of the activities are unique. */
interface Named {
  readonly activities: readonly Activity[];
  readonly instruments?: readonly EnergyInstrument[] | undefined;
}

/**
 * One `duplicate-id` for each id that two lines have. A line's id begins with its activity's and goes on after a slash, so
 * that only names with a slash can make two lines meet: a part of a mix, an instrument, or an activity whose id goes on
 * from another's after a slash. Usually there are none, and no lines have to be compared.
 */
export function repeatedLines(
  { activities, instruments = [] }: Named,
  lines: readonly EmissionLine[],
): readonly Issue[] {
  const canMeet =
    instruments.some(({ id }) => id.includes('/')) || activities.some(hasSlashedPart) || someGoesOn(activities);
  return canMeet ? [...repeatedIds(lines)].map((id) => sameLine(id, activities, lines)) : [];
}

function hasSlashedPart(activity: Activity): boolean {
  if (activity.kind !== 'purchased-goods' && activity.kind !== 'waste') return false;
  return activity.mix?.some(({ of }) => of.includes('/')) === true;
}

/** Whether the id of an activity goes on from another's after a slash. */
function someGoesOn(activities: readonly Activity[]): boolean {
  // What goes on from an id has more slashes than it: where all have the same number, no id has to be looked up.
  if (haveEquallyManySlashes(activities)) return false;
  const slashed = activities.filter(({ id }) => id.includes('/'));
  const ids = new Set(activities.map(({ id }) => id));
  return slashed.some(({ id }) => beginningsOf(id).some((beginning) => ids.has(beginning)));
}

function haveEquallyManySlashes(activities: readonly Activity[]): boolean {
  let number: number | undefined;
  for (const { id } of activities) {
    let slashes = 0;
    for (let slash = id.indexOf('/'); slash !== -1; slash = id.indexOf('/', slash + 1)) slashes += 1;
    number ??= slashes;
    if (slashes !== number) return false;
  }
  return true;
}

/** What stands before each slash of an id. */
function beginningsOf(id: string): readonly string[] {
  const beginnings: string[] = [];
  for (let slash = id.indexOf('/'); slash !== -1; slash = id.indexOf('/', slash + 1))
    beginnings.push(id.slice(0, slash));
  return beginnings;
}

function sameLine(id: string, activities: readonly Activity[], lines: readonly EmissionLine[]): Issue {
  const owners = new Set(lines.flatMap((line) => (line.id === id ? [line.activityId] : [])));
  const rows = activities.flatMap((activity, index) => (owners.has(activity.id) ? [index + 1] : []));
  const message = `Two lines have the id ${JSON.stringify(id)}, of ${[...owners].join(' and ')}. Names with a slash can meet (ids, parts of a mix, instruments): rename one without it.`;
  return errorIssue('duplicate-id', { message, detail: { id, rows }, at: { path: 'id' } });
}
