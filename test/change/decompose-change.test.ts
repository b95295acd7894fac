import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decomposeChange } from '../../src/change/decompose-change.js';
import type { ChangeDecomposition } from '../../src/change/decompose-change.js';
import type { DecompositionRule } from '../../src/change/decomposition-rule.js';
import type { DecompositionTable, DecompositionValue } from '../../src/change/decomposition-table.js';
import { Decimal } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { orThrow } from '../../src/outcome.js';
import { quantity, sumQuantities } from '../../src/quantity/quantity.js';
import { decimals } from '../support/arbitraries.js';
import { issuesOf } from '../support/builders.js';

const SHAPLEY = { method: 'shapley' } as const;
const LMDI = { method: 'lmdi', zeros: 'refuse' } as const;
const LIMIT = { method: 'lmdi', zeros: 'analytical-limit' } as const;
const RULES: readonly DecompositionRule[] = [SHAPLEY, LIMIT];

type Values = readonly DecompositionValue[];

function tableOf(before: readonly Values[], after: readonly Values[]): DecompositionTable<'kgCO2e'> {
  const factors = (before[0] ?? []).map((_, index) => `factor ${index + 1}`);
  const cells = before.map((values, index) => ({
    key: `cell ${index + 1}`,
    before: values,
    after: after[index] ?? [],
  }));
  return { unit: 'kgCO2e', factors, cells };
}

function effectsOf({ effects }: ChangeDecomposition): readonly string[] {
  return effects.map(({ effect }) => effect.value.toFixed());
}

