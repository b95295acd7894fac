import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { findPrices, parsePriceIndex } from '../../src/factor/price-index.js';
import type { PriceIndex } from '../../src/factor/price-index.js';
import { orThrow } from '../../src/outcome.js';
import { SOURCE, issuesOf } from '../support/builders.js';
import { nonZeroTexts } from '../support/rational.js';

const row = { id: 'fi-cpi', currency: 'EUR', source: SOURCE, index: { '2018': '102.2', '2019': '103.3' } };
const anIndex = (changes: Record<string, unknown> = {}): PriceIndex => orThrow(parsePriceIndex({ ...row, ...changes }));
const question = { currency: 'EUR', product: 'catering', fromYear: 2018, toYear: 2019 } as const;

describe('parsePriceIndex', () => {
  test('id, currency, source, values, and the products it holds for', () => {
    const { index, ...rest } = anIndex({ products: ['catering', 'cleaning'] });
    expect(rest).toEqual({ id: 'fi-cpi', currency: 'EUR', source: SOURCE, products: ['catering', 'cleaning'] });
    expect(Object.entries(index).map(([year, value]) => [year, decimalText(value)])).toEqual([
      ['2018', '102.2'],
      ['2019', '103.3'],
    ]);
  });

  test('JSON out and in is the same', () => {
    const years = fc.dictionary(
      fc.integer({ min: 1990, max: 2100 }).map(String),
      nonZeroTexts.map((text) => text.replace('-', '')),
    );
    fc.assert(
      fc.property(years, (index) => {
        const once = anIndex({ index });
        const json = JSON.stringify(once);
        const again = orThrow(parsePriceIndex(JSON.parse(json)));
        expect(again).toEqual(once);
        expect(JSON.stringify(again)).toBe(json);
      }),
    );
  });

  test.each([
    [{ currency: 'JPY' }, 'invalid-value', 'currency'],
    [{ currency: undefined }, 'missing-field', 'currency'],
    [{ source: undefined }, 'missing-field', 'source'],
    [{ source: { ...SOURCE, licence: undefined } }, 'missing-field', 'source.licence'],
    [{ index: undefined }, 'missing-field', 'index'],
    [{ index: '102.2' }, 'invalid-value', 'index'],
    [{ products: 'catering' }, 'invalid-value', 'products'],
    [{ values: {} }, 'unknown-key', 'values'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    const issues = issuesOf(parsePriceIndex({ ...row, ...changes }));
    expect(issues.map(({ code: found, at }) => [found, at?.path])).toEqual([[code, path]]);
  });

  test('a fault of one value names its year', () => {
    const [issue] = issuesOf(parsePriceIndex({ ...row, index: { '2018': '102,2', '2019': '103.3' } }));
    expect([issue?.code, issue?.at?.path?.startsWith('index')]).toEqual(['invalid-number', true]);
    expect(issue?.message).toMatch(/2018.*"102,2"/);
  });
});

describe('findPrices', () => {
  const general = anIndex();
  const food = anIndex({ id: 'fi-food', products: ['catering'], index: { '2018': '100', '2019': '110' } });
  const dollars = anIndex({ id: 'us-cpi', currency: 'USD' });
  const answered = (...indices: readonly PriceIndex[]) => {
    const { index, from, to } = orThrow(findPrices(indices, question));
    return [index.id, decimalText(from), decimalText(to)];
  };

  test('the index of the currency answers with the values of both years', () => {
    expect(answered(dollars, general)).toEqual(['fi-cpi', '102.2', '103.3']);
  });

  test('an index that names the product goes before one for all products', () => {
    expect(answered(general, food)).toEqual(['fi-food', '100', '110']);
    expect(answered(food, general)).toEqual(['fi-food', '100', '110']);
  });

  test('an index that names other products does not answer', () => {
    const cleaning = anIndex({ id: 'fi-cleaning', products: ['cleaning'] });
    expect(answered(cleaning, general)).toEqual(['fi-cpi', '102.2', '103.3']);
    expect(findPrices([cleaning], question).ok).toBe(false);
  });

  test.each([
    ['no index at all', []],
    ['an index of another currency only', [dollars]],
  ])('with %s there is an issue and no ratio of 1', (_, indices) => {
    expect(issuesOf(findPrices(indices, question))).toEqual([
      {
        code: 'price-index-missing',
        severity: 'error',
        message:
          "There is no EUR price index to restate catering from 2018 in prices of 2019. Add an index of the factor's currency that covers both years.",
        detail: { currency: 'EUR', product: 'catering', years: [2018, 2019] },
      },
    ]);
  });

  test.each([
    [{ '2018': '100' }, [2019], '2019'],
    [{ '2019': '100' }, [2018], '2018'],
    [{ '2017': '100', '2020': '101' }, [2018, 2019], '2018 and 2019'],
  ])('with %o the years %o are missing and no neighbour stands in', (index, years, text) => {
    expect(issuesOf(findPrices([anIndex({ index })], question))).toEqual([
      {
        code: 'price-index-missing',
        severity: 'error',
        message: `The index fi-cpi has no value for ${text} to restate catering from 2018 in prices of 2019. Add an index of the factor's currency that covers both years.`,
        detail: { currency: 'EUR', product: 'catering', years },
      },
    ]);
  });

  test('a product index without the year is an issue, although the general one has it', () => {
    const short = anIndex({ id: 'fi-food', products: ['catering'], index: { '2018': '100' } });
    expect(issuesOf(findPrices([short, general], question)).map(({ detail }) => detail)).toEqual([
      { currency: 'EUR', product: 'catering', years: [2019] },
    ]);
  });

  test('two that answer are an issue', () => {
    expect(issuesOf(findPrices([general, anIndex({ id: 'eu-hicp' }), dollars], question))).toEqual([
      {
        code: 'price-index-ambiguous',
        severity: 'error',
        message:
          'More than one EUR price index answers for catering: fi-cpi, eu-hicp. Keep one, or name their products.',
        detail: { currency: 'EUR', product: 'catering', ids: ['fi-cpi', 'eu-hicp'] },
      },
    ]);
    const twice = anIndex({ id: 'fi-meals', products: ['catering'] });
    expect(issuesOf(findPrices([food, twice, general], question)).map(({ code }) => code)).toEqual([
      'price-index-ambiguous',
    ]);
  });
});
