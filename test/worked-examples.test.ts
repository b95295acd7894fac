/**
 * Runs every file under fixtures/worked-examples: one test a file. What a file may say is described in the README there;
 * a key it does not know fails the file.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  UNITS,
  biogenicEmissions,
  calculateInventory,
  collect,
  emissionsOutsideScopes,
  formatQuantity,
  intensityRatio,
  orThrow,
  parseActivities,
  parseBoundary,
  parseExchangeRates,
  parseFactorSet,
  parseInstruments,
  parsePriceIndex,
  parsePriceMargins,
  quantity,
  sumQuantities,
  totalEmissions,
  totalsBy,
  totalsByGas,
} from '../src/index.js';
import type { EmissionLine, Inventory, Issue, Outcome, PerUnit, Quantity, Scope2Basis } from '../src/index.js';
import { temporaryFolder } from './support/small-project.js';

const FOLDER = fileURLToPath(new URL('../fixtures/worked-examples/', import.meta.url));
const ORACLE = join(FOLDER, 'oracle.py');

const BASES = ['location-based', 'market-based'] as const;
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const byBasis = z.partialRecord(z.enum(BASES), decimal);
const byBasisAndName = z.partialRecord(z.enum(BASES), z.record(z.string(), decimal));
const period = z.strictObject({ from: z.string(), to: z.string() });

const lineSchema = z.strictObject({
  id: z.string(),
  scope: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  category: z.string(),
  basis: z.optional(z.enum(BASES)),
  marketBasis: z.optional(z.string()),
  method: z.optional(z.string()),
  site: z.optional(z.string()),
  product: z.optional(z.string()),
  factorId: z.optional(z.string()),
  instrumentId: z.optional(z.string()),
  outsideScopes: z.optional(z.literal('montreal-protocol-gases')),
  period: z.optional(period),
  emissions: decimal,
  workings: z.string(),
  // Only oracle.py reads them: kilograms of CO2e of each gas of the line.
  gases: z.optional(z.record(z.string(), z.string())),
  biogenic: z.optional(z.strictObject({ kilograms: decimal, workings: z.string() })),
  printed: z.optional(decimal),
});

const figuresSchema = z.strictObject({
  lines: z.array(lineSchema),
  totals: z.optional(byBasis),
  printedTotals: z.optional(byBasis),
  byCategory: z.optional(byBasisAndName),
  byGas: z.optional(byBasisAndName),
  biogenic: z.optional(byBasis),
  outsideScopes: z.optional(decimal),
  intensities: z.optional(
    z.array(
      z.strictObject({
        scope2: z.enum(BASES),
        per: z.strictObject({ value: decimal, unit: z.string() }),
        emissions: decimal,
        printed: z.optional(decimal),
      }),
    ),
  ),
  wrong: z.optional(z.array(z.strictObject({ kilograms: decimal, why: z.string() }))),
  warnings: z.optional(z.array(z.string())),
});

const issuesSchema = z.strictObject({
  issues: z.array(z.strictObject({ code: z.string(), row: z.optional(z.int()), path: z.optional(z.string()) })).min(1),
});

const exampleSchema = z.strictObject({
  title: z.string(),
  source: z.strictObject({
    title: z.string(),
    status: z.enum(['published', 'derived', 'invented']),
    where: z.string(),
    note: z.optional(z.string()),
  }),
  period,
  gwp: z.enum(['AR4', 'AR5', 'AR6']),
  aviationNonCo2: z.optional(z.enum(['included', 'excluded'])),
  residualMix: z.optional(z.literal('grid-average')),
  upstream: z.optional(z.enum(['required', 'excluded'])),
  consolidation: z.optional(z.enum(['operational-control', 'financial-control', 'equity-share'])),
  operations: z.optional(z.array(z.unknown())),
  priceIndices: z.optional(z.array(z.unknown())),
  priceMargins: z.optional(z.array(z.unknown())),
  exchangeRates: z.optional(z.unknown()),
  instruments: z.optional(z.array(z.unknown())),
  airports: z.optional(
    z.array(z.strictObject({ iata: z.string(), country: z.string(), latitude: z.string(), longitude: z.string() })),
  ),
  activities: z.array(z.looseObject({ kind: z.string() })),
  factors: z.array(z.unknown()),
  fuelProperties: z.optional(z.array(z.unknown())),
  haulRule: z.optional(z.unknown()),
  expected: z.union([figuresSchema, issuesSchema]),
});

type Example = z.infer<typeof exampleSchema>;
type Figures = z.infer<typeof figuresSchema>;
type Line = Figures['lines'][number];

/** Everything the example gives is read; where all of it can be read, the inventory is calculated. */
function outcomeOf(example: Example): Outcome<Inventory> {
  const { exchangeRates, aviationNonCo2, residualMix, upstream, airports } = example;
  const activities = parseActivities(example.activities);
  const factors = parseFactorSet({ id: 'worked-example', edition: '1', ...setOf(example) });
  const priceIndices = collect((example.priceIndices ?? []).map(parsePriceIndex));
  const rates = exchangeRates === undefined ? undefined : parseExchangeRates(exchangeRates);
  const priceMargins = parsePriceMargins(example.priceMargins ?? []);
  const instruments = parseInstruments(example.instruments ?? []);
  const boundary = parseBoundary(boundaryOf(example));
  const read = collect<unknown>([
    activities,
    factors,
    priceIndices,
    ...(rates === undefined ? [] : [rates]),
    priceMargins,
    instruments,
    boundary,
  ]);
  if (!read.ok) return read;
  return calculateInventory({
    organisation: 'An agency',
    boundary: orThrow(boundary),
    period: example.period,
    gwp: example.gwp,
    activities: orThrow(activities),
    factors: orThrow(factors),
    priceIndices: orThrow(priceIndices),
    priceMargins: orThrow(priceMargins),
    instruments: orThrow(instruments),
    ...(rates === undefined ? {} : { exchangeRates: orThrow(rates) }),
    ...(aviationNonCo2 === undefined ? {} : { aviationNonCo2 }),
    ...(residualMix === undefined ? {} : { residualMix }),
    ...(upstream === undefined ? {} : { upstream }),
    ...(airports === undefined ? {} : { airports }),
  });
}

