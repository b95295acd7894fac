import { describe, expect, test } from 'vitest';
import type { Purchase } from '../../src/activity/purchase.js';
import { spanOf } from '../../src/activity/common-fields.js';
import { ONE, Decimal, decimalText } from '../../src/decimal.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import type { EmissionFactor } from '../../src/factor/emission-factor.js';
import { linesOfDraft } from '../../src/emission/emission-line.js';
import { purchaseDrafts } from '../../src/emission/spend.js';
import { parseExchangeRates } from '../../src/factor/exchange-rates.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { orThrow } from '../../src/outcome.js';
import {
  SOURCE,
  aContext,
  aFactorSet,
  aPurchaseRow,
  aSpendFactorRow,
  anActivity,
  issuesOf,
} from '../support/builders.js';

type Changes = Readonly<Record<string, unknown>>;

const purchase = (changes: Changes = {}) => anActivity(aPurchaseRow(changes), 'purchase');
const factor = (changes: Changes = {}) => aSpendFactorRow({ priceYear: 2021, ...changes });
const index = (currency: string, values: Changes, more: Changes = {}) =>
  orThrow(parsePriceIndex({ id: `${currency}-index`, currency, source: SOURCE, index: values, ...more }));
const exchangeRates = orThrow(
  parseExchangeRates({
    id: 'ecb',
    source: SOURCE,
    base: 'EUR',
    rates: { USD: { '2020': '1.1422', '2021': '1.1827' }, SEK: { '2021': '10.15' } },
  }),
);

function drafts(bought: Purchase, factors: readonly unknown[] = [factor()], changes: Partial<CalculationContext> = {}) {
  return purchaseDrafts(bought, spanOf(bought), prepareContext(aContext(factors, changes)));
}
/** Name, numerator and denominator of every term of every line, the factor included. */
const termsOf = (...given: Parameters<typeof drafts>) =>
  orThrow(drafts(...given)).flatMap((draft) =>
    linesOfDraft(given[0], draft).flatMap(({ terms }) => [
      terms.map(({ name, numerator, denominator }) => [name, decimalText(numerator), decimalText(denominator)]),
    ]),
  );

