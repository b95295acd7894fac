import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { findRate, parseExchangeRates } from '../../src/factor/exchange-rates.js';
import { orThrow } from '../../src/outcome.js';
import { SOURCE, issuesOf } from '../support/builders.js';
import { nonZeroTexts } from '../support/rational.js';

const row = {
  id: 'ecb',
  source: SOURCE,
  base: 'EUR',
  rates: { USD: { '2022': '1.0530' }, SEK: { '2022': '10.6296', '2021': '10.1465' } },
};
const rates = orThrow(parseExchangeRates(row));

describe('parseExchangeRates', () => {
  test('a table of the base currency itself is an issue: it says nothing, or the base is wrong', () => {
    const issues = issuesOf(parseExchangeRates({ ...row, rates: { ...row.rates, EUR: { '2022': '1' } } }));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([['invalid-value', 'rates.EUR']]);
  });

  test('JSON out and in is the same', () => {
    const years = fc.dictionary(
      fc.integer({ min: 1990, max: 2100 }).map(String),
      nonZeroTexts.map((text) => text.replace('-', '')),
    );
    const tables = fc.record(
      { USD: years, GBP: years, SEK: years, NOK: years, DKK: years, CHF: years },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(tables, (table) => {
        const once = orThrow(parseExchangeRates({ ...row, rates: table }));
        const json = JSON.stringify(once);
        const again = orThrow(parseExchangeRates(JSON.parse(json)));
        expect(again).toEqual(once);
        expect(JSON.stringify(again)).toBe(json);
      }),
    );
  });

  test.each([
    [{ base: 'euro' }, 'invalid-value', 'base'],
    [{ base: undefined }, 'missing-field', 'base'],
    [{ rates: { JPY: { '2022': '138' } } }, 'unknown-key', 'rates.JPY'],
    [JSON.parse('{"rates":{"__proto__":{"2022":"1"}}}'), 'unknown-key', 'rates.__proto__'],
    [{ rates: { USD: '1.0530' } }, 'invalid-value', 'rates.USD'],
    [{ rates: undefined }, 'missing-field', 'rates'],
    [{ date: '2022' }, 'unknown-key', 'date'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    const issues = issuesOf(parseExchangeRates({ ...row, ...changes }));
    expect(issues.map(({ code: found, at }) => [found, at?.path])).toEqual([[code, path]]);
  });

  test('a rate is above zero', () => {
    const issues = issuesOf(parseExchangeRates({ ...row, rates: { USD: { '2022': '0' } } }));
    expect(issues.map(({ code, at }) => [code, at?.path?.startsWith('rates.USD')])).toEqual([['invalid-value', true]]);
  });
});

describe('findRate', () => {
  const fraction = (from: 'EUR' | 'USD' | 'SEK' | 'NOK', to: 'EUR' | 'USD' | 'SEK' | 'NOK', year = 2022) => {
    const { numerator, denominator, id } = orThrow(findRate(rates, { from, to, year }));
    return [decimalText(numerator), decimalText(denominator), id];
  };

  test('from the base a rate multiplies, towards it a rate divides', () => {
    expect(fraction('EUR', 'USD')).toEqual(['1.053', '1', 'ecb']);
    expect(fraction('USD', 'EUR')).toEqual(['1', '1.053', 'ecb']);
  });

  test('between two others it goes through the base, and nothing is rounded on the way', () => {
    expect(fraction('USD', 'SEK')).toEqual(['10.6296', '1.053', 'ecb']);
    expect(fraction('SEK', 'USD')).toEqual(['1.053', '10.6296', 'ecb']);
  });

  test('it is the rate of the year asked for', () => {
    expect(fraction('EUR', 'SEK', 2021)).toEqual(['10.1465', '1', 'ecb']);
  });

  test.each([
    ['a currency without rates', 'EUR', 'NOK', 2022],
    ['a year without a rate', 'USD', 'EUR', 2021],
    ['one of two without the year', 'SEK', 'USD', 2021],
    ['one of two without the year', 'USD', 'SEK', 2021],
  ] as const)('%s is an issue: %s to %s in %i', (_, from, to, year) => {
    expect(issuesOf(findRate(rates, { from, to, year }))).toEqual([
      {
        code: 'exchange-rate-missing',
        severity: 'error',
        message: `There is no exchange rate from ${from} to ${to} for ${year}, the year of the spend. Add the yearly average with its source.`,
        detail: { from, to, year },
      },
    ]);
  });

  test('without any rates there is an issue and no rate of 1', () => {
    const issues = issuesOf(findRate(undefined, { from: 'USD', to: 'EUR', year: 2022 }));
    expect(issues.map(({ code }) => code)).toEqual(['exchange-rate-missing']);
  });
});