function setOf({ factors, fuelProperties, haulRule }: Example) {
  return {
    factors,
    ...(fuelProperties === undefined ? {} : { fuelProperties }),
    ...(haulRule === undefined ? {} : { haulRule }),
  };
}

function boundaryOf({ consolidation = 'operational-control', operations }: Example) {
  return { consolidation, exclusions: [], ...(operations === undefined ? {} : { operations }) };
}

function issueOf({ code, at }: Issue) {
  return {
    code,
    ...(at?.row === undefined ? {} : { row: at.row }),
    ...(at?.path === undefined ? {} : { path: at.path }),
  };
}

const STATED = ['method', 'marketBasis', 'site', 'product', 'factorId', 'instrumentId', 'period'] as const;

/** What is compared of a line: id, place, basis, whether it counts, and emissions always, the rest where it is stated. */
function comparedOf(line: Omit<Line, 'emissions'> | EmissionLine, emissions: Quantity, stated: Line | undefined) {
  const { id, scope, category, basis, outsideScopes } = line;
  const more = STATED.filter((key) => stated?.[key] !== undefined).map((key) => [key, line[key]]);
  return { id, scope, category, basis, outsideScopes, emissions, ...Object.fromEntries(more) };
}

const decimalsOf = (text: string): number => (text.split('.')[1] ?? '').length;

/** The figure with as many decimals as the text shows, rounded half away from zero. */
function shownAs(text: string, figure: Quantity): string {
  return formatQuantity(figure, { decimalPlaces: decimalsOf(text) });
}