describe('decomposeChange', () => {
  test('two factors: half the change of each at the mean of the other', () => {
    const table: DecompositionTable<'kgCO2e'> = {
      unit: 'kgCO2e',
      factors: ['nights', 'kg per night'],
      cells: [{ key: 'all', before: [10000, 20], after: [12000, 14] }],
    };
    expect(orThrow(decomposeChange(table, SHAPLEY))).toEqual({
      before: quantity('200000', 'kgCO2e'),
      after: quantity('168000', 'kgCO2e'),
      change: quantity('-32000', 'kgCO2e'),
      effects: [
        { factor: 'nights', effect: quantity('34000', 'kgCO2e') },
        { factor: 'kg per night', effect: quantity('-66000', 'kgCO2e') },
      ],
      cells: [
        {
          key: 'all',
          before: quantity('200000', 'kgCO2e'),
          after: quantity('168000', 'kgCO2e'),
          effects: [quantity('34000', 'kgCO2e'), quantity('-66000', 'kgCO2e')],
        },
      ],
      rule: { method: 'shapley', allotment: 'largest-remainder-of-1e-12' },
    });
  });

  test('thirds are rounded down and the missing quantum goes to the first of equal remainders', () => {
    const split = orThrow(decomposeChange(tableOf([[10000, 80, '0.25']], [[12000, 70, '0.20']]), SHAPLEY));
    expect(effectsOf(split)).toEqual(['33833.333333333334', '-24666.666666666667', '-41166.666666666667']);
  });

  test('what did not change has no effect, under either method', () => {
    for (const rule of [SHAPLEY, LMDI]) {
      const split = orThrow(decomposeChange(tableOf([[7, 3, '0.1']], [[9, 3, '0.1']]), rule));
      expect(effectsOf(split)).toEqual(['0.6', '0', '0']);
    }
  });

  test('two opposite effects of equal size are both told, though the total stands still', () => {
    const split = orThrow(decomposeChange(tableOf([[10, 4]], [[20, 2]]), LMDI));
    const [first, second] = effectsOf(split);
    expect(first).toBe('27.725887222398');
    expect(second).toBe('-27.725887222398');
    expect(split.change).toEqual(quantity('0', 'kgCO2e'));
  });

  test('ratios stay exact: a third of three hundred is a hundred, and half of it fifty', () => {
    const third = { numerator: 1, denominator: 3 };
    for (const rule of [SHAPLEY, LMDI]) {
      const split = orThrow(decomposeChange(tableOf([[300, third]], [[300, { numerator: 1, denominator: 6 }]]), rule));
      expect(split.before).toEqual(quantity('100', 'kgCO2e'));
      expect(split.after).toEqual(quantity('50', 'kgCO2e'));
      expect(effectsOf(split)).toEqual(['0', '-50']);
    }
  });

  test('one ratio written in two ways has not changed', () => {
    const table = tableOf([[3, { numerator: 1, denominator: 3 }]], [[6, { numerator: '0.5', denominator: '1.5' }]]);
    for (const rule of [SHAPLEY, LMDI]) expect(effectsOf(orThrow(decomposeChange(table, rule)))).toEqual(['1', '0']);
  });

  test('a product of ratios is rounded once, half-even, when it is a cell', () => {
    const [seventh, eleventh] = [
      { numerator: 1, denominator: 7 },
      { numerator: 1, denominator: 11 },
    ];
    const split = orThrow(decomposeChange(tableOf([[seventh, eleventh]], [[seventh, 1]]), SHAPLEY));
    // 1/77 = 0.012987012987 012…, 1/7 = 0.142857142857 142…, the difference 10/77 = 0.129870129870 129…
    expect([split.before, split.after]).toEqual([
      quantity('0.012987012987', 'kgCO2e'),
      quantity('0.142857142857', 'kgCO2e'),
    ]);
    expect(effectsOf(split)).toEqual(['0', '0.12987012987']);
  });

  test('a part that appears belongs to the factor that was zero, and to several alike', () => {
    const alone = orThrow(decomposeChange(tableOf([[0, 10, 2]], [[4, 5, 3]]), LIMIT));
    expect(effectsOf(alone)).toEqual(['60', '0', '0']);
    const shared = orThrow(decomposeChange(tableOf([[0, 0, 2]], [[4, 5, 3]]), LIMIT));
    expect(effectsOf(shared)).toEqual(['30', '30', '0']);
    const gone = orThrow(decomposeChange(tableOf([[4, 5, 3]], [[4, 0, 3]]), LIMIT));
    expect(effectsOf(gone)).toEqual(['0', '-60', '0']);
    const never = orThrow(decomposeChange(tableOf([[0, 5, 3]], [[0, 7, 3]]), LIMIT));
    expect(effectsOf(never)).toEqual(['0', '0', '0']);
  });

  test('a zero is refused where the caller says so, and needs no rule for the Shapley value', () => {
    const table = tableOf([[0, 10]], [[4, 5]]);
    expect(issuesOf(decomposeChange(table, LMDI))).toMatchObject([{ code: 'zero-factor', detail: { key: 'cell 1' } }]);
    expect(effectsOf(orThrow(decomposeChange(table, SHAPLEY)))).toEqual(['30', '-10']);
  });

  test('a ratio is told for LMDI where the figure is above zero on both sides', () => {
    const [nights] = orThrow(decomposeChange(tableOf([[10, 4]], [[15, 4]]), LMDI)).effects;
    expect(nights?.ratio).toEqual(new Decimal('1.5'));
    const [same] = orThrow(decomposeChange(tableOf([[10, 4]], [[10, 4]]), LMDI)).effects;
    expect(same?.ratio).toEqual(new Decimal('1'));
    const [appeared] = orThrow(decomposeChange(tableOf([[0, 4]], [[15, 4]]), LIMIT)).effects;
    expect(appeared).not.toHaveProperty('ratio');
    const [split] = orThrow(decomposeChange(tableOf([[10, 4]], [[15, 4]]), SHAPLEY)).effects;
    expect(split).not.toHaveProperty('ratio');
  });

  test('a table that cannot be read is not decomposed', () => {
    expect(issuesOf(decomposeChange(tableOf([[1, -2]], [[1, 2]]), SHAPLEY))).toMatchObject([
      { code: 'negative-factor' },
    ]);
  });

  test('a table of impossible shape is refused without taking room for it', () => {
    const factors = Array.from({ length: 2 ** 18 }, (_, index) => String(index));
    const cells = Array.from({ length: 2 ** 15 }, (_, index) => ({ key: String(index), before: [], after: [] }));
    const [issue] = issuesOf(decomposeChange({ unit: 'kgCO2e', factors, cells }, SHAPLEY));
    expect(issue).toMatchObject({ code: 'invalid-value', at: { path: 'factors' } });
  });

  test('cells are the same list each time they are read, and part of a copy', () => {
    const split = orThrow(decomposeChange(tableOf([[1, 2]], [[3, 4]]), SHAPLEY));
    expect(split.cells).toBe(split.cells);
    expect({ ...split }.cells).toEqual(split.cells);
    expect(Object.keys(split)).toContain('cells');
  });

  test('a table without cells has no change', () => {
    const empty = { unit: 'kgCO2e', factors: ['a'], cells: [] } as const;
    expect(orThrow(decomposeChange(empty, SHAPLEY)).change).toEqual(quantity('0', 'kgCO2e'));
  });
});

