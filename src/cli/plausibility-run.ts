import type { Activity } from '../activity/activity.js';
import { calendarYear } from '../calendar/reporting-period.js';
import type { Inventory } from '../inventory/inventory.js';
import type { Project } from '../io/project.js';
import type { Issue } from '../issue.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { checkPlausibility } from '../reception/plausibility.js';

/**
 * What looks wrong in one year of a project, by the bounds it states; nothing where it states none. Floor areas are those of
 * its register of sites.
 */
export function plausibilityOf(
  { reception, clientDays, sites = [] }: Project,
  {
    year,
    activities,
    inventory,
  }: { readonly year: number; readonly activities: readonly Activity[]; readonly inventory: Inventory },
): Outcome<readonly Issue[]> {
  const settings = reception?.plausibility;
  if (settings === undefined) return success([]);
  const floorAreas = sites.flatMap(({ site, floorArea }) =>
    floorArea === undefined ? [] : [{ site, area: floorArea }],
  );
  return checkPlausibility({ ...settings, period: calendarYear(year), activities, inventory, clientDays, floorAreas });
}
