import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { quantity } from '../../src/quantity/quantity.js';
import { suppressSmallParts } from '../../src/reception/suppress-small-parts.js';

const part = (key: string, clients: number, kilograms = 10, nights = 5) => ({
  key,
  emissions: quantity(kilograms, 'kgCO2e'),
  days: quantity(nights, 'accommodation-night'),
  intensity: quantity(nights === 0 ? 0 : 2, 'kgCO2e/accommodation-night'),
  meanClients: new Decimal(clients),
});
const breakdown = (...parts: readonly ReturnType<typeof part>[]) => ({
  by: 'site' as const,
  per: 'accommodation-night' as const,
  parts,
  unassigned: quantity('1', 'kgCO2e'),
  withoutEmissions: [],
});
const shownOf = (clients: readonly number[], fewerThan = 10) => {
  const parts = clients.map((count, index) => part(`site-${index}`, count));
  return suppressSmallParts(breakdown(...parts), { fewerThan });
};

describe('suppressSmallParts', () => {
  test('parts that are large enough all stay, the bound itself included', () => {
    const published = shownOf([10, 40]);
    expect(published.parts).toHaveLength(2);
    expect(published).not.toHaveProperty('suppressed');
  });

  test('one small part takes the next smallest with it, since it could be found again by subtraction', () => {
    const published = shownOf([40, 3, 12]);
    expect(published.parts.map(({ key }) => key)).toEqual(['site-0']);
    expect(published.suppressed).toEqual({
      count: 2,
      emissions: quantity('20', 'kgCO2e'),
      days: quantity('10', 'accommodation-night'),
      intensity: quantity('2', 'kgCO2e/accommodation-night'),
    });
  });

  test('small parts that have too few clients between them take one more', () => {
    expect(shownOf([2, 3, 30, 50]).suppressed?.count).toBe(3);
    expect(shownOf([6, 4, 30, 50]).suppressed?.count).toBe(2);
  });

  test('suppressed parts without a night have no intensity', () => {
    const published = suppressSmallParts(breakdown(part('a', 0, 10, 0), part('b', 1, 5, 0)), { fewerThan: 10 });
    expect(published.suppressed).toEqual({
      count: 2,
      emissions: quantity('15', 'kgCO2e'),
      days: quantity('0', 'accommodation-night'),
    });
  });

  test('names of suppressed parts are nowhere in the result', () => {
    expect(JSON.stringify(shownOf([3, 2, 80]))).not.toMatch(/site-[01]/);
  });

  test('what is shown and what is suppressed add up to the breakdown, and no small part is shown', () => {
    const parts = fc.array(fc.tuple(fc.nat(40), fc.nat(1000)), { maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 20 }), (given, fewerThan) => {
        const all = given.map(([clients, kilograms], index) => part(`site-${index}`, clients, kilograms));
        const published = suppressSmallParts(breakdown(...all), { fewerThan });
        const shown = published.parts.map(({ emissions }) => emissions.value);
        const hidden = published.suppressed?.emissions.value ?? new Decimal(0);
        const whole = all.map(({ emissions }) => emissions.value);
        expect(decimalText(sumOf([...shown, hidden]))).toBe(decimalText(sumOf(whole)));
        expect(published.parts.every(({ meanClients }) => !meanClients.lessThan(fewerThan))).toBe(true);
        expect(published.suppressed?.count === 1 && all.length > 1).toBe(false);
      }),
    );
  });
});
