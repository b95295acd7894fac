import { Decimal, decimalText } from '../decimal.js';
import { describeLocation } from '../issue.js';
import type { AnnualFigures, BothBases, TargetFigures, YearFigures } from './annual-figures.js';
import { printedPercent } from './printed-number.js';
import { renderReception } from './render-reception.js';
import { NOT_CALCULATED, shown, table } from './text-table.js';
import type { TableRow } from './text-table.js';

const FOOTNOTE =
  'Figures are rounded for print, each on its own, so parts may not add up to totals in the last digit. Two lines of purchased energy, location-based and market-based, are never added together.';

/**
 * Annual figures as text for a terminal: one column a year, tonnes of CO2e with one decimal, then the target table, the
 * exclusions and the warnings. The case is named at the top and the exact figures are in the JSON.
 */
export function renderFigures(figures: AnnualFigures): string {
  const { years, reception } = figures;
  return [
    figures.organisation,
    `Case: ${figures.case}.`,
    `Tonnes of CO2e unless stated otherwise; warming potentials ${figures.gwp}; ${figures.boundary.consolidation}.`,
    '',
    ...table([{ label: '', cells: years.map(({ year }) => String(year)) }, ...totalRows(years), ...classRows(years)]),
    '',
    // The section on reception says the same and more.
    ...table([...(reception === undefined ? intensityRows(years) : []), ...ledgerRows(years)]),
    '',
    ...(reception === undefined ? [] : renderReception(reception)),
    ...(figures.target === undefined ? [] : [...targetTable(figures.target), '']),
    ...figures.boundary.exclusions.map(({ what, why }) => `Not included: ${what} (${why}).`),
    FOOTNOTE,
    ...warningSummary([
      ...years,
      ...(reception?.bridge?.years ?? []),
      ...(reception?.returns === undefined ? [] : [reception.returns]),
    ]),
  ].join('\n');
}

function row(years: readonly YearFigures[], label: string, cell: (year: YearFigures) => string): TableRow {
  return { label, cells: years.map(cell) };
}

const BASES = [
  ['location-based', 'locationBased'],
  ['market-based', 'marketBased'],
] as const satisfies readonly (readonly [string, keyof BothBases])[];

function totalRows(years: readonly YearFigures[]): readonly TableRow[] {
  const totals = BASES.map(([name, key]) => row(years, `Total, ${name}`, ({ total }) => shown(total[key], 1)));
  const scopeRow = (scope: 1 | 2 | 3, name: string, key: keyof BothBases) =>
    row(years, `  Scope ${scope}${name}`, ({ byScope }) =>
      shown(byScope.find((found) => found.scope === scope)?.[key], 1),
    );
  const scopes = ([2, 3] as const).flatMap((scope) => BASES.map(([name, key]) => scopeRow(scope, `, ${name}`, key)));
  return [...totals, scopeRow(1, '', 'locationBased'), ...scopes];
}

function classRows(years: readonly YearFigures[]): readonly TableRow[] {
  const names = years.slice(0, 1).flatMap(({ byClass }) => byClass.map((found) => found.class));
  const rows = names.map((name) =>
    row(years, `  ${name}`, ({ byClass }) => {
      const found = byClass.find((figure) => figure.class === name);
      return shown(found?.calculated === true ? found.locationBased : undefined, 1);
    }),
  );
  return [{ label: "The Ministry's six classes, location-based", cells: [] }, ...rows, ...outsideRows(years)];
}

/** Categories without a class, and what stands outside the scopes; nothing where there is nothing of it. */
function outsideRows(years: readonly YearFigures[]): readonly TableRow[] {
  const categories = [
    ...new Set(years.flatMap(({ outsideClasses = [] }) => outsideClasses.map(({ category }) => category))),
  ];
  const beside = categories.map((name) =>
    row(years, `  beside them: ${name}`, ({ outsideClasses = [] }) =>
      shown(outsideClasses.find(({ category }) => category === name)?.locationBased, 1),
    ),
  );
  const apart: readonly TableRow[] = [
    row(years, 'Outside the scopes: CO2 from biomass, tonnes', ({ biogenicCo2 }) =>
      shown(biogenicCo2?.locationBased, 1),
    ),
    row(years, 'Outside the scopes: Montreal Protocol gases', (year) => shown(year.montrealProtocolGases, 1)),
  ];
  return [...beside, ...apart.filter(({ cells }) => cells.some((cell) => cell !== NOT_CALCULATED))];
}

