import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { readProject } from '../../src/io/read-project.js';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { SOURCE, issuesOf } from '../support/builders.js';
import {
  ENERGY,
  FACTORS,
  FUEL,
  MAPPING,
  PROJECT,
  SMALL_PROJECT,
  temporaryFolder,
  writeProject,
} from '../support/small-project.js';

const RATES = {
  id: 'ecb',
  source: { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' },
  base: 'EUR',
  rates: { USD: { '2018': '1.25' } },
};

async function projectOf(changes: Readonly<Record<string, unknown>> = {}) {
  return orThrow(await readProject(await writeProject(changes)));
}

async function issuesWith(changes: Readonly<Record<string, unknown>>): Promise<readonly Issue[]> {
  return issuesOf(await readProject(await writeProject(changes)));
}

/** File, field and code of each issue. */
function placed(issues: readonly Issue[]): readonly unknown[] {
  return issues.map(({ code, at }) => [at?.source, at?.path, code]);
}

describe('a project that names editions', () => {
  test('combines several factor sets, files and editions of the package alike', async () => {
    const names = ['factors.json', 'hiilitase/editions/refrigerants-2026'];
    const { factors } = await projectOf({ 'hiilitase.json': { ...PROJECT, factors: names } });
    expect([factors.id, factors.edition]).toEqual([
      'illustrative + refrigerants-2026',
      expect.stringMatching(/^1 \+ /),
    ]);
    expect(factors.factors.map(({ key }) => key)).toEqual(expect.arrayContaining(['light-fuel-oil', 'R-410A']));
  });

  test('two sets that answer one question are an issue of the project', async () => {
    const issues = await issuesWith({ 'hiilitase.json': { ...PROJECT, factors: ['factors.json', 'factors.json'] } });
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['factor-ambiguous', 'duplicate-id']));
    expect(new Set(issues.map(({ at }) => at?.source))).toEqual(new Set(['hiilitase.json']));
  });

  test('an edition that is not there is an issue that names it', async () => {
    const project = { ...PROJECT, factors: ['factors.json', 'hiilitase/editions/atlantis-2024'] };
    expect(placed(await issuesWith({ 'hiilitase.json': project }))).toEqual([
      ['hiilitase/editions/atlantis-2024', undefined, 'file-unreadable'],
    ]);
  });

  test('airports come from an edition or a file, instruments from a file, and upstream is stated', async () => {
    const changes = {
      airports: 'hiilitase/editions/ourairports-2026',
      upstream: 'excluded',
      instruments: 'green.json',
    };
    const project = await projectOf({ 'hiilitase.json': { ...PROJECT, ...changes }, 'green.json': [] });
    expect(project.airports?.find(({ iata }) => iata === 'OUL')?.country).toBe('FI');
    expect([project.upstream, project.instruments]).toEqual(['excluded', []]);
    const airports = [{ iata: 'AAA', country: 'FI', latitude: '60', longitude: '25' }];
    const own = await projectOf({
      'hiilitase.json': { ...PROJECT, airports: 'airports.json' },
      'airports.json': airports,
    });
    expect(own.airports).toHaveLength(1);
  });

  test('faults of instruments and airports name their file, row and field, all at once', async () => {
    const files = { airports: 'airports.json', instruments: 'green.json', upstream: 'sometimes' };
    const changes = {
      'airports.json': [{ iata: 'hel', country: 'FI', latitude: '60', longitude: '25' }],
      'green.json': { certificates: [] },
    };
    expect(placed(await issuesWith({ 'hiilitase.json': { ...PROJECT, ...files }, ...changes }))).toEqual([
      ['hiilitase.json', 'upstream', 'invalid-value'],
    ]);
    const stated = { ...PROJECT, ...files, upstream: 'required' };
    expect(placed(await issuesWith({ 'hiilitase.json': stated, ...changes }))).toEqual([
      ['green.json', undefined, 'invalid-value'],
      ['airports.json', 'iata', 'invalid-value'],
    ]);
  });

  test('an edition without airports, and a list of no factors, are issues', async () => {
    const wrong = { ...PROJECT, airports: 'hiilitase/editions/refrigerants-2026' };
    expect(placed(await issuesWith({ 'hiilitase.json': wrong }))).toEqual([
      ['hiilitase/editions/refrigerants-2026', undefined, 'file-unreadable'],
    ]);
    expect(placed(await issuesWith({ 'hiilitase.json': { ...PROJECT, factors: [] } }))).toEqual([
      ['hiilitase.json', 'factors', 'invalid-value'],
    ]);
  });

  test('a list of one set is that set, and validities are extended over all sets of a list', async () => {
    const alone = await projectOf({ 'hiilitase.json': { ...PROJECT, factors: ['factors.json'] } });
    expect([alone.factors.id, alone.factors.edition]).toEqual(['illustrative', '1']);
    const steam = { ...FACTORS[3], id: 'steam', key: 'steam-town' };
    const extendValidity = [
      { ids: ['oil', 'steam'], from: '2018-01-01', to: '2022-12-31', reason: 'no later edition' },
    ];
    const both = await projectOf({
      'hiilitase.json': { ...PROJECT, factors: ['factors.json', 'steam.json'], extendValidity },
      'steam.json': { id: 'steam', edition: '2', factors: [steam] },
    });
    expect([both.factors.id, both.factors.edition]).toEqual(['illustrative + steam', '1 + 2']);
    expect(both.factors.factors.flatMap(({ id, extended }) => (extended === undefined ? [] : [id]))).toEqual([
      'oil',
      'steam',
    ]);
  });
});