describe('laws of a decomposition', () => {
  const values = decimals(4, 4);
  const side = (count: number) => fc.array(fc.oneof(values, fc.constant('0')), { minLength: count, maxLength: count });
  const tables = fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc.array(fc.tuple(side(count), side(count)), { minLength: 1, maxLength: 4 }).map((cells) =>
      tableOf(
        cells.map(([before]) => before),
        cells.map(([, after]) => after),
      ),
    ),
  );

  test.each(RULES)('effects sum to the change exactly, in all and in every cell: $method', (rule) => {
    fc.assert(
      fc.property(tables, (table) => {
        const { change, before, after, effects, cells } = orThrow(decomposeChange(table, rule));
        const all = sumQuantities(
          'kgCO2e',
          effects.map(({ effect }) => effect),
        );
        expect(all).toEqual(change);
        expect(after.value.minus(before.value)).toEqual(change.value);
        for (const cell of cells) {
          const sum = sumOf(cell.effects.map(({ value }) => value));
          expect(sum.equals(cell.after.value.minus(cell.before.value))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(RULES)('the order of the cells changes nothing: $method', (rule) => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = { ...table, cells: [...table.cells].reverse() };
        expect(orThrow(decomposeChange(turned, rule)).effects).toEqual(orThrow(decomposeChange(table, rule)).effects);
      }),
      { numRuns: 40 },
    );
  });

  test('there and back again: the Shapley effects are the same with the other sign, to the quantum', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const back = {
          ...table,
          cells: table.cells.map(({ key, before, after }) => ({ key, before: after, after: before })),
        };
        const there = orThrow(decomposeChange(table, SHAPLEY)).effects;
        const again = orThrow(decomposeChange(back, SHAPLEY)).effects;
        for (const [index, { effect }] of there.entries()) {
          const sum = effect.value.plus(again[index]?.effect.value ?? 0).abs();
          expect(sum.lessThanOrEqualTo(new Decimal('2e-12').times(table.cells.length))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const python = spawnSync('python3', ['--version']).status === 0;

describe.runIf(python)('an independent program', () => {
  test('finds the same effects: Shapley over all orders in fractions, LMDI with 60 digits', () => {
    const side = fc.array(fc.oneof(decimals(5, 6), fc.constant('0')), { minLength: 3, maxLength: 3 });
    const samples = fc.sample(fc.tuple(side, side), { numRuns: 40, seed: 20181231 });
    const tables = samples.map(([before, after]) => tableOf([before], [after]));
    const oracle = fileURLToPath(new URL('../../fixtures/decomposition/oracle.py', import.meta.url));
    const run = spawnSync('python3', [oracle], { input: JSON.stringify(tables), encoding: 'utf8' });
    const results = JSON.parse(run.stdout) as readonly (readonly Record<string, readonly string[]>[])[];
    const quantum = new Decimal('1e-12');
    for (const [index, table] of tables.entries()) {
      for (const rule of RULES) {
        const ours = orThrow(decomposeChange(table, rule)).effects;
        const theirs = results[index]?.[0]?.[rule.method] ?? [];
        expect(theirs).toHaveLength(3);
        for (const [factor, text] of theirs.entries()) {
          const difference = new Decimal(text).minus(ours[factor]?.effect.value ?? 0).abs();
          // An allotted effect lies within one quantum of the exact one, and the last quantum may be handed on once more.
          expect(difference.lessThanOrEqualTo(quantum.times(2))).toBe(true);
        }
      }
    }
  });
});
