import { basename, dirname } from 'node:path';
import { duplicateIds } from '../duplicate-ids.js';
import type { Activity } from '../activity/activity.js';
import { parseActivities } from '../activity/parse-activities.js';
import { parseInstruments } from '../factor/energy-instrument.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import { parseExchangeRates } from '../factor/exchange-rates.js';
import { parsePriceIndex } from '../factor/price-index.js';
import { parsePriceMargins } from '../factor/price-margin.js';
import { parseBoundary } from '../inventory/boundary.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue, IssueLocation } from '../issue.js';
import { parseAccountMapping } from '../ledger/account-mapping.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { collect, combine, failure, failureOf, located, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import { readWith } from '../reading.js';
import { parseClientDays } from '../reception/client-days.js';
import { parseSiteRegister } from '../reception/site-register.js';
import type { SiteRegister } from '../reception/site-register.js';
import { parseTarget } from '../target/target.js';
import { below } from './below.js';
import { fromFile, fromOptional, readAll, rowsWith } from './from-file.js';
import { parseProjectLayout } from './project-layout.js';
import { projectSchema, publishedSeriesSchema } from './project.js';
import type { LedgerFile, Project, ProjectFile, PublishedSeries } from './project.js';
import { readAirports, readFactors } from './read-factors.js';
import { readJson } from './read-json.js';
import { readReturns } from './read-returns.js';
import { receptionIssues } from './reception-settings.js';
import { projectIssues, repeatedIn } from './repeated-names.js';

/**
 * Reads a project file and every file it names, ledger rows excepted: those are streamed when figures are made. All
 * issues of all files at once, each with its file.
 *
 * Issues: those of every parse function, `file-unreadable`, `file-syntax`, `file-too-large`.
 */
export async function readProject(path: string): Promise<Outcome<Project>> {
  const name = basename(path);
  const json = await readJson(path, name);
  if (!json.ok) return json;
  const file = located(readWith<ProjectFile>(projectSchema, json.value), { source: name });
  if (!file.ok) return file;
  const { reception } = file.value;
  const unanswerable = reception === undefined ? [] : receptionIssues(reception, file.value);
  const contradictions = [...projectIssues(file.value), ...unanswerable].map((issue) =>
    locateIssue(issue, { source: name }),
  );
  if (contradictions.length > 0) return failureOf(contradictions);
  const folder = dirname(path);
  const sites = await fromOptional(folder, file.value.sites, rowsWith(parseSiteRegister));
  const clientDays = sites.ok ? await readClientDays(file.value, folder, sites.value) : success(undefined);
  const parts = await readParts({ file: file.value, clientDays, sites }, folder, name);
  if (!parts.ok) return parts;
  const spanning = instrumentsOverYears(parts.value.instruments ?? [], file.value);
  if (spanning.length > 0) return failureOf(spanning);
  const { case: label, organisation, years, gwp, aviationNonCo2, residualMix, upstream, intensityOf } = file.value;
  const settings = {
    folder,
    case: label,
    organisation,
    years,
    gwp,
    aviationNonCo2,
    residualMix,
    upstream,
    intensityOf,
    reception,
    clientDaysWarnings: clientDays.issues,
  };
  const activities = parts.value.activities.map(({ activity }) => activity);
  const places = new Map(parts.value.activities.map(({ id, place }) => [id, place]));
  return success({ ...settings, ...parts.value, activities, places }, parts.issues);
}

/** Years are calculated one by one: an amount that reaches over two of them would cover each with all of it. */
function instrumentsOverYears(
  instruments: readonly EnergyInstrument[],
  { years, instruments: source = '' }: ProjectFile,
): readonly Issue[] {
  return instruments.flatMap(({ id, amount, validFrom, validTo }, index) => {
    const touched = years.filter((year) => validFrom <= `${year}-12-31` && `${year}-01-01` <= validTo);
    if (amount === undefined || touched.length < 2) return [];
    const message = `The instrument ${id} has an amount and is valid in ${touched.join(', ')}, which are calculated one by one. Split it into one instrument for each year.`;
    const detail = { value: `${validFrom}..${validTo}`, expected: 'days of one year of the project', nearest: [] };
    return [errorIssue('invalid-value', { message, detail, at: { source, row: index + 1, path: 'validTo' } })];
  });
}

