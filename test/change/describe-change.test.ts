import { describe, expect, test } from 'vitest';
import { chainDecompositions } from '../../src/change/chain-decompositions.js';
import { decomposeChange } from '../../src/change/decompose-change.js';
import type { ChangeDecomposition } from '../../src/change/decompose-change.js';
import type { DecompositionRule } from '../../src/change/decomposition-rule.js';
import type { DecompositionValue } from '../../src/change/decomposition-table.js';
import { describeChange } from '../../src/change/describe-change.js';
import { orThrow } from '../../src/outcome.js';

const SHAPLEY = { method: 'shapley' } as const;
const LMDI = { method: 'lmdi', zeros: 'refuse' } as const;

type Pair = readonly [DecompositionValue, DecompositionValue];

function split(before: Pair, after: Pair, rule: DecompositionRule = SHAPLEY): ChangeDecomposition {
  const table = {
    unit: 'kgCO2e',
    factors: ['nights', 'kg per night'],
    cells: [{ key: 'all', before, after }],
  } as const;
  return orThrow(decomposeChange(table, rule));
}

describe('describeChange', () => {
  test('tells how the figure moved, what each factor did by size, and the method', () => {
    expect(describeChange(split([10000, 20], [12000, 14]), { decimalPlaces: 0, locale: 'en' })).toBe(
      'The figure fell by 32,000 kgCO2e, from 200,000 kgCO2e to 168,000 kgCO2e: kg per night −66,000 kgCO2e, nights +34,000 kgCO2e. The effects are Shapley values and sum to the change.',
    );
  });

  test('prints with a point and without groups where no language is asked for', () => {
    expect(describeChange(split([10, 4], [15, 4], LMDI), { decimalPlaces: 1 })).toBe(
      'The figure rose by 20.0 kgCO2e, from 40.0 kgCO2e to 60.0 kgCO2e: nights +20.0 kgCO2e, kg per night 0.0 kgCO2e. The effects are those of LMDI-I and sum to the change.',
    );
  });

  test('has one minus sign in every language', () => {
    const text = describeChange(split([10000, 20], [12000, 14]), { decimalPlaces: 0, locale: 'sv' });
    expect(text).toContain('kg per night −66\u00a0000 kgCO2e');
    expect(text).not.toContain('-');
  });

  test('tells two effects of a figure that did not change, in the order of the factors', () => {
    expect(describeChange(split([10, 4], [20, 2]), { decimalPlaces: 0 })).toBe(
      'The figure stayed at 40 kgCO2e: nights +30 kgCO2e, kg per night −30 kgCO2e. The effects are Shapley values and sum to the change.',
    );
  });

  test('does not print a small change as none, nor a sign before a zero', () => {
    expect(describeChange(split([10, 4], [10, '3.999']), { decimalPlaces: 0 })).toBe(
      'The figure fell by less than is printed, from 40 kgCO2e to 40 kgCO2e: kg per night 0 kgCO2e, nights 0 kgCO2e. The effects are Shapley values and sum to the change.',
    );
  });

  test('says what printed effects come to where rounding keeps them from adding up', () => {
    // 1.5 × 1 → 2.5 × 2.4: nights 1 × 1.7 = 1.7, kg per night 1.4 × 2 = 2.8; together 4.5.
    expect(describeChange(split(['1.5', 1], ['2.5', '2.4']), { decimalPlaces: 0 })).toBe(
      'The figure rose by 5 kgCO2e, from 2 kgCO2e to 6 kgCO2e: kg per night +3 kgCO2e, nights +2 kgCO2e. The effects are Shapley values and sum to the change. As printed, each rounded by itself, the levels differ by +4 kgCO2e where the change is +5 kgCO2e.',
    );
    // 1 × 1.4 → 2 × 1.8: nights 1 × 1.6 = 1.6, kg per night 0.4 × 1.5 = 0.6; together 2.2.
    expect(describeChange(split(['1', '1.4'], ['2', '1.8']), { decimalPlaces: 0 })).toBe(
      'The figure rose by 2 kgCO2e, from 1 kgCO2e to 4 kgCO2e: nights +2 kgCO2e, kg per night +1 kgCO2e. The effects are Shapley values and sum to the change. As printed, each rounded by itself, the effects come to +3 kgCO2e and the levels differ by +3 kgCO2e where the change is +2 kgCO2e.',
    );
  });

  test('says where zeros were given their limit', () => {
    const text = describeChange(split([0, 4], [15, 4], { method: 'lmdi', zeros: 'analytical-limit' }), {
      decimalPlaces: 0,
    });
    expect(text).toContain('those of LMDI-I, with the analytical limit where a factor is zero, and sum to the change');
  });

  test('tells a chain by its ends, and by the methods of its steps', () => {
    const first = split([10, 4], [15, 4]);
    const alone = orThrow(chainDecompositions([first]));
    expect(describeChange(alone, { decimalPlaces: 0 })).toContain('Shapley values, added up over 1 step, and sum');
    const chained = orThrow(chainDecompositions([first, split([15, 4], [15, 2]), split([15, 2], [16, 2], LMDI)]));
    expect(describeChange(chained, { decimalPlaces: 0 })).toBe(
      'The figure fell by 8 kgCO2e, from 40 kgCO2e to 32 kgCO2e: kg per night −30 kgCO2e, nights +22 kgCO2e. The effects are Shapley values and those of LMDI-I, added up over 3 steps, and sum to the change.',
    );
  });
});
