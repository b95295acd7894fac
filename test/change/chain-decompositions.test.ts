import { describe, expect, test } from 'vitest';
import { chainDecompositions } from '../../src/change/chain-decompositions.js';
import { decomposeChange } from '../../src/change/decompose-change.js';
import type { ChangeDecomposition } from '../../src/change/decompose-change.js';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { issuesOf } from '../support/builders.js';

type Side = readonly [number, number];

function step(before: Side, after: Side, factors = ['nights', 'kg per night']): ChangeDecomposition<'kgCO2e'> {
  const table = { unit: 'kgCO2e', factors, cells: [{ key: 'all', before, after }] } as const;
  return orThrow(decomposeChange(table, { method: 'lmdi', zeros: 'refuse' }));
}

describe('chainDecompositions', () => {
  test('effects are added and ratios multiplied, from the first to the last', () => {
    const chained = orThrow(chainDecompositions([step([10, 4], [15, 4]), step([15, 4], [15, 2])]));
    expect(chained.change).toEqual(quantity('-10', 'kgCO2e'));
    expect(chained.effects).toEqual([
      { factor: 'nights', effect: quantity('20', 'kgCO2e'), ratio: new Decimal('1.5') },
      { factor: 'kg per night', effect: quantity('-30', 'kgCO2e'), ratio: new Decimal('0.5') },
    ]);
    expect(chained.steps).toHaveLength(2);
  });

  test('Shapley steps have no ratio to multiply', () => {
    const table = { unit: 'kgCO2e', factors: ['a'], cells: [{ key: 'all', before: [1], after: [2] }] } as const;
    const [effect] = orThrow(chainDecompositions([orThrow(decomposeChange(table, { method: 'shapley' }))])).effects;
    expect(effect).toEqual({ factor: 'a', effect: quantity('1', 'kgCO2e') });
  });

  test('no step, a gap between two steps and other factors are issues', () => {
    const first = step([10, 4], [15, 4]);
    expect(issuesOf(chainDecompositions([]))).toMatchObject([{ code: 'steps-do-not-follow', detail: { step: 0 + 1 } }]);
    expect(issuesOf(chainDecompositions([first, step([10, 4], [15, 4])]))).toMatchObject([
      { code: 'steps-do-not-follow', detail: { step: 2, reason: 'it does not begin where the one before ended' } },
    ]);
    expect(issuesOf(chainDecompositions([first, step([15, 4], [15, 2], ['days', 'kg'])]))).toMatchObject([
      { code: 'steps-do-not-follow', detail: { step: 2, reason: 'its factors are others' } },
    ]);
  });
});