/** The client-days, held against the register of sites where the project names one. */
async function readClientDays(
  { clientDays }: ProjectFile,
  folder: string,
  sites: SiteRegister | undefined,
): Promise<Outcome<Project['clientDays']>> {
  const options = sites === undefined ? {} : { sites };
  return fromOptional(
    folder,
    clientDays,
    rowsWith((rows) => parseClientDays(rows, options)),
  );
}

interface Opened {
  readonly file: ProjectFile;
  readonly clientDays: Outcome<Project['clientDays']>;
  readonly sites: Outcome<Project['sites']>;
}

async function readParts({ file, clientDays, sites }: Opened, folder: string, project: string) {
  return combine({
    boundary: await fromFile(folder, file.boundary, parseBoundary),
    factors: await readFactors(file, folder, project),
    priceIndices: await readAll(file.priceIndices ?? [], (name) => fromFile(folder, name, parsePriceIndex)),
    priceMargins: await fromOptional(folder, file.priceMargins, rowsWith(parsePriceMargins)),
    exchangeRates: await fromOptional(folder, file.exchangeRates, parseExchangeRates),
    instruments: await fromOptional(folder, file.instruments, rowsWith(parseInstruments)),
    airports: await readAirports(file.airports, folder),
    activities: await readActivities(file, folder),
    ledger: located(await readLedger(file.ledger, folder), { source: project }),
    clientDays,
    sites,
    returns: await readReturns(file.reception?.returns, folder),
    target: await fromOptional(folder, file.target, parseTarget),
    publishedSeries: await fromOptional(folder, file.publishedSeries, parsePublishedSeries),
  });
}

/** An activity with the file and row it was read from. */
interface PlacedActivity {
  readonly id: string;
  readonly activity: Activity;
  readonly place: IssueLocation;
}

async function readActivities(file: ProjectFile, folder: string): Promise<Outcome<readonly PlacedActivity[]>> {
  const files = await readAll(file.activities, async (source) => {
    const read = await fromFile(folder, source, rowsWith(parseActivities));
    return read.ok ? success(read.value.map((activity, index) => placed(activity, { source, row: index + 1 }))) : read;
  });
  if (!files.ok) return files;
  const all = files.value.flat();
  const shared = duplicateIds(all).map((issue) => ({
    ...issue,
    at: { source: file.activities.join(', '), path: 'id' },
  }));
  return outcomeOf(shared, () => all);
}

function placed(activity: Activity, place: IssueLocation): PlacedActivity {
  return { id: activity.id, activity, place };
}

async function readLedger(ledger: ProjectFile['ledger'], folder: string): Promise<Outcome<Project['ledger']>> {
  if (ledger === undefined) return success(undefined);
  const mapping = await fromFile(folder, ledger.mapping, parseAccountMapping);
  const layouts = collect(
    ledger.layouts.map((layout, index) => below(parseProjectLayout(layout), `ledger.layouts.${index}`)),
  );
  if (!layouts.ok) return failureOf([...mapping.issues, ...layouts.issues]);
  const twice = repeatedIn(
    layouts.value.map(({ id }) => id),
    'ledger.layouts',
  );
  if (twice.length > 0) return failureOf([...mapping.issues, ...twice]);
  const known = new Map(layouts.value.map((layout) => [layout.id, layout]));
  const files = collect(
    ledger.files.map(({ layout: id, ...file }): Outcome<LedgerFile> => {
      const layout = known.get(id);
      return layout === undefined ? unknownLayout(id, [...known.keys()]) : success({ ...file, layout });
    }),
  );
  return combine({ mapping, files });
}

function unknownLayout(id: string, known: readonly string[]): Outcome<never> {
  const nearest = nearestNames(id, known);
  const message = `There is no layout ${JSON.stringify(id)}.${didYouMean(nearest)}`;
  const detail = { value: id, expected: 'the id of a layout', nearest };
  return failure(errorIssue('invalid-value', { message, detail, at: { path: 'ledger.files' } }));
}

function parsePublishedSeries(json: unknown): Outcome<PublishedSeries> {
  const read = readWith<{
    name: string;
    unit: 'tCO2e';
    source: PublishedSeries['source'];
    years: { year: number; value: Decimal }[];
  }>(publishedSeriesSchema, json);
  if (!read.ok) return read;
  const { name, unit, source, years } = read.value;
  const twice = repeatedIn(
    years.map(({ year }) => year),
    'years',
  );
  const totals = years.map(({ year, value }) => ({ year, emissions: quantityOf(value, unit) }));
  return outcomeOf(twice, () => ({ name, source, years: totals }));
}
