import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EmissionLine } from '../../src/emission/emission-line.js';
import { linesCounted, totalEmissions, totalsBy } from '../../src/inventory/totals.js';
import { quantity, sumQuantities } from '../../src/quantity/quantity.js';
import { aLine, anInventory, deepFreeze } from '../support/builders.js';
import { exactText, numberTexts, over, plus, rational } from '../support/rational.js';

const energy = { scope: 2, category: 'purchased-electricity', kind: 'purchased-electricity' } as const;
const leased = { scope: 3, category: 'upstream-leased-assets', kind: 'purchased-heat' } as const;
const inventory = deepFreeze(
  anInventory([
    aLine('1000.5', { id: 'oil', scope: 1, category: 'stationary-combustion', kind: 'stationary-combustion' }),
    aLine('200', { id: 'e/location', ...energy, basis: 'location-based', site: 'oulu' }),
    aLine('700', { id: 'e/market', ...energy, basis: 'market-based', site: 'oulu' }),
    aLine('30', { id: 'h/location', ...leased, basis: 'location-based' }),
    aLine('40', { id: 'h/market', ...leased, basis: 'market-based' }),
    aLine('-0.000000000001', { id: 'credit', site: 'oulu' }),
  ]),
);
const LOCATION = { scope2: 'location-based' } as const;
const MARKET = { scope2: 'market-based' } as const;

describe('linesCounted', () => {
  test('one basis is taken whatever the scope, together with all lines that have none', () => {
    expect(linesCounted(inventory, LOCATION).map(({ id }) => id)).toEqual([
      'oil',
      'e/location',
      'h/location',
      'credit',
    ]);
    expect(linesCounted(inventory, MARKET).map(({ id }) => id)).toEqual(['oil', 'e/market', 'h/market', 'credit']);
  });

  test('a condition takes from those', () => {
    const where = ({ site }: EmissionLine) => site === 'oulu';
    expect(linesCounted(inventory, { ...MARKET, where }).map(({ id }) => id)).toEqual(['e/market', 'credit']);
  });
});

describe('totalEmissions', () => {
  test('is the exact sum in tonnes, a basis at a time', () => {
    expect(totalEmissions(inventory, LOCATION)).toEqual(quantity('1.230499999999999', 'tCO2e'));
    expect(totalEmissions(inventory, MARKET)).toEqual(quantity('1.740499999999999', 'tCO2e'));
  });

  test('a condition that no line meets totals zero, and so does an empty inventory', () => {
    expect(totalEmissions(inventory, { ...LOCATION, where: () => false })).toEqual(quantity('0', 'tCO2e'));
    expect(totalEmissions(anInventory([]), LOCATION)).toEqual(quantity('0', 'tCO2e'));
  });

  test('what cancels out is 0 and not -0', () => {
    const { value } = totalEmissions(anInventory([aLine('-5'), aLine('5')]), LOCATION);
    expect([value.isZero(), value.isNegative()]).toEqual([true, false]);
  });

  test('a gram beside a billion tonnes is not lost', () => {
    const lines = ['1000000000000', '0.001', '0.000000000001'].map((kilograms) => aLine(kilograms));
    expect(totalEmissions(anInventory(lines), LOCATION)).toEqual(quantity('1000000000.000001000000001', 'tCO2e'));
  });

  test('any lines sum to what fractions sum to', () => {
    fc.assert(
      fc.property(fc.array(numberTexts, { maxLength: 12 }), (texts) => {
        const total = totalEmissions(anInventory(texts.map((text) => aLine(text))), LOCATION);
        const kilograms = texts.map(rational).reduce(plus, rational('0'));
        expect(total.value.toFixed()).toBe(exactText(over(kilograms, rational('1000'))));
      }),
    );
  });
});

describe('totalsBy', () => {
  test('splits by a text, in the order of its code units, where a line without it has its own', () => {
    expect([...totalsBy(inventory, MARKET, ({ site }) => site ?? '')]).toEqual([
      ['', quantity('1.0405', 'tCO2e')],
      ['oulu', quantity('0.699999999999999', 'tCO2e')],
    ]);
    const sites = ['ö', 'Z', 'a', 'ä', 'B'].map((site) => aLine('1', { site }));
    expect([...totalsBy(anInventory(sites), LOCATION, ({ site }) => String(site)).keys()]).toEqual([
      'B',
      'Z',
      'a',
      'ä',
      'ö',
    ]);
  });

  test('splits by a number, in the order of its size', () => {
    expect([...totalsBy(inventory, LOCATION, ({ scope }) => scope)]).toEqual([
      [1, quantity('1.0005', 'tCO2e')],
      [2, quantity('0.2', 'tCO2e')],
      [3, quantity('0.029999999999999', 'tCO2e')],
    ]);
    const years = [10, 9, 100].map((year) => aLine('1', { id: String(year) }));
    expect([...totalsBy(anInventory(years), LOCATION, ({ id }) => Number(id)).keys()]).toEqual([9, 10, 100]);
  });

  test('a condition takes from the lines before they are split', () => {
    const where = ({ scope }: EmissionLine) => scope !== 1;
    expect([...totalsBy(inventory, { ...MARKET, where }, ({ scope }) => scope).keys()]).toEqual([2, 3]);
  });

  test('a group of zero is a group, and no lines have none', () => {
    expect([...totalsBy(anInventory([aLine('0')]), LOCATION, ({ scope }) => scope)]).toEqual([
      [3, quantity('0', 'tCO2e')],
    ]);
    expect(totalsBy(anInventory([]), LOCATION, ({ scope }) => scope).size).toBe(0);
  });

  test('whatever the key, the parts add up to the total digit for digit', () => {
    const lines = fc.array(
      fc.tuple(
        numberTexts,
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('location-based', 'market-based', undefined),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('location-based', 'market-based'), (drawn, scope2) => {
        const all = drawn.map(([kilograms, site, basis]) =>
          aLine(kilograms, { site, ...(basis === undefined ? {} : { basis }) }),
        );
        const parts = totalsBy(anInventory(all), { scope2 }, ({ site }) => String(site));
        expect(sumQuantities('tCO2e', parts.values())).toEqual(totalEmissions(anInventory(all), { scope2 }));
      }),
    );
  });
});
