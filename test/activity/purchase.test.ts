import { describe, expect, test } from 'vitest';
import { purchaseSchema } from '../../src/activity/purchase.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const purchase = {
  id: 'p-2',
  kind: 'purchase',
  date: '2021-05-04',
  product: 'catering',
  amount: { value: '124.00', unit: 'EUR' },
  vat: 'included',
  vatRate: '0.14',
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(purchaseSchema, { ...purchase, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('purchaseSchema', () => {
  test('money, VAT basis and rate are read exactly', () => {
    const { amount, vat, vatRate } = orThrow(readWith(purchaseSchema, purchase));
    expect([amount, vat, vatRate && decimalText(vatRate)]).toEqual([quantity('124', 'EUR'), 'included', '0.14']);
  });

  test('a credit note is negative', () => {
    const credit = orThrow(readWith(purchaseSchema, { ...purchase, amount: { value: '-500.00', unit: 'USD' } }));
    expect(credit.amount).toEqual(quantity('-500', 'USD'));
  });

  test('where it was folded from is kept', () => {
    const folded = { mapping: 'accounts', rules: ['rule 1'], group: 'catering/oulu/2021-05/excluded', rows: 12 };
    expect(orThrow(readWith(purchaseSchema, { ...purchase, folded })).folded).toEqual(folded);
  });

  test.each(['purchased-goods-and-services', 'capital-goods'])('it may be counted as %s', (category) => {
    expect(orThrow(readWith(purchaseSchema, { ...purchase, category })).category).toBe(category);
  });

  test('the VAT basis is never guessed', () => {
    expect(faults({ vat: undefined })).toEqual([['missing-field', 'vat']]);
    expect(faults({ vat: 'without' })).toEqual([['invalid-value', 'vat']]);
  });

  test.each([
    [{ amount: { value: '124', unit: 'kWh' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '124', unit: '€' } }, 'unknown-unit', 'amount.unit'],
    [{ amount: '124.00 EUR' }, 'invalid-value', 'amount'],
    [{ product: undefined }, 'missing-field', 'product'],
    [{ vatRate: '14' }, 'invalid-value', 'vatRate'],
    [{ vatRate: '-0.14' }, 'invalid-value', 'vatRate'],
    [{ category: 'business-travel' }, 'invalid-value', 'category'],
    [{ folded: { mapping: 'm', rules: [], group: 'g', rows: 0 } }, 'invalid-value', 'folded.rows'],
    [{ folded: { mapping: 'm', rules: [], group: 'g', rows: 1.5 } }, 'invalid-value', 'folded.rows'],
    [{ folded: { mapping: 'm', rules: [], group: 'g' } }, 'missing-field', 'folded.rows'],
    [{ currency: 'EUR' }, 'unknown-key', 'currency'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});
