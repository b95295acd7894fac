/** What holds of every decomposition, whatever the table: decimals, ratios and zeros mixed, one to five factors. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal,
  chainDecompositions,
  changeWaterfall,
  decomposeChange,
  orThrow,
  quantity,
  sumQuantities,
} from '../../src/index.js';
import type { ChangeDecomposition, DecompositionCell, DecompositionRule, DecompositionValue } from '../../src/index.js';
import { decimals } from '../support/arbitraries.js';

const RULES: readonly DecompositionRule[] = [{ method: 'shapley' }, { method: 'lmdi', zeros: 'analytical-limit' }];
const QUANTUM = new Decimal('1e-12');

const decimal = decimals(4, 6);
const aboveZero = decimal.map((text) => (/[1-9]/.test(text) ? text : '7'));
const ratio = fc.record({ numerator: decimal, denominator: aboveZero });
const value: fc.Arbitrary<DecompositionValue> = fc.oneof(
  { arbitrary: decimal, weight: 3 },
  { arbitrary: ratio, weight: 3 },
  { arbitrary: fc.constantFrom('0', { numerator: 0, denominator: 3 }), weight: 1 },
);

type Values = readonly DecompositionValue[];
type Factors = readonly string[];

const named = (count: number): Factors => Array.from({ length: count }, (_, index) => `factor ${index + 1}`);
const side = (count: number): fc.Arbitrary<Values> => fc.array(value, { minLength: count, maxLength: count });

/** Cells of so many factors; in some nothing but a part of the values has changed. */
const cellsOf = (count: number): fc.Arbitrary<readonly DecompositionCell[]> => {
  const changed = fc.array(fc.boolean(), { minLength: count, maxLength: count });
  const both = fc.tuple(side(count), side(count), changed).map(([before, other, moves]) => ({
    before,
    after: before.map((same, index) => (moves[index] === true ? (other[index] ?? same) : same)),
  }));
  return fc
    .array(both, { minLength: 1, maxLength: 4 })
    .map((cells) => cells.map((cell, index) => ({ key: `cell ${index + 1}`, ...cell })));
};

const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.record({ factors: fc.constant(named(count)), cells: cellsOf(count) }));

function split(factors: Factors, cells: readonly DecompositionCell[], rule: DecompositionRule) {
  return orThrow(decomposeChange({ unit: 'kgCO2e', factors, cells }, rule));
}

const kilograms = ({ effects }: ChangeDecomposition) => effects.map(({ effect }) => effect.value);

function quantaBetween(a: Decimal | undefined, b: Decimal | undefined): number {
  return new Decimal(a ?? NaN)
    .minus(b ?? NaN)
    .dividedBy(QUANTUM)
    .abs()
    .toNumber();
}

describe.each(RULES)('every decomposition by $method', (rule) => {
  test('has effects that sum to the change exactly, in every cell and in all', () => {
    fc.assert(
      fc.property(tables, ({ factors, cells }) => {
        const whole = split(factors, cells, rule);
        const all = sumQuantities(
          'kgCO2e',
          whole.effects.map(({ effect }) => effect),
        );
        expect(all).toEqual(whole.change);
        expect(whole.after.value.minus(whole.before.value)).toEqual(whole.change.value);
        for (const cell of whole.cells) {
          expect(sumQuantities('kgCO2e', [cell.before, ...cell.effects])).toEqual(cell.after);
        }
        expect(changeWaterfall(whole).at(-2)?.to).toEqual(whole.after);
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on the names and the order of the cells', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 3 }), ({ factors, cells }, turn) => {
        const turned = [...cells.slice(turn), ...cells.slice(0, turn)].reverse();
        const renamed = turned.map((cell, index) => ({ ...cell, key: `another ${index}` }));
        const [first, second] = [split(factors, cells, rule), split(factors, renamed, rule)];
        expect(second.effects).toEqual(first.effects);
        expect(second.change).toEqual(first.change);
        const again = split(factors, turned, rule).cells;
        for (const cell of first.cells) expect(again.find(({ key }) => key === cell.key)).toEqual(cell);
      }),
      { numRuns: 100 },
    );
  });

  test('moves its effects along with its factors, up to one quantum in a cell, which goes to the earlier of equal remainders', () => {
    fc.assert(
      fc.property(tables, ({ factors, cells }) => {
        const back = <T>(values: readonly T[]) => [...values].reverse();
        const turned = cells.map(({ key, before, after }) => ({ key, before: back(before), after: back(after) }));
        const [first, second] = [split(factors, cells, rule), split(back(factors), turned, rule)];
        expect(second.effects.map(({ factor }) => factor)).toEqual(back(factors));
        for (const [place, cell] of first.cells.entries()) {
          const other = back(second.cells[place]?.effects ?? []);
          for (const [index, { value: effect }] of cell.effects.entries()) {
            expect(quantaBetween(effect, other[index]?.value)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('adds up along a chain, from the first to the last', () => {
    const chains = fc
      .integer({ min: 1, max: 4 })
      .chain((count) => fc.array(side(count), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(chains, (years) => {
        const steps = years.slice(1).map((after, index) => {
          const before = years[index] ?? [];
          return split(named(before.length), [{ key: 'all', before, after }], rule);
        });
        const chained = orThrow(chainDecompositions(steps));
        const ends = sumQuantities('kgCO2e', [chained.before, chained.change]);
        expect(ends).toEqual(chained.after);
        expect(chained.before).toEqual(steps[0]?.before);
        expect(chained.after).toEqual(steps.at(-1)?.after);
        const effects = chained.effects.map(({ effect }) => effect);
        expect(sumQuantities('kgCO2e', effects)).toEqual(chained.change);
      }),
      { numRuns: 100 },
    );
  });
});

describe('every decomposition by shapley', () => {
  const SHAPLEY = { method: 'shapley' } as const;

  test('has the same totals when a cell is split by one of its factors, up to a quantum for each cell', () => {
    const halves = fc.tuple(decimal, decimal);
    const rest = fc.integer({ min: 0, max: 3 }).chain((count) => fc.tuple(side(count), side(count)));
    fc.assert(
      fc.property(halves, halves, rest, ([a, b], [a2, b2], [others, others2]) => {
        const sum = (x: string, y: string) => new Decimal(x).plus(y);
        const factors = named(others.length + 1);
        const cell = (key: string, x: DecompositionValue, x2: DecompositionValue) => ({
          key,
          before: [x, ...others],
          after: [x2, ...others2],
        });
        const whole = kilograms(split(factors, [cell('all', sum(a, b), sum(a2, b2))], SHAPLEY));
        const parts = kilograms(split(factors, [cell('one', a, a2), cell('two', b, b2)], SHAPLEY));
        // Three cells, and every allotted effect of one lies within a quantum of the exact one.
        for (const [index, effect] of whole.entries()) {
          expect(quantaBetween(effect, parts[index])).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the quantum of equal remainders', () => {
  test('goes to whichever factor comes first', () => {
    // 1 × 1 × 1 → 2 × 2 × 2: seven thirds each, 7 quanta-thirds left over.
    const cell = { key: 'all', before: ['0.0001', '0.0001', '0.0001'], after: ['0.0002', '0.0002', '0.0002'] };
    for (const rule of RULES) {
      const effects = split(named(3), [cell], rule).effects.map(({ effect }) => effect);
      expect(effects).toEqual(
        ['0.000000000003', '0.000000000002', '0.000000000002'].map((text) => quantity(text, 'kgCO2e')),
      );
    }
  });
});
