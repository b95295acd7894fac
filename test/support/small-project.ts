/**
 * A project of two years that is small enough to be followed by hand. Everything in it is invented.
 *
 * 2018, kilograms: reception (124 000 + 6 000 − 1 000 + 1 000) · 102 ÷ 100 · 0.3 = 39 780, of which koivula 39 657.6 and
 * lehto 122.4; catering 1 140 ÷ 1.14 · 102 ÷ 100 · 0.5 = 510; heat 80 000 · 0.13 = 10 400 on both bases; electricity
 * 10 000 · 0.1 = 1 000 or 10 000 · 0.25 = 2 500; oil 1 000 · 2.7 = 2 700. Together 54 390 or 55 890.
 *
 * 2021, kilograms: reception 53 000 · 102 ÷ 106 · 0.3 = 15 300; catering 100 · 102 ÷ 106 · 0.5 = 48.11320754716981…;
 * electricity 1 000 or 2 500. Together 16 348.11320754717 or 17 848.11320754717.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

type Json = Readonly<Record<string, unknown>>;

const source = { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' };
const valid = { gwp: 'AR5', validFrom: '2018-01-01', validTo: '2021-12-31', source };
const spend = {
  method: 'spend-based',
  per: 'EUR',
  priceYear: 2019,
  priceBasis: 'purchaser',
  vat: 'excluded',
  ...valid,
};

export const PROJECT = {
  case: 'invented for tests',
  organisation: 'A small agency',
  years: [2018, 2021],
  gwp: 'AR5',
  boundary: 'boundary.json',
  factors: 'factors.json',
  priceIndices: ['prices.json'],
  activities: ['energy.json', 'fuel.json'],
  ledger: {
    mapping: 'mapping.json',
    layouts: [
      {
        id: 'old-system',
        delimiter: 'tab',
        quoting: 'none',
        encoding: 'utf-8',
        decimal: 'comma',
        thousands: 'space',
        dates: 'd.M.yyyy',
        columns: { account: 'Tili', amount: 'Summa', date: 'Päivä', supplier: 'Toimittaja', site: 'Yksikkö' },
      },
      {
        id: 'new-system',
        delimiter: 'semicolon',
        quoting: 'double-quote',
        encoding: 'utf-8',
        decimal: 'point',
        thousands: 'none',
        dates: 'yyyy-MM-dd',
        columns: { account: 'account', amount: 'amount', date: 'date', supplier: 'supplier', site: 'site' },
      },
    ],
    files: [
      { year: 2018, file: 'ledgers/2018.tsv', layout: 'old-system' },
      { year: 2021, file: 'ledgers/2021.csv', layout: 'new-system' },
    ],
  },
  clientDays: 'client-days.json',
  intensityOf: { name: 'reception purchases, tonnes', products: ['reception-services'] },
  target: 'target.json',
  publishedSeries: 'published.json',
} as const;

export const FACTORS: readonly Json[] = [
  { id: 'reception-2019', key: 'reception-services', co2e: '0.3', ...spend },
  { id: 'catering-2019', key: 'catering', co2e: '0.5', ...spend },
  { id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre', co2e: '2.7', ...valid },
  { id: 'town', key: 'river-town', method: 'location-based', per: 'kWh', co2e: '0.13', ...valid },
  { id: 'grid', key: 'FI', method: 'location-based', per: 'kWh', co2e: '0.1', ...valid },
  {
    id: 'mix',
    key: 'FI',
    method: 'market-based',
    per: 'kWh',
    co2e: '0.25',
    basis: 'assumed',
    note: 'a guess',
    ...valid,
  },
];

export const ENERGY: readonly Json[] = [
  {
    id: 'heat-2018',
    kind: 'purchased-heat',
    period: { from: '2018-01-01', to: '2018-12-31' },
    site: 'koivula',
    network: 'river-town',
    amount: { value: '80', unit: 'MWh' },
    contractHolder: 'landlord',
  },
  ...['2018', '2021'].map((year) => ({
    id: `electricity-${year}`,
    kind: 'purchased-electricity',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    site: 'koivula',
    grid: 'FI',
    amount: { value: '10000', unit: 'kWh' },
    contractHolder: 'reporter',
  })),
];

export const FUEL: readonly Json[] = [
  {
    id: 'oil-2018',
    kind: 'stationary-combustion',
    date: '2018-02-01',
    fuel: 'light-fuel-oil',
    amount: { value: '1000', unit: 'litre' },
    contractHolder: 'reporter',
  },
];

export const MAPPING = {
  id: 'accounts',
  currency: 'EUR',
  unmapped: { why: 'too small to matter' },
  rules: [
    { id: 'reception', account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' },
    { id: 'food', account: '44', treatment: 'purchase', product: 'catering', vat: 'included', vatRate: '0.14' },
    { id: 'food-2021', account: '45', treatment: 'purchase', product: 'catering', vat: 'excluded' },
    { id: 'heat', account: '47', treatment: 'replaced-by-activity', replacedBy: 'purchased-heat' },
    { id: 'wages', account: '50', treatment: 'wage' },
  ],
  supplierSites: [
    {
      supplier: 'Kaksi Oy',
      shares: [
        { site: 'koivula', share: '0.6' },
        { site: 'lehto', share: '0.4' },
      ],
    },
  ],
};

export const LEDGER_2018 = [
  'Tili\tSumma\tPäivä\tToimittaja\tYksikkö',
  '4300\t124 000,00\t5.1.2018\tYksi Oy\tkoivula',
  '4300\t6 000,00\t31.1.2018\tYksi Oy\tkoivula',
  '4310\t-1 000,00\t31.1.2018\t\tkoivula',
  '4300\t1 000,00\t1.2.2018\tKaksi Oy\t',
  '4400\t1 140,00\t3.3.2018\tRuoka Oy\tkoivula',
  '4700\t300,00\t4.1.2018\tKaupunki\tkoivula',
  '5000\t2 500,00\t31.12.2018\t\t',
  '9990\t12,34\t31.12.2018\t\t',
  '',
].join('\r\n');

export const LEDGER_2021 = [
  'account;amount;date;supplier;site',
  '4300;53000.00;2021-06-30;"Yksi ""Oy""";koivula',
  '4500;100.00;2021-06-30;;',
  '',
].join('\n');

/** 310 client-days, 300 nights and 400 place-days a month in 2018; 155, 100 and 200 in 2021. */
const CLIENT_DAYS: readonly Json[] = [
  { year: 2018, clientDays: '310', accommodationNights: '300', placeDays: '400' },
  { year: 2021, clientDays: '155', accommodationNights: '100', placeDays: '200' },
].flatMap(({ year, ...counts }) =>
  Array.from({ length: 12 }, (_, index) => ({
    // A site of its own for each year: a site that closes and another one that opens leave no gap.
    site: `koivula-${year}`,
    month: `${year}-${String(index + 1).padStart(2, '0')}`,
    form: 'institution',
    ...counts,
  })),
);

