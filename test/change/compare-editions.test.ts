import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { compareEditions } from '../../src/change/compare-editions.js';
import { Decimal, decimalText } from '../../src/decimal.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { SOURCE, aFactorSet, aPurchaseRow, aSpendFactorRow, anInventoryInput, issuesOf } from '../support/builders.js';

const set = (id: string, edition: string, changes: object = {}) => ({
  ...aFactorSet(aSpendFactorRow({ id: `${id}-${edition}`, priceYear: 2019, ...changes })),
  id,
  edition,
});
const priceIndices = [
  orThrow(
    parsePriceIndex({
      id: 'prices',
      currency: 'EUR',
      source: SOURCE,
      index: { '2015': '100', '2018': '100', '2019': '100', '2021': '125' },
    }),
  ),
];

function yearOf(year: number, euros: string, changes: object = {}) {
  const row = aPurchaseRow({ date: `${year}-05-04`, amount: { value: euros, unit: 'EUR' }, ...changes });
  const { factors, ...input } = anInventoryInput([row], [], { period: calendarYear(year), priceIndices });
  expect(factors.factors).toEqual([]);
  return { year, input };
}

const before = set('old-house', '2015', { co2e: '0.2' });
const after = set('new-house', '2019', { co2e: '0.3' });
const options = { scope2: 'location-based' } as const;

describe('compareEditions', () => {
  test('keeps both series: totals, differences and shares of every year, in the order given', () => {
    const compared = orThrow(compareEditions([yearOf(2021, '1000'), yearOf(2018, '3000')], { before, after }, options));
    expect(compared.editions).toEqual({
      before: { id: 'old-house', edition: '2015' },
      after: { id: 'new-house', edition: '2019' },
    });
    // 1000 · 100 ÷ 125 · 0.2 = 160 kg and · 0.3 = 240 kg; 3000 · 0.2 = 600 kg and · 0.3 = 900 kg
    expect(compared.years).toEqual([
      {
        year: 2021,
        before: quantity('0.16', 'tCO2e'),
        after: quantity('0.24', 'tCO2e'),
        difference: quantity('0.08', 'tCO2e'),
        share: new Decimal('0.5'),
      },
      {
        year: 2018,
        before: quantity('0.6', 'tCO2e'),
        after: quantity('0.9', 'tCO2e'),
        difference: quantity('0.3', 'tCO2e'),
        share: new Decimal('0.5'),
      },
    ]);
    expect(compared.inventories.map(({ year, ...both }) => [year, both.before.factors, both.after.factors])).toEqual([
      [2021, compared.editions.before, compared.editions.after],
      [2018, compared.editions.before, compared.editions.after],
    ]);
  });

  test('counts what the caller selects, and states no share of nothing', () => {
    const where = () => false;
    const { years } = orThrow(compareEditions([yearOf(2018, '1000')], { before, after }, { ...options, where }));
    const none = quantity('0', 'tCO2e');
    expect(years).toEqual([{ year: 2018, before: none, after: none, difference: none }]);
  });

  test('a share is taken of what was before, so that a fall is negative', () => {
    const { years } = orThrow(compareEditions([yearOf(2018, '1000')], { before: after, after: before }, options));
    expect(years.map(({ difference, share }) => [decimalText(difference.value), share?.toFixed()])).toEqual([
      ['-0.1', '-0.333333333333'],
    ]);
  });

  test('no year at all is an empty comparison', () => {
    expect(orThrow(compareEditions([], { before, after }, options))).toMatchObject({ years: [], inventories: [] });
  });

  test('the two editions swapped give the same differences with the other sign', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(cents, (spent) => {
        const years = [yearOf(2018, new Decimal(spent).dividedBy(100).toFixed())];
        const there = orThrow(compareEditions(years, { before, after }, options));
        const back = orThrow(compareEditions(years, { before: after, after: before }, options));
        const [one, other] = [there, back].map((compared) => compared.years[0]?.difference.value);
        expect(one === undefined || other === undefined ? undefined : decimalText(one.plus(other))).toBe('0');
      }),
      { numRuns: 30 },
    );
  });
});

