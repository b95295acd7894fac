import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { findMargin, parsePriceMargins } from '../../src/factor/price-margin.js';
import { orThrow } from '../../src/outcome.js';
import { SOURCE, issuesOf } from '../support/builders.js';

const row = (changes: object = {}) => ({ id: 'food', products: ['food'], share: '0.3', source: SOURCE, ...changes });
const general = row({ id: 'all', products: undefined, share: '0' });
const found = (rows: readonly unknown[], product: string) =>
  findMargin(orThrow(parsePriceMargins(rows)), { factorId: 'f-1', product });

describe('parsePriceMargins', () => {
  test('id, products, share, source; a share of zero is a value', () => {
    expect(orThrow(parsePriceMargins([row(), general]))).toEqual([
      { id: 'food', products: ['food'], share: new Decimal('0.3'), source: SOURCE },
      { id: 'all', products: undefined, share: new Decimal(0), source: SOURCE },
    ]);
  });

  test.each([
    [{ share: '1' }, 'invalid-value', 'share'],
    [{ share: '-0.1' }, 'invalid-value', 'share'],
    [{ share: undefined }, 'missing-field', 'share'],
    [{ share: '30 %' }, 'invalid-number', 'share'],
    [{ source: undefined }, 'missing-field', 'source'],
    [{ products: [] }, 'invalid-value', 'products'],
    [{ rate: '0.3' }, 'unknown-key', 'rate'],
  ])('%o is refused: %s at %s, with its row', (changes, code, path) => {
    const issues = issuesOf(parsePriceMargins([general, row(changes)]));
    expect(issues.map(({ code: is, at }) => [is, at?.row, at?.path])).toEqual([[code, 2, path]]);
  });

  test('two margins of one id are an issue beside all other faults', () => {
    const issues = issuesOf(parsePriceMargins([row(), row({ share: '2' })]));
    expect(issues.map(({ code }) => code)).toEqual(['invalid-value', 'duplicate-id']);
    expect(issuesOf(parsePriceMargins([row(), row()])).map(({ code }) => code)).toEqual(['duplicate-id']);
  });
});

describe('findMargin', () => {
  test('a margin that names the product goes before one for all products', () => {
    expect(orThrow(found([general, row()], 'food')).id).toBe('food');
    expect(orThrow(found([row(), general], 'fuel')).id).toBe('all');
  });

  test('none is an issue that says what to state', () => {
    expect(issuesOf(found([row()], 'fuel'))).toEqual([
      {
        code: 'price-basis-unsupported',
        severity: 'error',
        message:
          'The factor f-1 is stated in basic prices; spend is in purchaser prices. State the margin of fuel in priceMargins, or use a purchaser-price factor.',
        detail: { id: 'f-1', priceBasis: 'basic' },
      },
    ]);
  });

  test('two that answer are an issue with both names', () => {
    expect(issuesOf(found([row(), row({ id: 'meals', products: ['meal', 'food'] }), general], 'food'))).toEqual([
      {
        code: 'price-margin-ambiguous',
        severity: 'error',
        message: 'More than one price margin answers for food: food, meals. Keep one, or name their products.',
        detail: { product: 'food', ids: ['food', 'meals'] },
      },
    ]);
  });
});