function expectFigures(inventory: Inventory, figures: Figures): void {
  const { lines, totals = {}, printedTotals = {}, intensities = [], wrong = [], warnings = [] } = figures;
  const calculated = inventory.lines.map((line, index) => comparedOf(line, line.emissions, lines[index]));
  expect(calculated).toEqual(lines.map((line) => comparedOf(line, quantity(line.emissions, 'kgCO2e'), line)));
  expect(inventory.warnings.map(({ code }) => code)).toEqual(warnings);
  for (const [index, { emissions }] of inventory.lines.entries()) {
    const { printed } = lines[index] ?? {};
    if (printed !== undefined) expect(shownAs(printed, emissions)).toBe(`${printed} kgCO2e`);
  }
  expectApart(inventory, figures);
  for (const scope2 of BASES) {
    const total = totalEmissions(inventory, { scope2 });
    const [tonnes, printed] = [totals[scope2], printedTotals[scope2]];
    if (tonnes !== undefined) expect(total).toEqual(quantity(tonnes, 'tCO2e'));
    if (printed !== undefined) expect(shownAs(printed, total)).toBe(`${printed} tCO2e`);
  }
  for (const { scope2, per, emissions, printed } of intensities) {
    const denominator = quantity(per.value, perUnit(per.unit));
    const ratio = orThrow(intensityRatio(totalEmissions(inventory, { scope2 }), denominator));
    expect(ratio).toEqual(quantity(emissions, `kgCO2e/${denominator.unit}`));
    if (printed !== undefined) expect(shownAs(printed, ratio)).toBe(`${printed} kgCO2e/${denominator.unit}`);
  }
  for (const { kilograms } of wrong) {
    expect(kilogramsOf(inventory).map((figure) => shownAs(kilograms, figure))).not.toContain(`${kilograms} kgCO2e`);
  }
}

/** What is reported beside the totals, and the totals split by category and by gas. */
function expectApart(inventory: Inventory, figures: Figures): void {
  const { lines, byCategory = {}, byGas = {}, biogenic = {}, outsideScopes } = figures;
  for (const [index, { biogenicCo2 }] of inventory.lines.entries()) {
    const stated = lines[index]?.biogenic;
    if (stated !== undefined) expect(biogenicCo2).toEqual(quantity(stated.kilograms, 'kgCO2-biogenic'));
  }
  for (const scope2 of BASES) {
    const [categories, gases, tonnes] = [byCategory[scope2], byGas[scope2], biogenic[scope2]];
    if (categories !== undefined) expect(categoryTotals(inventory, scope2)).toEqual(tonnesOf(categories));
    if (gases !== undefined) expect(gasTotals(inventory, scope2)).toEqual(tonnesOf(gases));
    if (tonnes !== undefined)
      expect(biogenicEmissions(inventory, { scope2 })).toEqual(quantity(tonnes, 'tCO2-biogenic'));
  }
  if (outsideScopes !== undefined) expect(emissionsOutsideScopes(inventory)).toEqual(quantity(outsideScopes, 'tCO2e'));
}

function categoryTotals(inventory: Inventory, scope2: Scope2Basis) {
  return Object.fromEntries(totalsBy(inventory, { scope2 }, ({ category }) => category));
}

function gasTotals(inventory: Inventory, scope2: Scope2Basis) {
  return Object.fromEntries(totalsByGas(inventory, { scope2 }).map(({ gas, emissions }) => [gas, emissions]));
}

function tonnesOf(stated: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(stated).map(([name, tonnes]) => [name, quantity(tonnes, 'tCO2e')]));
}

/** Every line, and the total of each basis, in kilograms. */
function kilogramsOf({ lines }: Inventory) {
  const sums = BASES.map((scope2) => {
    const counted = lines.filter(
      ({ basis, outsideScopes }) => outsideScopes === undefined && (basis === undefined || basis === scope2),
    );
    return sumQuantities(
      'kgCO2e',
      counted.map(({ emissions }) => emissions),
    );
  });
  return [...lines.map(({ emissions }) => emissions), ...sums];
}

