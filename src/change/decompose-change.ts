import { Decimal, Logarithm } from '../decimal.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import { decimalOfQuanta } from '../decimal-words.js';
import type { DecompositionRule } from './decomposition-rule.js';
import type { DecompositionTable } from './decomposition-table.js';
import { splitCells } from './split-cells.js';
import type { SplitCells } from './split-cells.js';

/** What one factor did to the figure. */
export interface FactorEffect<U extends Unit> {
  readonly factor: string;
  readonly effect: Quantity<U>;
  /** LMDI: by what the factor multiplied the figure; the product of all is after ÷ before. Absent where either is zero. */
  readonly ratio?: Decimal;
}

/** What each factor did to one part; the effects sum to the part's change. */
export interface CellEffects<U extends Unit> {
  readonly key: string;
  readonly before: Quantity<U>;
  readonly after: Quantity<U>;
  readonly effects: readonly Quantity<U>[];
}

/** A change, split into effects that sum to it exactly. */
export interface ChangeDecomposition<U extends Unit = Unit> {
  readonly before: Quantity<U>;
  readonly after: Quantity<U>;
  readonly change: Quantity<U>;
  /** In the order of the table's factors. */
  readonly effects: readonly FactorEffect<U>[];
  /** In the order of the table's cells; calculated with the effects, made into quantities when it is first read. */
  readonly cells: readonly CellEffects<U>[];
  /** The rule, and how the last digits were given out. */
  readonly rule: DecompositionRule & { readonly allotment: 'largest-remainder-of-1e-12' };
}

/**
 * Splits the change of a figure into what each of its factors did. The figure is a sum of cells, a cell the product of its
 * factors, each a number or an exact ratio of two. Effects sum to the change exactly, in every cell and in all: cells are rounded to 12 decimals, half-even, effects
 * are rounded down, and the quanta that are missing go to the largest remainders (ties to the earlier factor).
 *
 * Issues: `invalid-value`, `invalid-number`, `negative-factor`, `duplicate-id`, `unknown-unit`, `zero-factor` (LMDI with
 * `zeros: 'refuse'`).
 *
 * @see Ang (2005) for LMDI-I; Sun (1998), Das Gupta (1993) and Shapley for the exact alternative
 * @example
 * decomposeChange({ unit: 'kgCO2e', factors: ['nights', 'kg per night'],
 *   cells: [{ key: 'all', before: [10000, 20], after: [12000, 14] }] }, { method: 'shapley' })
 * // nights +34 000, kg per night −66 000, together −32 000
 */
export function decomposeChange<U extends Unit>(
  table: DecompositionTable<U>,
  rule: DecompositionRule,
): Outcome<ChangeDecomposition<U>> {
  const split = splitCells(table, rule);
  return split.ok ? success(decompositionOf(table, rule, split.value)) : split;
}

function decompositionOf<U extends Unit>(
  { unit, factors }: DecompositionTable<U>,
  rule: DecompositionRule,
  { keys, rows }: SplitCells,
): ChangeDecomposition<U> {
  const inUnit = (quanta: bigint) => quantityOf(decimalOfQuanta(quanta), unit);
  const sums = rows.sums();
  const { before, after, effects } = splitRow(sums.map(inUnit));
  const [first, last] = sums as [bigint, bigint, ...bigint[]]; // every row begins with these
  let cells: readonly CellEffects<U>[] | undefined;
  return {
    before,
    after,
    change: inUnit(last - first),
    effects: factors.map((factor, index) => {
      const effect = effects[index] as Quantity<U>; // there is one for every factor
      const ratio = rule.method === 'lmdi' ? ratioOf(effect, before, after) : undefined;
      return ratio === undefined ? { factor, effect } : { factor, effect, ratio };
    }),
    // Made when it is read: of a table of 88 200 cells it is 600 000 quantities.
    get cells() {
      cells ??= keys.map((key, index) => ({ key, ...splitRow(rows.row(index).map(inUnit)) }));
      return cells;
    },
    rule: { ...rule, allotment: 'largest-remainder-of-1e-12' },
  };
}

/** Before, after and effects, as they stand in a row. */
function splitRow<U extends Unit>([before, after, ...effects]: readonly Quantity<U>[]) {
  return { before: before as Quantity<U>, after: after as Quantity<U>, effects }; // every row begins with these
}

/** exp(effect ÷ L(after, before)): the multiplicative effect, rounded half-even to 12 decimals. */
function ratioOf(effect: Quantity, before: Quantity, after: Quantity): Decimal | undefined {
  if (before.value.isZero() || after.value.isZero()) return undefined;
  const [first, last] = [new Logarithm(before.value), new Logarithm(after.value)];
  const mean = first.equals(last) ? last : last.minus(first).dividedBy(last.dividedBy(first).ln());
  const ratio = new Logarithm(effect.value).dividedBy(mean).exp();
  return new Decimal(ratio.toFixed()).toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN);
}
