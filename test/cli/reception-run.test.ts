import { describe, expect, test } from 'vitest';
import { projectFigures } from '../../src/cli/figures-command.js';
import { readProject } from '../../src/io/read-project.js';
import { orThrow } from '../../src/outcome.js';
import { renderFigures } from '../../src/report/render-figures.js';
import { codesOf, issuesOf } from '../support/builders.js';
import { FACTORS, PROJECT, writeProject } from '../support/small-project.js';

const source = { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' };
const NIGHT = {
  id: 'night',
  key: 'institution-night',
  method: 'average-data',
  per: 'accommodation-night',
  co2e: '10',
  gwp: 'AR5',
  basis: 'assumed',
  note: 'invented',
  validFrom: '2018-01-01',
  validTo: '2021-12-31',
  source,
};
const per = 'accommodation-night';
const RECEPTION = {
  numerator: { selection: 'reception-purchases', products: ['reception-services'] },
  scope2: 'location-based',
  oneOffTags: [],
  byForm: [{ per }],
  changes: [{ from: 2018, to: 2021, per, rule: { method: 'lmdi', zeros: 'refuse' } }],
  bridge: {
    products: ['reception-services'],
    services: [{ form: 'institution', service: 'institution-night' }],
    switchYear: 2021,
    baseYear: 2018,
  },
};

/** The counts of the small project, all of them of the site that most of its money falls on. */
const CLIENT_DAYS = [
  { year: 2018, clientDays: '310', accommodationNights: '300', placeDays: '400' },
  { year: 2021, clientDays: '155', accommodationNights: '100', placeDays: '200' },
].flatMap(({ year, ...counts }) =>
  Array.from({ length: 12 }, (_, index) => ({
    site: 'koivula',
    month: `${year}-${String(index + 1).padStart(2, '0')}`,
    form: 'institution',
    ...counts,
  })),
);

const projectWith = async (reception: unknown, changes = {}) =>
  readProject(
    await writeProject({
      'hiilitase.json': { ...PROJECT, reception },
      'factors.json': { id: 'illustrative', edition: '1', factors: [...FACTORS, NIGHT] },
      'client-days.json': CLIENT_DAYS,
      ...changes,
    }),
  );

describe('the figures of reception', () => {
  test('hold intensities, forms, causes and both methods, and are printed', async () => {
    const figures = orThrow(await projectFigures(orThrow(await projectWith(RECEPTION))));
    const { years, byForm, changes, bridge } = figures.reception ?? {};
    // 39 780 and 15 300 kg of reception (see the small project), 3 600 and 1 200 nights.
    expect(years?.map(({ intensity }) => intensity['kgCO2e/accommodation-night'])).toEqual(['11.05', '12.75']);
    // 122.4 kg of 2018 are of lehto, which has no row in the register.
    expect(byForm?.[0]?.years.map(({ parts, unassigned }) => [parts[0]?.emissions, unassigned])).toEqual([
      ['39.6576', '0.1224'],
      ['15.3', '0'],
    ]);
    expect(changes?.[0]?.causes[0]).toEqual({
      cause: 'apart',
      name: 'outside-reception',
      endToEnd: '-0.1224',
      yearByYear: '-0.1224',
    });
    // 10 kg a night.
    expect(bridge?.years.map(({ spendBased, nightBased }) => [spendBased, nightBased])).toEqual([
      ['39.78', '36'],
      ['15.3', '12'],
    ]);
    const printed = renderFigures(figures);
    expect(printed).toContain(`Reception: purchases of reception-services; location-based.
                                                     2018       2021
Emissions without one-off purchases, t               39.8       15.3
  kgCO2e/accommodation-night                       11.050     12.750
  kgCO2e/client-day                                10.694      8.226
  kgCO2e/place-day                                  8.288      6.375
  accommodation-nights                              3,600      1,200
  client-days                                       3,720      1,860
  place-days                                        4,800      2,400
  places not slept in, % of place-days               25.0       50.0

kgCO2e/accommodation-night by form; every site has one form.
                                                     2018       2021
  institution                                      11.016     12.750
`);
    expect(printed).not.toContain('Reception purchases, tonnes');
    expect(printed).toContain('Why it moved, 2018 to 2021, t; lmdi, per accommodation-night');
    expect(printed).toContain(`Both methods side by side, t                         2018       2021
  spend-based                                        39.8       15.3
  night-based                                        36.0       12.0
  gap                                                −3.8       −3.3
  gap, % of spend-based                              −9.5      −21.6
Until 2020 the official figures are spend-based`);
    expect(printed).toContain('Warning, 2018, 2021: The factor night is assumed: invented. [factor-assumed]');
  });

  test('nothing is said of reception where the project does not ask, and no bridge where it names none', async () => {
    const figures = orThrow(await projectFigures(orThrow(await projectWith(undefined))));
    expect(figures).not.toHaveProperty('reception');
    const { bridge, ...without } = RECEPTION;
    expect(bridge.switchYear).toBe(2021);
    const project = orThrow(await projectWith(without));
    expect(orThrow(await projectFigures(project)).reception).not.toHaveProperty('bridge');
  });

  test('a form without a service, and one without a factor, stop the figures', async () => {
    const unserved = { ...RECEPTION, bridge: { ...RECEPTION.bridge, services: [] } };
    expect(new Set(codesOf(await projectFigures(orThrow(await projectWith(unserved)))))).toContain(
      'night-service-missing',
    );
    const services = [{ form: 'institution', service: 'unknown-night' }];
    const unknown = { ...RECEPTION, bridge: { ...RECEPTION.bridge, services } };
    expect(new Set(codesOf(await projectFigures(orThrow(await projectWith(unknown)))))).toContain('factor-not-found');
    const issues = issuesOf(await projectFigures(orThrow(await projectWith(unserved))));
    expect(issues.find(({ code }) => code === 'night-service-missing')?.at).toEqual({
      path: 'reception.bridge.services',
    });
    const badYear = { ...RECEPTION, bridge: { ...RECEPTION.bridge, baseYear: 1999 } };
    expect(codesOf(await projectFigures(orThrow(await projectWith(badYear))))).toContain('invalid-value');
  });
});

describe('the settings of reception', () => {
  test('years that are not calculated, and a change backwards, are issues with their place', async () => {
    const rule = { method: 'shapley' };
    const changes = [
      { from: 2017, to: 2021, per, rule },
      { from: 2018, to: 2022, per, rule },
      { from: 2021, to: 2018, per, rule },
    ];
    const issues = issuesOf(await projectWith({ ...RECEPTION, changes }));
    expect(issues.map(({ at }) => [at?.source, at?.path])).toEqual([
      ['hiilitase.json', 'reception.changes.0.from'],
      ['hiilitase.json', 'reception.changes.1.to'],
      ['hiilitase.json', 'reception.changes.2.to'],
    ]);
  });

  test('need a register', async () => {
    const { clientDays, ...rest } = PROJECT;
    expect(clientDays).toBe('client-days.json');
    const outcome = await projectWith(RECEPTION, { 'hiilitase.json': { ...rest, reception: RECEPTION } });
    expect(issuesOf(outcome).map(({ code, at }) => [code, at?.path])).toEqual([['missing-field', 'clientDays']]);
  });

  test('name their choices: a rule or a numerator that is none is an issue', async () => {
    const changes = [{ from: 2018, to: 2021, per, rule: { method: 'lmdi' } }];
    expect(codesOf(await projectWith({ ...RECEPTION, changes }))).toEqual(['missing-field']);
    expect(codesOf(await projectWith({ ...RECEPTION, numerator: { selection: 'offices' } }))).toEqual([
      'invalid-value',
    ]);
    const byForm = [{ per, formShares: { rule: 'by-count', per: 'night' } }];
    expect(issuesOf(await projectWith({ ...RECEPTION, byForm })).map(({ at }) => at?.path)).toEqual([
      'reception.byForm.0.formShares.per',
    ]);
  });
});

describe('the register of sites', () => {
  test('holds the client-days against the days a site was open', async () => {
    const sites = [{ site: 'koivula', opened: '2018-02-01' }];
    const outcome = await projectWith(RECEPTION, {
      'hiilitase.json': { ...PROJECT, sites: 'sites.json' },
      'sites.json': sites,
    });
    expect(issuesOf(outcome).map(({ code, at }) => [code, at?.source, at?.row])).toEqual([
      ['client-days-when-closed', 'client-days.json', 1],
    ]);
  });

  test('a fault in it is named in its own file', async () => {
    const outcome = await projectWith(RECEPTION, {
      'hiilitase.json': { ...PROJECT, sites: 'sites.json' },
      'sites.json': [{ site: 'koivula' }],
    });
    expect(issuesOf(outcome).map(({ code, at }) => [code, at?.source])).toEqual([['missing-field', 'sites.json']]);
  });
});

describe('supplier returns of a year', () => {
  const electricity = { grid: 'FI', contractHolder: 'landlord' };
  const files = {
    'returns.json': [
      {
        id: 'r',
        site: 'koivula',
        period: { from: '2018-01-01', to: '2018-12-31' },
        source: 'form of January',
        electricity: { value: '1000', unit: 'kWh', ...electricity },
      },
    ],
    'asked.json': [{ site: 'koivula', electricity: { unit: 'kWh', ...electricity } }],
    'replacements.json': [
      {
        id: 'energy',
        product: 'reception-services',
        site: 'koivula',
        period: { from: '2018-01-01', to: '2018-12-31' },
        share: '0.1',
        by: ['r/electricity'],
        why: 'share of the price',
      },
    ],
  };
  const returns = {
    year: 2018,
    file: 'returns.json',
    asked: 'asked.json',
    replacements: 'replacements.json',
    per,
    annualise: { atLeast: '0.5' },
    gapFill: 'refuse',
  };

  test('take the place of the money they stand for, and both totals are printed', async () => {
    const figures = orThrow(await projectFigures(orThrow(await projectWith({ ...RECEPTION, returns }, files))));
    // 130 000 € of reception and 1 140 € of catering (see the small project). 39 657.6 kg of koivula are 129 600 €: a tenth leaves, 3 965.76 kg; 1 000 kWh at 0.1 kg come in. 54 390 − 3 865.76.
    expect(figures.reception?.returns).toMatchObject({
      money: [{ currency: 'EUR', purchases: '131140', kept: '118180', replaced: '12960' }],
      total: { spendAlone: '54.39', withReturns: '50.52424' },
      silent: [],
    });
    expect(renderFigures(figures)).toContain(`Supplier returns of 2018: sites by quantity and status; silent: none.
                                               electricity
  measured                                               1
  annualised                                             0
  gap-filled                                             0
  unfilled                                               0
Purchases, EUR                                 131,140.00
  replaced by returns                           12,960.00
  kept                                         118,180.00
Total of 2018 by spend alone, t                      54.4
Total of 2018 with the returns, t                    50.5
`);
  });

  test.each([
    [
      'a return that was not asked',
      { 'asked.json': [{ site: 'lehto', electricity: { unit: 'kWh', ...electricity } }] },
    ],
    [
      'a replacement by an activity that is not there',
      { 'replacements.json': [{ ...files['replacements.json'][0], by: ['x'] }] },
    ],
    [
      'a return without a factor',
      { 'factors.json': { id: 'illustrative', edition: '1', factors: FACTORS.slice(0, 4) } },
    ],
  ])('%s stops the figures, and the file is named', async (_, changes) => {
    const { bridge, ...rest } = RECEPTION;
    expect(bridge.baseYear).toBe(2018);
    const project = orThrow(await projectWith({ ...rest, returns }, { ...files, ...changes }));
    const errors = issuesOf(await projectFigures(project)).filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ at }) => at?.source !== undefined || at?.activityId !== undefined)).toBe(true);
  });

  test('of a year that is not calculated are an issue of the project file', async () => {
    const issues = issuesOf(await projectWith({ ...RECEPTION, returns: { ...returns, year: 2019 } }, files));
    expect(issues.map(({ at }) => at?.path)).toEqual(['reception.returns.year']);
  });
});

