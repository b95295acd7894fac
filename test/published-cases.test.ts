/**
 * Published cases that are not an activity times a factor, through the public API; and the list of all cases with the files
 * that show them. Inputs and expected figures: fixtures/published-cases/cases.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  Decimal,
  calculateInventory,
  calendarYear,
  formatQuantity,
  greatCircle,
  intensityRatio,
  orThrow,
  parseActivities,
  parseFactorSet,
  quantity,
  totalEmissions,
} from '../src/index.js';
import type { Inventory } from '../src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const texts = z.array(z.string());
const caseSchema = z.strictObject({
  id: z.string(),
  topic: z.string(),
  status: z.enum(['published', 'derived']),
  source: z.strictObject({ title: z.string(), path: z.optional(z.string()), quote: z.optional(z.string()) }),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.union([z.string(), texts])),
  tolerance: z.record(z.string(), z.string()),
  notes: z.optional(z.string()),
});

const { cases, shown, later } = z
  .strictObject({
    about: z.string(),
    cases: z.array(caseSchema),
    shown: z.record(z.string(), texts.min(1)),
    later: z.record(z.string(), texts),
  })
  .parse(JSON.parse(readFileSync(join(ROOT, 'fixtures/published-cases/cases.json'), 'utf8')));

/** A case by its id. Reading its inputs with a schema makes sure that they are what the test thinks they are. */
function published<T>(id: string, inputs: z.ZodType<T>) {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  const left = new Set(Object.keys(found.expected));
  return {
    inputs: inputs.parse(found.inputs),
    /** Compares one expected result; `allCompared` fails as long as one has not been. */
    expectResult(name: string, actual: Decimal | readonly Decimal[]): void {
      left.delete(name);
      const figures = [actual].flat();
      const stated = [found.expected[name] ?? []].flat();
      expect(figures).toHaveLength(stated.length);
      const tolerance = found.tolerance[name] ?? found.tolerance['*'] ?? '0';
      for (const [index, text] of stated.entries()) expectWithin(figures[index], text, tolerance);
    },
    /** Compares what is printed, digit for digit. */
    expectText(name: string, actual: string | readonly string[]): void {
      left.delete(name);
      expect(actual).toEqual(found.expected[name]);
    },
    allCompared(): void {
      expect([...left]).toEqual([]);
    },
  };
}

function expectWithin(actual: Decimal | undefined, stated: string, tolerance: string): void {
  const difference = new Decimal(actual ?? 'NaN').minus(stated).abs();
  const within = difference.lessThanOrEqualTo(tolerance);
  expect({ actual: actual?.toFixed(), stated, within }).toEqual({ actual: actual?.toFixed(), stated, within: true });
}

const text = z.string();
const source = { title: 'The source of the case', publisher: 'named in cases.json', licence: 'single figures, cited' };
const forAYear = { gwp: 'AR5', validFrom: '2024-01-01', validTo: '2024-12-31', source };

function inventoryOf(activities: readonly unknown[], factors: readonly unknown[]): Inventory {
  return orThrow(
    calculateInventory({
      organisation: 'An agency',
      boundary: { consolidation: 'operational-control', exclusions: [] },
      period: calendarYear(2024),
      gwp: 'AR5',
      aviationNonCo2: 'excluded',
      residualMix: 'grid-average',
      activities: orThrow(parseActivities(activities)),
      factors: orThrow(parseFactorSet({ id: 'published-case', edition: '1', factors })),
    }),
  );
}

/** The kilograms of a line by its id. */
function kilogramsOf({ lines }: Inventory, id: string): Decimal {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`There is no line ${id}.`);
  return line.emissions.value;
}

/** Rounded half away from zero, as figures for people are; of a quotient at most 30 decimals can be a quantity. */
function rounded(value: Decimal, decimalPlaces = 0): Decimal {
  return new Decimal(formatQuantity(quantity(value.toDecimalPlaces(30), 'kg'), { decimalPlaces }).replace(' kg', ''));
}

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Decimal(0));

