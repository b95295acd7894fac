import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFigures } from '../../src/cli/figures-command.js';
import { readProject } from '../../src/io/read-project.js';
import { orThrow } from '../../src/outcome.js';
import type { AnnualFigures } from '../../src/report/annual-figures.js';
import { issuesOf } from '../support/builders.js';
import { captured } from '../support/captured.js';
import { PROJECT, SMALL_PROJECT, writeProject } from '../support/small-project.js';

const mixIsAssumed = {
  code: 'factor-assumed',
  severity: 'warning',
  message: 'The factor mix is assumed: a guess.',
  detail: { id: 'mix', note: 'a guess' },
};

/** The figures of the small project, after the sums at the head of its file. */
const FIGURES = {
  case: 'invented for tests',
  organisation: 'A small agency',
  boundary: {
    consolidation: 'operational-control',
    exclusions: [{ what: 'employee-commuting', why: 'no data available' }],
  },
  gwp: 'AR5',
  units: { emissions: 'tCO2e', reduction: 'share of the base year', rate: 'share per year' },
  years: [
    {
      year: 2018,
      total: { locationBased: '54.39', marketBased: '55.89' },
      byScope: [
        { scope: 1, locationBased: '2.7', marketBased: '2.7' },
        { scope: 2, locationBased: '1', marketBased: '2.5' },
        { scope: 3, locationBased: '50.69', marketBased: '50.69' },
      ],
      byClass: [
        { class: 'Scope 1', calculated: true, locationBased: '2.7', marketBased: '2.7' },
        { class: 'Scope 2', calculated: true, locationBased: '1', marketBased: '2.5' },
        { class: 'Hankitun energian epäsuorat päästöt', calculated: false },
        { class: 'Hankinnat', calculated: true, locationBased: '40.29', marketBased: '40.29' },
        { class: 'Itselle vuokrattu omaisuus', calculated: true, locationBased: '10.4', marketBased: '10.4' },
        { class: 'Liikematkustus', calculated: false },
      ],
      intensityOf: 'reception purchases, tonnes',
      intensityEmissions: '39.78',
      denominators: { 'accommodation-night': '3600', 'client-day': '3720' },
      intensity: { 'kgCO2e/accommodation-night': '11.05', 'kgCO2e/client-day': '10.693548387097' },
      coverage: {
        currency: 'EUR',
        rows: 8,
        amount: '133952.34',
        byTreatment: [
          { treatment: 'purchase', rows: 5, amount: '131140' },
          { treatment: 'wage', rows: 1, amount: '2500' },
          { treatment: 'replaced-by-activity', rows: 1, amount: '300' },
        ],
        unmapped: [{ account: '9990', rows: 1, amount: '12.34' }],
        replaced: [{ kind: 'purchased-heat', month: '2018-01', site: 'koivula', rows: 1, amount: '300' }],
      },
      warnings: [
        {
          code: 'posting-unmapped',
          severity: 'warning',
          message: 'The account 9990 has no rule: 1 row, 12.34 EUR, left out: too small to matter',
          detail: { account: '9990', category: '', rows: 1, amount: '12.34' },
          at: { source: 'ledgers/2018.tsv' },
        },
        mixIsAssumed,
      ],
    },
    {
      year: 2021,
      total: { locationBased: '16.34811320754717', marketBased: '17.84811320754717' },
      byScope: [
        { scope: 2, locationBased: '1', marketBased: '2.5' },
        { scope: 3, locationBased: '15.34811320754717', marketBased: '15.34811320754717' },
      ],
      byClass: [
        { class: 'Scope 1', calculated: false },
        { class: 'Scope 2', calculated: true, locationBased: '1', marketBased: '2.5' },
        { class: 'Hankitun energian epäsuorat päästöt', calculated: false },
        { class: 'Hankinnat', calculated: true, locationBased: '15.34811320754717', marketBased: '15.34811320754717' },
        { class: 'Itselle vuokrattu omaisuus', calculated: false },
        { class: 'Liikematkustus', calculated: false },
      ],
      intensityOf: 'reception purchases, tonnes',
      intensityEmissions: '15.3',
      denominators: { 'accommodation-night': '1200', 'client-day': '1860' },
      intensity: { 'kgCO2e/accommodation-night': '12.75', 'kgCO2e/client-day': '8.225806451613' },
      coverage: {
        currency: 'EUR',
        rows: 2,
        amount: '53100',
        byTreatment: [{ treatment: 'purchase', rows: 2, amount: '53100' }],
        unmapped: [],
        replaced: [],
      },
      warnings: [mixIsAssumed],
    },
  ],
  target: {
    name: 'Half by 2027, a quarter by 2035',
    series: 'Published totals',
    unit: 'tCO2e',
    years: [
      { year: 2018, allowed: '38269.5', actual: '38269.5', excess: '0', reduction: '0', onTrack: true },
      {
        year: 2021,
        allowed: '31891.25',
        actual: '22193.38',
        excess: '-9697.87',
        reduction: '0.420076562275',
        onTrack: true,
      },
    ],
    milestones: [
      { year: 2027, allowed: '19134.75', required: { perYear: '509.771666666667', rate: '-0.024411758615' } },
      { year: 2035, allowed: '9567.375', required: { perYear: '901.8575', rate: '-0.058332003973' } },
    ],
  },
};

