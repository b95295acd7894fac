import { describe, expect, test } from 'vitest';
import { warningIssue } from '../../src/issue.js';
import type { AnnualFigures, TargetFigures, YearFigures } from '../../src/report/annual-figures.js';
import { renderFigures } from '../../src/report/render-figures.js';

const classes = (found: Readonly<Record<string, string>>): YearFigures['byClass'] =>
  (
    [
      'Scope 1',
      'Scope 2',
      'Hankitun energian epäsuorat päästöt',
      'Hankinnat',
      'Itselle vuokrattu omaisuus',
      'Liikematkustus',
    ] as const
  ).map((name) => {
    const value = found[name];
    return value === undefined
      ? { class: name, calculated: false }
      : { class: name, calculated: true, locationBased: value, marketBased: '9999.9' };
  });

function aYear(year: number, changes: Partial<YearFigures> = {}): YearFigures {
  return {
    year,
    total: { locationBased: '0', marketBased: '0' },
    byScope: [],
    byClass: classes({}),
    warnings: [],
    ...changes,
  };
}

function rendered(years: readonly YearFigures[], changes: Partial<AnnualFigures> = {}): readonly string[] {
  return renderFigures({
    case: 'invented',
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    gwp: 'AR5',
    units: { emissions: 'tCO2e', reduction: 'share of the base year', rate: 'share per year' },
    years,
    ...changes,
  }).split('\n');
}

/** The cells of a row, by its label. */
function cellsOf(lines: readonly string[], label: string): readonly string[] {
  const found = lines.filter((line) => line.slice(0, 46).trim() === label);
  if (found.length !== 1) throw new Error(`${found.length} rows are called ${label}.`);
  return found.flatMap((line) =>
    line
      .slice(46)
      .split(/ {2,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ''),
  );
}

const FOOTNOTE =
  'Figures are rounded for print, each on its own, so parts may not add up to totals in the last digit. Two lines of purchased energy, location-based and market-based, are never added together.';

const target: TargetFigures = {
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
    {
      year: 2022,
      allowed: '29765.166666666667',
      actual: '40183',
      excess: '10417.833333333333',
      reduction: '-0.05',
      onTrack: false,
    },
  ],
  milestones: [
    { year: 2021, allowed: '34442.55' },
    { year: 2027, allowed: '19134.75', required: { perYear: '509.771666666667', rate: '-0.024411758615' } },
    { year: 2035, allowed: '9567.375', required: { perYear: '-901.8575', rate: '0.058332003973' } },
  ],
};

