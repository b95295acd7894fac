import { describe, expect, test } from 'vitest';
import { about, exchangeRates, priceIndex, usPriceIndex, vatRates } from '../../src/editions/finland-prices-2024.js';
import { parseExchangeRates } from '../../src/factor/exchange-rates.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';

describe('finland-prices-2024', () => {
  test('states consumer prices of Finland and the United States that parsePriceIndex reads without an issue', () => {
    expect(parsePriceIndex(priceIndex).issues).toEqual([]);
    expect(parsePriceIndex(usPriceIndex).issues).toEqual([]);
    expect(priceIndex.index).toMatchObject({ 2015: '100', 2018: '102.2093', 2024: '122.3395' });
    expect(usPriceIndex.index).toMatchObject({ 2018: '251.107', 2022: '292.655' });
    expect([priceIndex.currency, usPriceIndex.currency]).toEqual(['EUR', 'USD']);
  });

  test('states dollars for a euro that parseExchangeRates reads without an issue', () => {
    expect(parseExchangeRates(exchangeRates).issues).toEqual([]);
    expect(exchangeRates.rates['USD']).toMatchObject({ 2021: '1.1827', 2022: '1.053' });
  });

  test('states the standard rate of VAT without a gap between its periods', () => {
    const standard = vatRates.filter(({ rateClass }) => rateClass === 'standard');
    expect(standard.map(({ rate, validFrom, validTo }) => [rate, validFrom, validTo])).toEqual([
      ['0.22', '1994-06-01', '2010-06-30'],
      ['0.23', '2010-07-01', '2012-12-31'],
      ['0.24', '2013-01-01', '2024-08-31'],
      ['0.255', '2024-09-01', undefined],
    ]);
  });

  test('states reduced rates by what they are of, and says where a first day has no source', () => {
    const reduced = vatRates.filter(({ rateClass }) => rateClass !== 'standard');
    expect(reduced.map(({ rateClass, rate, validFrom }) => `${rateClass} ${rate} ${validFrom}`)).toEqual([
      'food-and-catering 0.14 2013-01-01',
      'food-and-catering 0.135 2026-01-01',
      'accommodation-passenger-transport-medicines 0.1 2013-01-01',
      'accommodation-passenger-transport-medicines 0.14 2025-01-01',
      'accommodation-passenger-transport-medicines 0.135 2026-01-01',
    ]);
    const unsourced = reduced.filter(({ note = '' }) => note.includes('first day is not'));
    expect(unsourced.map(({ validFrom }) => validFrom)).toEqual(['2013-01-01', '2013-01-01']);
  });

  test('is frozen, and says what it leaves out', () => {
    expect(
      [priceIndex, priceIndex.index, exchangeRates, usPriceIndex, vatRates, vatRates[0], about].every(Object.isFrozen),
    ).toBe(true);
    expect(about.leftOut.length).toBeGreaterThan(0);
  });
});
