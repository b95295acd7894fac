/** Every figure is invented and small enough to be followed by hand. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { Decimal } from '../../src/decimal.js';
import { fraction } from '../../src/emission/term.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { kilogramsPerEuro } from '../../src/reception/kilograms-per-euro.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { parsePlausibilityBounds } from '../../src/reception/plausibility-bounds.js';
import type { PlausibilityInput } from '../../src/reception/plausibility-input.js';
import { checkPlausibility } from '../../src/reception/plausibility.js';
import {
  aLine,
  aPurchaseRow,
  aSpendFactorRow,
  anActivityRow,
  anInventory,
  anInventoryInput,
  issuesOf,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const monthsOf2021 = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`);
/** 100 nights a month at each site, unless told otherwise. */
const register = (sites: readonly string[], months: readonly string[] = monthsOf2021, nights = '100') =>
  sites.flatMap((site) =>
    months.map((month) => ({
      site,
      month,
      form: 'institution',
      clientDays: '100',
      accommodationNights: nights,
      placeDays: '100',
    })),
  );
/** A field that is changed to undefined is left out. */
const energy = (id: string, kilowattHours: string, changes: Row = {}): Row => {
  const row = anActivityRow({ id, site: 'koivula', amount: { value: kilowattHours, unit: 'kWh' }, ...changes });
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
};
const invoice = (id: string, month: string, euros: string, changes: Row = {}) =>
  aPurchaseRow({ id, date: `${month}-15`, site: 'koivula', amount: { value: euros, unit: 'EUR' }, ...changes });

interface Given {
  readonly rows: readonly Row[];
  readonly bounds?: readonly Row[];
  readonly register?: readonly Row[];
}

function inputOf(given: Given, changes: Partial<PlausibilityInput> = {}): PlausibilityInput {
  return {
    period: calendarYear(2021),
    activities: orThrow(parseActivities(given.rows)),
    bounds: orThrow(parsePlausibilityBounds(given.bounds ?? [])),
    ...(given.register === undefined ? {} : { clientDays: orThrow(parseClientDays(given.register)) }),
    ...changes,
  };
}
const findings = (...given: Parameters<typeof inputOf>) => orThrow(checkPlausibility(inputOf(...given)));
const detailsOf = (issues: readonly Issue[]) => issues.map(({ code, detail }) => [code, detail]);
const areaOf = (site: string, squareMetres: string) => ({ site, area: quantity(squareMetres, 'square-metre') });

describe('energy per square metre and year', () => {
  const perArea = (changes: Row) => [{ ratio: 'kWh/square-metre-year', ...changes }];
  const floorAreas = [areaOf('koivula', '1000')];

  test('above its bound is a finding with site, period, value, bound and activities; equal to it is plausible', () => {
    const rows = [energy('e-2', '100000'), energy('e-1', '150000')];
    expect(findings({ rows, bounds: perArea({ atLeast: '250', atMost: '250' }) }, { floorAreas })).toEqual([]);
    expect(
      findings({ rows, bounds: perArea({ atMost: '249.999999999999', why: 'own readings' }) }, { floorAreas }),
    ).toEqual([
      {
        code: 'implausible-ratio',
        severity: 'warning',
        message:
          'koivula, 2021-01-01..2021-12-31: 250 kWh/square-metre-year, above 249.999999999999 (own readings). See e-1, e-2; nothing was changed.',
        detail: {
          ratio: 'kWh/square-metre-year',
          site: 'koivula',
          product: '',
          period: '2021-01-01..2021-12-31',
          value: '250',
          bound: 'above 249.999999999999',
          activityIds: ['e-1', 'e-2'],
        },
        at: { activityId: 'e-1' },
      },
    ]);
  });

  test('counts heat, cooling and steam, the part of the meter and the part of the days, and no fuel', () => {
    const network = { kind: 'purchased-heat', grid: undefined, network: 'town' };
    const rows = [
      energy('heat', '90', { ...network, amount: { value: '90', unit: 'MWh' } }),
      energy('cold', '30000', {
        ...network,
        kind: 'purchased-cooling',
        allocation: { by: 'floor area', own: '1', total: '3' },
      }),
      // 31 of 62 days lie in 2021.
      energy('steam', '100000', {
        ...network,
        kind: 'purchased-steam',
        period: { from: '2020-12-01', to: '2021-01-31' },
      }),
      energy('old', '999999', { period: { from: '2020-01-01', to: '2020-12-31' } }),
      energy('cars', '5000', { kind: 'vehicle-electricity', contractHolder: undefined }),
    ];
    // 90 000 + 10 000 + 50 000
    const found = findings({ rows, bounds: perArea({ atLeast: '151' }) }, { floorAreas });
    expect(detailsOf(found)).toMatchObject([
      ['implausible-ratio', { value: '150', bound: 'below 151', activityIds: ['cold', 'heat', 'steam'] }],
    ]);
  });

  test('a site that opened in the year is measured by its months in the register', () => {
    const rows = [energy('e-1', '50000')];
    const half = register(['koivula'], monthsOf2021.slice(6));
    const whole = register(['rantala']);
    const bounds = perArea({ atMost: '99' });
    const found = findings({ rows, bounds, register: [...half, ...whole] }, { floorAreas });
    expect(detailsOf(found)).toMatchObject([['implausible-ratio', { value: '100' }]]);
    expect(findings({ rows, bounds, register: whole }, { floorAreas })).toEqual([]);
  });

  test('a site without an area and a reading without a site are named as not checked', () => {
    const rows = [energy('e-1', '1', { site: 'rantala' }), energy('e-2', '1', { site: undefined })];
    const found = findings({ rows, bounds: perArea({ atMost: '1' }) }, { floorAreas });
    expect(detailsOf(found)).toEqual([
      ['ratio-not-checked', { ratio: 'kWh/square-metre-year', site: '', missing: 'its site', activityIds: ['e-2'] }],
      [
        'ratio-not-checked',
        { ratio: 'kWh/square-metre-year', site: 'rantala', missing: 'a floor area', activityIds: ['e-1'] },
      ],
    ]);
    expect(found[0]?.message).toBe(
      'Without a site, 2021-01-01..2021-12-31: kWh/square-metre-year was not checked for want of its site. See e-2.',
    );
  });
});

