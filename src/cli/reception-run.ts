import { calendarYear } from '../calendar/reporting-period.js';
import type { EmissionLine, Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { below } from '../io/below.js';
import type { Project } from '../io/project.js';
import type { BridgeSettings, ReceptionSettings } from '../io/reception-settings.js';
import { collect, combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { bridgeMethods } from '../reception/bridge-methods.js';
import type { BridgedInventories } from '../reception/bridge-methods.js';
import type { ClientDays } from '../reception/client-days.js';
import { nightActivities } from '../reception/night-activities.js';
import { describeNumerator } from '../reception/numerator.js';
import { bridgeFigures } from '../report/bridge-figures.js';
import { changeFigures } from '../report/change-figures.js';
import type { BridgeFigures, ReceptionReport, ReturnFigures } from '../report/reception-report.js';
import { formTable, receptionYear } from '../report/reception-year.js';
import { inventoryOfYear } from './annual-run.js';
import type { YearRun } from './annual-run.js';
import { returnsOf } from './returns-run.js';

/**
 * What a project says of reception: intensities by year and form, why the figure moved, both methods side by side. Nothing where
 * the project does not ask for it.
 */
export function receptionOf(project: Project, runs: readonly YearRun[]): Outcome<ReceptionReport | undefined> {
  const { reception: settings, clientDays: register } = project;
  if (settings === undefined || register === undefined) return success(undefined);
  const { numerator, scope2, byForm, changes, bridge } = settings;
  const parts = combine({
    years: below(collect(runs.map((run) => receptionYear(run, register, settings))), 'reception'),
    byForm: collect(
      byForm.map((table, index) =>
        below(formTable(runs, register, { numerator, scope2, ...table }), `reception.byForm.${index}`),
      ),
    ),
    changes: collect(
      changes.map((change, index) =>
        below(changeFigures(runs, register, { numerator, scope2, ...change }), `reception.changes.${index}`),
      ),
    ),
    bridge: bridge === undefined ? success(undefined) : bridgeOf(project, { runs, register, scope2, bridge }),
    returns: returnsIn(project, runs, register, settings),
  });
  if (!parts.ok) return parts;
  const { bridge: both, returns, ...figures } = parts.value;
  return success({
    counted: describeNumerator(numerator),
    scope2,
    ...figures,
    ...(both === undefined ? {} : { bridge: both }),
    ...(returns === undefined ? {} : { returns }),
  });
}

function returnsIn(
  project: Project,
  runs: readonly YearRun[],
  register: ClientDays,
  { scope2, returns: settings }: ReceptionSettings,
): Outcome<ReturnFigures | undefined> {
  const run = runs.find(({ year }) => year === settings?.year);
  if (settings === undefined || run === undefined || project.returns === undefined) return success(undefined);
  return returnsOf(project, { run, register, files: project.returns, scope2, settings });
}

interface BridgeInput {
  readonly runs: readonly YearRun[];
  readonly register: ClientDays;
  readonly scope2: Scope2Basis;
  readonly bridge: BridgeSettings;
}

/** Every year a second time with nights in the place of the purchases they stand for; compared are those two alone. */
function bridgeOf(project: Project, { runs, register, scope2, bridge }: BridgeInput): Outcome<BridgeFigures> {
  const { products, switchYear, baseYear } = bridge;
  const both = collect(
    runs.map((run): Outcome<BridgedInventories> => {
      const nightBased = nightInventory(project, run, register, bridge);
      if (!nightBased.ok) return nightBased;
      return success({ year: run.year, spendBased: run.inventory, nightBased: nightBased.value });
    }),
  );
  if (!both.ok) return both;
  const where = ({ kind, product }: EmissionLine) =>
    kind === 'accommodation' || (product !== undefined && products.includes(product));
  const bridged = bridgeMethods(both.value, { scope2, where, switchYear, baseYear });
  return bridged.ok ? success(bridgeFigures(bridged.value, both.value)) : below(bridged, 'reception.bridge');
}

function nightInventory(
  project: Project,
  { year, activities }: YearRun,
  register: ClientDays,
  { services, products }: BridgeSettings,
): Outcome<Inventory> {
  const nights = nightActivities(register, { period: calendarYear(year), services });
  if (!nights.ok) return below(nights, 'reception.bridge.services');
  const others = activities.filter(
    (activity) => !(activity.kind === 'purchase' && products.includes(activity.product)),
  );
  return inventoryOfYear(project, year, [...others, ...nights.value]);
}
