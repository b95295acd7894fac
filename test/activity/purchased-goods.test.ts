import { describe, expect, test } from 'vitest';
import { purchasedGoodsSchema } from '../../src/activity/purchased-goods.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const bought = {
  id: 'g-1',
  kind: 'purchased-goods',
  date: '2021-05-04',
  amount: { value: '750', unit: 'kg' },
  method: 'average-data',
};
const goods = { ...bought, product: 'paper' };
const mix = [
  { of: 'paper-of-the-supplier', share: '0.7' },
  { of: 'paper', share: '0.3' },
];
const found = (input: unknown) =>
  issuesOf(readWith(purchasedGoodsSchema, input)).map(({ code, at }) => [code, at?.path]);

describe('purchasedGoodsSchema', () => {
  test.each(['kg', 'tonne', 'litre', 'MWh', 'piece', 'square-metre'] as const)('goods are counted in %s', (unit) => {
    const read = orThrow(readWith(purchasedGoodsSchema, { ...goods, amount: { value: '750', unit } }));
    expect(read).toEqual({ ...goods, amount: quantity('750', unit) });
  });

  test('several products are read with their shares', () => {
    const read = orThrow(readWith(purchasedGoodsSchema, { ...bought, mix }));
    expect(JSON.parse(JSON.stringify(read))).toEqual({ ...bought, mix });
  });

  test.each(['supplier-specific', 'average-data'])('the factor may be %s', (method) => {
    expect(orThrow(readWith(purchasedGoodsSchema, { ...goods, method })).method).toBe(method);
  });

  test.each(['purchased-goods-and-services', 'capital-goods'])('they may be counted as %s', (category) => {
    expect(orThrow(readWith(purchasedGoodsSchema, { ...goods, category })).category).toBe(category);
  });

  test.each([
    ['neither', bought],
    ['both', { ...goods, mix }],
  ])('they are one product or a mix: %s is an issue', (value, input) => {
    expect(issuesOf(readWith(purchasedGoodsSchema, input)).map(({ detail, at }) => [detail, at])).toEqual([
      [{ value, expected: 'product or mix', nearest: [] }, { path: 'product' }],
    ]);
  });

  test.each([
    [{ method: undefined }, 'missing-field', 'method'],
    [{ method: 'spend-based' }, 'invalid-value', 'method'],
    [{ product: '' }, 'invalid-value', 'product'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '750', unit: 'EUR' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-750', unit: 'kg' } }, 'negative-amount', 'amount'],
    [{ category: 'business-travel' }, 'invalid-value', 'category'],
    [{ vat: 'excluded' }, 'unknown-key', 'vat'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...goods, ...changes })).toEqual([[code, path]]);
  });

  test('shares that do not come to a whole are an issue at the mix', () => {
    expect(found({ ...bought, mix: [{ of: 'paper', share: '0.9' }] })).toEqual([['shares-not-one', 'mix']]);
    expect(found({ ...bought, mix: [{ of: 'paper', share: '9' }] })).toEqual([['invalid-value', 'mix.0.share']]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(purchasedGoodsSchema, { ...goods, products: 'x' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['product']);
  });
});