describe('energy per night', () => {
  const bounds = [{ ratio: 'kWh/accommodation-night', atLeast: '10', atMost: '20' }];

  test('is the energy of the site by its nights; offices without clients are passed over, readings without a site are not', () => {
    const rows = [
      energy('e-1', '24000'),
      energy('e-2', '24001', { site: 'rantala' }),
      energy('e-3', '1', { site: 'office' }),
      energy('e-4', '1', { site: undefined }),
    ];
    expect(detailsOf(findings({ rows, bounds, register: register(['koivula', 'rantala']) }))).toMatchObject([
      ['ratio-not-checked', { site: '', missing: 'its site' }],
      ['implausible-ratio', { site: 'rantala', value: '20.000833333333' }],
    ]);
  });

  test('energy at a site where nobody sleeps is its own finding; no energy there is none', () => {
    const rows = [energy('e-1', '500'), energy('e-2', '0', { site: 'rantala' })];
    const empty = register(['koivula', 'rantala'], monthsOf2021, '0');
    expect(findings({ rows, bounds, register: empty })).toEqual([
      {
        code: 'amount-without-nights',
        severity: 'warning',
        message:
          'koivula, 2021-01-01..2021-12-31: 500 kWh and no accommodation-night. Is the register complete, the site right? See e-1.',
        detail: {
          site: 'koivula',
          period: '2021-01-01..2021-12-31',
          amount: '500',
          unit: 'kWh',
          activityIds: ['e-1'],
        },
        at: { activityId: 'e-1' },
      },
    ]);
  });
});

describe('euros per night', () => {
  const bounds = [{ ratio: 'EUR/accommodation-night', atMost: '50' }];
  const products = ['reception-services'];
  const checked = (...rows: readonly Row[]) =>
    findings({ rows, bounds, register: register(['koivula']) }, { products });

  test('are without VAT, of the named products alone, credits taken off', () => {
    const rows = [
      invoice('p-1', '2021-01', '62000', { vat: 'included', vatRate: '0.24' }),
      invoice('p-2', '2021-02', '11200'),
      invoice('p-3', '2021-03', '-1200'),
      invoice('p-4', '2021-03', '99999', { product: 'furniture' }),
      invoice('p-5', '2020-12', '99999'),
    ];
    // 50 000 + 11 200 − 1 200 = 60 000 on 1 200 nights
    expect(checked(...rows)).toEqual([]);
    expect(detailsOf(checked(...rows, invoice('p-6', '2021-04', '0.01')))).toMatchObject([
      ['implausible-ratio', { value: '50.000008333333', activityIds: ['p-1', 'p-2', 'p-3', 'p-6'] }],
    ]);
  });

  test('what cannot be told is named: VAT without a rate, another currency, no site, a site outside the register', () => {
    const found = checked(
      invoice('p-4', '2021-01', '1', { site: 'elsewhere' }),
      invoice('p-3', '2021-01', '1', { site: undefined }),
      invoice('p-2', '2021-01', '1', { amount: { value: '1', unit: 'SEK' }, site: undefined }),
      invoice('p-1', '2021-01', '1', { vat: 'included' }),
    );
    expect(found.map(({ detail, at }) => [at?.activityId, detail])).toMatchObject([
      ['p-1', { site: 'koivula', missing: 'vatRate' }],
      ['p-2', { site: '', missing: 'an amount in EUR' }],
      ['p-3', { site: '', missing: 'its site' }],
      ['p-4', { site: 'elsewhere', missing: 'rows of the site in the register' }],
    ]);
  });
});