describe('flights', () => {
  const point = (latitude: string, longitude: string) => ({
    latitude: new Decimal(latitude),
    longitude: new Decimal(longitude),
  });

  test('GCD-unit: nothing, a quarter and a half of the way round', () => {
    const one = published('GCD-unit', z.strictObject({ R: text }));
    const distance = (from: readonly [string, string], to: readonly [string, string]) =>
      greatCircle(point(...from), point(...to), one.inputs.R).value;
    one.expectResult('zero', distance(['60', '25'], ['60', '25']));
    one.expectResult('quarter', distance(['0', '0'], ['0', '90']));
    one.expectResult('antipode', distance(['0', '0'], ['0', '180']));
    one.allCompared();
  });

  const routes = z.strictObject({ R: text, ef: text, pairs: z.array(z.tuple([text, text, text, text])) });

  test('GCD-footprint: haversine kilometres on the radius of the source', () => {
    const one = published('GCD-footprint', routes);
    const { R, ef, pairs } = one.inputs;
    one.expectResult(
      'kg',
      pairs.map(([lat, lon, lat2, lon2]) => greatCircle(point(lat, lon), point(lat2, lon2), R).value.times(ef)),
    );
    one.allCompared();
  });

  test('GCD-footprint: a flight is reckoned on the mean radius, which its notes give for the first pair', () => {
    const { ef, pairs } = published('GCD-footprint', routes).inputs;
    const [[latitude, longitude, latitude2, longitude2] = []] = pairs;
    const route = {
      from: { latitude, longitude },
      to: { latitude: latitude2, longitude: longitude2 },
      passengers: '1',
    };
    const inventory = inventoryOf(
      [{ id: 't-1', kind: 'flight', date: '2024-05-02', haul: 'long', cabin: 'economy', route }],
      [{ id: 'f', key: 'long-economy', method: 'distance-based', per: 'passenger-km', co2e: ef, ...forAYear }].map(
        (factor) => ({ ...factor, aviationNonCo2: 'excluded' }),
      ),
    );
    expect(rounded(kilogramsOf(inventory, 't-1'), 3).toFixed(3)).toBe('1881.001');
  });

  test.each([
    ['CLASS-2019', z.strictObject({ g: texts }).transform(({ g }) => g.map((grams) => new Decimal(grams).div(1000)))],
    ['CLASS-2024', z.strictObject({ k: texts }).transform(({ k }) => k.map((kilograms) => new Decimal(kilograms)))],
  ] as const)('%s: the cabins of one flight stand in the published ratios', (id, inputs) => {
    const one = published(id, inputs);
    const cabins = ['economy', 'premium', 'business', 'first'];
    const inventory = inventoryOf(
      cabins.map((cabin) => ({
        ...{ id: cabin, kind: 'flight', date: '2024-05-02', haul: 'long', cabin },
        amount: { value: '1000', unit: 'passenger-km' },
      })),
      cabins.map((cabin, index) => ({
        ...{ id: cabin, key: `long-${cabin}`, method: 'distance-based', per: 'passenger-km' },
        ...{ co2e: one.inputs[index]?.toFixed(), aviationNonCo2: 'excluded', ...forAYear },
      })),
    );
    const economy = kilogramsOf(inventory, 'economy');
    one.expectResult(
      'ratio',
      cabins.map((cabin) => kilogramsOf(inventory, cabin).dividedBy(economy)),
    );
    one.allCompared();
  });

  test('TIM-fuel: take-off and landing, and the fuel of the way interpolated', () => {
    const point2 = z.tuple([text, text]);
    const one = published('TIM-fuel', z.strictObject({ nm: text, adj: text, lto: text, t: z.tuple([point2, point2]) }));
    const { nm, adj, lto, t } = one.inputs;
    const [[near, least], [far, most]] = t;
    const slope = new Decimal(most).minus(least).dividedBy(new Decimal(far).minus(near));
    const between = (miles: Decimal) => miles.minus(near).times(slope).plus(least);
    const adjusted = new Decimal(nm).times(adj);
    const miles = rounded(adjusted.minus(17));
    one.expectResult('adjNm', adjusted);
    one.expectResult('nm', miles);
    one.expectResult('ccd', between(miles));
    one.expectResult('fuel', rounded(between(miles)).plus(lto));
    one.expectResult('interp5250', between(new Decimal(5250)));
    one.allCompared();
  });

  test('TIM-co2: fuel to tonnes by the library, then the published shares and roundings', () => {
    const one = published(
      'TIM-co2',
      z.strictObject({ fuel: text, wtt: text, ttw: text, cargo: text, seats: texts, w: texts, lf: text }),
    );
    const { fuel, wtt, ttw, cargo, seats, w, lf } = one.inputs;
    const kerosene = { key: 'jet-kerosene', method: 'fuel-based', per: 'kg', ...forAYear };
    const inventory = inventoryOf(
      [
        {
          ...{ id: 'flight', kind: 'mobile-combustion', date: '2024-05-02', fuel: 'jet-kerosene' },
          amount: { value: fuel, unit: 'kg' },
        },
      ],
      [
        { ...kerosene, id: 'burnt', co2e: ttw },
        { ...kerosene, id: 'upstream', co2e: wtt, part: 'well-to-tank' },
      ],
    );
    const [upstream, burnt] = [
      rounded(kilogramsOf(inventory, 'flight/well-to-tank')),
      rounded(kilogramsOf(inventory, 'flight')),
    ];
    const all = upstream.plus(burnt);
    const passengers = new Decimal(1).minus(cargo);
    const capacity = sum(seats.map((seat, index) => new Decimal(seat).times(w[index] ?? 'NaN')));
    const economy = [upstream, burnt].map((part) => rounded(rounded(part.times(passengers)).dividedBy(capacity), 3));
    const perSeat = w.map((weight) => rounded(sum(economy).times(weight), 3));
    one.expectResult('WTT', upstream);
    one.expectResult('TTW', burnt);
    one.expectResult('WTW', all);
    one.expectResult('cargoWTW', rounded(all.times(cargo)));
    one.expectResult('paxWTT', rounded(upstream.times(passengers)));
    one.expectResult('paxTTW', rounded(burnt.times(passengers)));
    one.expectResult('C', capacity);
    one.expectResult('ecoWTT', economy.slice(0, 1));
    one.expectResult('ecoTTW', economy.slice(1));
    one.expectResult('ecoWTW', sum(economy));
    one.expectResult(
      'perPax',
      perSeat.map((seat) => rounded(seat.dividedBy(lf), 3)),
    );
    one.allCompared();
  });
});