const PRINTED = [
  'A small agency',
  'Case: invented for tests.',
  'Tonnes of CO2e unless stated otherwise; warming potentials AR5; operational-control.',
  '',
  '                                                     2018       2021',
  'Total, location-based                                54.4       16.3',
  'Total, market-based                                  55.9       17.8',
  '  Scope 1                                             2.7  not calc.',
  '  Scope 2, location-based                             1.0        1.0',
  '  Scope 2, market-based                               2.5        2.5',
  '  Scope 3, location-based                            50.7       15.3',
  '  Scope 3, market-based                              50.7       15.3',
  "The Ministry's six classes, location-based",
  '  Scope 1                                             2.7  not calc.',
  '  Scope 2                                             1.0        1.0',
  '  Hankitun energian epäsuorat päästöt           not calc.  not calc.',
  '  Hankinnat                                          40.3       15.3',
  '  Itselle vuokrattu omaisuus                         10.4  not calc.',
  '  Liikematkustus                                not calc.  not calc.',
  '',
  'Reception purchases, tonnes                          39.8       15.3',
  '  kgCO2e/accommodation-night                       11.050     12.750',
  '  kgCO2e/client-day                                10.694      8.226',
  '  accommodation-nights                              3,600      1,200',
  '  client-days                                       3,720      1,860',
  'Ledger, million EUR                                 0.134      0.053',
  '  purchase                                          0.131      0.053',
  '  wage                                              0.003      0.000',
  '  replaced-by-activity                              0.000      0.000',
  '  unmapped                                          0.000      0.000',
  '  mapped share, %                                   99.99     100.00',
  '',
  'Target: Half by 2027, a quarter by 2035',
  'Held against: Published totals, tCO2e',
  '  2018  actual 38,269.50, allowed 38,269.50, excess 0.00, change 0.0 %, on track',
  '  2021  actual 22,193.38, allowed 31,891.25, excess -9,697.87, change −42.0 %, on track',
  '  2027  allowed 19,134.750 tCO2e; from the last actual: 509.77 less each year, or −2.4 % a year',
  '  2035  allowed 9,567.375 tCO2e; from the last actual: 901.86 less each year, or −5.8 % a year',
  '',
  'Not included: employee-commuting (no data available).',
  'Figures are rounded for print, each on its own, so parts may not add up to totals in the last digit. Two lines of purchased energy, location-based and market-based, are never added together.',
  'Warning, 2018: The account 9990 has no rule: 1 row, 12.34 EUR, left out: too small to matter [posting-unmapped]',
  'Warning, 2018, 2021: The factor mix is assumed: a guess. [factor-assumed]',
].join('\n');

async function figuresOf(changes: Readonly<Record<string, unknown>> = {}): Promise<AnnualFigures> {
  return orThrow(await projectFigures(orThrow(await readProject(await writeProject(changes)))));
}

describe('figures', () => {
  test('the figures of the small project are written with all their digits, and printed', async () => {
    const path = await writeProject();
    const folder = join(dirname(path), 'results', '2021');
    expect(await captured('figures', path, '--out', folder)).toEqual({ code: 0, out: [PRINTED], error: [] });
    expect(await readdir(folder)).toEqual(['figures.json']);
    const text = await readFile(join(folder, 'figures.json'), 'utf8');
    expect(JSON.parse(text)).toEqual(FIGURES);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  });

  test('without a folder they are printed only', async () => {
    const path = await writeProject();
    const before = await readdir(dirname(path));
    expect((await captured('figures', path)).out).toEqual([PRINTED]);
    expect(await readdir(dirname(path))).toEqual(before);
  });

  test('an older result is replaced as a whole', async () => {
    const path = await writeProject();
    const folder = join(dirname(path), 'out');
    await mkdir(folder);
    await writeFile(join(folder, 'figures.json'), 'x'.repeat(100_000));
    await captured('figures', path, '--out', folder);
    expect(JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'))).toEqual(FIGURES);
    expect(await readdir(folder)).toEqual(['figures.json']);
  });

  test('the same project gives the same bytes', async () => {
    const runs = [1, 2].map(async () => {
      const path = await writeProject();
      await captured('figures', path, '--out', dirname(path));
      return readFile(join(dirname(path), 'figures.json'), 'utf8');
    });
    const [first, second] = await Promise.all(runs);
    expect(second).toBe(first);
  });
});

describe('projectFigures', () => {
  test('without a target or a published series there is no target table', async () => {
    const { target, ...withoutTarget } = PROJECT;
    const { publishedSeries, ...withoutSeries } = PROJECT;
    expect([target, publishedSeries]).toEqual(['target.json', 'published.json']);
    for (const project of [withoutTarget, withoutSeries]) {
      expect(Object.keys(await figuresOf({ 'hiilitase.json': project }))).not.toContain('target');
    }
  });

  test('the target is held against the published series, and never against calculated totals', async () => {
    const years = [
      { year: 2018, value: '100' },
      { year: 2019, value: '99' },
    ];
    const { target } = await figuresOf({
      'published.json': { ...(SMALL_PROJECT['published.json'] as object), years },
    });
    expect(target?.years.map(({ year, actual }) => [year, actual])).toEqual([
      [2018, '100'],
      [2019, '99'],
    ]);
  });

  test('issues of the years and of the target are said at once', async () => {
    const project = orThrow(
      await readProject(
        await writeProject({
          'client-days.json': (SMALL_PROJECT['client-days.json'] as readonly unknown[]).slice(1),
          'published.json': { ...(SMALL_PROJECT['published.json'] as object), years: [{ year: 2021, value: '1' }] },
        }),
      ),
    );
    const codes = issuesOf(await projectFigures(project)).map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(['client-days-missing', 'target-base-missing']);
  });
});