describe('kilograms per euro', () => {
  const factors = [
    aSpendFactorRow({ priceYear: 2021 }),
    aSpendFactorRow({ id: 'catering', key: 'catering', co2e: '3', priceYear: 2021 }),
    aSpendFactorRow({ id: 'crowns', key: 'crowns', per: 'SEK', priceYear: 2021 }),
  ];

  test('are what the lines of a product make of its euro, alike ones together', () => {
    const vat = { product: 'catering', vat: 'included' };
    const rows = [
      invoice('p-4', '2021-01', '7', { ...vat, vatRate: '0.5' }),
      invoice('p-3', '2021-02', '-9', { ...vat, vatRate: '0.5' }),
      invoice('p-2', '2021-01', '5', { ...vat, vatRate: '0' }),
      invoice('p-1', '2021-01', '100'),
      invoice('p-5', '2021-01', '100', { product: 'crowns', amount: { value: '1', unit: 'SEK' } }),
      energy('e-1', '1', {
        kind: 'supplier-reported',
        grid: undefined,
        contractHolder: undefined,
        source: 'a statement',
        scope3Category: 'waste-generated-in-operations',
        amount: { value: '1', unit: 'kgCO2e' },
      }),
    ];
    const inventory = orThrow(calculateInventory(anInventoryInput(rows, factors)));
    const bounds = [{ ratio: 'kgCO2e/EUR', atLeast: '0.3', atMost: '1.9' }];
    expect(detailsOf(findings({ rows, bounds }, { inventory }))).toMatchObject([
      ['implausible-ratio', { product: 'catering', site: '', value: '2', activityIds: ['p-3', 'p-4'] }],
      ['implausible-ratio', { product: 'catering', value: '3', bound: 'above 1.9', activityIds: ['p-2'] }],
      ['ratio-not-checked', { missing: 'an amount in EUR', activityIds: ['p-5'] }],
    ]);
  });

  test('leave gases outside the scopes alone', () => {
    const inventory = orThrow(calculateInventory(anInventoryInput([invoice('p-1', '2021-01', '1')], factors)));
    const lines = inventory.lines.map((line) => ({ ...line, outsideScopes: 'montreal-protocol-gases' as const }));
    const bounds = [{ ratio: 'kgCO2e/EUR', atMost: '0.1' }];
    expect(findings({ rows: [], bounds }, { inventory: { ...inventory, lines } })).toEqual([]);
    expect(findings({ rows: [], bounds }, { inventory })).toHaveLength(1);
  });
});

describe('kilogramsPerEuro', () => {
  const bound = { ratio: 'kgCO2e/EUR', atMost: new Decimal('0.1') } as const;
  const terms = [
    { name: 'amount', ...fraction(new Decimal(5)), unit: 'EUR' },
    { name: 'share', ...fraction(new Decimal('0.01')), of: 'own share' },
  ] as const;

  test('a line of no named product counts as well, and the own share of an operation is no part of the ratio', () => {
    const found = kilogramsPerEuro(bound, anInventory([aLine('5', { terms })]));
    expect(detailsOf(found)).toMatchObject([['implausible-ratio', { product: '', value: '1' }]]);
  });

  test('without an inventory there is nothing to look at', () => {
    expect(kilogramsPerEuro(bound, undefined)).toEqual([]);
  });
});