describe('shares and rounding', () => {
  const statement = (id: string, kilograms: string, more: object = {}) => ({
    ...{ id, kind: 'supplier-reported', date: '2024-12-31', scope3Category: 'purchased-goods-and-services' },
    ...{ amount: { value: kilograms, unit: 'kgCO2e' }, source: 'the case', ...more },
  });

  test('ALLOC-100: the shares are exact fractions that come to one; whole grams come to the total by largest remainder', () => {
    const one = published('ALLOC-100', z.strictObject({ totalG: text, weights: texts }));
    const { totalG, weights } = one.inputs;
    const total = sum(weights.map((weight) => new Decimal(weight))).toFixed();
    const kilograms = new Decimal(totalG).dividedBy(1000).toFixed();
    const { lines } = inventoryOf(
      weights.map((own, index) => statement(`part-${index}`, kilograms, { allocation: { by: 'weight', own, total } })),
      [],
    );
    const shares = lines.flatMap(({ terms }) => terms.filter(({ name }) => name === 'share'));
    expect(sum(shares.map(({ numerator }) => numerator)).toFixed()).toBe(total);
    expect(shares.map(({ denominator }) => denominator.toFixed())).toEqual(weights.map(() => total));

    const exact = lines.map(({ emissions }) => emissions.value.times(1000));
    const floors = exact.map((grams) => grams.floor());
    const left = new Decimal(totalG).minus(sum(floors)).toNumber();
    const inOrder = exact
      .map((grams, index) => ({ index, rest: grams.minus(grams.floor()) }))
      .sort((a, b) => b.rest.comparedTo(a.rest) || a.index - b.index);
    const more = new Set(inOrder.slice(0, left).map(({ index }) => index));
    const grams = floors.map((floor, index) => floor.plus(more.has(index) ? 1 : 0));
    one.expectResult('grams', grams);
    one.expectResult('sum', sum(grams));
    one.allCompared();
  });

  test('ROUND-foot: printed parts are not made to add up', () => {
    const one = published('ROUND-foot', z.strictObject({ parts: texts }));
    const inventory = inventoryOf(
      one.inputs.parts.map((part, index) => statement(`part-${index}`, part)),
      [],
    );
    const printed = inventory.lines.map(({ emissions }) => rounded(emissions.value));
    const total = rounded(totalEmissions(inventory, { scope2: 'location-based' }).value.times(1000));
    one.expectText('rounded', printed.map(String));
    one.expectText('total', total.toFixed());
    one.expectText('sumOfRounded', sum(printed).toFixed());
    one.allCompared();
  });

  test('CV-P: the share of some days and the share of the others come to all days of the record', () => {
    const one = published('CV-P', z.strictObject({ days: z.array(z.tuple([text, text])) }));
    const days = one.inputs.days.map(([part, whole]) => [Number(part), Number(whole)] as const);
    const dayBefore = (count: number) => new Date(Date.UTC(2024, 0, 1 - count)).toISOString().slice(0, 10);
    const lineOf = (inside: number, whole: number) => {
      const from = dayBefore(whole - inside);
      const to = new Date(Date.UTC(2024, 0, inside)).toISOString().slice(0, 10);
      const record = { ...statement('s-1', '1'), date: undefined, period: { from, to } };
      return inventoryOf([JSON.parse(JSON.stringify(record)) as unknown], []).lines[0];
    };
    const shares = days.map(([inside, whole]) => lineOf(inside, whole)?.emissions.value ?? new Decimal('NaN'));
    one.expectText(
      'shares',
      shares.map((share) => rounded(share, 6).toFixed(6)),
    );
    for (const [inside, whole] of days) {
      const parts = [lineOf(inside, whole), lineOf(whole - inside, whole)];
      const terms = parts.flatMap((line) => line?.terms.filter(({ name }) => name === 'days') ?? []);
      expect(sum(terms.map(({ numerator }) => numerator)).toFixed()).toBe(String(whole));
      expect(terms.map(({ denominator }) => denominator.toFixed())).toEqual([String(whole), String(whole)]);
    }
    one.allCompared();
  });
});

