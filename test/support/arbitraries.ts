/** Random small inventories and ledgers, as the rows that the parse functions read. Every one of them is accepted. */
import fc from 'fast-check';

type Row = Readonly<Record<string, unknown>>;

const source = { title: 'Random values', publisher: 'nobody', licence: 'none: invented' };

/** Decimal text: at most so many digits before and after the point, zero included. */
export function decimals(before: number, after: number): fc.Arbitrary<string> {
  const whole = fc.bigInt({ min: 0n, max: 10n ** BigInt(before) - 1n }).map(String);
  const fraction = fc
    .bigInt({ min: 0n, max: 10n ** BigInt(after) - 1n })
    .map((digits) => String(digits).padStart(after, '0'));
  return fc.tuple(whole, fraction).map(([digits, rest]) => `${digits}.${rest}`);
}

const day = fc.integer({ min: 0, max: 364 }).map((days) => dateAfter('2021-01-01', days));

/** The date so many days after another, counted by the calendar of the language and not by the library. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A span of 2021 of one day or more. */
export const spans: fc.Arbitrary<{ from: string; to: string }> = fc
  .tuple(day, day)
  .map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

/** An operation of the random boundary: 41.5 % of it are counted. */
export const JOINT = {
  name: 'joint',
  equity: ['0.83', '0.5'],
  financialControl: 'joint',
  operationalControl: 'not-held',
} as const;

const timings: fc.Arbitrary<Row> = fc.oneof(
  day.map((date) => ({ date })),
  spans.map((period) => ({ period })),
);
const places: fc.Arbitrary<Row> = fc.constantFrom({}, { site: 'oulu' }, { site: 'kemi' }, { operation: JOINT.name });
const holders = fc.constantFrom('reporter', 'landlord');

/** Six digits after the point, so that with such a factor a product needs no rounding. */
const amounts = decimals(7, 6);
const amountIn = (...units: readonly [string, ...string[]]) =>
  fc.record({ value: amounts, unit: fc.constantFrom(...units) });

/** The reporter's part of something shared, or nothing said of it. */
const allocations: fc.Arbitrary<Row> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 7, max: 9 }))
    .map(([own, total]) => ({ allocation: { by: 'floor area', own: String(own), total: String(total) } })),
);

/** A single one, or two parts whose shares are 1 together. */
function oneOrMix(name: string, first: string, second: string): fc.Arbitrary<Row> {
  return fc.oneof(
    fc.constantFrom({ [name]: first }, { [name]: second }),
    fc.integer({ min: 0, max: 1000 }).map((thousandths) => ({
      mix: [
        { of: first, share: thousandth(thousandths) },
        { of: second, share: thousandth(1000 - thousandths) },
      ],
    })),
  );
}

function thousandth(count: number): string {
  return count === 1000 ? '1' : `0.${String(count).padStart(3, '0')}`;
}

const fuelAmounts: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ amount: amountIn('litre', 'cubic-metre', 'kg', 'tonne') }),
  fc.record({ amount: amountIn('kWh', 'GJ'), calorificBasis: fc.constantFrom('net', 'gross') }),
);

/** A kind with its own fields, and what else such an activity says of itself. */
function kindOf(kind: string, fields: Record<string, fc.Arbitrary<unknown>>, ...more: readonly fc.Arbitrary<Row>[]) {
  return fc
    .tuple(fc.record({ kind: fc.constant(kind), ...fields }), ...more)
    .map((parts): Row => Object.assign({}, ...parts));
}

const network = fc.constant('river-town');
const energy = { amount: amountIn('kWh', 'MWh', 'MJ'), contractHolder: holders };
const gasOrCo2e: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ amount: amountIn('kg', 'tonne'), gas: fc.constantFrom('CO2', 'CH4-fossil', 'N2O', 'SF6', 'HCFC-22') }),
  fc.record({ amount: amountIn('kgCO2e', 'tCO2e') }),
);
const statements = fc.constant('statement');

