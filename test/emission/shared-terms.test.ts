import { describe, expect, test } from 'vitest';
import { Decimal, ONE } from '../../src/decimal.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { amountTerm, daysTerms, unitTerms } from '../../src/emission/shared-terms.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aContext } from '../support/builders.js';

const decimal = (text: string) => new Decimal(text);
const context = () => prepareContext(aContext([]));

describe('amountTerm', () => {
  test('is the amount over 1, in its own unit and with its sign', () => {
    const amount = { name: 'amount', numerator: decimal('-12.50'), denominator: ONE, unit: 'EUR' };
    expect(amountTerm(quantity('-12.50', 'EUR'))).toEqual(amount);
  });
});

describe('unitTerms', () => {
  test('the same unit needs no term', () => {
    expect(unitTerms(context(), 'kWh', 'kWh')).toEqual([]);
  });

  test.each([
    ['MWh', 'kWh', '1000', '1'],
    ['kWh', 'MWh', '0.001', '1'],
    ['GJ', 'MJ', '1000', '1'],
    ['MJ', 'kWh', '1', '3.6'],
    ['cubic-metre', 'litre', '1000', '1'],
    ['tCO2e', 'kgCO2e', '1000', '1'],
  ] as const)('from %s to %s: × %s ÷ %s', (from, to, numerator, denominator) => {
    expect(unitTerms(context(), from, to)).toEqual([
      { name: 'unit', numerator: decimal(numerator), denominator: decimal(denominator), from, to },
    ]);
  });

  test('one term is shared by all lines of a call', () => {
    const shared = context();
    expect(unitTerms(shared, 'MWh', 'kWh')).toBe(unitTerms(shared, 'MWh', 'kWh'));
  });
});

describe('daysTerms', () => {
  const whole = { from: '2020-12-16', to: '2021-01-15' };

  test('the whole needs no term', () => {
    expect(daysTerms({ ...whole }, whole)).toEqual([]);
  });

  test.each([
    ['its first days', { from: '2020-12-16', to: '2020-12-31' }, 16],
    ['its last days', { from: '2021-01-01', to: '2021-01-15' }, 15],
    ['a day inside', { from: '2021-01-01', to: '2021-01-01' }, 1],
  ])('%s: the days of the part over all days, both ends counted', (_, part, days) => {
    expect(daysTerms(part, whole)).toEqual([
      { name: 'days', numerator: new Decimal(days), denominator: decimal('31'), part, whole },
    ]);
  });
});
