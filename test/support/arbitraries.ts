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

const timings: fc.Arbitrary<Row> = fc.oneof(
  day.map((date) => ({ date })),
  spans.map((period) => ({ period })),
);
const places: fc.Arbitrary<Row> = fc.constantFrom({}, { site: 'oulu' }, { site: 'kemi' });
const holders = fc.constantFrom('reporter', 'landlord');

/** Six digits after the point, so that with such a factor a product needs no rounding. */
const amounts = decimals(7, 6);

const KINDS: fc.Arbitrary<Row> = fc.oneof(
  fc.record({
    kind: fc.constant('purchase'),
    product: fc.constantFrom('reception-services', 'catering'),
    amount: fc.record({
      value: fc.tuple(fc.constantFrom('', '-'), amounts).map((parts) => parts.join('')),
      unit: fc.constantFrom('EUR', 'USD'),
    }),
    vat: fc.constantFrom('excluded', 'included'),
    vatRate: fc.constant('0.14'),
  }),
  fc.record({
    kind: fc.constant('purchased-electricity'),
    grid: fc.constant('FI'),
    amount: fc.record({ value: amounts, unit: fc.constantFrom('kWh', 'MWh', 'MJ') }),
    contractHolder: holders,
  }),
  fc.record({
    kind: fc.constant('purchased-heat'),
    network: fc.constant('river-town'),
    amount: fc.record({ value: amounts, unit: fc.constantFrom('kWh', 'GJ') }),
    contractHolder: holders,
  }),
  fc.record({
    kind: fc.constant('stationary-combustion'),
    fuel: fc.constant('light-fuel-oil'),
    amount: fc.record({ value: amounts, unit: fc.constantFrom('litre', 'cubic-metre') }),
    contractHolder: holders,
  }),
  fc.record({
    kind: fc.constant('mobile-combustion'),
    fuel: fc.constant('diesel'),
    amount: fc.record({ value: amounts, unit: fc.constant('litre') }),
  }),
  fc.record({
    kind: fc.constant('flight'),
    haul: fc.constant('short'),
    cabin: fc.constant('economy'),
    amount: fc.record({ value: amounts, unit: fc.constant('passenger-km') }),
  }),
  fc.record({
    kind: fc.constant('supplier-reported'),
    scope3Category: fc.constantFrom('business-travel', 'employee-commuting', 'capital-goods'),
    amount: fc.record({ value: amounts, unit: fc.constantFrom('kgCO2e', 'tCO2e') }),
    source: fc.constant('statement'),
  }),
);

/** One activity of any kind; its id is given by whoever puts it into a list. */
export const activities: fc.Arbitrary<Row> = fc
  .tuple(KINDS, timings, places)
  .map(([kind, timing, place]) => ({ ...kind, ...timing, ...place }));

/** Up to eight activities with ids of their own. */
export const activityRows: fc.Arbitrary<readonly Row[]> = fc
  .array(activities, { maxLength: 8 })
  .map((rows) => rows.map((row, index) => ({ id: `activity-${index}`, ...row })));

/** A factor set for every activity above: random values with six decimals; the grid's changes in the middle of the year. */
export const factorSets: fc.Arbitrary<Row> = fc.array(decimals(3, 6), { minLength: 9, maxLength: 9 }).map((values) => {
  const year = { validFrom: '2021-01-01', validTo: '2021-12-31' };
  const spend = {
    method: 'spend-based',
    per: 'EUR',
    priceYear: 2019,
    priceBasis: 'purchaser',
    vat: 'excluded',
    ...year,
  };
  const factors = [
    { id: 'reception', key: 'reception-services', ...spend },
    { id: 'catering', key: 'catering', ...spend },
    { id: 'grid-1', key: 'FI', method: 'location-based', per: 'kWh', validFrom: '2021-01-01', validTo: '2021-06-30' },
    { id: 'grid-2', key: 'FI', method: 'location-based', per: 'kWh', validFrom: '2021-07-01', validTo: '2021-12-31' },
    { id: 'mix', key: 'FI', method: 'market-based', per: 'MWh', ...year },
    { id: 'town', key: 'river-town', method: 'location-based', per: 'kWh', ...year },
    { id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre', ...year },
    { id: 'diesel', key: 'diesel', method: 'fuel-based', per: 'litre', ...year },
    {
      id: 'air',
      key: 'short-economy',
      method: 'distance-based',
      per: 'passenger-km',
      aviationNonCo2: 'excluded',
      ...year,
    },
  ];
  return {
    id: 'random',
    edition: '1',
    factors: factors.map((factor, index) => ({ ...factor, co2e: values[index], gwp: 'AR5', source })),
  };
});

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