/** Every kind whose amount flows: two halves of it, or of its days, are the whole. */
const FLOWS: readonly fc.Arbitrary<Row>[] = [
  kindOf('purchase', {
    product: fc.constantFrom('reception-services', 'catering'),
    amount: fc.record({
      value: fc.tuple(fc.constantFrom('', '-'), amounts).map((parts) => parts.join('')),
      unit: fc.constantFrom('EUR', 'USD'),
    }),
    vat: fc.constantFrom('excluded', 'included'),
    vatRate: fc.constant('0.14'),
  }),
  kindOf(
    'purchased-goods',
    { method: fc.constant('average-data'), amount: amountIn('kg', 'tonne') },
    oneOrMix('product', 'paper', 'steel'),
  ),
  kindOf('purchased-electricity', { grid: fc.constant('FI'), ...energy }, allocations),
  kindOf('purchased-heat', { network, ...energy }, allocations),
  kindOf('purchased-cooling', { network, ...energy }, allocations),
  kindOf('purchased-steam', { network, ...energy }, allocations),
  kindOf('vehicle-electricity', { grid: fc.constant('FI'), amount: amountIn('kWh') }),
  kindOf(
    'stationary-combustion',
    { fuel: fc.constant('light-fuel-oil'), contractHolder: holders },
    fuelAmounts,
    allocations,
  ),
  kindOf('mobile-combustion', { fuel: fc.constant('diesel'), amount: amountIn('litre') }),
  kindOf('vehicle-distance', { vehicle: fc.constant('van'), amount: amountIn('vehicle-km') }),
  kindOf('refrigerant-leakage', { refrigerant: fc.constantFrom('blend', 'R-22'), amount: amountIn('kg') }),
  kindOf('process-emissions', { source: statements }, gasOrCo2e),
  kindOf('measured-emissions', { source: statements, category: fc.constant('fugitive-emissions') }, gasOrCo2e),
  kindOf('flight', {
    haul: fc.constant('short'),
    cabin: fc.constant('economy'),
    amount: amountIn('passenger-km'),
  }),
  kindOf('ground-travel', { mode: fc.constant('rail'), amount: amountIn('passenger-km') }),
  kindOf('hotel-stay', { country: fc.constant('SE'), amount: amountIn('room-night') }),
  kindOf('commuting', { mode: fc.constant('rail'), amount: amountIn('passenger-km') }),
  kindOf('remote-work', { arrangement: fc.constant('at-home'), amount: amountIn('working-hour') }),
  kindOf('freight', {
    vehicle: fc.constant('lorry'),
    direction: fc.constantFrom('upstream', 'downstream'),
    amount: amountIn('tonne-km'),
  }),
  kindOf(
    'waste',
    { material: fc.constant('mixed'), amount: amountIn('kg', 'tonne') },
    oneOrMix('treatment', 'landfill', 'incineration'),
  ),
  kindOf('water', { service: fc.constantFrom('supply', 'treatment'), amount: amountIn('litre', 'cubic-metre') }),
  kindOf('meals', { menu: fc.constant('vegan'), amount: amountIn('meal') }),
  kindOf('laundry', { service: fc.constant('laundry'), amount: amountIn('kg', 'tonne') }),
  kindOf('accommodation', { service: fc.constant('centre'), amount: amountIn('accommodation-night') }),
  kindOf('supplier-reported', {
    scope3Category: fc.constantFrom('business-travel', 'employee-commuting', 'capital-goods'),
    amount: amountIn('kgCO2e', 'tCO2e'),
    source: statements,
  }),
];

/** Rented floor area at a site that has no readings: it stands, so that two halves of its days are not half of it. */
const PREMISES = kindOf('leased-premises', {
  premises: fc.constant('office'),
  site: fc.constant('annex'),
  amount: amountIn('square-metre'),
  share: fc.constantFrom('0.3', '1'),
  occupancy: fc.constantFrom('0.7', '1'),
  replacedBy: fc.constant(['purchased-steam']),
});

/** Invented airports, for the routes of random flights. */
export const AIRPORTS = [
  { iata: 'AAA', country: 'FI', latitude: '60.3172', longitude: '24.9633' },
  { iata: 'BBB', country: 'BE', latitude: '50.9014', longitude: '4.4844' },
] as const;

/** Kinds that follow from something else than an amount. */
const WITHOUT_AMOUNT: readonly fc.Arbitrary<Row>[] = [
  kindOf('flight', {
    cabin: fc.constant('economy'),
    route: fc.record({
      from: fc.constantFrom(...AIRPORTS.map(({ iata }) => ({ airport: iata }))),
      to: fc.constantFrom({ airport: 'AAA' }, { latitude: '-33.9', longitude: '151.2', territory: 'AU' }),
      passengers: fc.integer({ min: 1, max: 99 }).map(String),
    }),
  }),
  kindOf('commuting', {
    mode: fc.constant('rail'),
    survey: fc.record({ persons: decimals(3, 2), oneWay: amountIn('km'), days: decimals(2, 1) }),
    per: fc.constant('passenger-km'),
  }),
];