describe('months without an invoice', () => {
  const monthlyProducts = ['reception-services', 'catering'];

  test('are the months of the site’s time in the register that no invoice above zero touches', () => {
    const rows = [
      invoice('p-1', '2021-04', '10', { date: undefined, period: { from: '2021-03-31', to: '2021-05-01' } }),
      invoice('p-2', '2021-06', '10'),
      invoice('p-3', '2021-07', '-10'),
      invoice('p-4', '2021-08', '10', { site: 'rantala' }),
    ];
    const open = register(['koivula'], ['2021-03', '2021-04', '2021-05', '2021-06', '2021-07', '2021-08']);
    const found = findings({ rows, register: [...open, ...register(['lehto'])] }, { monthlyProducts });
    expect(found).toEqual([
      {
        code: 'invoice-month-missing',
        severity: 'warning',
        message:
          'koivula has clients in 2021-07, 2021-08 and no invoice of reception-services, which it has in other months (p-1, p-2). Is one missing, or booked in another month?',
        detail: {
          site: 'koivula',
          product: 'reception-services',
          months: ['2021-07', '2021-08'],
          activityIds: ['p-1', 'p-2'],
        },
        at: { activityId: 'p-1' },
      },
    ]);
  });

  test('are none where every month is invoiced', () => {
    const rows = monthsOf2021.map((month) => invoice(month, month, '10'));
    expect(findings({ rows, register: register(['koivula']) }, { monthlyProducts })).toEqual([]);
  });
});

describe('euros per night that jump', () => {
  const products = ['reception-services'];
  const jumps = (euros: readonly string[], nights: readonly Row[] = register(['koivula'])) => {
    const rows = euros.map((value, index) => invoice(`p-${index + 1}`, monthsOf2021[index] ?? '', value));
    const months = nights.filter(({ month }) => euros.length >= Number(String(month).slice(5)));
    const period = { from: '2021-01-01', to: euros.length === 3 ? '2021-03-31' : '2021-02-28' };
    return findings({ rows, register: months }, { products, spendJump: new Decimal('2'), period });
  };

  test('to more than so many times as much, in both directions, are findings; exactly as many times are not', () => {
    expect(jumps(['1000', '2000', '1000'])).toEqual([]);
    const found = jumps(['1000', '2000.01', '1000']);
    expect(found[0]).toEqual({
      code: 'spend-jump',
      severity: 'warning',
      message:
        'koivula: from 10 EUR per accommodation-night in 2021-01 to 20.0001 in 2021-02, more than 2 times up. See p-1, p-2; nothing was changed.',
      detail: {
        site: 'koivula',
        from: '2021-01',
        to: '2021-02',
        before: '10',
        after: '20.0001',
        times: '2',
        activityIds: ['p-1', 'p-2'],
      },
      at: { activityId: 'p-1' },
    });
    expect(found[1]?.message).toMatch(/from 20\.0001 .* to 10 in 2021-03, more than 2 times down/);
    expect(found).toHaveLength(2);
  });

  test('from nothing to something and below zero are jumps, from nothing to nothing is none', () => {
    expect(jumps(['0', '1'])).toHaveLength(1);
    expect(jumps(['0', '0'])).toEqual([]);
    expect(jumps(['-1', '-1'])).toEqual([]);
    expect(jumps(['-3', '-2'])).toHaveLength(1);
  });

  test('a month with euros and without nights has no ratio: it is its own finding', () => {
    const nights = register(['koivula']).map((row) =>
      row.month === '2021-02' ? { ...row, accommodationNights: '0' } : row,
    );
    expect(detailsOf(jumps(['1000', '9000', '1000'], nights))).toEqual([
      [
        'amount-without-nights',
        { site: 'koivula', period: '2021-02-01..2021-02-28', amount: '9000', unit: 'EUR', activityIds: ['p-2'] },
      ],
    ]);
    expect(jumps(['1000', '0', '1000'], nights)).toEqual([]);
  });

  test('a month whose euros cannot be told is named, and the months around it are not compared', () => {
    const rows = [invoice('p-1', '2021-01', '1'), invoice('p-2', '2021-02', '99', { vat: 'included' })];
    const period = { from: '2021-01-01', to: '2021-02-28' };
    const found = findings(
      { rows, register: register(['koivula'], ['2021-01', '2021-02']) },
      { products, spendJump: new Decimal(2), period },
    );
    expect(detailsOf(found)).toEqual([
      ['ratio-not-checked', { ratio: 'spend-jump', site: 'koivula', missing: 'vatRate', activityIds: ['p-2'] }],
    ]);
  });
});