/** The files of the project by name; text as it is, everything else as JSON. */
export const SMALL_PROJECT: Readonly<Record<string, unknown>> = {
  'hiilitase.json': PROJECT,
  'boundary.json': {
    consolidation: 'operational-control',
    exclusions: [{ what: 'employee-commuting', why: 'no data available' }],
  },
  'factors.json': { id: 'illustrative', edition: '1', factors: FACTORS },
  'prices.json': { id: 'fi-cpi', currency: 'EUR', source, index: { '2018': '100', '2019': '102', '2021': '106' } },
  'energy.json': ENERGY,
  'fuel.json': FUEL,
  'mapping.json': MAPPING,
  'ledgers/2018.tsv': LEDGER_2018,
  'ledgers/2021.csv': LEDGER_2021,
  'client-days.json': CLIENT_DAYS,
  'target.json': {
    name: 'Half by 2027, a quarter by 2035',
    baseYear: 2018,
    milestones: [
      { year: 2027, reduction: '0.5' },
      { year: 2035, reduction: '0.75' },
    ],
    path: 'linear',
  },
  'published.json': {
    name: 'Published totals',
    unit: 'tCO2e',
    source,
    years: [
      { year: 2018, value: '38269.5' },
      { year: 2021, value: '22193.38' },
    ],
  },
};

/** An empty folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hiilitase-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the project into a folder of its own and gives the path of its project file. `undefined` leaves a file out. */
export async function writeProject(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries({ ...SMALL_PROJECT, ...changes })) {
    if (content === undefined) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  return join(folder, 'hiilitase.json');
}