function placed(kinds: readonly fc.Arbitrary<Row>[]): fc.Arbitrary<Row> {
  return fc.tuple(timings, places, fc.oneof(...kinds)).map((parts): Row => Object.assign({}, ...parts));
}

/** One activity whose amount flows evenly over its days. */
export const flows = placed(FLOWS);

/** One activity that has an amount. */
export const amountsOf = placed([...FLOWS, PREMISES]);

/** One activity of any kind; its id is given by whoever puts it into a list. */
export const activities = placed([...FLOWS, PREMISES, ...WITHOUT_AMOUNT]);

/** Up to eight activities with ids of their own. */
export const activityRows: fc.Arbitrary<readonly Row[]> = fc
  .array(activities, { maxLength: 8 })
  .map((rows) => rows.map((row, index) => ({ id: `activity-${index}`, ...row })));

/** Certificates, contracts and rates for electricity of the grid FI on some days of 2021; an amount, or all there is. */
export const instrumentRows: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.tuple(
      fc.record({
        kind: fc.constantFrom('certificate', 'contract', 'supplier-rate'),
        co2e: decimals(1, 6),
        qualityCriteria: fc.constantFrom<unknown>('met', 'met', 'met', ['vintage']),
      }),
      fc.oneof(fc.constant({}), fc.record({ amount: amountIn('kWh', 'GJ') })),
      fc.constantFrom({}, { sites: ['oulu'] }),
      spans.map(({ from, to }) => ({ validFrom: from, validTo: to })),
    ),
    { maxLength: 5 },
  )
  .map((rows) =>
    rows.map((parts, index): Row => {
      const named = { id: `instrument-${index}`, energy: 'electricity', market: 'FI', gwp: 'AR5', source };
      return Object.assign({}, named, ...parts);
    }),
  );