describe('the plausibility of a year', () => {
  const bounds = [{ ratio: 'kWh/accommodation-night', atMost: '10', why: 'own readings' }];

  test('is a warning with file and row, and moves no figure', async () => {
    const plain = orThrow(await projectFigures(orThrow(await projectWith(RECEPTION))));
    const { bridge, ...rest } = RECEPTION;
    expect(bridge.baseYear).toBe(2018);
    const looked = orThrow(await projectFigures(orThrow(await projectWith({ ...rest, plausibility: { bounds } }))));
    expect(looked.years.map(({ total }) => total)).toEqual(plain.years.map(({ total }) => total));
    // 80 000 kWh of heat and 10 000 kWh of electricity for 3 600 nights are 25 kWh; 10 000 for 1 200 are 8.33.
    const findings = looked.years.map(({ warnings }) => warnings.filter(({ code }) => code === 'implausible-ratio'));
    expect(findings.map((found) => found.map(({ at }) => [at?.source, at?.row]))).toEqual([[['energy.json', 2]], []]);
    expect(renderFigures(looked)).toContain('25 kWh/accommodation-night, above 10 (own readings)');
  });

  test('uses the floor areas of the register of sites, and says what a check lacks', async () => {
    const area = [{ ratio: 'kWh/square-metre-year', atMost: '100' }];
    const sites = [{ site: 'koivula', opened: '2015-01-01', floorArea: '500' }];
    const changes = {
      'hiilitase.json': {
        ...PROJECT,
        sites: 'sites.json',
        reception: { ...RECEPTION, plausibility: { bounds: area } },
      },
      'sites.json': sites,
    };
    const figures = orThrow(await projectFigures(orThrow(await projectWith(RECEPTION, changes))));
    // 90 000 kWh on 500 m² are 180 kWh a year; 10 000 are 20.
    expect(figures.years.map(({ warnings }) => warnings.some(({ code }) => code === 'implausible-ratio'))).toEqual([
      true,
      false,
    ]);
    const lacking = { ...RECEPTION, plausibility: { bounds: [{ ratio: 'EUR/accommodation-night', atMost: '100' }] } };
    const issues = issuesOf(await projectFigures(orThrow(await projectWith(lacking))));
    expect(issues.some(({ code }) => code === 'missing-field')).toBe(true);
  });

  test('needs bounds that have an end', async () => {
    const plausibility = { bounds: [{ ratio: 'kgCO2e/EUR' }] };
    expect(issuesOf(await projectWith({ ...RECEPTION, plausibility })).map(({ code }) => code)).toEqual([
      'missing-field',
    ]);
  });
});

describe('what stops the figures of reception', () => {
  test('names the key of the project file that has to change', async () => {
    const rows = ['institution', 'apartment'].flatMap((form) => CLIENT_DAYS.map((row) => ({ ...row, form })));
    const project = orThrow(await projectWith(RECEPTION, { 'client-days.json': rows }));
    const paths = issuesOf(await projectFigures(project)).map(({ code, at }) => [code, at?.path]);
    expect(paths).toContainEqual(['form-ambiguous', 'reception.byForm.0']);
    expect(paths).toContainEqual(['form-ambiguous', 'reception.changes.0']);
  });
});