describe('energy, investments and intensities', () => {
  test('TD-2017: generated and lost come to consumed, and losses are not generated × rate', () => {
    const one = published('TD-2017', z.strictObject({ gen: text, loss: text }));
    const { gen, loss } = one.inputs;
    const rate = new Decimal(1).minus(loss);
    const perConsumed = new Decimal(gen).times(loss).dividedBy(rate).toDecimalPlaces(30).toFixed();
    const grid = { key: 'GB', method: 'location-based', per: 'kWh', ...forAYear };
    const inventory = inventoryOf(
      [
        {
          ...{ id: 'e-1', kind: 'purchased-electricity', date: '2024-05-02', grid: 'GB', contractHolder: 'reporter' },
          amount: { value: '1', unit: 'kWh' },
        },
      ],
      [
        { ...grid, id: 'generated', co2e: gen },
        { ...grid, id: 'lost', co2e: perConsumed, part: 'transmission-and-distribution' },
      ],
    );
    const losses = kilogramsOf(inventory, 'e-1/transmission-and-distribution');
    one.expectResult('losses', losses);
    one.expectResult('consumed', kilogramsOf(inventory, 'e-1/location-based').plus(losses));
    expect(losses.minus(new Decimal(gen).times(loss)).abs().greaterThan('0.001')).toBe(true);
    one.allCompared();
  });

  test('S3G-15.5: a lifetime of 30 to 60 years is a range of two figures, never their sum', () => {
    const one = published('S3G-15.5', z.strictObject({ annual: text, years: texts, pct: text }));
    const { annual, years, pct } = one.inputs;
    const range = years.map((count) => {
      const tonnes = new Decimal(annual).times(count).toFixed();
      const record = {
        ...{ id: 's-1', kind: 'supplier-reported', date: '2024-12-31', scope3Category: 'investments' },
        ...{ amount: { value: tonnes, unit: 'tCO2e' }, source: 'the case' },
        allocation: { by: 'project cost', own: pct, total: '100' },
      };
      return totalEmissions(inventoryOf([record], []), { scope2: 'market-based' }).value;
    });
    one.expectResult('range', range);
    one.allCompared();
  });

  test('S3G-C.1: kilograms per wash, of 1,500 machines and 2,000 washes each', () => {
    const one = published('S3G-C.1', z.strictObject({ total: text, units: texts }));
    const { total, units } = one.inputs;
    const washes = units.reduce((count, unit) => count.times(unit), new Decimal(1));
    one.expectResult('units', washes);
    // A wash is no unit of the table; a piece of something counted is.
    const intensity = orThrow(intensityRatio(quantity(total, 'kgCO2e'), quantity(washes, 'piece')));
    one.expectResult('intensity', intensity.value);
    expect(intensity.value.toFixed()).toBe('0.166666666667');
    one.allCompared();
  });
});

