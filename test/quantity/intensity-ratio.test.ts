import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { intensityRatio } from '../../src/quantity/intensity-ratio.js';
import { quantity } from '../../src/quantity/quantity.js';
import { issuesOf } from '../support/builders.js';
import { nonZeroTexts, numberTexts, over, rational, roundedHalfEven, times } from '../support/rational.js';

describe('intensityRatio', () => {
  test('kilograms per one, also where tonnes are given', () => {
    const nights = quantity('4000', 'accommodation-night');
    expect(orThrow(intensityRatio(quantity('20000', 'kgCO2e'), nights))).toEqual(
      quantity('5', 'kgCO2e/accommodation-night'),
    );
    expect(orThrow(intensityRatio(quantity('20', 'tCO2e'), nights))).toEqual(
      quantity('5', 'kgCO2e/accommodation-night'),
    );
  });

  test('the denominator is part of the unit', () => {
    const kilograms = quantity('1', 'kgCO2e');
    expect(orThrow(intensityRatio(kilograms, quantity('3', 'client-day')))).toEqual(
      quantity('0.333333333333', 'kgCO2e/client-day'),
    );
    expect(orThrow(intensityRatio(kilograms, quantity('3', 'square-metre')))).toEqual(
      quantity('0.333333333333', 'kgCO2e/square-metre'),
    );
  });

  test('credits may leave less than nothing', () => {
    expect(orThrow(intensityRatio(quantity('-10', 'kgCO2e'), quantity('4', 'client-day')))).toEqual(
      quantity('-2.5', 'kgCO2e/client-day'),
    );
  });

  test('it is rounded once, and not before dividing', () => {
    expect(orThrow(intensityRatio(quantity('0.0000000000005', 'kgCO2e'), quantity('0.1', 'client-day')))).toEqual(
      quantity('0.000000000005', 'kgCO2e/client-day'),
    );
  });

  test('any emissions per any denominator are rounded once, half-even, to 12 decimals', () => {
    const positive = nonZeroTexts.map((text) => text.replace('-', ''));
    const belowOne = positive
      .map((text) => `0.${text.replace('.', '').slice(0, 20)}`)
      .filter((text) => /[1-9]/.test(text));
    fc.assert(
      fc.property(
        numberTexts,
        fc.constantFrom('kgCO2e', 'tCO2e'),
        fc.oneof(positive, belowOne),
        (emissions, unit, per) => {
          const kilograms = times(rational(emissions), rational(unit === 'tCO2e' ? '1000' : '1'));
          const found = orThrow(intensityRatio(quantity(emissions, unit), quantity(per, 'room-night')));
          expect(decimalText(found.value)).toBe(roundedHalfEven(over(kilograms, rational(per)), 12));
        },
      ),
    );
  });

  test.each(['0', '-1'])('%s nights is an issue, not an intensity', (count) => {
    expect(issuesOf(intensityRatio(quantity('1', 'kgCO2e'), quantity(count, 'accommodation-night')))).toEqual([
      {
        code: 'denominator-zero',
        severity: 'error',
        message: `Emissions cannot be stated per accommodation-night: there are ${count} of them. Check the register for the period.`,
        detail: { unit: 'accommodation-night' },
      },
    ]);
  });
});
