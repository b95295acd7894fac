import { describe, expect, test, vi } from 'vitest';
import { prepareContext, sharedOnce } from '../../src/emission/calculation-context.js';
import { aContext, aFactorRow, deepFreeze } from '../support/builders.js';

describe('prepareContext', () => {
  test('keeps everything of the context and lays its factors out', () => {
    const context = deepFreeze(aContext([aFactorRow()], { residualMix: 'grid-average' }));
    const prepared = prepareContext(context);
    const { index, shared, factorTerms } = prepared;
    expect(prepared).toMatchObject(context);
    expect(index.set).toBe(context.factors);
    expect([shared.size, factorTerms.size]).toEqual([0, 0]);
  });

  test('what the activities of an inventory have in common is kept beside it', () => {
    const together = { consolidation: 'equity-share', operations: [] } as const;
    expect(prepareContext(aContext([]), together)).toMatchObject(together);
  });

  test('nothing is shared between two calls', () => {
    const context = aContext([]);
    expect(prepareContext(context).shared).not.toBe(prepareContext(context).shared);
    expect(prepareContext(context).factorTerms).not.toBe(prepareContext(context).factorTerms);
  });
});

describe('sharedOnce', () => {
  test('makes a value once for each name', () => {
    const context = prepareContext(aContext([]));
    const make = vi.fn(() => ({ made: true }));
    const first = sharedOnce(context, 'unit MWh kWh', make);
    expect(sharedOnce(context, 'unit MWh kWh', make)).toBe(first);
    expect(sharedOnce(context, 'unit kWh MWh', make)).not.toBe(first);
    expect(make).toHaveBeenCalledTimes(2);
  });

  test('shares nothing between two calls', () => {
    const made = [1, 2].map((value) => sharedOnce(prepareContext(aContext([])), 'value', () => value));
    expect(made).toEqual([1, 2]);
  });
});
