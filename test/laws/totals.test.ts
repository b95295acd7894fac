import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addQuantities, quantity, sumQuantities, totalEmissions, totalsBy } from '../../src/index.js';
import type { EmissionLine } from '../../src/index.js';
import { activityRows, factorSets } from '../support/arbitraries.js';
import { inventoryOf } from '../support/random-inventory.js';

const BASES = ['location-based', 'market-based'] as const;
const bases = fc.constantFrom(...BASES);

const KEYS: Readonly<Record<string, (line: EmissionLine) => string | number>> = {
  scope: (line) => line.scope,
  category: (line) => line.category,
  kind: (line) => line.kind,
  site: (line) => line.site ?? '',
  factor: (line) => line.factorId ?? '',
  'first day': (line) => line.period.from,
  line: (line) => line.id,
  nothing: () => '',
};

describe('totals', () => {
  test.each(Object.entries(KEYS))('the total is the sum of its groups by %s, digit for digit', (_, key) => {
    fc.assert(
      fc.property(activityRows, factorSets, bases, (rows, factors, scope2) => {
        const inventory = inventoryOf(rows, factors);
        const groups = totalsBy<string | number>(inventory, { scope2 }, key);
        expect(sumQuantities('tCO2e', groups.values())).toEqual(totalEmissions(inventory, { scope2 }));
      }),
    );
  });

  test('a condition and its opposite share out the total', () => {
    fc.assert(
      fc.property(activityRows, factorSets, bases, (rows, factors, scope2) => {
        const inventory = inventoryOf(rows, factors);
        const part = totalEmissions(inventory, { scope2, where: (line) => line.scope === 3 });
        const rest = totalEmissions(inventory, { scope2, where: (line) => line.scope !== 3 });
        expect(addQuantities(part, rest)).toEqual(totalEmissions(inventory, { scope2 }));
      }),
    );
  });

  test('the order of the activities does not matter', () => {
    const orders = activityRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    fc.assert(
      fc.property(orders, factorSets, ([rows, shuffled], factors) => {
        const [one, other] = [inventoryOf(rows, factors), inventoryOf(shuffled, factors)];
        const byId = (a: EmissionLine, b: EmissionLine) => (a.id < b.id ? -1 : 1);
        expect([...other.lines].sort(byId)).toEqual([...one.lines].sort(byId));
        for (const scope2 of BASES) expect(totalEmissions(other, { scope2 })).toEqual(totalEmissions(one, { scope2 }));
      }),
    );
  });

  test('two inventories put together sum to their totals', () => {
    fc.assert(
      fc.property(activityRows, activityRows, factorSets, bases, (rows, more, factors, scope2) => {
        const others = more.map((row, index) => ({ ...row, id: `other-${index}` }));
        const total = (list: readonly unknown[]) => totalEmissions(inventoryOf(list, factors), { scope2 });
        expect(total([...rows, ...others])).toEqual(addQuantities(total(rows), total(others)));
      }),
    );
  });

  test('an inventory of nothing is zero tonnes', () => {
    fc.assert(
      fc.property(factorSets, bases, (factors, scope2) => {
        expect(totalEmissions(inventoryOf([], factors), { scope2 })).toEqual(quantity(0, 'tCO2e'));
      }),
      { numRuns: 10 },
    );
  });
});

describe('location-based and market-based', () => {
  test('a total holds the lines of one basis and those that have none, and never both bases', () => {
    fc.assert(
      fc.property(activityRows, factorSets, bases, (rows, factors, scope2) => {
        const inventory = inventoryOf(rows, factors);
        const counted = new Set<string>();
        const where = (line: EmissionLine) => {
          counted.add(line.id);
          return true;
        };
        totalEmissions(inventory, { scope2, where });
        const expected = inventory.lines.filter(
          ({ basis, outsideScopes }) => outsideScopes === undefined && (basis === undefined || basis === scope2),
        );
        expect([...counted].sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
    );
  });

  test('every activity of purchased energy has lines on both bases for the same days, in one scope and category', () => {
    fc.assert(
      fc.property(activityRows, factorSets, (rows, factors) => {
        const { lines } = inventoryOf(rows, factors);
        for (const id of new Set(
          lines.filter(({ basis }) => basis !== undefined).map(({ activityId }) => activityId),
        )) {
          const ofBasis = (basis: (typeof BASES)[number]) =>
            lines.filter((line) => line.activityId === id && line.basis === basis);
          const ends = BASES.map((basis) => {
            const found = ofBasis(basis).map(({ period }) => period);
            return [
              found.map(({ from }) => from).sort()[0],
              found
                .map(({ to }) => to)
                .sort()
                .at(-1),
            ];
          });
          expect(ends[1]).toEqual(ends[0]);
          const where = BASES.flatMap(ofBasis).map(({ scope, category }) => `${scope} ${category}`);
          expect(new Set(where).size).toBe(1);
        }
      }),
    );
  });

  test('a factor of one basis moves no total of the other', () => {
    fc.assert(
      fc.property(activityRows, factorSets, factorSets, (rows, factors, others) => {
        const list = (set: typeof factors) => set['factors'] as readonly { readonly id: string }[];
        const mix = list(others).filter(({ id }) => id === 'mix');
        const changed = { ...factors, factors: [...list(factors).filter(({ id }) => id !== 'mix'), ...mix] };
        const location = (set: unknown) => totalEmissions(inventoryOf(rows, set), { scope2: 'location-based' });
        expect(location(changed)).toEqual(location(factors));
      }),
    );
  });
});