describe('the list of cases', () => {
  const ALL = `
    ALLOC-100 BASE-recalc BLOOM-1 BLOOM-3 BLOOM-4 CLASS-2019 CLASS-2024 CONS-1 CONS-2 CV-L01 CV-L02 CV-L04 CV-L05 CV-L11
    CV-L13 CV-L18 CV-L20 CV-M01 CV-M03 CV-M05 CV-M07 CV-P CV-QA9 DG-2 ESRS-ACA ESRS-AR47 FLIGHT-double GCD-footprint
    GCD-unit HOME-24 HOTEL-24 ITR-AI ITR-cum LMDI-7273 LMDI-7374 LMDI-PyUS LMDI-chain LMDI-nights LMDI-zero-anal
    LMDI-zero-new LMDI-zero-small PATH-gap PATH-lin PED-12345 RF-2024-BIZ RF-2024-LH ROUND-foot S3G-1.1 S3G-1.3 S3G-1.4
    S3G-11.3 S3G-12.1 S3G-14.1 S3G-14.2 S3G-15.2 S3G-15.3 S3G-15.5 S3G-3.1 S3G-4.2 S3G-4.3a S3G-4.4 S3G-4.5 S3G-5.1
    S3G-5.2 S3G-7.1 S3G-7.2 S3G-9.1 S3G-A5 S3G-C.1 S3G-T3.2 SHAP-nights SPEND-capex SPEND-pipe TD-2017 TIM-co2 TIM-fuel
    UNC-prod UNC-trend
  `
    .trim()
    .split(/\s+/);

  const readme = readFileSync(join(ROOT, 'fixtures/worked-examples/README.md'), 'utf8');

  test('has every case once: shown, or named with what it waits for', () => {
    expect(ALL).toHaveLength(78);
    const listed = [...Object.keys(shown), ...Object.values(later).flat()];
    expect(listed.sort()).toEqual([...ALL].sort());
    expect(Object.keys(shown)).toHaveLength(66);
    expect(Object.keys(later).sort()).toEqual([
      'a small value in place of a zero, which is not offered',
      'restatement of a base year',
      'targets and paths',
      'uncertainty',
    ]);
  });

  test.each(Object.entries(shown))('%s: its files are there and name it', (id, files) => {
    for (const file of files) {
      expect({ file, there: existsSync(join(ROOT, file)) }).toEqual({ file, there: true });
      if (file.endsWith('.test.ts')) continue;
      const { where } = z
        .object({ source: z.object({ where: z.string() }) })
        .parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).source;
      expect(where.split(/[,;]/)[0]).toBe(`case ${id}`);
    }
  });

  test('the cases calculated here are those that name this file', () => {
    const here = Object.keys(shown).filter((id) => (shown[id] ?? []).includes('test/published-cases.test.ts'));
    expect(cases.map(({ id }) => id).sort()).toEqual(here.sort());
  });

  test('the README names every case, with every worked example that shows it', () => {
    const missing = [...Object.keys(shown), ...Object.values(later).flat()].filter(
      (id) => !readme.includes(`| ${id} |`) && !readme.includes(`\`${id}\``),
    );
    expect(missing).toEqual([]);
    const files = Object.values(shown)
      .flat()
      .filter((file) => file.startsWith('fixtures/worked-examples/'));
    const names = files.map((file) => file.slice('fixtures/worked-examples/'.length, -'.json'.length));
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
