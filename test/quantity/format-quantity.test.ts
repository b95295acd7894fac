import { describe, expect, test } from 'vitest';
import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { quantity } from '../../src/quantity/quantity.js';

describe('formatQuantity', () => {
  test.each([
    ['1.005', 2, '1.01 tCO2e'],
    ['-0.125', 2, '-0.13 tCO2e'],
    ['38269.5', 0, '38270 tCO2e'],
    ['38269.5', 3, '38269.500 tCO2e'],
    ['-0.4', 0, '0 tCO2e'],
    ['-0.004', 2, '0.00 tCO2e'],
  ])('%s to %i decimals, without a locale, is %s', (value, decimalPlaces, expected) => {
    expect(formatQuantity(quantity(value, 'tCO2e'), { decimalPlaces })).toBe(expected);
  });

  test.each([
    ['en', '38269.5', 1, '38,269.5 tCO2e'],
    ['fi', '38269.5', 1, '38\u00A0269,5 tCO2e'],
    ['sv', '-38269.5', 1, '\u221238\u00A0269,5 tCO2e'],
    ['fi', '-0.04', 1, '0,0 tCO2e'],
    ['fi', '1.005', 2, '1,01 tCO2e'],
    ['en', '123456789012345678901234567890.125', 2, '123,456,789,012,345,678,901,234,567,890.13 tCO2e'],
  ])('in %s, %s to %i decimals is %j: its separators, all digits', (locale, value, decimalPlaces, expected) => {
    expect(formatQuantity(quantity(value, 'tCO2e'), { decimalPlaces, locale })).toBe(expected);
  });

  test('the unit of an intensity is written out', () => {
    const intensity = quantity('5', 'kgCO2e/accommodation-night');
    expect(formatQuantity(intensity, { decimalPlaces: 1 })).toBe('5.0 kgCO2e/accommodation-night');
  });
});