describe('renderFigures', () => {
  test('a small case is printed in full', () => {
    const years = [
      aYear(2018, {
        total: { locationBased: '1054.39', marketBased: '1055.89' },
        byScope: [
          { scope: 1, locationBased: '2.7', marketBased: '2.7' },
          { scope: 2, locationBased: '1', marketBased: '2.5' },
          { scope: 3, locationBased: '1050.69', marketBased: '1050.691' },
        ],
        byClass: classes({
          'Scope 1': '2.7',
          'Scope 2': '1',
          Hankinnat: '1040.29',
          'Itselle vuokrattu omaisuus': '10.4',
        }),
        intensityOf: 'reception services, tonnes',
        intensityEmissions: '39.78',
        denominators: { 'accommodation-night': '3600', 'client-day': '3720' },
        intensity: { 'kgCO2e/accommodation-night': '11.05', 'kgCO2e/client-day': '10.693548387097' },
        coverage: {
          currency: 'EUR',
          rows: 10,
          amount: '1234567.89',
          byTreatment: [
            { treatment: 'purchase', rows: 6, amount: '1000000' },
            { treatment: 'wage', rows: 2, amount: '222222.22' },
          ],
          unmapped: [
            { account: '9990', rows: 1, amount: '12345.66' },
            { account: '9991', rows: 1, amount: '0.01' },
          ],
          replaced: [],
        },
        warnings: [warningIssue('activity-estimated', { message: 'Estimated.', detail: { basis: 'estimated' } })],
      }),
      aYear(2021, {
        total: { locationBased: '16.34811320754717', marketBased: '17.85' },
        byScope: [
          { scope: 2, locationBased: '1', marketBased: '2.5' },
          { scope: 3, locationBased: '15.34811320754717', marketBased: '15.35' },
        ],
        byClass: classes({ 'Scope 2': '1', Hankinnat: '15.34811320754717' }),
      }),
    ];
    const exclusions = [
      { what: 'employee-commuting', why: 'no data available' },
      { what: 'waste', why: 'not counted yet' },
    ];
    const boundary = { consolidation: 'financial-control', exclusions } as const;
    expect(rendered(years, { boundary, target })).toEqual([
      'An agency',
      'Case: invented.',
      'Tonnes of CO2e unless stated otherwise; warming potentials AR5; financial-control.',
      '',
      '                                                     2018       2021',
      'Total, location-based                             1,054.4       16.3',
      'Total, market-based                               1,055.9       17.9',
      '  Scope 1                                             2.7  not calc.',
      '  Scope 2, location-based                             1.0        1.0',
      '  Scope 2, market-based                               2.5        2.5',
      '  Scope 3, location-based                         1,050.7       15.3',
      '  Scope 3, market-based                           1,050.7       15.4',
      "The Ministry's six classes, location-based",
      '  Scope 1                                             2.7  not calc.',
      '  Scope 2                                             1.0        1.0',
      '  Hankitun energian epäsuorat päästöt           not calc.  not calc.',
      '  Hankinnat                                       1,040.3       15.3',
      '  Itselle vuokrattu omaisuus                         10.4  not calc.',
      '  Liikematkustus                                not calc.  not calc.',
      '',
      'Reception services, tonnes                           39.8  not calc.',
      '  kgCO2e/accommodation-night                       11.050  not calc.',
      '  kgCO2e/client-day                                10.694  not calc.',
      '  accommodation-nights                              3,600  not calc.',
      '  client-days                                       3,720  not calc.',
      'Ledger, million EUR                                 1.235  not calc.',
      '  purchase                                          1.000  not calc.',
      '  wage                                              0.222  not calc.',
      '  unmapped                                          0.012  not calc.',
      '  mapped share, %                                   99.00  not calc.',
      '',
      'Target: Half by 2027, a quarter by 2035',
      'Held against: Published totals, tCO2e',
      '  2018  actual 38,269.50, allowed 38,269.50, excess 0.00, change 0.0 %, on track',
      '  2021  actual 22,193.38, allowed 31,891.25, excess -9,697.87, change −42.0 %, on track',
      '  2022  actual 40,183.00, allowed 29,765.17, excess 10,417.83, change +5.0 %, not on track',
      '  2021  allowed 34,442.550 tCO2e',
      '  2027  allowed 19,134.750 tCO2e; from the last actual: 509.77 less each year, or −2.4 % a year',
      '  2035  allowed 9,567.375 tCO2e; from the last actual: -901.86 less each year, or +5.8 % a year',
      '',
      'Not included: employee-commuting (no data available).',
      'Not included: waste (not counted yet).',
      FOOTNOTE,
      'Warning, 2018: Estimated. [activity-estimated]',
    ]);
  });

  test('without intensity, ledger and target there are no rows for them', () => {
    const lines = rendered([aYear(2018)]);
    expect(lines.slice(-4)).toEqual(['  Liikematkustus                                not calc.', '', '', FOOTNOTE]);
  });

  test.each([
    ['0.05', '0.1'],
    ['0.049999999999999999999999999999', '0.0'],
    ['-0.05', '-0.1'],
    ['-0.049', '0.0'],
    ['0.15', '0.2'],
    ['0.25', '0.3'],
    ['-0.25', '-0.3'],
    ['999.95', '1,000.0'],
    ['-999.95', '-1,000.0'],
    ['-123456.78', '-123,456.8'],
    ['1234567890.04', '1,234,567,890.0'],
  ])('a total of %s is printed as %s: once, half away from zero, never minus zero', (value, printed) => {
    const lines = rendered([aYear(2018, { total: { locationBased: value, marketBased: '0' } })]);
    expect(cellsOf(lines, 'Total, location-based')).toEqual([printed]);
  });

  test('what was not calculated is never a zero, and a calculated zero is one', () => {
    const lines = rendered([
      aYear(2018, {
        byScope: [{ scope: 1, locationBased: '0', marketBased: '0' }],
        byClass: classes({ Hankinnat: '0' }),
      }),
    ]);
    expect(lines.filter((line) => line.startsWith('  Scope 1'))).toEqual([
      '  Scope 1                                             0.0',
      '  Scope 1                                       not calc.',
    ]);
    expect(cellsOf(lines, 'Hankinnat')).toEqual(['0.0']);
    expect(cellsOf(lines, 'Liikematkustus')).toEqual(['not calc.']);
  });

  test('calculated years and the published series never stand in one table', () => {
    const calculated = aYear(2018, { total: { locationBased: '54.39', marketBased: '55.89' } });
    const lines = rendered([calculated], { target });
    const start = lines.indexOf('Target: Half by 2027, a quarter by 2035');
    expect(lines.slice(0, start)).toEqual(rendered([calculated]).slice(0, start));
    expect(lines.slice(start).join('\n')).not.toContain('54.4');
    expect(lines.slice(0, start).join('\n')).not.toContain('38,269');
    expect(lines[start + 1]).toBe('Held against: Published totals, tCO2e');
  });

  test('a milestone to which no rate leads is printed without one', () => {
    const milestones = [{ year: 2027, allowed: '50', required: { perYear: '-25' } }];
    expect(rendered([aYear(2018)], { target: { ...target, milestones } })).toContain(
      '  2027  allowed 50.000 tCO2e; from the last actual: -25.00 less each year',
    );
  });

  describe('the ledger', () => {
    const coverage = {
      currency: 'EUR',
      rows: 1,
      amount: '1000000',
      byTreatment: [],
      unmapped: [],
      replaced: [],
    };
    const ledgerOf = (changes: Partial<NonNullable<YearFigures['coverage']>>, year = 2018) =>
      aYear(year, { coverage: { ...coverage, ...changes } });

    test('a treatment that a year does not have is a zero of its ledger; a year without ledger has none', () => {
      const wage = [{ treatment: 'wage', rows: 1, amount: '500' }];
      const lines = rendered([ledgerOf({ byTreatment: wage }), ledgerOf({}, 2019), aYear(2020)]);
      expect(cellsOf(lines, 'wage')).toEqual(['0.001', '0.000', 'not calc.']);
    });

    test('all money is mapped where nothing is unmapped', () => {
      expect(cellsOf(rendered([ledgerOf({})]), 'mapped share, %')).toEqual(['100.00']);
    });

    test('a ledger that sums to zero has no mapped share', () => {
      expect(cellsOf(rendered([ledgerOf({ amount: '0' })]), 'mapped share, %')).toEqual(['not calc.']);
    });

    test('the mapped share is rounded once: just under a half stays below', () => {
      // 100 − 0.0050000000000001 = 99.9949999999999999
      const unmapped = [{ account: '9990', rows: 1, amount: '50.000000000001' }];
      expect(cellsOf(rendered([ledgerOf({ unmapped })]), 'mapped share, %')).toEqual(['99.99']);
    });
  });

  describe('the warnings', () => {
    const estimated = warningIssue('activity-estimated', { message: 'Estimated.', detail: { basis: 'estimated' } });
    const cut = warningIssue('activity-cut', { message: 'Cut.', detail: { kept: 'a', whole: 'b' } });

    test('a warning about a row of a file is printed with both', () => {
      const issue = warningIssue('nights-above-places', {
        message: 'Crowded.',
        detail: { site: 'oulu', form: 'transit', months: ['2018-03'] },
        at: { source: 'client-days.json', row: 12 },
      });
      expect(rendered([aYear(2018, { warnings: [issue] })])).toContain(
        'Warning, 2018: Crowded. [nights-above-places] (client-days.json, row 12)',
      );
    });

    test('each is printed once, with the spans of years it occurs in', () => {
      const years = [2023, 2018, 2020, 2019, 2025, 2022].map((year) =>
        aYear(year, { warnings: [estimated, estimated] }),
      );
      expect(rendered([...years, aYear(2021, { warnings: [cut] })]).slice(-2)).toEqual([
        'Warning, 2018-2020, 2022-2023, 2025: Estimated. [activity-estimated]',
        'Warning, 2021: Cut. [activity-cut]',
      ]);
    });
  });
});

describe('what stands beside the classes and outside the scopes', () => {
  const category = 'downstream-transportation-and-distribution';
  const with2021 = aYear(2021, {
    outsideClasses: [{ category, locationBased: '12.34', marketBased: '12.34' }],
    biogenicCo2: { locationBased: '18', marketBased: '19' },
    montrealProtocolGases: '149.6',
  });

  test('has a row of its own where a year has any of it, however long its name', () => {
    const lines = rendered([aYear(2018), with2021]);
    expect(lines).toContain(`  beside them: ${category}  not calc.       12.3`);
    expect(cellsOf(lines.map(shortened), 'Outside the scopes: CO2 from biomass, tonnes')).toEqual([
      'not calc.',
      '18.0',
    ]);
    expect(cellsOf(lines.map(shortened), 'Outside the scopes: Montreal Protocol gases')).toEqual([
      'not calc.',
      '149.6',
    ]);
  });

  test('has no row where no year has any of it', () => {
    expect(rendered([aYear(2018)]).filter((line) => /beside|Outside/.test(line))).toEqual([]);
  });

  /** The long name widens the column of labels; the cells are looked for where they usually stand. */
  function shortened(line: string): string {
    return `${line.slice(0, 46)}${line.slice(15 + category.length)}`;
  }
});