function intensityRows(years: readonly YearFigures[]): readonly TableRow[] {
  const [name] = years.flatMap(({ intensityOf }) => (intensityOf === undefined ? [] : [intensityOf]));
  if (name === undefined) return [];
  const label = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return [
    row(years, label, ({ intensityEmissions }) => shown(intensityEmissions, 1)),
    row(years, '  kgCO2e/accommodation-night', ({ intensity }) => shown(intensity?.['kgCO2e/accommodation-night'], 3)),
    row(years, '  kgCO2e/client-day', ({ intensity }) => shown(intensity?.['kgCO2e/client-day'], 3)),
    row(years, '  accommodation-nights', ({ denominators }) => shown(denominators?.['accommodation-night'], 0)),
    row(years, '  client-days', ({ denominators }) => shown(denominators?.['client-day'], 0)),
  ];
}

function ledgerRows(years: readonly YearFigures[]): readonly TableRow[] {
  const [currency] = years.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverage.currency]));
  if (currency === undefined) return [];
  const treatments = [
    ...new Set(years.flatMap(({ coverage }) => coverage?.byTreatment.map(({ treatment }) => treatment) ?? [])),
  ];
  return [
    row(years, `Ledger, million ${currency}`, ({ coverage }) => millions(coverage?.amount)),
    ...treatments.map((name) =>
      row(years, `  ${name}`, ({ coverage }) =>
        millions(coverage && (coverage.byTreatment.find(({ treatment }) => treatment === name)?.amount ?? '0')),
      ),
    ),
    row(years, '  unmapped', ({ coverage }) =>
      millions(coverage && sumText(coverage.unmapped.map(({ amount }) => amount))),
    ),
    row(years, '  mapped share, %', ({ coverage }) =>
      coverage === undefined ? NOT_CALCULATED : mappedShare(coverage),
    ),
  ];
}

function millions(text: string | undefined): string {
  return shown(text === undefined ? undefined : decimalText(new Decimal(text).times('0.000001')), 3);
}

function sumText(amounts: readonly string[]): string {
  return decimalText(amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)));
}

function mappedShare({ amount, unmapped }: NonNullable<YearFigures['coverage']>): string {
  const whole = new Decimal(amount);
  if (whole.isZero()) return NOT_CALCULATED;
  const mapped = whole.minus(sumText(unmapped.map((account) => account.amount)));
  return shown(decimalText(mapped.times(100).dividedBy(whole)), 2);
}

function targetTable(target: TargetFigures): readonly string[] {
  const years = target.years.map(
    ({ year, allowed, actual, excess, reduction, onTrack }) =>
      `  ${year}  actual ${shown(actual, 2)}, allowed ${shown(allowed, 2)}, excess ${shown(excess, 2)}, change ${percent(reduction)}, ${onTrack ? 'on track' : 'not on track'}`,
  );
  const milestones = target.milestones.map(({ year, allowed, required }) => {
    const text = `  ${year}  allowed ${shown(allowed, 3)} ${target.unit}`;
    if (required === undefined) return text;
    const rate = required.rate === undefined ? '' : `, or ${printedPercent(new Decimal(required.rate))} a year`;
    return `${text}; from the last actual: ${shown(required.perYear, 2)} less each year${rate}`;
  });
  return [`Target: ${target.name}`, `Held against: ${target.series}, ${target.unit}`, ...years, ...milestones];
}

/** A reduction as a change: 0.42 is −42.0 %. */
function percent(reduction: string): string {
  return printedPercent(new Decimal(reduction).negated());
}

/** Each warning once, with the years it occurs in, and where it stands: the first place, and how many there are. */
function warningSummary(years: readonly Pick<YearFigures, 'year' | 'warnings'>[]): readonly string[] {
  const found = new Map<string, { message: string; years: Set<number>; places: Set<string> }>();
  for (const { year, warnings } of years) {
    for (const { code, message, at } of warnings) {
      const known = found.get(message) ?? { message: `${message} [${code}]`, years: new Set(), places: new Set() };
      known.years.add(year);
      if (at?.activityId !== undefined || at?.row !== undefined) known.places.add(describeLocation(at));
      found.set(message, known);
    }
  }
  return [...found.values()].map(
    ({ message, years: seen, places }) => `Warning, ${spans([...seen])}: ${message}${firstOf(places)}`,
  );
}

function firstOf(places: ReadonlySet<string>): string {
  const [first] = places;
  if (first === undefined) return '';
  return places.size === 1 ? ` (${first})` : ` (${places.size} places; the first is ${first})`;
}

/** Years as spans: 2018-2020, 2023. */
function spans(years: readonly number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last !== undefined && last.to === year - 1) last.to = year;
    else parts.push({ from: year, to: year });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
