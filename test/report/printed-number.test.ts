import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { printedChange, printedNumber, printedPercent } from '../../src/report/printed-number.js';

describe('numbers in sentences', () => {
  test('are rounded half away from zero, grouped, with a true minus', () => {
    expect(printedNumber(new Decimal('1234567.25'), 1)).toBe('1,234,567.3');
    expect(printedNumber(new Decimal('-1234.5'), 0)).toBe('−1,235');
  });

  test('a change has its sign, and one that rounds to zero has none', () => {
    expect(printedChange(new Decimal('0.25'), 1)).toBe('+0.3');
    expect(printedChange(new Decimal('-0.25'), 1)).toBe('−0.3');
    expect(printedChange(new Decimal('0.04'), 1)).toBe('0.0');
    expect(printedPercent(new Decimal('0.6162'))).toBe('+61.6 %');
  });
});
