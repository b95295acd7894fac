/**
 * Runs the examples of docs/methods and the program beside the editions. An example is a fenced block of JSON after a line
 * `Example:`; docs/methods/README.md says what it may leave out. Workings are worked out here with fractions of whole
 * numbers, without any code of the library.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  ACTIVITY_KINDS,
  SCOPE_3_CATEGORIES,
  calculateInventory,
  collect,
  orThrow,
  parseActivities,
  parseBoundary,
  parseExchangeRates,
  parseFactorSet,
  parseInstruments,
  parsePriceIndex,
  parsePriceMargins,
  totalsByGas,
} from '../src/index.js';
import type { EmissionLine, Inventory } from '../src/index.js';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const textOf = (path: string) => readFileSync(fromRoot(path), 'utf8');

/** Pages without an example of lines, and why. */
const WITHOUT_EXAMPLE: { readonly [page: string]: string } = {
  'README.md': 'it lists the pages',
  'ledger.md': 'it turns postings into purchases; the lines are those of purchase.md',
  'workbooks.md': 'it reads postings; its layout is read by test/io/xlsx/workbook-page.test.ts',
  'sql.md': 'it adds up ledgers in engines; its statements are compared in test/io and run in test/engines',
  'replacement.md': 'it takes money out of purchases; its example is run by test/ledger/replace-spend.test.ts',
  'supplier-returns.md':
    'it completes activities; its example is run by test/reception/supplier-returns-complete.test.ts',
  'client-days.md': 'it counts days; its example is run in test/client-days.test.ts',
  'decomposition.md': 'it splits a change; its cases are published ones and stand in test/change',
  'bridge.md': 'it holds two inventories side by side; its program is docs/programs/reception.ts',
  'why-it-moved.md': 'it splits a change; its program is docs/programs/reception.ts',
  'editions-compared.md': 'its example has two sets of factors and is run by test/change/compare-editions.test.ts',
  'plausibility.md': 'it looks at figures and makes none; its example is run by test/reception/plausibility.test.ts',
  'reception.md': 'it divides a total by a register; no line is calculated',
  'parquet.md': 'it reads postings; its layout is read by test/io/parquet-layout.test.ts',
  'json-stat.md': 'it reads tables; its example is run by test/io/json-stat.test.ts',
  'target.md': 'it compares totals of years; its figures are checked in test/target',
};

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const record = z.record(z.string(), z.unknown());

const exampleSchema = z.strictObject({
  activities: z.array(record),
  factors: z.array(record),
  gwp: z.optional(z.enum(['AR4', 'AR5', 'AR6'])),
  period: z.optional(z.strictObject({ from: z.string(), to: z.string() })),
  consolidation: z.optional(z.string()),
  operations: z.optional(z.array(record)),
  fuelProperties: z.optional(z.array(record)),
  haulRule: z.optional(record),
  instruments: z.optional(z.array(record)),
  priceIndices: z.optional(z.array(record)),
  priceMargins: z.optional(z.array(record)),
  exchangeRates: z.optional(record),
  airports: z.optional(
    z.array(z.strictObject({ iata: z.string(), country: z.string(), latitude: decimal, longitude: decimal })),
  ),
  aviationNonCo2: z.optional(z.enum(['included', 'excluded'])),
  residualMix: z.optional(z.literal('grid-average')),
  upstream: z.optional(z.enum(['required', 'excluded'])),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      scope: z.optional(z.int()),
      category: z.optional(z.string()),
      workings: z.string(),
      emissions: decimal,
      biogenicCo2: z.optional(decimal),
    }),
  ),
  tonnesByGas: z.optional(z.record(z.string(), decimal)),
  warnings: z.optional(z.array(z.string())),
});
type Example = z.infer<typeof exampleSchema>;

interface Page {
  readonly file: string;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly examples: readonly Example[];
}

const codesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => String(code));

/** The paragraph that begins with some words. */
function paragraph(text: string, beginning: RegExp): string | undefined {
  return text.split(/\n{2,}/).find((part) => beginning.test(part));
}

