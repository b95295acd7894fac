import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_KINDS } from '../../src/activity/activity.js';
import { addInventories, orThrow, sumQuantities, totalEmissions, totalsByGas } from '../../src/index.js';
import { Decimal } from '../../src/decimal.js';
import { GASES, warmingPotential } from '../../src/quantity/warming-potential.js';
import { activities, activityRows, decimals, factorSets } from '../support/arbitraries.js';
import { aFactorRow, anInventoryInput } from '../support/builders.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { inventoryOf } from '../support/random-inventory.js';

const bases = fc.constantFrom('location-based', 'market-based');

/** Some gases and a mass of each; in kilograms of the gas, or of its CO2e. Their sum in AR5 is the factor's CO2e. */
const factorsByGas = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...GASES), decimals(3, 6)), { maxLength: 5, selector: ([gas]) => gas }),
    fc.constantFrom(undefined, 'CO2e'),
  )
  .map(([masses, gasesStatedIn]) => {
    const co2e = masses.reduce((sum, [gas, mass]) => {
      const potential = gasesStatedIn === 'CO2e' ? 1 : (warmingPotential(gas, 'AR5') ?? 0);
      return sum.plus(new Decimal(mass).times(potential));
    }, new Decimal(0));
    return {
      method: 'mass-balance',
      per: 'kg',
      co2e: co2e.toFixed(),
      gases: Object.fromEntries(masses),
      gasesStatedIn,
    };
  });

describe('random activities', () => {
  test('are of all kinds there are', () => {
    const kinds = fc.sample(activities, { numRuns: 2000, seed: 1 }).map((row) => String(row['kind']));
    expect([...new Set(kinds)].sort()).toEqual([...ACTIVITY_KINDS].sort());
  });
});

describe('totals by gas', () => {
  test('add up to the total digit for digit, whatever the activities', () => {
    fc.assert(
      fc.property(activityRows, factorSets, bases, (rows, factors, scope2) => {
        const inventory = inventoryOf(rows, factors);
        const parts = totalsByGas(inventory, { scope2 }).map(({ emissions }) => emissions);
        expect(sumQuantities('tCO2e', parts)).toEqual(totalEmissions(inventory, { scope2 }));
      }),
    );
  });

  test('add up to the total digit for digit, whatever the gases and the report', () => {
    const leaks = fc.array(fc.tuple(decimals(7, 6), fc.integer({ min: 0, max: 3 })), { maxLength: 6 });
    const sets = fc.array(factorsByGas, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(leaks, sets, fc.constantFrom('AR5', 'AR6'), (drawn, factors, gwp) => {
        const rows = drawn.map(([value, which], index) => ({
          id: `leak-${index}`,
          kind: 'refrigerant-leakage',
          period: { from: '2020-12-30', to: '2021-01-01' },
          refrigerant: `gas-${which}`,
          amount: { value, unit: 'kg' },
        }));
        const rowsOfFactors = factors.map((factor, index) =>
          aFactorRow({ ...factor, id: `gas-${index}`, key: `gas-${index}` }),
        );
        const inventory = orThrow(calculateInventory(anInventoryInput(rows, rowsOfFactors, { gwp })));
        const parts = totalsByGas(inventory, { scope2: 'location-based' });
        expect(
          sumQuantities(
            'tCO2e',
            parts.map(({ emissions }) => emissions),
          ),
        ).toEqual(totalEmissions(inventory, { scope2: 'location-based' }));
        expect(parts.every(({ gas }) => !gas.startsWith('HCFC'))).toBe(true);
      }),
    );
  });
});

describe('added inventories', () => {
  test('are the inventory of all activities: its lines and its totals', () => {
    const cut = activityRows.chain((rows) => fc.tuple(fc.constant(rows), fc.nat({ max: rows.length })));
    fc.assert(
      fc.property(cut, factorSets, bases, ([rows, place], factors, scope2) => {
        const parts = [rows.slice(0, place), rows.slice(place)].map((list) => inventoryOf(list, factors));
        const [sum, whole] = [orThrow(addInventories(parts)), inventoryOf(rows, factors)];
        expect(sum.lines).toEqual(whole.lines);
        expect(totalEmissions(sum, { scope2 })).toEqual(totalEmissions(whole, { scope2 }));
      }),
    );
  });
});