test('an instrument with an amount that reaches over two years of the project is refused, not used twice', async () => {
  const certificate = {
    id: 'green',
    kind: 'certificate',
    energy: 'electricity',
    market: 'FI',
    amount: { value: '4000', unit: 'kWh' },
    co2e: '0',
    gwp: 'AR5',
    validFrom: '2018-01-01',
    validTo: '2021-12-31',
    qualityCriteria: 'met',
    source: RATES.source,
  };
  const project = { ...PROJECT, instruments: 'green.json' };
  const withInstrument = (changes: Readonly<Record<string, unknown>>) => ({
    'hiilitase.json': project,
    'green.json': [{ ...certificate, ...changes }],
  });
  expect(placed(await issuesWith(withInstrument({})))).toEqual([['green.json', 'validTo', 'invalid-value']]);
  expect((await projectOf(withInstrument({ validTo: '2018-12-31' }))).instruments).toHaveLength(1);
  expect((await projectOf(withInstrument({ amount: undefined }))).instruments).toHaveLength(1);
});

describe('readProject', () => {
  test('a project is read with everything that its files hold', async () => {
    const path = await writeProject();
    const project = orThrow(await readProject(path));
    expect(project).toMatchObject({
      folder: dirname(path),
      case: 'invented for tests',
      organisation: 'A small agency',
      years: [2018, 2021],
      gwp: 'AR5',
      boundary: { consolidation: 'operational-control' },
      factors: { id: 'illustrative', edition: '1' },
      intensityOf: { name: 'reception purchases, tonnes', products: ['reception-services'] },
      target: { name: 'Half by 2027, a quarter by 2035', baseYear: 2018 },
      publishedSeries: { name: 'Published totals', source: { publisher: 'nobody' } },
    });
    expect(project.factors.factors.map(({ id }) => id)).toEqual(FACTORS.map(({ id }) => id));
    expect(project.priceIndices.map(({ id }) => id)).toEqual(['fi-cpi']);
    expect(project.clientDays).toHaveLength(24);
    expect(project.clientDaysWarnings).toEqual([]);
  });

  test('activities of all files stand in one list, and each knows its file and row', async () => {
    const { activities, places } = await projectOf();
    expect(activities.map(({ id }) => [id, places.get(id)])).toEqual([
      ['heat-2018', { source: 'energy.json', row: 1 }],
      ['electricity-2018', { source: 'energy.json', row: 2 }],
      ['electricity-2021', { source: 'energy.json', row: 3 }],
      ['oil-2018', { source: 'fuel.json', row: 1 }],
    ]);
  });

  test('what reading the client-days warned of is kept with file and row', async () => {
    const [first] = SMALL_PROJECT['client-days.json'] as readonly object[];
    const { clientDaysWarnings } = await projectOf({ 'client-days.json': [{ ...first, accommodationNights: '401' }] });
    expect(clientDaysWarnings.map(({ code, at }) => [code, at])).toEqual([
      ['nights-above-places', { source: 'client-days.json', row: 1 }],
    ]);
  });

  test('each ledger file has its year and the whole of its layout; the ledgers themselves are not opened', async () => {
    const { ledger } = await projectOf({ 'ledgers/2018.tsv': undefined, 'ledgers/2021.csv': undefined });
    expect(ledger?.mapping.id).toBe('accounts');
    expect(ledger?.files).toEqual([
      { year: 2018, file: 'ledgers/2018.tsv', layout: PROJECT.ledger.layouts[0] },
      { year: 2021, file: 'ledgers/2021.csv', layout: PROJECT.ledger.layouts[1] },
    ]);
  });

  test('the published series is in tonnes, exact', async () => {
    const { publishedSeries } = await projectOf();
    expect(publishedSeries?.years).toEqual([
      { year: 2018, emissions: quantity('38269.5', 'tCO2e') },
      { year: 2021, emissions: quantity('22193.38', 'tCO2e') },
    ]);
  });

  test('what a project does not name it does not have', async () => {
    const { priceIndices, ledger, clientDays, intensityOf, target, publishedSeries, ...least } = PROJECT;
    expect([priceIndices, ledger, clientDays, intensityOf, target, publishedSeries]).not.toContain(undefined);
    const project = await projectOf({ 'hiilitase.json': { ...least, activities: [] } });
    expect(project.priceIndices).toEqual([]);
    expect(project.activities).toEqual([]);
    expect(
      [
        project.ledger,
        project.clientDays,
        project.intensityOf,
        project.target,
        project.publishedSeries,
        project.exchangeRates,
        project.priceMargins,
        project.aviationNonCo2,
        project.residualMix,
      ].filter((part) => part !== undefined),
    ).toEqual([]);
  });

  test('exchange rates and the options that change a figure are passed on', async () => {
    const changes = { exchangeRates: 'rates.json', aviationNonCo2: 'excluded', residualMix: 'grid-average' };
    const project = await projectOf({ 'hiilitase.json': { ...PROJECT, ...changes }, 'rates.json': RATES });
    expect(project.exchangeRates?.id).toBe('ecb');
    expect([project.aviationNonCo2, project.residualMix]).toEqual(['excluded', 'grid-average']);
  });

  test('margins for factors in basic prices are read from a list of their own', async () => {
    const rows = [{ id: 'food', products: ['catering'], share: '0.3', source: SOURCE }];
    const files = { 'hiilitase.json': { ...PROJECT, priceMargins: 'margins.json' }, 'margins.json': rows };
    const { priceMargins } = await projectOf(files);
    expect(priceMargins?.map(({ id, share }) => [id, share.toFixed()])).toEqual([['food', '0.3']]);
    const faulty = { ...files, 'margins.json': [{ ...rows[0], share: '1' }] };
    expect(placed(await issuesWith(faulty))).toEqual([['margins.json', 'share', 'invalid-value']]);
  });

  test('validities are extended one after the other, for the named factors or for all', async () => {
    const extendValidity = [
      { ids: ['oil'], from: '2018-01-01', to: '2022-12-31', reason: 'no later edition' },
      { from: '2018-01-01', to: '2023-12-31', reason: 'one edition for the whole series' },
    ];
    const { factors } = await projectOf({ 'hiilitase.json': { ...PROJECT, extendValidity } });
    expect(factors.factors.map(({ id, validTo, extended }) => [id, validTo, extended?.reason])).toEqual(
      FACTORS.map(({ id }) => [
        id,
        '2023-12-31',
        id === 'oil' ? 'no later edition; one edition for the whole series' : 'one edition for the whole series',
      ]),
    );
  });

  test('decimals in files are exact, whether they are texts or numbers', async () => {
    const factors = FACTORS.map((factor) => (factor['id'] === 'oil' ? { ...factor, co2e: 2.7 } : factor));
    const project = await projectOf({ 'factors.json': { id: 'illustrative', edition: '1', factors } });
    expect(project.factors.factors.map(({ co2e }) => decimalText(co2e))).toEqual([
      '0.3',
      '0.5',
      '2.7',
      '0.13',
      '0.1',
      '0.25',
    ]);
  });

  test('a project file that is not there is an issue', async () => {
    const path = join(await temporaryFolder(), 'hiilitase.json');
    expect(placed(issuesOf(await readProject(path)))).toEqual([['hiilitase.json', undefined, 'file-unreadable']]);
  });

  test('a project file that is cut is an issue', async () => {
    expect(placed(await issuesWith({ 'hiilitase.json': '{ "case": "inv' }))).toEqual([
      ['hiilitase.json', undefined, 'file-syntax'],
    ]);
  });

  test('a project file may have any name', async () => {
    const path = await writeProject({ 'agency.json': { ...PROJECT, years: [] } });
    const issues = issuesOf(await readProject(join(dirname(path), 'agency.json')));
    expect([basename(path), placed(issues)]).toEqual(['hiilitase.json', [['agency.json', 'years', 'invalid-value']]]);
  });

  test('what is wrong with the project file itself is said at once', async () => {
    const { gwp, ...without } = PROJECT;
    expect(gwp).toBe('AR5');
    const changed = { ...without, years: [2018.5], organization: 'A small agency' };
    expect(placed(await issuesWith({ 'hiilitase.json': changed }))).toEqual([
      ['hiilitase.json', 'years.0', 'invalid-value'],
      ['hiilitase.json', 'gwp', 'missing-field'],
      ['hiilitase.json', 'organization', 'unknown-key'],
    ]);
  });

  test('jsn-002: a key that looks like a prototype is refused and not dropped', async () => {
    const text = JSON.stringify(PROJECT).replace('{', '{"__proto__":{"gwp":"AR4"},');
    expect(placed(await issuesWith({ 'hiilitase.json': text }))).toEqual([
      ['hiilitase.json', '__proto__', 'unknown-key'],
    ]);
  });

  const named = [
    'boundary.json',
    'factors.json',
    'prices.json',
    'rates.json',
    'energy.json',
    'fuel.json',
    'mapping.json',
    'client-days.json',
    'target.json',
    'published.json',
  ];
  const withRates = { 'hiilitase.json': { ...PROJECT, exchangeRates: 'rates.json' }, 'rates.json': RATES };

  test.each(named)('%s missing is an issue with its name', async (name) => {
    expect(placed(await issuesWith({ ...withRates, [name]: undefined }))).toEqual([
      [name, undefined, 'file-unreadable'],
    ]);
  });

  test.each(named)('%s cut is an issue with its name', async (name) => {
    const content = { ...SMALL_PROJECT, ...withRates }[name];
    const cut = JSON.stringify(content).slice(0, -1);
    expect(placed(await issuesWith({ ...withRates, [name]: cut }))).toEqual([[name, undefined, 'file-syntax']]);
  });

  test('all files missing are named at once', async () => {
    const none = Object.fromEntries(named.map((name) => [name, undefined]));
    expect(placed(await issuesWith({ ...withRates, ...none }))).toEqual(
      named.map((name) => [name, undefined, 'file-unreadable']),
    );
  });

  test('all issues of all files are said at once, each with its file, row and field', async () => {
    const issues = await issuesWith({
      ...withRates,
      'boundary.json': { consolidation: 'operational', exclusions: [{ what: 'waste' }] },
      'factors.json': {
        id: 'illustrative',
        edition: '1',
        factors: [...FACTORS, { ...FACTORS[2], id: 'oil-2', co2e: '-1' }],
      },
      'prices.json': { ...(SMALL_PROJECT['prices.json'] as object), index: { '2018': '0' } },
      'rates.json': { ...RATES, base: 'EURO' },
      'energy.json': [{ ...ENERGY[0], network: '' }, ENERGY[1], { ...ENERGY[2], kind: 'purchased-power' }],
      'fuel.json': [{ ...FUEL[0], amount: { value: '1000', unit: 'l' } }],
      'mapping.json': { ...MAPPING, unmapped: { why: '' } },
      'client-days.json': [{ site: 'koivula' }],
      'target.json': { ...(SMALL_PROJECT['target.json'] as object), milestones: [] },
      'published.json': { ...(SMALL_PROJECT['published.json'] as object), years: [{ year: 2018, value: '1e3' }] },
    });
    expect(issues.map(({ at, code }) => [at?.source, at?.row, at?.path, code])).toEqual([
      ['boundary.json', undefined, 'consolidation', 'invalid-value'],
      ['boundary.json', undefined, 'exclusions.0.why', 'missing-field'],
      ['factors.json', 7, 'co2e', 'invalid-value'],
      ['prices.json', undefined, 'index.2018', 'invalid-value'],
      ['rates.json', undefined, 'base', 'invalid-value'],
      ['energy.json', 1, 'network', 'invalid-value'],
      ['energy.json', 3, 'kind', 'unknown-kind'],
      ['fuel.json', 1, 'amount.unit', 'unknown-unit'],
      ['mapping.json', undefined, 'unmapped', 'invalid-value'],
      ['client-days.json', 1, 'month', 'missing-field'],
      ['client-days.json', 1, 'form', 'missing-field'],
      ['client-days.json', 1, 'clientDays', 'missing-field'],
      ['client-days.json', 1, 'accommodationNights', 'missing-field'],
      ['client-days.json', 1, 'placeDays', 'missing-field'],
      ['target.json', undefined, 'milestones', 'target-milestones'],
      ['published.json', undefined, 'years.0.value', 'invalid-number'],
    ]);
  });

  test.each(['energy.json', 'client-days.json'])('%s has to hold a list', async (name) => {
    const issues = await issuesWith({ [name]: { rows: [] } });
    expect(issues).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'The file holds no list. Write the records between [ and ].',
        detail: { value: 'a record', expected: 'a list', nearest: [] },
        at: { source: name },
      },
    ]);
  });

  test('an id that one file uses twice is placed in its file', async () => {
    const issues = await issuesWith({ 'fuel.json': [FUEL[0], { ...FUEL[0], date: '2018-03-01' }] });
    expect(issues).toMatchObject([
      {
        code: 'duplicate-id',
        detail: { id: 'oil-2018', rows: [1, 2] },
        at: { source: 'fuel.json', row: 2, path: 'id' },
      },
    ]);
  });

  test('an id that two files share is an issue that names both', async () => {
    const issues = await issuesWith({ 'fuel.json': [{ ...FUEL[0], id: 'heat-2018' }] });
    expect(placed(issues)).toEqual([['energy.json, fuel.json', 'id', 'duplicate-id']]);
  });

  describe('what is named twice', () => {
    const [oldSystem, newSystem] = PROJECT.ledger.layouts;
    const [first] = PROJECT.ledger.files;
    const withLedger = (changes: object) => ({
      'hiilitase.json': { ...PROJECT, ledger: { ...PROJECT.ledger, ...changes } },
    });
    const published = SMALL_PROJECT['published.json'] as { readonly years: readonly object[] };

    test.each<[string, Readonly<Record<string, unknown>>]>([
      ['a year of the project', { 'hiilitase.json': { ...PROJECT, years: [2018, 2018] } }],
      [
        'a year of the published series',
        { 'published.json': { ...published, years: [...published.years, { year: 2018, value: '1' }] } },
      ],
      ['a ledger file, which would be counted twice', withLedger({ files: [first, first] })],
      ['a layout', withLedger({ layouts: [oldSystem, { ...newSystem, id: 'old-system' }], files: [first] })],
    ])('%s is an issue, and not the last one wins', async (_, changes) => {
      const outcome = await readProject(await writeProject(changes));
      expect(outcome.ok).toBe(false);
    });
  });

  describe('the ledger', () => {
    const withLedger = (changes: object) => ({
      'hiilitase.json': { ...PROJECT, ledger: { ...PROJECT.ledger, ...changes } },
    });

    test('a layout that nobody declared is answered with the nearest ones', async () => {
      const files = [{ year: 2018, file: 'ledgers/2018.tsv', layout: 'old-sistem' }];
      const issues = await issuesWith(withLedger({ files }));
      expect(issues.map(({ code, message }) => [code, message])).toEqual([
        ['invalid-value', 'There is no layout "old-sistem". Did you mean old-system or new-system?'],
      ]);
    });

    test('a ledger file of a year that is not calculated is an issue or a warning, and not passed over', async () => {
      const outcome = await readProject(await writeProject({ 'hiilitase.json': { ...PROJECT, years: [2018] } }));
      expect(outcome.issues).not.toEqual([]);
    });

    test('issues of layouts and files name the project file', async () => {
      const files = [{ year: 2018, file: 'ledgers/2018.tsv', layout: 'old-sistem' }];
      expect(placed(await issuesWith(withLedger({ files })))).toEqual([
        ['hiilitase.json', expect.stringMatching(/^ledger\.files/), 'invalid-value'],
      ]);
      const layouts = [PROJECT.ledger.layouts[0], { ...PROJECT.ledger.layouts[1], delimiter: 'colon' }];
      expect(placed(await issuesWith(withLedger({ layouts })))).toEqual([
        ['hiilitase.json', 'ledger.layouts.1.delimiter', 'invalid-value'],
      ]);
    });

    test('a layout that is named twice does not hide what is wrong with the mapping', async () => {
      const [first, second] = PROJECT.ledger.layouts;
      const layouts = [first, second, { ...second, id: 'old-system' }];
      const issues = await issuesWith({ ...withLedger({ layouts }), 'mapping.json': { ...MAPPING, currency: 'EURO' } });
      expect(placed(issues)).toEqual([
        ['mapping.json', 'currency', 'invalid-value'],
        ['hiilitase.json', 'ledger.layouts', 'invalid-value'],
      ]);
    });

    test('issues of the mapping and of the layouts are said at once', async () => {
      const [first, second] = PROJECT.ledger.layouts;
      const layouts = [{ ...first, decimal: ',' }, second];
      const issues = await issuesWith({ ...withLedger({ layouts }), 'mapping.json': { ...MAPPING, currency: 'EURO' } });
      expect(issues.map(({ at }) => at?.path?.split('.').at(-1))).toEqual(['currency', 'decimal']);
    });
  });

  describe('extended validities', () => {
    const withExtension = (...extendValidity: readonly object[]) => ({
      'hiilitase.json': { ...PROJECT, extendValidity },
    });
    const days = { from: '2018-01-01', to: '2024-12-31', reason: 'no later edition' };

    test.each([
      ['a day that does not exist', { ...days, to: '2024-02-30' }, 'invalid-date'],
      ['an end before the start', { ...days, from: '2025-01-01' }, 'invalid-period'],
      ['a factor that nobody has', { ...days, ids: ['oill'] }, 'invalid-value'],
    ])('%s is an issue', async (_, extension, code) => {
      expect((await issuesWith(withExtension(extension))).map((issue) => issue.code)).toEqual([code]);
    });

    test('their issues name the project file', async () => {
      const issues = await issuesWith(withExtension({ ...days, ids: ['oill'] }));
      expect(issues.map(({ at }) => at?.source)).toEqual(['hiilitase.json']);
    });

    test('all of them are checked, also after one has failed', async () => {
      const issues = await issuesWith(withExtension({ ...days, ids: ['oill'] }, { ...days, ids: ['grit'] }));
      expect(issues.map(({ detail }) => ('value' in detail ? detail.value : ''))).toEqual(['oill', 'grit']);
    });
  });
});
