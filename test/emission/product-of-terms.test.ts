import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { emissionsOf, productOf, sharedProducts, sharedRatio } from '../../src/emission/product-of-terms.js';
import { fraction } from '../../src/emission/term.js';
import type { Term } from '../../src/emission/term.js';
import { quantity } from '../../src/quantity/quantity.js';
import { nonZeroTexts, numberTexts, over, rational, roundedHalfEven, times } from '../support/rational.js';

const term = (numerator: string, denominator = '1'): Term => ({
  name: 'amount',
  ...fraction(new Decimal(numerator), new Decimal(denominator)),
  unit: 'kgCO2e',
});
const kilograms = (...terms: readonly Term[]) => decimalText(emissionsOf(terms).value);

describe('emissionsOf', () => {
  test('numerators are multiplied, denominators divided out once', () => {
    // 1000 · 16 ÷ 31 · 2.66 = 1372.903225806451 612…
    expect(emissionsOf([term('1000'), term('16', '31'), term('2.66')])).toEqual(
      quantity('1372.903225806452', 'kgCO2e'),
    );
  });

  test('a third of three is one, since nothing is rounded between the terms', () => {
    expect(kilograms(term('1', '3'), term('3'))).toBe('1');
  });

  test('a tie goes to the even neighbour, on either side of zero', () => {
    expect(kilograms(term('0.0000000000005'))).toBe('0');
    expect(kilograms(term('0.0000000000015'))).toBe('0.000000000002');
    expect(kilograms(term('-0.0000000000025'))).toBe('-0.000000000002');
    expect(kilograms(term('-0.0000000000005'), term('1', '1'))).toBe('0');
    expect(kilograms(term('1', '8'), term('0.00000000002'))).toBe('0.000000000002');
  });

  test('no terms are the empty product: one kilogram', () => {
    expect(kilograms()).toBe('1');
  });

  test('the order of the terms does not matter', () => {
    const terms = [term('1240', '7'), term('-3'), term('102', '1.24')];
    expect(kilograms(...terms)).toBe(kilograms(...[...terms].reverse()));
  });

  test('any three accepted fractions give their exact value, rounded once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(numberTexts, nonZeroTexts), { minLength: 1, maxLength: 3 }), (pairs) => {
        const exact = pairs
          .map(([numerator, denominator]) => over(rational(numerator), rational(denominator)))
          .reduce(times);
        expect(kilograms(...pairs.map((pair) => term(...pair)))).toBe(roundedHalfEven(exact, 12));
      }),
    );
  });

  test('a product of any length is exact before it is rounded once', () => {
    // (10³⁰)¹⁸ × 10⁻⁵⁴⁰ = 1: 541 digits before the division.
    const many = Array.from({ length: 18 }, () => term(`1${'0'.repeat(29)}`));
    const few = Array.from({ length: 18 }, () => ({ ...term('1'), denominator: new Decimal(`1${'0'.repeat(29)}`) }));
    expect(emissionsOf([...many, ...few])).toEqual(quantity('1', 'kgCO2e'));
  });

  test('short terms, shared ones among them, give their exact value too, whether their product is known or not', () => {
    const whole = fc.integer({ min: 1, max: 99_999 }).map(String);
    const money = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat({ max: 99 }));
    const amount = money.map(([units, cents]) => `${units}.${String(cents).padStart(2, '0')}`);
    const factor = fc.nat({ max: 99_999 }).map((digits) => `0.${String(digits).padStart(5, '0')}`);
    fc.assert(
      fc.property(amount, fc.tuple(whole, whole), fc.tuple(whole, whole), factor, (own, days, prices, perUnit) => {
        const unit = fraction(new Decimal(prices[0]), new Decimal(prices[1]));
        const shared: Term[] = [
          { name: 'unit', ...unit, from: 'kWh', to: 'MWh' },
          { name: 'factor', ...fraction(new Decimal(perUnit)), factorId: 'f', unit: 'kgCO2e/MWh', source: 's' },
        ];
        const terms = [term(own), term(...days), ...shared];
        const exact = [
          rational(own),
          over(rational(days[0]), rational(days[1])),
          over(rational(prices[0]), rational(prices[1])),
          rational(perUnit),
        ].reduce(times);
        const expected = roundedHalfEven(exact, 12);
        const tree = sharedProducts();
        const common = sharedRatio(productOf(shared));
        expect(decimalText(emissionsOf(terms, tree).value)).toBe(expected);
        expect(decimalText(emissionsOf(terms, tree).value)).toBe(expected);
        expect(decimalText(emissionsOf(terms, undefined, common).value)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