/** The kinds of the sentence a page begins with: "*Kinds* `water`, `meals`." */
function kindsOf(text: string): readonly string[] {
  return codesIn((paragraph(text, /^\*Kinds?\* /) ?? '').split('.')[0] ?? '');
}

function examplesOf(file: string, text: string): readonly Example[] {
  return [...text.matchAll(/^Example:\n\n```json\n([\s\S]*?)\n```$/gm)].map(([, json], index) => {
    const read = exampleSchema.safeParse(JSON.parse(String(json)));
    if (!read.success) throw new Error(`${file}, example ${index + 1}\n${z.prettifyError(read.error)}`);
    return read.data;
  });
}

const pages: readonly Page[] = readdirSync(fromRoot('docs/methods'))
  .sort()
  .map((file) => {
    const text = textOf(`docs/methods/${file}`);
    return { file, text, kinds: kindsOf(text), examples: examplesOf(file, text) };
  });

const SOURCE = { title: 'Invented', publisher: 'nobody', licence: 'none' };
const USUAL = { gwp: 'AR5', validFrom: '2024-01-01', validTo: '2024-12-31', source: SOURCE };

function completed(records: readonly object[], usual: object): readonly object[] {
  return records.map((one) => ({ ...usual, ...one }));
}

function factorSetOf({ factors, fuelProperties, haulRule }: Example) {
  const { validFrom, validTo, source } = USUAL;
  return orThrow(
    parseFactorSet({
      id: 'example',
      edition: '1',
      factors: completed(factors, USUAL),
      ...(fuelProperties === undefined
        ? {}
        : { fuelProperties: completed(fuelProperties, { validFrom, validTo, source }) }),
      ...(haulRule === undefined ? {} : { haulRule }),
    }),
  );
}

function boundaryOf({ consolidation = 'operational-control', operations }: Example) {
  const more = operations === undefined ? {} : { operations };
  return orThrow(parseBoundary({ consolidation, exclusions: [], ...more }));
}

function inventoryOf(example: Example): Inventory {
  const { gwp = 'AR5', period = { from: '2024-01-01', to: '2024-12-31' }, priceIndices = [], exchangeRates } = example;
  const rates = exchangeRates === undefined ? undefined : parseExchangeRates({ source: SOURCE, ...exchangeRates });
  return orThrow(
    calculateInventory({
      organisation: 'An agency',
      boundary: boundaryOf(example),
      period,
      gwp,
      activities: orThrow(parseActivities(example.activities)),
      factors: factorSetOf(example),
      instruments: orThrow(parseInstruments(completed(example.instruments ?? [], USUAL))),
      priceIndices: orThrow(collect(completed(priceIndices, { source: SOURCE }).map(parsePriceIndex))),
      priceMargins: orThrow(parsePriceMargins(completed(example.priceMargins ?? [], { source: SOURCE }))),
      exchangeRates: rates === undefined ? undefined : orThrow(rates),
      airports: example.airports,
      aviationNonCo2: example.aviationNonCo2,
      residualMix: example.residualMix,
      upstream: example.upstream,
    }),
  );
}

/** Numerator ÷ denominator; the denominator is above zero. */
type Rational = readonly [bigint, bigint];

/** Numbers, + - * / and brackets, worked out exactly from left to right. */
function workedOut(text: string): Rational {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  const take = () => tokens.shift() ?? 'the end';

  function value(): Rational {
    const token = take();
    if (token === '(') {
      const inner = sum();
      if (take() !== ')') throw new Error(`${text}: a bracket is left open`);
      return inner;
    }
    const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(token) ?? [];
    if (whole === undefined) throw new Error(`${text}: ${token} stands where a number belongs`);
    return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
  }

  function product(): Rational {
    let [n, d] = value();
    while (tokens[0] === '*' || tokens[0] === '/') {
      const operator = take();
      const [above, below] = value();
      if (operator === '/' && above === 0n) throw new Error(`${text}: divided by zero`);
      [n, d] = operator === '*' ? [n * above, d * below] : [n * below, d * above];
    }
    return d < 0n ? [-n, -d] : [n, d];
  }

  function sum(): Rational {
    let [n, d] = product();
    while (tokens[0] === '+' || tokens[0] === '-') {
      const sign = take() === '+' ? 1n : -1n;
      const [above, below] = product();
      [n, d] = [n * below + sign * above * d, d * below];
    }
    return [n, d];
  }

  const result = sum();
  if (tokens.length > 0) throw new Error(`${text}: ${tokens.join(' ')} is left over`);
  return result;
}

