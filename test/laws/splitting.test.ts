import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, calendarYear, totalEmissions } from '../../src/index.js';
import type { Inventory } from '../../src/index.js';
import { activities, amountsOf, dateAfter, decimals, factorSets, flows } from '../support/arbitraries.js';
import { inventoryOf } from '../support/random-inventory.js';

const BASES = ['location-based', 'market-based'] as const;

/** The kilograms of the lines of one basis, and how many lines there are. */
function sums(
  inventories: readonly Inventory[],
  scope2: (typeof BASES)[number],
): { kilograms: Decimal; lines: number } {
  const tonnes = inventories.map((inventory) => totalEmissions(inventory, { scope2 }).value);
  const lines = inventories.flatMap((inventory) =>
    inventory.lines.filter(
      ({ basis, outsideScopes }) => outsideScopes === undefined && (basis === undefined || basis === scope2),
    ),
  );
  return { kilograms: tonnes.reduce((sum, value) => sum.plus(value), new Decimal(0)).times(1000), lines: lines.length };
}

/** A part may move a total by at most 10⁻¹² kg for each line that it adds, and not at all where it adds none. */
function expectSameTotal(whole: readonly Inventory[], parts: readonly Inventory[]): void {
  for (const scope2 of BASES) {
    const [before, after] = [sums(whole, scope2), sums(parts, scope2)];
    const moved = after.kilograms.minus(before.kilograms).abs();
    const allowed = new Decimal('0.000000000001').times(after.lines - before.lines);
    expect(
      moved.lessThanOrEqualTo(allowed) ? 'within' : `moved ${moved.toFixed()} kg, allowed ${allowed.toFixed()}`,
    ).toBe('within');
  }
}

/** A purchase or another activity, and the same in two parts whose amounts add up to it. */
const splitByAmount = fc.tuple(amountsOf, decimals(7, 6)).map(([activity, part]) => {
  const { value, unit } = activity['amount'] as { value: string; unit: string };
  const whole = new Decimal(value);
  // Only purchases may be negative: the first part is at most the whole of it.
  const first = whole.abs().lessThan(part) ? whole : new Decimal(part).times(whole.isNegative() ? -1 : 1);
  const withAmount = (id: string, amount: Decimal) => ({ ...activity, id, amount: { value: amount.toFixed(), unit } });
  return {
    whole: [withAmount('whole', whole)],
    parts: [withAmount('first', first), withAmount('second', whole.minus(first))],
  };
});

/** Amounts of six decimals in the factor's own unit on one day: with a factor of six decimals nothing is rounded. */
const EXACT = [
  { kind: 'mobile-combustion', fuel: 'diesel', unit: 'litre' },
  { kind: 'stationary-combustion', fuel: 'light-fuel-oil', unit: 'litre', contractHolder: 'reporter' },
  { kind: 'purchased-heat', network: 'river-town', unit: 'kWh', contractHolder: 'landlord' },
  { kind: 'flight', haul: 'short', cabin: 'economy', unit: 'passenger-km' },
  { kind: 'supplier-reported', scope3Category: 'business-travel', source: 'statement', unit: 'kgCO2e' },
] as const;
const exactKinds = fc.constantFrom(...EXACT);

function exactly(id: string, { unit, ...kind }: (typeof EXACT)[number], amount: string) {
  return { id, date: '2021-05-04', ...kind, amount: { value: amount, unit } };
}

describe('splitting an activity by amount', () => {
  test('moves a total by at most one quantum for each extra line', () => {
    fc.assert(
      fc.property(splitByAmount, factorSets, ({ whole, parts }, factors) => {
        expectSameTotal([inventoryOf(whole, factors)], [inventoryOf(parts, factors)]);
      }),
      { numRuns: 500 },
    );
  });

  test('moves nothing where the terms divide out', () => {
    fc.assert(
      fc.property(exactKinds, decimals(7, 6), decimals(7, 6), factorSets, (kind, a, b, factors) => {
        const sum = new Decimal(a).plus(b).toFixed();
        const whole = sums([inventoryOf([exactly('whole', kind, sum)], factors)], 'location-based');
        const parts = sums([inventoryOf([exactly('a', kind, a), exactly('b', kind, b)], factors)], 'location-based');
        expect(parts.kilograms).toEqual(whole.kilograms);
      }),
      { numRuns: 500 },
    );
  });
});

describe('splitting by days', () => {
  test('a year reported in two periods sums to the year', () => {
    fc.assert(
      fc.property(activities, factorSets, fc.integer({ min: 1, max: 364 }), (activity, factors, days) => {
        const rows = [{ id: 'whole', ...activity }];
        const first = { from: '2021-01-01', to: dateAfter('2021-01-01', days - 1) };
        const second = { from: dateAfter('2021-01-01', days), to: '2021-12-31' };
        expectSameTotal(
          [inventoryOf(rows, factors, calendarYear(2021))],
          [inventoryOf(rows, factors, first), inventoryOf(rows, factors, second)],
        );
      }),
      { numRuns: 500 },
    );
  });

  test('an activity told as two, each with its days and their part of the amount, sums to the one', () => {
    const days = fc.tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }).filter((rest) => rest > 0),
    );
    fc.assert(
      fc.property(flows, decimals(5, 6), days, factorSets, (activity, daily, [start, first, second], factors) => {
        const length = Math.min(first + second, 365 - start);
        const firstDays = Math.min(first, length - 1);
        const { unit } = activity['amount'] as { unit: string };
        const from = dateAfter('2021-01-01', start);
        const told = (id: string, skip: number, count: number) => ({
          ...activity,
          id,
          date: undefined,
          period: { from: dateAfter(from, skip), to: dateAfter(from, skip + count - 1) },
          amount: { value: new Decimal(daily).times(count).toFixed(), unit },
        });
        expectSameTotal(
          [inventoryOf([told('whole', 0, length)], factors)],
          [inventoryOf([told('a', 0, firstDays), told('b', firstDays, length - firstDays)], factors)],
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('an amount times a whole number', () => {
  test('gives as many times the emissions, for factors that need no rounding', () => {
    fc.assert(
      fc.property(
        exactKinds,
        decimals(7, 6),
        fc.integer({ min: 0, max: 1000 }),
        factorSets,
        (kind, amount, times, factors) => {
          const one = sums([inventoryOf([exactly('one', kind, amount)], factors)], 'location-based');
          const multiple = new Decimal(amount).times(times).toFixed();
          const many = sums([inventoryOf([exactly('many', kind, multiple)], factors)], 'location-based');
          expect(many.kilograms.toFixed()).toBe(one.kilograms.times(times).toFixed());
        },
      ),
      { numRuns: 500 },
    );
  });
});