describe('issues of compareEditions', () => {
  test('of every year and edition come back at once, with the edition as source and the year', () => {
    const poor = set('poor-house', '1', { key: 'catering' });
    const years = [yearOf(2018, '1', { id: 'p-2018' }), yearOf(2021, '1', { vat: 'included' })];
    const issues = issuesOf(compareEditions(years, { before: poor, after }, options));
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ['factor-not-found', { activityId: 'p-2018', row: 1, source: 'poor-house', path: '2018' }],
      ['factor-not-found', { activityId: 'p-1', row: 1, source: 'poor-house', path: '2021' }],
      ['vat-rate-missing', { activityId: 'p-1', row: 1, source: 'new-house', path: '2021' }],
    ]);
    expect(issues[2]?.message).toMatch(/^2021: The purchase has VAT included/);
  });

  test('a path of the issue itself stands behind the year', () => {
    const { input } = yearOf(2018, '1');
    const period = { from: '2018-12-31', to: '2018-01-01' };
    const issues = issuesOf(compareEditions([{ year: 2018, input: { ...input, period } }], { before, after }, options));
    expect(issues.map(({ code, at }) => [code, at?.source, at?.path])).toEqual([
      ['invalid-period', 'old-house', '2018.period'],
      ['invalid-period', 'new-house', '2018.period'],
    ]);
  });

  test('two editions of one id are told apart by their edition', () => {
    const [old, assumed] = [set('house', '2015'), set('house', '2019', { basis: 'assumed', note: 'a guess' })];
    const outcome = compareEditions([yearOf(2018, '1')], { before: old, after: assumed }, options);
    expect(outcome.ok).toBe(true);
    expect(outcome.issues).toEqual([
      {
        code: 'factor-assumed',
        severity: 'warning',
        message: '2018: The factor house-2019 is assumed: a guess.',
        detail: { id: 'house-2019', note: 'a guess' },
        at: { source: 'house 2019', path: '2018' },
      },
    ]);
  });

  test('a year given twice and two sets of one name are refused, both at once', () => {
    const years = [yearOf(2018, '1'), yearOf(2018, '2')];
    const issues = issuesOf(
      compareEditions(years, { before, after: { ...after, ...set('old-house', '2015') } }, options),
    );
    expect(issues.map(({ code, at, detail }) => [code, at?.path, detail])).toEqual([
      ['invalid-value', 'years', { value: '2018', expected: 'each year once', nearest: [] }],
      [
        'invalid-value',
        'editions.after',
        { value: 'old-house 2015', expected: 'another id or edition than before', nearest: [] },
      ],
    ]);
  });
});

/** What the example of the page states. */
interface PageExample {
  readonly spend: Readonly<Record<string, string>>;
  readonly index: Readonly<Record<string, string>>;
  readonly before: PageFactor;
  readonly after: PageFactor;
  readonly years: readonly {
    readonly year: number;
    readonly before: { readonly tonnes: string };
    readonly after: { readonly tonnes: string };
    readonly difference: string;
    readonly share: string;
  }[];
}

interface PageFactor {
  readonly id: string;
  readonly edition: string;
  readonly priceYear: number;
  readonly co2e: string;
}

describe('docs/methods/editions-compared.md', () => {
  test('its example comes out, digit for digit', () => {
    const page = readFileSync(
      fileURLToPath(new URL('../../docs/methods/editions-compared.md', import.meta.url)),
      'utf8',
    );
    const [, json] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
    // A page that says something else makes the comparison below fail.
    const example = JSON.parse(String(json)) as PageExample;
    const indices = [orThrow(parsePriceIndex({ id: 'i', currency: 'EUR', source: SOURCE, index: example.index }))];
    const years = Object.entries(example.spend).map(([year, euros]) => {
      const { input } = yearOf(Number(year), euros);
      return { year: Number(year), input: { ...input, priceIndices: indices } };
    });
    const editionOf = ({ id, edition, ...factor }: PageFactor) => set(id, edition, factor);
    const pair = { before: editionOf(example.before), after: editionOf(example.after) };
    const { years: compared } = orThrow(compareEditions(years, pair, options));
    expect(
      compared.map((each) => ({
        year: each.year,
        before: decimalText(each.before.value),
        after: decimalText(each.after.value),
        difference: decimalText(each.difference.value),
        share: each.share?.toFixed(),
      })),
    ).toEqual(example.years.map((each) => ({ ...each, before: each.before.tonnes, after: each.after.tonnes })));
  });
});