function perUnit(text: string): PerUnit {
  const unit = (Object.keys(UNITS) as PerUnit[]).find((name) => name === text);
  if (unit === undefined) throw new Error(`${text} is not a unit that emissions can be stated per.`);
  return unit;
}

function readExample(kind: string, file: string): Example {
  const read = exampleSchema.safeParse(JSON.parse(readFileSync(join(FOLDER, kind, file), 'utf8')));
  if (!read.success) throw new Error(`${kind}/${file}\n${z.prettifyError(read.error)}`);
  return read.data;
}

const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('the worked examples', () => {
  test('have a folder for every kind of activity and for nothing else', () => {
    expect(folders).toEqual([...ACTIVITY_KINDS].sort());
  });
});

describe.each(folders)('%s', (kind) => {
  const files = readdirSync(join(FOLDER, kind)).sort();
  const examples = files.map((file) => ({ file, ...readExample(kind, file) }));

  for (const { file, ...example } of examples) {
    test(example.title, () => {
      const outcome = outcomeOf(example);
      if ('issues' in example.expected) {
        expect(file).toMatch(/^failure-[a-z0-9-]+\.json$/);
        const { issues } = example.expected;
        expect({ ok: outcome.ok, issues: outcome.issues.map(issueOf) }).toEqual({ ok: false, issues });
      } else {
        expect(file).toMatch(/^success-[a-z0-9-]+\.json$/);
        expectFigures(orThrow(outcome), example.expected);
      }
    });
  }

  test('every file has an activity of the kind and a title of its own', () => {
    const strangers = examples.filter(({ activities }) => activities.every((activity) => activity.kind !== kind));
    expect(strangers.map(({ file }) => file)).toEqual([]);
    expect([...new Set(examples.map(({ title }) => title))]).toEqual(examples.map(({ title }) => title));
  });

  test('some files succeed and some fail', () => {
    expect(new Set(files.map((file) => file.split('-')[0]))).toEqual(new Set(['success', 'failure']));
  });
});

const python = spawnSync('python3', ['--version']).status === 0;