describe('what a check needs', () => {
  test('is asked for at once', () => {
    const ratios = ['kWh/square-metre-year', 'kWh/accommodation-night', 'EUR/accommodation-night', 'kgCO2e/EUR'];
    const bounds = ratios.map((ratio) => ({ ratio, atMost: '1' }));
    const changes = { monthlyProducts: [], spendJump: new Decimal('0.5') };
    const issues = issuesOf(checkPlausibility(inputOf({ rows: [], bounds }, changes)));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([
      ...[
        'floorAreas',
        'clientDays',
        'clientDays',
        'products',
        'inventory',
        'clientDays',
        'clientDays',
        'products',
      ].map((field) => ['missing-field', field]),
      ['invalid-value', 'spendJump'],
    ]);
    expect(issues[0]?.message).toBe(
      'kWh/square-metre-year cannot be checked without floorAreas. State it, or leave the check out.',
    );
  });

  test('floor areas are above zero and stated once', () => {
    const floorAreas = [areaOf('a', '1'), areaOf('b', '0'), areaOf('a', '2')];
    const issues = issuesOf(checkPlausibility(inputOf({ rows: [] }, { floorAreas })));
    expect(issues.map(({ code, at, detail }) => [code, at?.path, detail])).toEqual([
      ['invalid-value', 'floorAreas.1', { value: '0', expected: 'a floor area above zero', nearest: [] }],
      ['invalid-value', 'floorAreas.2', { value: 'a', expected: 'each site once', nearest: [] }],
    ]);
  });

  test.each([
    [{ from: '2021-01-02', to: '2021-12-31' }, 'period-not-whole-months'],
    [{ from: '2021-01-01', to: '2021-12-30' }, 'period-not-whole-months'],
    [{ from: '2021-12-01', to: '2021-01-31' }, 'invalid-period'],
    [{ from: '2021-13-01', to: '2021-12-31' }, 'invalid-date'],
  ])('the period %o is refused: %s', (period, code) => {
    expect(issuesOf(checkPlausibility(inputOf({ rows: [] }, { period }))).map((issue) => issue.code)).toEqual([code]);
  });

  test('a register with a gap is refused as everywhere in reception', () => {
    const gap = register(['koivula'], ['2021-01', '2021-03']);
    const period = { from: '2021-01-01', to: '2021-03-31' };
    const issues = issuesOf(checkPlausibility(inputOf({ rows: [], register: gap }, { period })));
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['client-days-missing']));
  });
});

test('the findings do not depend on the order of the activities', () => {
  const rows = [
    energy('e-1', '9000'),
    energy('e-2', '9000', { site: 'rantala' }),
    energy('e-3', '7'),
    invoice('p-1', '2021-01', '10'),
    invoice('p-2', '2021-02', '90'),
    invoice('p-3', '2021-02', '5', { vat: 'included' }),
    invoice('p-4', '2021-04', '5', { vat: 'included', site: undefined }),
    invoice('p-5', '2021-05', '77', { site: 'rantala' }),
    invoice('p-6', '2021-02', '6', { vat: 'included' }),
  ];
  const bounds = [
    { ratio: 'kWh/square-metre-year', atMost: '1' },
    { ratio: 'kWh/accommodation-night', atMost: '1' },
    { ratio: 'EUR/accommodation-night', atLeast: '1' },
  ];
  const changes = {
    floorAreas: [areaOf('koivula', '3')],
    products: ['reception-services'],
    monthlyProducts: ['reception-services'],
    spendJump: new Decimal(2),
  };
  const all = { bounds, register: register(['koivula', 'rantala']) };
  const expected = findings({ ...all, rows }, changes);
  expect(new Set(expected.map(({ code }) => code)).size).toBe(4);
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
  fc.assert(
    fc.property(shuffled, (order) => {
      expect(findings({ ...all, rows: order }, changes)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

/** What the example of the page states. */
interface PageExample {
  readonly activities: readonly Row[];
  readonly register: readonly Row[];
  readonly floorAreas: Readonly<Record<string, string>>;
  readonly bounds: readonly Row[];
  readonly products: readonly string[];
  readonly monthlyProducts: readonly string[];
  readonly spendJump: string;
  readonly period: PlausibilityInput['period'];
  readonly findings: readonly string[];
}

describe('docs/methods/plausibility.md', () => {
  test('its example finds what it says', () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/methods/plausibility.md', import.meta.url)), 'utf8');
    const [, json] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
    // A page that says something else makes the comparison below fail.
    const example = JSON.parse(String(json)) as PageExample;
    const { activities: rows, bounds, register: days, products, monthlyProducts, period } = example;
    const floorAreas = Object.entries(example.floorAreas).map(([site, area]) => areaOf(site, area));
    const spendJump = new Decimal(example.spendJump);
    const changes = { floorAreas, products, monthlyProducts, period, spendJump };
    const found = findings({ rows, bounds, register: days }, changes);
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual(example.findings);
  });
});