describe('purchaseDrafts', () => {
  test('a purchase is spend-based in category 1, and in category 2 where it says so', () => {
    expect(orThrow(drafts(purchase()))).toMatchObject([
      { scope: 3, category: 'purchased-goods-and-services', method: 'spend-based', factor: { id: 'reception-2019' } },
    ]);
    const category = 'purchased-goods-and-services';
    expect(orThrow(drafts(purchase({ category })))).toMatchObject([{ category }]);
    expect(orThrow(drafts(purchase({ category: 'capital-goods' })))).toMatchObject([{ category: 'capital-goods' }]);
  });

  test('steps whose condition does not apply are absent', () => {
    expect(termsOf(purchase())).toEqual([
      [
        ['amount', '1000', '1'],
        ['factor', '0.3', '1'],
      ],
    ]);
  });

  test('all steps stand in their order: amount, days, VAT, exchange rate, price, factor', () => {
    const bought = purchase({
      date: undefined,
      period: { from: '2020-12-30', to: '2021-01-02' },
      amount: { value: '125000', unit: 'SEK' },
      vat: 'included',
      vatRate: '0.25',
    });
    const kept = { from: '2021-01-01', to: '2021-01-02' };
    const context = prepareContext(
      aContext([factor({ per: 'USD', priceYear: 2022 })], {
        exchangeRates,
        priceIndices: [
          index('USD', { '2021': '270.97', '2022': '292.655' }),
          index('SEK', { '2021': '1', '2022': '2' }),
        ],
      }),
    );
    const [draft, ...others] = orThrow(purchaseDrafts(bought, kept, context));
    expect(others).toEqual([]);
    expect(draft === undefined ? [] : linesOfDraft(bought, draft)[0]?.terms).toEqual([
      { name: 'amount', numerator: new Decimal(125000), denominator: ONE, unit: 'SEK' },
      { name: 'days', numerator: new Decimal(2), denominator: new Decimal(4), part: kept, whole: spanOf(bought) },
      {
        name: 'vat',
        numerator: ONE,
        denominator: new Decimal('1.25'),
        from: 'included',
        to: 'excluded',
        rate: new Decimal('0.25'),
      },
      {
        name: 'exchange-rate',
        numerator: new Decimal('1.1827'),
        denominator: new Decimal('10.15'),
        from: 'SEK',
        to: 'USD',
        year: 2021,
        source: 'ecb',
      },
      {
        name: 'price',
        numerator: new Decimal('292.655'),
        denominator: new Decimal('270.97'),
        fromYear: 2021,
        toYear: 2022,
        source: 'USD-index',
      },
      {
        name: 'factor',
        numerator: new Decimal('0.3'),
        denominator: ONE,
        factorId: 'reception-2019',
        unit: 'kgCO2e/USD',
        source: 'nobody, Invented values',
      },
    ]);
  });

  test('VAT is put on by × (1 + rate) and taken out by ÷ (1 + rate), also at a rate of zero', () => {
    const vat = (changes: Changes, basis: string) => termsOf(purchase(changes), [factor({ vat: basis })])[0]?.[1];
    expect(vat({ vatRate: '0.24' }, 'included')).toEqual(['vat', '1.24', '1']);
    expect(vat({ vat: 'included', vatRate: '0.24' }, 'excluded')).toEqual(['vat', '1', '1.24']);
    expect(vat({ vat: 'included', vatRate: '0' }, 'excluded')).toEqual(['vat', '1', '1']);
    expect(vat({ vat: 'included', vatRate: '0.24' }, 'included')).toEqual(['factor', '0.3', '1']);
  });

  test('base to foreign is the rate, foreign to base its inverse, foreign to foreign both', () => {
    const rate = (unit: string, per: string) =>
      termsOf(purchase({ amount: { value: '1', unit } }), [factor({ per })], { exchangeRates })[0]?.[1];
    expect(rate('EUR', 'USD')).toEqual(['exchange-rate', '1.1827', '1']);
    expect(rate('USD', 'EUR')).toEqual(['exchange-rate', '1', '1.1827']);
    expect(rate('SEK', 'USD')).toEqual(['exchange-rate', '1.1827', '10.15']);
  });

  test('prices are restated by index(factor year) ÷ index(spend year) of the factor’s currency', () => {
    const priceIndices = [index('EUR', { '2019': '103', '2021': '106' }), index('USD', { '2019': '1', '2021': '9' })];
    expect(termsOf(purchase(), [factor({ priceYear: 2019 })], { priceIndices })[0]?.[1]).toEqual([
      'price',
      '103',
      '106',
    ]);
  });

  test('a period over New Year is cut there: each part has its own year', () => {
    const bought = purchase({ date: undefined, period: { from: '2019-12-31', to: '2021-01-01' } });
    const priceIndices = [index('EUR', { '2019': '100', '2020': '102', '2021': '105' })];
    expect(termsOf(bought, [factor({ priceYear: 2020 })], { priceIndices })).toEqual([
      [
        ['amount', '1000', '1'],
        ['days', '1', '368'],
        ['price', '102', '100'],
        ['factor', '0.3', '1'],
      ],
      [
        ['amount', '1000', '1'],
        ['days', '366', '368'],
        ['factor', '0.3', '1'],
      ],
      [
        ['amount', '1000', '1'],
        ['days', '1', '368'],
        ['price', '102', '105'],
        ['factor', '0.3', '1'],
      ],
    ]);
  });

  test('steps are made once for purchases alike, and anew for another year, rate, basis or factor', () => {
    const priceIndices = [index('EUR', { '2019': '100', '2020': '102', '2021': '105' })];
    const factors = [factor({ priceYear: 2019 }), factor({ id: 'other', key: 'other', priceYear: 2019 })];
    const context = prepareContext(aContext(factors, { priceIndices }));
    const stepsOf = (changes: Changes) => {
      const bought = purchase({ vat: 'included', vatRate: '0.24', ...changes });
      const [draft] = orThrow(purchaseDrafts(bought, spanOf(bought), context));
      return draft?.terms.filter(({ name }) => name === 'vat' || name === 'price');
    };
    const [vat, price] = stepsOf({}) ?? [];
    expect(vat?.name).toBe('vat');
    const [vatAgain, priceAgain] = stepsOf({ id: 'p-2', amount: { value: '7', unit: 'EUR' }, vatRate: '0.240' }) ?? [];
    expect(vatAgain).toBe(vat);
    expect(priceAgain).toBe(price);
    expect(stepsOf({ date: '2020-05-04' })?.[1]).toMatchObject({ fromYear: 2020 });
    expect(stepsOf({ vatRate: '0.14' })?.[0]).toMatchObject({ denominator: new Decimal('1.14') });
    expect(stepsOf({ vat: 'excluded', vatRate: undefined })?.map(({ name }) => name)).toEqual(['price']);
    expect(stepsOf({ product: 'other' })).toEqual([vat, price]);
  });

  test('gases outside the scopes stand on a line of their own, and what the scopes count is not lost in it', () => {
    const gases = { 'HFC-32': '0.001', 'HCFC-22': '0.001' }; // AR5: 677 and 1760 kilograms per kilogram
    const linesOf = (row: unknown) =>
      orThrow(drafts(purchase(), [row]))
        .flatMap((draft) => linesOfDraft(purchase(), draft))
        .map(({ outsideScopes, emissions }) => [outsideScopes, decimalText(emissions.value)]);
    expect(linesOf(factor({ co2e: '2.437', gases }))).toEqual([
      [undefined, '677'],
      ['montreal-protocol-gases', '1760'],
    ]);
    expect(linesOf(factor({ co2e: '1.76', gases: { 'HCFC-22': '0.001' } }))).toEqual([
      ['montreal-protocol-gases', '1760'],
    ]);
  });

  test('a purchase whose VAT rate is missing is an issue after one alike that states it', () => {
    const context = prepareContext(aContext([factor()]));
    const outcome = (changes: Changes) => purchaseDrafts(purchase(changes), spanOf(purchase()), context);
    expect(orThrow(outcome({ vat: 'included', vatRate: '0.24' }))).toHaveLength(1);
    expect(issuesOf(outcome({ vat: 'included' }))).toMatchObject([{ code: 'vat-rate-missing' }]);
  });

  test('a factor that was found alone for one purchase is not taken for another day on which two answer', () => {
    const north = factor({ id: 'north', region: 'north', validFrom: '2021-01-01', validTo: '2021-06-30' });
    const south = factor({ id: 'south', region: 'south', validFrom: '2021-04-01', validTo: '2021-12-31' });
    const context = prepareContext(aContext([north, south]));
    const outcome = (date: string) => purchaseDrafts(purchase({ date }), { from: date, to: date }, context);
    const factorOn = (date: string) => orThrow(outcome(date)).map((draft) => draft.factor?.id);
    expect([factorOn('2021-02-01'), factorOn('2021-02-02'), factorOn('2021-08-01')]).toEqual([
      ['north'],
      ['north'],
      ['south'],
    ]);
    expect(issuesOf(outcome('2021-05-01'))).toMatchObject([{ code: 'factor-ambiguous' }]);
  });

  test('every missing step of a purchase is asked for at once, with what is needed', () => {
    const bought = purchase({ vat: 'included' });
    const issues = issuesOf(drafts(bought, [factor({ per: 'USD', priceYear: 2022 })]));
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['vat-rate-missing', { from: 'included', to: 'excluded' }],
      ['exchange-rate-missing', { from: 'EUR', to: 'USD', year: 2021 }],
      ['price-index-missing', { currency: 'USD', product: 'reception-services', years: [2021, 2022] }],
    ]);
    expect(issues[0]?.message).toBe(
      'The purchase has VAT included and the factor has it excluded. State the vatRate, for example "0.24".',
    );
  });

  test('a product without a factor is an issue with the nearest product', () => {
    expect(issuesOf(drafts(purchase({ product: 'reception-service' })))).toMatchObject([
      { code: 'factor-not-found', detail: { nearest: ['reception-services'] } },
    ]);
  });

  test('a factor in basic prices is refused where no margin is stated', () => {
    expect(issuesOf(drafts(purchase(), [factor({ priceBasis: 'basic' })]))).toMatchObject([
      { code: 'price-basis-unsupported', detail: { id: 'reception-2019', priceBasis: 'basic' } },
    ]);
  });

  test.each(['priceYear', 'priceBasis', 'vat'] as const)(
    'a factor that was not read by parseFactorSet and has no %s is an issue',
    (field) => {
      const set = aFactorSet(factor());
      const factors: readonly EmissionFactor[] = set.factors.map((read) => ({ ...read, [field]: undefined }));
      const context = prepareContext({ ...aContext([]), factors: { ...set, factors } });
      expect(issuesOf(purchaseDrafts(purchase(), spanOf(purchase()), context))).toMatchObject([
        { code: 'factor-incomplete', detail: { id: 'reception-2019' } },
      ]);
    },
  );
});
