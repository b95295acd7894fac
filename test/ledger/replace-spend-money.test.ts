import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { withReplacedMoney } from '../../src/ledger/replace-spend-money.js';

function replaced(amount: string, days: number, weights: readonly string[]) {
  const parts = weights.map((weight) => ({ weight: new Decimal(weight) }));
  return withReplacedMoney(new Decimal(amount), days, parts).map(({ money }) => decimalText(money));
}

describe('withReplacedMoney', () => {
  test.each([
    // 100 × 7 ÷ 12 = 58.333…; 100 × 0.5; half a cent to the even one, down and up; all of it
    ['100', 12, ['7'], ['58.33']],
    ['100', 1, ['0.5'], ['50']],
    ['0.01', 1, ['0.5'], ['0']],
    ['0.03', 1, ['0.5'], ['0.02']],
    ['0.05', 3, ['3'], ['0.05']],
  ])('of %s over %i days, weights %j take %j', (amount, days, weights, money) => {
    expect(replaced(amount, days, weights)).toEqual(money);
    const negative = money.map((text) => (text === '0' ? text : `-${text}`));
    expect(replaced(`-${amount}`, days, weights)).toEqual(negative);
  });

  test('parts never take more than the purchase: two halves of three cents are two and one', () => {
    expect(replaced('0.03', 1, ['0.5', '0.5'])).toEqual(['0.02', '0.01']);
  });

  test('the cent that is missing goes to the largest remainder, not to the first part', () => {
    // 1.00 in thirds: 16.67, 33.33 and 50 cents, together 100
    expect(replaced('1', 6, ['1', '2', '3'])).toEqual(['0.17', '0.33', '0.5']);
    // 33.33… and 66.67 cents
    expect(replaced('1', 3, ['1', '2'])).toEqual(['0.33', '0.67']);
  });

  test('an amount with more decimals is rounded to its own last one, so that a full share leaves nothing', () => {
    expect(replaced('33.3333', 1, ['1'])).toEqual(['33.3333']);
    expect(replaced('0.008', 10, ['9'])).toEqual(['0.007']);
  });

  test('nothing is replaced of nothing, and no part of a purchase without parts', () => {
    expect(replaced('0', 1, ['0.4', '0.6'])).toEqual(['0', '0']);
    expect(replaced('5', 1, [])).toEqual([]);
  });
});