/** Whole millionths of a decimal text with six decimals. */
function millionths(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** Factors of AR5 whose gases come to their CO2e: kilograms of each gas × its potential. */
function byGas(gases: Readonly<Record<string, string>>, potentials: Readonly<Record<string, bigint>>): Row {
  const co2e = Object.entries(gases).reduce((sum, [gas, mass]) => sum + millionths(mass) * (potentials[gas] ?? 0n), 0n);
  const text = co2e.toString().padStart(7, '0');
  return { co2e: `${text.slice(0, -6)}.${text.slice(-6)}`, gases };
}

const GASES_USED = { CO2: 1n, N2O: 265n, 'HFC-32': 677n, 'HCFC-22': 1760n } as const;

/** The factors of every kind above: what answers for what; their values are drawn. */
function factorRows(values: readonly string[]): readonly Row[] {
  const year = { validFrom: '2021-01-01', validTo: '2021-12-31' };
  const spend = {
    method: 'spend-based',
    per: 'EUR',
    priceYear: 2019,
    priceBasis: 'purchaser',
    vat: 'excluded',
    ...year,
  };
  const average = { method: 'average-data', ...year };
  const distance = { method: 'distance-based', ...year };
  const flown = { ...distance, per: 'passenger-km', aviationNonCo2: 'excluded' };
  const [a = '0.000000', b = '0.000000', ...rest] = values;
  return [
    { id: 'reception', key: 'reception-services', ...spend },
    { id: 'catering', key: 'catering', ...spend },
    { id: 'grid-1', key: 'FI', method: 'location-based', per: 'kWh', validFrom: '2021-01-01', validTo: '2021-06-30' },
    { id: 'grid-2', key: 'FI', method: 'location-based', per: 'kWh', validFrom: '2021-07-01', validTo: '2021-12-31' },
    { id: 'mix', key: 'FI', method: 'market-based', per: 'MWh', ...year },
    { id: 'losses', key: 'FI', method: 'location-based', per: 'kWh', part: 'transmission-and-distribution', ...year },
    { id: 'town', key: 'river-town', method: 'location-based', per: 'kWh', ...year },
    { id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre', biogenicCo2: a, ...year },
    {
      id: 'diesel',
      key: 'diesel',
      method: 'fuel-based',
      per: 'litre',
      ...year,
      ...byGas({ CO2: a, N2O: b }, GASES_USED),
    },
    { id: 'diesel-up', key: 'diesel', method: 'fuel-based', per: 'litre', part: 'well-to-tank', ...year },
    { id: 'air', key: 'short-economy', ...flown },
    { id: 'far-air', key: 'far-economy', ...flown },
    { id: 'van', key: 'van', per: 'vehicle-km', ...distance },
    { id: 'rail', key: 'rail', per: 'passenger-km', ...distance },
    { id: 'lorry', key: 'lorry', per: 'tonne-km', ...distance },
    { id: 'paper', key: 'paper', per: 'kg', ...average },
    { id: 'steel', key: 'steel', per: 'tonne', ...average },
    { id: 'landfill', key: 'mixed/landfill', per: 'tonne', ...average },
    { id: 'incineration', key: 'mixed/incineration', per: 'kg', ...average },
    { id: 'supply', key: 'water-supply', per: 'cubic-metre', ...average },
    { id: 'treatment', key: 'water-treatment', per: 'cubic-metre', ...average },
    { id: 'hotel', key: 'SE', per: 'room-night', ...average },
    { id: 'home', key: 'at-home', per: 'working-hour', ...average },
    { id: 'vegan', key: 'vegan', per: 'meal', ...average },
    { id: 'laundry', key: 'laundry', per: 'kg', ...average },
    { id: 'centre', key: 'centre', per: 'accommodation-night', ...average },
    { id: 'office', key: 'office', per: 'square-metre-year', ...average },
    {
      id: 'blend',
      key: 'blend',
      method: 'mass-balance',
      per: 'kg',
      ...year,
      ...byGas({ 'HFC-32': a, 'HCFC-22': b }, GASES_USED),
    },
    { id: 'r-22', key: 'R-22', method: 'mass-balance', per: 'kg', ...year, co2e: '1760', gases: { 'HCFC-22': '1' } },
  ].map((factor, index) => ({ co2e: rest[index % rest.length], gwp: 'AR5', source, ...factor }));
}

/** A factor set for every activity above: random values with six decimals; the grid's changes in the middle of the year. */
export const factorSets: fc.Arbitrary<Row> = fc
  .array(decimals(3, 6), { minLength: 31, maxLength: 31 })
  .map((values) => ({
    id: 'random',
    edition: '1',
    factors: factorRows(values),
    fuelProperties: [
      {
        fuel: 'light-fuel-oil',
        density: '845.3',
        netCalorificValue: '42.6',
        grossCalorificValue: '45.4',
        validFrom: '2021-01-01',
        validTo: '2021-12-31',
        source,
      },
    ],
    haulRule: { by: 'distance', bands: [{ haul: 'short', upToKm: '3700' }], beyond: 'far' },
  }));

export const PRICE_INDEX: Row = {
  id: 'fi-cpi',
  currency: 'EUR',
  source,
  index: { '2019': '103.3', '2021': '106.9' },
};

export const EXCHANGE_RATES: Row = { id: 'ecb', source, base: 'EUR', rates: { USD: { '2021': '1.1827' } } };

export const MAPPING: Row = {
  id: 'accounts',
  currency: 'EUR',
  unmapped: { why: 'no rule yet' },
  rules: [
    { account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' },
    { account: '4399', treatment: 'capital-purchase', product: 'furniture', vat: 'included', vatRate: '0.24' },
    { account: '44', category: 'food', treatment: 'purchase', product: 'catering', vat: 'included', tags: ['kitchen'] },
    { account: '47', treatment: 'replaced-by-activity', replacedBy: 'purchased-heat' },
    { account: '50', treatment: 'wage' },
  ],
  supplierSites: [
    {
      supplier: 'Kolme Oy',
      shares: [
        { site: 'oulu', share: '0.333' },
        { site: 'kemi', share: '0.333' },
        { site: 'ii', share: '0.334' },
      ],
    },
  ],
};

export interface RandomPosting {
  readonly row: number;
  readonly account: string;
  readonly amount: string;
  readonly date: string;
  readonly supplier?: string;
  readonly site?: string;
  readonly category?: string;
}

/** Up to forty postings of 2021, credits included; some have no rule, some fall on three sites. */
export const postingRows: fc.Arbitrary<readonly RandomPosting[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom('4300', '4310', '4399', '4400', '4700', '5000', '9990'),
      fc.tuple(fc.constantFrom('', '-'), decimals(7, 2)).map((parts) => parts.join('')),
      day,
      fc.constantFrom({}, { supplier: 'Yksi Oy' }, { supplier: 'Kolme Oy' }),
      fc.constantFrom({}, { site: 'oulu' }),
      fc.constantFrom({}, { category: 'food' }),
    ),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(([account, amount, date, ...optional], index) => ({
      row: index + 2,
      account,
      amount,
      date,
      ...Object.assign({}, ...optional),
    })),
  );
