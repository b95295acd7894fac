import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { Decimal } from '../../src/decimal.js';
import { calculateEmissions } from '../../src/emission/calculate-emissions.js';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import type { EmissionLine } from '../../src/emission/emission-line.js';
import { emissionsOf } from '../../src/emission/product-of-terms.js';
import { fraction } from '../../src/emission/term.js';
import type { Term } from '../../src/emission/term.js';
import { parseInstruments } from '../../src/factor/energy-instrument.js';
import { parseExchangeRates } from '../../src/factor/exchange-rates.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { parsePriceMargins } from '../../src/factor/price-margin.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { explainLine } from '../../src/report/explain-line.js';
import { aLine } from '../support/builders.js';

const source = { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' };
const valid = { gwp: 'AR5', validFrom: '2020-01-01', validTo: '2021-12-31', source };
const spend = { method: 'spend-based', priceYear: 2019, priceBasis: 'purchaser', ...valid };
const factors = orThrow(
  parseFactorSet({
    id: 'illustrative',
    edition: '1',
    factors: [
      { id: 'reception-2019', key: 'reception-services', per: 'EUR', co2e: '0.3', vat: 'excluded', ...spend },
      { id: 'catering-2021', key: 'catering', per: 'EUR', co2e: '0.5', vat: 'included', ...spend, priceYear: 2021 },
      { id: 'grid', key: 'FI', method: 'location-based', per: 'kWh', co2e: '0.096', ...valid },
      { id: 'mix', key: 'FI', method: 'market-based', per: 'MWh', co2e: '250', ...valid },
      { id: 'town', key: 'river-town', method: 'location-based', per: 'kWh', co2e: '0', ...valid },
      {
        id: 'air',
        key: 'short-economy',
        method: 'distance-based',
        per: 'passenger-km',
        co2e: '0.15',
        aviationNonCo2: 'excluded',
        ...valid,
      },
    ],
  }),
);
const priceIndices = [
  orThrow(parsePriceIndex({ id: 'fi-cpi', currency: 'EUR', source, index: { '2019': '100', '2021': '105' } })),
];
const exchangeRates = orThrow(
  parseExchangeRates({ id: 'ecb', source, base: 'EUR', rates: { USD: { '2021': '1.25' } } }),
);

/** The explained lines of one activity in 2021. */
function explained(activity: Record<string, unknown>, changes: Partial<CalculationContext> = {}): readonly string[] {
  const [read] = orThrow(parseActivities([activity]));
  if (read === undefined) throw new Error('One activity was read.');
  const context = { period: calendarYear(2021), factors, gwp: 'AR5', priceIndices, exchangeRates } as const;
  return orThrow(calculateEmissions(read, { ...context, aviationNonCo2: 'excluded', ...changes })).map(explainLine);
}

/** A line of the given terms, for shapes that no family writes. */
function lineOf(terms: readonly Term[], changes: Partial<EmissionLine> = {}): EmissionLine {
  return aLine('0', { terms, emissions: emissionsOf(terms), ...changes });
}

function amountTerm(numerator: string, denominator = '1'): Term {
  return { name: 'amount', ...fraction(new Decimal(numerator), new Decimal(denominator)), unit: 'litre' };
}

describe('explainLine', () => {
  test('a spend line shows its part of the days, VAT, exchange rate, price step and factor, each with its origin', () => {
    const purchase = {
      id: 'p-1',
      kind: 'purchase',
      period: { from: '2020-12-02', to: '2021-01-30' },
      site: 'oulu',
      product: 'reception-services',
      amount: { value: '1240.00', unit: 'USD' },
      vat: 'included',
      vatRate: '0.24',
    };
    // 1240 · 30 ÷ 60 ÷ 1.24 = 500; ÷ 1.25 = 400; · 100 ÷ 105 · 0.3 = 114.285714285714 285…
    expect(explained(purchase)).toEqual([
      [
        'p-1/2021-01-01..2021-01-30',
        '  purchase, scope 3, purchased-goods-and-services, spend-based, product reception-services, site oulu, 2021-01-01..2021-01-30',
        '  1240         amount: USD',
        '  × 30 ÷ 60    days: days of 2021-01-01..2021-01-30 out of 2020-12-02..2021-01-30',
        '  ÷ 1.24       vat: from VAT included to VAT excluded at a rate of 0.24',
        '  ÷ 1.25       exchange-rate: from USD to EUR, average of 2021 (ecb)',
        '  × 100 ÷ 105  price: from prices of 2021 to prices of 2019 (fi-cpi)',
        '  × 0.3        factor: kgCO2e/EUR, reception-2019 (nobody, Illustrative values)',
        '  = 1240 × 30 × 100 × 0.3 ÷ (60 × 1.24 × 1.25 × 105)',
        '  = 114.285714285714 kgCO2e (rounded half-even to 12 decimals)',
      ].join('\n'),
    ]);
  });

  test('VAT that is brought in is multiplied, and a credit note keeps its sign', () => {
    const purchase = {
      id: 'p-2',
      kind: 'purchase',
      date: '2021-05-04',
      product: 'catering',
      amount: { value: '-100', unit: 'EUR' },
      vat: 'excluded',
      vatRate: '0.14',
      category: 'capital-goods',
    };
    expect(explained(purchase)).toEqual([
      [
        'p-2',
        '  purchase, scope 3, capital-goods, spend-based, product catering, 2021-05-04',
        '  -100    amount: EUR',
        '  × 1.14  vat: from VAT excluded to VAT included at a rate of 0.14',
        '  × 0.5   factor: kgCO2e/EUR, catering-2021 (nobody, Illustrative values)',
        '  = -100 × 1.14 × 0.5',
        '  = -57 kgCO2e',
      ].join('\n'),
    ]);
  });

  test('a margin says what part of the price it is and where it comes from', () => {
    const set = { ...factors, factors: factors.factors.map((each) => ({ ...each, priceBasis: 'basic' as const })) };
    const purchase = {
      id: 'p-3',
      kind: 'purchase',
      date: '2021-05-04',
      product: 'reception-services',
      amount: { value: '105', unit: 'EUR' },
      vat: 'excluded',
    };
    const priceMargins = orThrow(parsePriceMargins([{ id: 'trade', share: '0.2', source }]));
    expect(explained(purchase, { factors: set, priceMargins })).toEqual([
      [
        'p-3',
        '  purchase, scope 3, purchased-goods-and-services, spend-based, product reception-services, 2021-05-04',
        '  105          amount: EUR',
        '  × 0.8        margin: from purchaser prices to basic prices, 0.2 of the price being margins (trade)',
        '  × 100 ÷ 105  price: from prices of 2021 to prices of 2019 (fi-cpi)',
        '  × 0.3        factor: kgCO2e/EUR, reception-2019 (nobody, Illustrative values)',
        '  = 105 × 0.8 × 100 × 0.3 ÷ 105',
        '  = 24 kgCO2e',
      ].join('\n'),
    ]);
  });

  test('purchased electricity is explained once for each basis, with what the market side was calculated with', () => {
    const electricity = {
      id: 'e-1',
      kind: 'purchased-electricity',
      period: { from: '2021-01-01', to: '2021-12-31' },
      grid: 'FI',
      amount: { value: '7200', unit: 'MJ' },
      contractHolder: 'reporter',
    };
    // 7200 ÷ 3.6 = 2000 kWh = 2 MWh
    expect(explained(electricity)).toEqual([
      [
        'e-1/location-based',
        '  purchased-electricity, scope 2, purchased-electricity, location-based, 2021-01-01..2021-12-31',
        '  7200     amount: MJ',
        '  ÷ 3.6    unit: from MJ to kWh',
        '  × 0.096  factor: kgCO2e/kWh, grid (nobody, Illustrative values)',
        '  = 7200 × 0.096 ÷ 3.6',
        '  = 192 kgCO2e',
      ].join('\n'),
      [
        'e-1/market-based',
        '  purchased-electricity, scope 2, purchased-electricity, market-based (residual-mix), 2021-01-01..2021-12-31',
        '  7200    amount: MJ',
        '  ÷ 3600  unit: from MJ to MWh',
        '  × 250   factor: kgCO2e/MWh, mix (nobody, Illustrative values)',
        '  = 7200 × 250 ÷ 3600',
        '  = 500 kgCO2e',
      ].join('\n'),
    ]);
  });

  test('a factor of zero is shown as the zero that was published', () => {
    const heat = {
      id: 'h-1',
      kind: 'purchased-heat',
      date: '2021-02-01',
      network: 'river-town',
      amount: { value: '80.50', unit: 'MWh' },
      contractHolder: 'landlord',
    };
    expect(explained(heat).map((text) => text.split('\n').slice(1))).toEqual(
      ['location-based', 'market-based (same-as-location-based)'].map((method) => [
        `  purchased-heat, scope 3, upstream-leased-assets, ${method}, 2021-02-01`,
        '  80.5    amount: MWh',
        '  × 1000  unit: from MWh to kWh',
        '  × 0     factor: kgCO2e/kWh, town (nobody, Illustrative values)',
        '  = 80.5 × 1000 × 0',
        '  = 0 kgCO2e',
      ]),
    );
  });

  test('a flight is passenger-kilometres times its factor', () => {
    const flight = {
      id: 't-1',
      kind: 'flight',
      date: '2021-03-02',
      haul: 'short',
      cabin: 'economy',
      amount: { value: '1800', unit: 'passenger-km' },
    };
    expect(explained(flight)).toEqual([
      [
        't-1',
        '  flight, scope 3, business-travel, distance-based, 2021-03-02',
        '  1800    amount: passenger-km',
        '  × 0.15  factor: kgCO2e/passenger-km, air (nobody, Illustrative values)',
        '  = 1800 × 0.15',
        '  = 270 kgCO2e',
      ].join('\n'),
    ]);
  });

  test("a supplier's own statement has no factor", () => {
    const statement = {
      id: 's-1',
      kind: 'supplier-reported',
      date: '2021-12-31',
      scope3Category: 'business-travel',
      amount: { value: '0.9505', unit: 'tCO2e' },
      source: 'annual statement',
    };
    expect(explained(statement)).toEqual([
      [
        's-1',
        '  supplier-reported, scope 3, business-travel, supplier-specific, 2021-12-31',
        '  0.9505  amount: tCO2e',
        '  × 1000  unit: from tCO2e to kgCO2e',
        '  = 0.9505 × 1000',
        '  = 950.5 kgCO2e',
      ].join('\n'),
    ]);
  });

  test('counts, shares, fuel properties and potentials say where they come from', () => {
    const terms: readonly Term[] = [
      amountTerm('10'),
      { name: 'count', ...fraction(new Decimal(2)), of: 'there and back' },
      { name: 'share', ...fraction(new Decimal(1), new Decimal('0.8')), of: '÷ occupancy of the building' },
      {
        name: 'fuel-property',
        ...fraction(new Decimal(800), new Decimal(1000)),
        property: 'density',
        unit: 'kg/litre',
        source: 'nobody, Illustrative values',
      },
      { name: 'gwp', ...fraction(new Decimal('29.8')), gas: 'CH4-fossil', set: 'AR6' },
    ];
    expect(explainLine(lineOf(terms)).split('\n').slice(2)).toEqual([
      '  10            amount: litre',
      '  × 2           count: there and back',
      '  ÷ 0.8         share: ÷ occupancy of the building',
      '  × 800 ÷ 1000  fuel-property: density in kg/litre (nobody, Illustrative values)',
      '  × 29.8        gwp: kgCO2e per kg of CH4-fossil (AR6)',
      '  = 10 × 2 × 800 × 29.8 ÷ (0.8 × 1000)',
      '  = 596 kgCO2e',
    ]);
  });

  test('biogenic CO2 stands apart from the result, rounded like it', () => {
    const pellets = { fuel: 'pellets', kind: 'stationary-combustion', contractHolder: 'reporter', date: '2021-05-04' };
    const factor = { key: 'pellets', method: 'fuel-based', per: 'kg', co2e: '0.015', biogenicCo2: '1.8', ...valid };
    const set = orThrow(parseFactorSet({ id: 'wood', edition: '1', factors: [{ id: 'wood-pellets', ...factor }] }));
    // 200 · 0.015 = 3; 200 · 1.8 = 360
    expect(explained({ id: 'b-1', amount: { value: '200', unit: 'kg' }, ...pellets }, { factors: set })).toEqual([
      [
        'b-1',
        '  stationary-combustion, scope 1, stationary-combustion, fuel-based, 2021-05-04',
        '  200      amount: kg',
        '  × 0.015  factor: kgCO2e/kg, wood-pellets (nobody, Illustrative values)',
        '  = 200 × 0.015',
        '  = 3 kgCO2e',
        '  apart: 360 kgCO2-biogenic',
      ].join('\n'),
    ]);
  });

  test('a line outside the scopes says so', () => {
    const leak = { id: 'd-1', kind: 'process-emissions', date: '2021-05-04', gas: 'HCFC-22', source: 'log' };
    expect(explained({ ...leak, amount: { value: '85', unit: 'kg' } })).toEqual([
      [
        'd-1',
        '  process-emissions, scope 1, process-emissions, supplier-specific, outside the scopes: montreal-protocol-gases, 2021-05-04',
        '  85      amount: kg',
        '  × 1760  gwp: kgCO2e per kg of HCFC-22 (AR5)',
        '  = 85 × 1760',
        '  = 149600 kgCO2e',
      ].join('\n'),
    ]);
  });

  test('a line on an instrument names it in the place of the factor', () => {
    const instruments = orThrow(
      parseInstruments([
        {
          id: 'hydro',
          kind: 'certificate',
          energy: 'electricity',
          market: 'FI',
          amount: { value: '500', unit: 'kWh' },
          co2e: '0.05',
          gwp: 'AR5',
          validFrom: '2021-01-01',
          validTo: '2021-12-31',
          qualityCriteria: 'met',
          source,
        },
      ]),
    );
    const electricity = {
      id: 'e-1',
      kind: 'purchased-electricity',
      date: '2021-05-04',
      grid: 'FI',
      amount: { value: '2000', unit: 'kWh' },
      contractHolder: 'reporter',
    };
    expect(explained(electricity, { instruments })[1]).toBe(
      [
        'e-1/hydro/market-based',
        '  purchased-electricity, scope 2, purchased-electricity, market-based (certificate), 2021-05-04',
        '  2000           amount: kWh',
        '  × 1800 ÷ 7200  share: covered by hydro',
        '  × 0.05         factor: kgCO2e/kWh, hydro (nobody, Illustrative values)',
        '  = 2000 × 1800 × 0.05 ÷ 7200',
        '  = 25 kgCO2e',
      ].join('\n'),
    );
  });

  test('a one that changes nothing is not written into the product, unless nothing else is there', () => {
    const days: Term = {
      name: 'days',
      ...fraction(new Decimal(1), new Decimal(8)),
      part: { from: '2018-01-01', to: '2018-01-01' },
      whole: { from: '2018-01-01', to: '2018-01-08' },
    };
    expect(
      explainLine(lineOf([amountTerm('1'), days]))
        .split('\n')
        .slice(2),
    ).toEqual([
      '  1    amount: litre',
      '  ÷ 8  days: days of 2018-01-01 out of 2018-01-01..2018-01-08',
      '  = 1 ÷ 8',
      '  = 0.125 kgCO2e',
    ]);
    expect(
      explainLine(lineOf([amountTerm('1')]))
        .split('\n')
        .slice(2),
    ).toEqual(['  1  amount: litre', '  = 1', '  = 1 kgCO2e']);
  });

  test('a fraction at the beginning is written without a sign in front', () => {
    expect(
      explainLine(lineOf([amountTerm('1', '3')]))
        .split('\n')
        .slice(2),
    ).toEqual(['  1 ÷ 3  amount: litre', '  = 1 ÷ 3', '  = 0.333333333333 kgCO2e (rounded half-even to 12 decimals)']);
  });

  test('every digit is written out, without exponent', () => {
    const [, , amount] = explainLine(lineOf([amountTerm('0.000000000000000000000000000001')])).split('\n');
    expect(amount).toBe('  0.000000000000000000000000000001  amount: litre');
  });

  test('a term that nobody knows throws instead of being left out', () => {
    const unknown = { ...amountTerm('1'), name: 'gut-feeling' } as unknown as Term;
    expect(() => explainLine(lineOf([unknown]))).toThrow(HiilitaseError);
  });
});
