import { describe, expect, test, vi } from 'vitest';
import { prepareContext, sharedOnce } from '../../src/emission/calculation-context.js';
import { aContext, aFactorRow, deepFreeze } from '../support/builders.js';

describe('prepareContext', () => {
  test('keeps everything of the context and lays its factors out', () => {
    const context = deepFreeze(aContext([aFactorRow()], { residualMix: 'grid-average' }));
    const { index, shared, ...rest } = prepareContext(context);
    expect(rest).toEqual(context);
    expect(index.set).toBe(context.factors);
    expect([...index.byQuestion.values()]).toEqual([context.factors.factors]);
    expect(shared.size).toBe(0);
  });

  test('nothing is shared between two calls', () => {
    const context = aContext([]);
    expect(prepareContext(context).shared).not.toBe(prepareContext(context).shared);
  });
});

describe('sharedOnce', () => {
  test('makes a value once for each key', () => {
    const context = prepareContext(aContext([]));
    const make = vi.fn(() => ({ made: true }));
    const first = sharedOnce(context, ['unit', 'MWh', 'kWh'], make);
    expect(sharedOnce(context, ['unit', 'MWh', 'kWh'], make)).toBe(first);
    expect(sharedOnce(context, ['unit', 'kWh', 'MWh'], make)).not.toBe(first);
    expect(make).toHaveBeenCalledTimes(2);
  });

  test('keys whose parts only look alike when joined are different keys', () => {
    const context = prepareContext(aContext([]));
    const keys = [['a', 'b,c'], ['a,b', 'c'], ['a', undefined, 'c'], ['a', 'c'], ['1'], [1]];
    expect(keys.map((key, index) => sharedOnce(context, key, () => index))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