/** Rounded half-even to 12 decimals, as plain text without noughts at the end. */
function rounded([n, d]: Rational): string {
  const above = (n < 0n ? -n : n) * 10n ** 12n;
  const rest = (above % d) * 2n;
  const floor = above / d;
  const units = rest > d || (rest === d && floor % 2n === 1n) ? floor + 1n : floor;
  const digits = String(units).padStart(13, '0');
  const plain = `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '');
  return n < 0n && units > 0n ? `-${plain}` : plain;
}

describe('workings', () => {
  test.each([
    ['1000 * 2.7', '2700'],
    ['2 + 3 * 4 - 1', '13'],
    ['(2 + 3) * 4 / 8 / 2', '1.25'],
    ['(0 - 57) / 3', '-19'],
    ['1 / (0 - 4)', '-0.25'],
    ['2 / 3', '0.666666666667'],
    ['0.0000000000005', '0'],
    ['0.0000000000015', '0.000000000002'],
    ['0 - 0.0000000000005', '0'],
    ['10 * 10', '100'],
  ])('%s is %s', (text, result) => {
    expect(rounded(workedOut(text))).toBe(result);
  });

  test.each(['2 *', '2 3', '(2', '2 ^ 3', '1e3', '2 / 0', '-2', ''])('%j cannot be worked out', (text) => {
    expect(() => workedOut(text)).toThrow();
  });
});

/** Whether a part of a stated line is compared: all but its workings, which are worked out apart. */
const isStated = ([name]: readonly [string, unknown]) => name !== 'workings';

/** What of a calculated line an example states. */
function statedOf(line: EmissionLine | undefined, stated: Example['lines'][number] | undefined) {
  if (line === undefined) return undefined;
  return {
    id: line.id,
    emissions: line.emissions.value.toFixed(),
    ...(stated?.scope === undefined ? {} : { scope: line.scope }),
    ...(stated?.category === undefined ? {} : { category: line.category }),
    ...(stated?.biogenicCo2 === undefined ? {} : { biogenicCo2: line.biogenicCo2?.value.toFixed() }),
  };
}

describe.each(pages.map((page) => [page.file, page] as const))('docs/methods/%s', (file, { text, kinds, examples }) => {
  test('has an example, or a reason to have none', () => {
    expect(examples.length === 0).toBe(Object.hasOwn(WITHOUT_EXAMPLE, file));
    expect(text.match(/^Example:$/gm) ?? []).toHaveLength(examples.length);
  });

  test('shows each of its kinds in an example, and names the folder of its worked examples', () => {
    const shown = examples.flatMap(({ activities }) => activities.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !shown.includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => !text.includes(`\`fixtures/worked-examples/${kind}\``))).toEqual([]);
  });

  test('a page of kinds says method, scope, formula, factor, assumptions, failures and sources', () => {
    if (kinds.length === 0) return;
    for (const part of [/\*Methods?\* `/, /scope/i, /\n {4}\S/, /factor/i, /\*\*Assumptions\.\*\*/]) {
      expect(text).toMatch(part);
    }
    for (const part of [/^\*Fails with\* `/m, /^\*Sources\* /m, /^\*Worked examples\* `/m]) expect(text).toMatch(part);
  });

  test('fails only with codes that exist', () => {
    const codes = [...textOf('src/issue.ts').matchAll(/^ {2}'([a-z0-9-]+)': /gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(40);
    const named = codesIn(paragraph(text, /^\*Fails with\* /) ?? '');
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test.each(examples.map((example, index) => ({ number: index + 1, example })))(
    'example $number comes out, digit for digit, and follows from its workings',
    ({ example }) => {
      const inventory = inventoryOf(example);
      const calculated = inventory.lines.map((line, index) => statedOf(line, example.lines[index]));
      for (const { workings, emissions } of example.lines) expect(rounded(workedOut(workings))).toBe(emissions);
      expect(calculated).toEqual(
        example.lines.map((line) => Object.fromEntries(Object.entries(line).filter(isStated))),
      );
      expect(inventory.warnings.map(({ code }) => code)).toEqual(example.warnings ?? []);
      if (example.tonnesByGas === undefined) return;
      const byGas = totalsByGas(inventory, { scope2: 'location-based' });
      const tonnes = byGas.map(({ gas, emissions }) => [gas, emissions.value.toFixed()] as const);
      expect(Object.fromEntries(tonnes)).toEqual(example.tonnesByGas);
    },
  );
});

describe('the pages', () => {
  test('name every kind of activity once, and no other', () => {
    expect(pages.flatMap(({ kinds }) => kinds).sort()).toEqual([...ACTIVITY_KINDS].sort());
  });

  test('are all listed in docs/methods/README.md, with their kinds', () => {
    const list = textOf('docs/methods/README.md');
    for (const { file, kinds } of pages) {
      if (file === 'README.md') continue;
      expect(list).toContain(`](${file})`);
      for (const kind of kinds) expect(list).toContain(`\`${kind}\``);
    }
  });

  test('are without example only where a page of that name exists', () => {
    const files = pages.map(({ file }) => file);
    expect(Object.keys(WITHOUT_EXAMPLE).filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe('docs/scope-3-categories.md', () => {
  test('has all fifteen categories with their numbers, and every kind', () => {
    const text = textOf('docs/scope-3-categories.md');
    for (const [name, number] of Object.entries(SCOPE_3_CATEGORIES))
      expect(text).toContain(`| ${number} | \`${name}\` |`);
    expect(ACTIVITY_KINDS.filter((kind) => !text.includes(`\`${kind}\``))).toEqual([]);
  });
});

describe('docs/editions.md', () => {
  const text = textOf('docs/editions.md');
  const names = Object.keys(JSON.parse(textOf('package.json')).exports as object).flatMap((path) =>
    path.startsWith('./editions/') ? [path.slice('./editions/'.length)] : [],
  );

  test('describes the editions that the package exports, each in a row of its own', () => {
    expect([...text.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, name]) => String(name)).sort()).toEqual(
      [...names].sort(),
    );
  });

  test.each(names)('%s: states the number of its figures and repeats its attribution', async (name) => {
    const edition: {
      readonly factorSet?: { readonly factors: readonly unknown[] };
      readonly airports?: readonly unknown[];
      readonly about: { readonly attribution: string };
    } = await import(`../src/editions/${name}.ts`);
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
    const figures = edition.factorSet?.factors ?? edition.airports;
    if (figures !== undefined) expect(row).toContain(`| ${figures.length} `);
    expect(text).toContain(edition.about.attribution);
  });
});

describe('links of the documentation', () => {
  const documents = readdirSync(fromRoot('docs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );

  test.each(documents)('docs/%s links only to files that exist', (path) => {
    const folder = path.includes('/') ? `docs/${path.slice(0, path.lastIndexOf('/'))}` : 'docs';
    const targets = [...textOf(`docs/${path}`).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) =>
      String(target),
    );
    const files = targets.filter((target) => !target.startsWith('https:')).map((target) => `${folder}/${target}`);
    expect(files.filter((file) => !existsSync(fromRoot(file)))).toEqual([]);
  });
});

describe('docs/programs/agency-with-editions.ts', () => {
  test('prints what is kept beside it', async () => {
    const printed: string[] = [];
    const original = console.log;
    console.log = (text: string) => void printed.push(text);
    try {
      await import('../docs/programs/agency-with-editions.js');
    } finally {
      console.log = original;
    }
    expect(`${printed.join('\n')}\n`).toBe(textOf('docs/programs/agency-with-editions.out'));
  });
});
