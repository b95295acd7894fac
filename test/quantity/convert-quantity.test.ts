import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { HiilitaseError } from '../../src/outcome.js';
import { conversionFraction, convertQuantity } from '../../src/quantity/convert-quantity.js';
import { quantity } from '../../src/quantity/quantity.js';
import { decimals } from '../support/arbitraries.js';
import { exactText, over, rational, roundedHalfEven, times } from '../support/rational.js';

/** Sizes in MJ by the SI: prefixes, and 1 kWh = 3600 kJ. */
const MEGAJOULES = { MJ: '1', GJ: '1000', TJ: '1000000', kWh: '3.6', MWh: '3600', GWh: '3600000' } as const;
const energyUnits = fc.constantFrom(...(Object.keys(MEGAJOULES) as (keyof typeof MEGAJOULES)[]));

describe('convertQuantity', () => {
  test.each([
    ['80', 'MWh', 'kWh', '80000'],
    ['1', 'kWh', 'MJ', '3.6'],
    ['3.6', 'MJ', 'kWh', '1'],
    ['1', 'MJ', 'kWh', '0.277777777778'],
    ['2', 'MJ', 'kWh', '0.555555555556'],
    ['1', 'TJ', 'GWh', '0.277777777778'],
    ['-1', 'MJ', 'kWh', '-0.277777777778'],
    ['0', 'MJ', 'GWh', '0'],
  ] as const)('%s %s, in %s, is %s', (value, from, to, expected) => {
    expect(convertQuantity(quantity(value, from), to)).toEqual(quantity(expected, to));
  });

  test('volumes, masses and emissions convert within themselves', () => {
    expect(convertQuantity(quantity('1.5', 'cubic-metre'), 'litre')).toEqual(quantity('1500', 'litre'));
    expect(convertQuantity(quantity('1', 'kg'), 'tonne')).toEqual(quantity('0.001', 'tonne'));
    expect(convertQuantity(quantity('38269.5', 'tCO2e'), 'kgCO2e')).toEqual(quantity('38269500', 'kgCO2e'));
  });

  test('between any two units of energy the value is rounded once, half-even, to 12 decimals', () => {
    fc.assert(
      fc.property(decimals(30, 30), energyUnits, energyUnits, (value, from, to) => {
        const exact = over(times(rational(value), rational(MEGAJOULES[from])), rational(MEGAJOULES[to]));
        expect(decimalText(convertQuantity(quantity(value, from), to).value)).toBe(roundedHalfEven(exact, 12));
      }),
    );
  });

  test('there and back is the same where the ratio is finite', () => {
    fc.assert(
      fc.property(decimals(20, 6), (value) => {
        for (const unit of ['MJ', 'GJ', 'TJ'] as const) {
          const there = convertQuantity(quantity(value, 'MJ'), unit);
          expect(convertQuantity(there, 'MJ')).toEqual(quantity(value, 'MJ'));
        }
        for (const unit of ['MWh', 'GWh', 'MJ'] as const) {
          const there = convertQuantity(quantity(value, 'kWh'), unit);
          expect(convertQuantity(there, 'kWh')).toEqual(quantity(value, 'kWh'));
        }
        const tonnes = convertQuantity(quantity(value, 'kgCO2e'), 'tCO2e');
        expect(convertQuantity(tonnes, 'kgCO2e')).toEqual(quantity(value, 'kgCO2e'));
        const litres = convertQuantity(quantity(value, 'cubic-metre'), 'litre');
        expect(convertQuantity(litres, 'cubic-metre')).toEqual(quantity(value, 'cubic-metre'));
      }),
    );
  });

  test.each([
    ['litre', 'kWh'],
    ['kg', 'kgCO2e'],
    ['EUR', 'USD'],
    ['km', 'passenger-km'],
    ['accommodation-night', 'client-day'],
    ['client-day', 'place-day'],
    ['accommodation-night', 'room-night'],
  ] as const)('%s to %s throws: they measure different things', (from, to) => {
    expect(() => convertQuantity(quantity('1', from), to as never)).toThrow(
      `${from} cannot be converted to ${to}: they measure different things. [program-error]`,
    );
  });

  test.each(['mwh', 'kgCO2e/kWh', 'constructor'])('a unit %s that is none throws the one error class', (unit) => {
    expect(() => convertQuantity(quantity('1', 'kWh'), unit as 'MWh')).toThrow(HiilitaseError);
  });
});

describe('conversionFraction', () => {
  test.each([
    ['MWh', 'kWh', '1000', '1'],
    ['kWh', 'MWh', '0.001', '1'],
    ['kWh', 'kWh', '1', '1'],
    ['kWh', 'MJ', '3.6', '1'],
    ['MJ', 'kWh', '1', '3.6'],
    ['TJ', 'GWh', '1000000', '3600000'],
    ['kgCO2e', 'tCO2e', '0.001', '1'],
  ] as const)('one %s, in %s, is %s ÷ %s', (from, to, numerator, denominator) => {
    const fraction = conversionFraction(from, to);
    expect([decimalText(fraction.numerator), decimalText(fraction.denominator)]).toEqual([numerator, denominator]);
  });

  test('it is exact between any two units of energy', () => {
    fc.assert(
      fc.property(energyUnits, energyUnits, (from, to) => {
        const { numerator, denominator } = conversionFraction(from, to);
        const found = times(rational(decimalText(numerator)), rational(MEGAJOULES[to]));
        const expected = times(rational(decimalText(denominator)), rational(MEGAJOULES[from]));
        expect(exactText(found)).toBe(exactText(expected));
      }),
    );
  });
});