function recalculated(folder: string) {
  const { status, stdout } = spawnSync('python3', [ORACLE, folder], { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n') };
}

describe.runIf(python)('oracle.py', () => {
  const successes = folders.flatMap((kind) =>
    readdirSync(join(FOLDER, kind)).filter((file) => file.startsWith('success-')),
  );

  test('works every expected figure out again from the workings', () => {
    expect(recalculated(FOLDER)).toEqual({ status: 0, lines: [`${successes.length} examples, 0 faults`] });
  });

  /** The oracle on one example, with texts of it replaced. */
  async function withChanges(kind: string, file: string, ...changes: readonly (readonly [string, string])[]) {
    const folder = await temporaryFolder();
    await mkdir(join(folder, kind));
    await cp(join(FOLDER, kind, file), join(folder, kind, file));
    const text = await readFile(join(folder, kind, file), 'utf8');
    const changed = changes.reduce((sofar, [from, to]) => sofar.replace(from, to), text);
    expect(changed === text).toBe(changes.length === 0);
    await writeFile(join(folder, kind, file), changed);
    return recalculated(folder);
  }

  test('a figure that does not follow from its workings is found', async () => {
    const file = 'success-published-year-end.json';
    const at = `stationary-combustion/${file}: f-1/2024-12-16..2024-12-31`;
    expect(await withChanges('stationary-combustion', file)).toEqual({ status: 0, lines: ['1 examples, 0 faults'] });
    expect(await withChanges('stationary-combustion', file, ['1372.903225806452', '1372.903225806451'])).toEqual({
      status: 1,
      lines: [`${at}: stated 1372.903225806451, worked out 1372.903225806452`, '1 examples, 1 faults'],
    });
    expect(await withChanges('stationary-combustion', file, ['"printed": "1372.903"', '"printed": "1372.90"'])).toEqual(
      { status: 0, lines: ['1 examples, 0 faults'] },
    );
    expect(
      await withChanges('stationary-combustion', file, ['"printed": "1372.903"', '"printed": "1372.904"']),
    ).toEqual({ status: 1, lines: [`${at}: printed 1372.904, worked out 1372.903`, '1 examples, 1 faults'] });
  });

  test('a wrong total, a wrong intensity and a wrong figure that comes out are found', async () => {
    const file = 'success-totals-on-both-bases.json';
    const at = `purchased-electricity/${file}:`;
    const changes = [
      ['"location-based": "200"', '"location-based": "212"'],
      ['"emissions": "9.1"', '"emissions": "9.10"'],
      ['"kilograms": "212000"', '"kilograms": "182000"'],
    ] as const;
    expect(await withChanges('purchased-electricity', file, ...changes)).toEqual({
      status: 1,
      lines: [
        `${at} total location-based: stated 212, worked out 200`,
        `${at} per accommodation-night: '9.10' is not plain decimal text`,
        `${at} the wrong figure 182000 comes out`,
        '1 examples, 3 faults',
      ],
    });
  });

  test('a wrong split by gas, wrong biogenic CO2 and a wrong figure outside the scopes are found', async () => {
    const pellets = 'success-published-pellets-and-landfill.json';
    const at = `stationary-combustion/${pellets}:`;
    const changes = [
      ['"CH4": "0.462"', '"CH4": "0.463"'],
      [', "N2O": "0.1219"', ''],
      ['"kilograms": "18000"', '"kilograms": "1800"'],
      ['"location-based": "18"', '"location-based": "1.8"'],
      ['"process-emissions": "0.4462"', '"fugitive-emissions": "0.4462"'],
    ] as const;
    expect(await withChanges('stationary-combustion', pellets, ...changes)).toEqual({
      status: 1,
      lines: [
        `${at} biogenic CO2 of pellets: stated 1800, worked out 18000`,
        `${at} location-based fugitive-emissions: no line has it`,
        `${at} location-based process-emissions: not stated`,
        `${at} location-based CH4: stated 0.463, worked out 0.462`,
        `${at} location-based N2O: not stated`,
        `${at} biogenic location-based: stated 1.8, worked out 18`,
        '1 examples, 6 faults',
      ],
    });
    const blend = 'success-blend-with-an-hcfc.json';
    expect(
      await withChanges(
        'refrigerant-leakage',
        blend,
        ['"location-based": "19.02"', '"location-based": "26.06"'],
        ['"outsideScopes": "7.04"', '"outsideScopes": "0"'],
      ),
    ).toEqual({
      status: 1,
      lines: [
        `refrigerant-leakage/${blend}: total location-based: stated 26.06, worked out 19.02`,
        `refrigerant-leakage/${blend}: outside the scopes: stated 0, worked out 7.04`,
        '1 examples, 2 faults',
      ],
    });
  });

  test.each([
    ['__import__("os").getcwd()', 'only numbers, + - * / and brackets can be read'],
    ['1e3 * 2.66', 'only numbers, + - * / and brackets can be read'],
    ['1000 * (16 / 31', 'a bracket is left open'],
    ['1000 * 16 / 31 2.66', "'2.66' is left over"],
    ['1000 *', 'end too early'],
    ['1000 * / 31', "a number is missing before '/'"],
    ['1000 / 0', 'ZeroDivisionError'],
  ])('workings that cannot be read are a fault, and nothing of them is run: %s', async (workings, fault) => {
    const quoted = JSON.stringify(workings);
    const { status, lines } = await withChanges('stationary-combustion', 'success-published-year-end.json', [
      '"1000 * 16 / 31 * 2.66"',
      quoted,
    ]);
    expect(status).toBe(1);
    expect(lines[0]).toContain(fault);
  });

  test('a folder without examples is no agreement', async () => {
    expect(recalculated(await temporaryFolder())).toEqual({ status: 1, lines: ['0 examples, 0 faults'] });
  });
});
