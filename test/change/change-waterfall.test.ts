import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainDecompositions } from '../../src/change/chain-decompositions.js';
import { changeWaterfall } from '../../src/change/change-waterfall.js';
import { decomposeChange } from '../../src/change/decompose-change.js';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { decimals } from '../support/arbitraries.js';

const kg = (value: string) => quantity(value, 'kgCO2e');

type Pair = readonly [number | string, number | string];

function step(before: Pair, after: Pair) {
  const table = {
    unit: 'kgCO2e',
    factors: ['nights', 'kg per night'],
    cells: [{ key: 'all', before, after }],
  } as const;
  return orThrow(decomposeChange(table, { method: 'shapley' }));
}

describe('changeWaterfall', () => {
  test('goes from the figure before, through what each factor did, to the figure after', () => {
    expect(changeWaterfall(step([10000, 20], [12000, 14]))).toEqual([
      { label: 'before', from: kg('0'), to: kg('200000') },
      { label: 'nights', effect: kg('34000'), from: kg('200000'), to: kg('234000') },
      { label: 'kg per night', effect: kg('-66000'), from: kg('234000'), to: kg('168000') },
      { label: 'after', from: kg('0'), to: kg('168000') },
    ]);
  });

  test('goes over the steps of a chain at once', () => {
    const chained = orThrow(chainDecompositions([step([10, 4], [15, 4]), step([15, 4], [15, 2])]));
    expect(changeWaterfall(chained)).toEqual([
      { label: 'before', from: kg('0'), to: kg('40') },
      { label: 'nights', effect: kg('20'), from: kg('40'), to: kg('60') },
      { label: 'kg per night', effect: kg('-30'), from: kg('60'), to: kg('30') },
      { label: 'after', from: kg('0'), to: kg('30') },
    ]);
  });

  test('every step begins where the one before ended, and the last factor reaches the figure after', () => {
    const pair = fc.tuple(decimals(4, 9), decimals(3, 9));
    fc.assert(
      fc.property(pair, pair, (before, after) => {
        const split = step(before, after);
        const steps = changeWaterfall(split).slice(0, -1);
        for (const [index, { from, to, effect }] of steps.entries()) {
          expect(from).toEqual(index === 0 ? kg('0') : steps[index - 1]?.to);
          expect(to.value.minus(from.value)).toEqual(effect?.value ?? split.before.value);
        }
        expect(steps.at(-1)?.to.value).toEqual(new Decimal(split.after.value));
      }),
    );
  });
});
