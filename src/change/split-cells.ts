import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import { allotQuanta } from '../allot-quanta.js';
import { cellProducts } from './cell-products.js';
import { decimalOfQuanta } from './decimal-of-quanta.js';
import type { CellEffects, DecompositionRule } from './decompose-change.js';
import { readTable } from './decomposition-table.js';
import type { DecompositionTable } from './decomposition-table.js';
import { fixedLogarithms } from './fixed-logarithm.js';
import { hasZero, lmdiEffects } from './lmdi.js';
import type { ReadCell } from './read-cell.js';
import { shapleyEffects } from './shapley.js';

/** All cells of a table, split, and their sums in quanta of 10⁻¹². */
export interface SplitCells<U extends Unit> {
  readonly cells: readonly CellEffects<U>[];
  readonly before: bigint;
  readonly after: bigint;
  /** One for each factor, in the order of the table. */
  readonly effects: readonly bigint[];
}

/** Reads the cells of a table, splits each, and adds them up on the way. */
export function splitCells<U extends Unit>(
  table: DecompositionTable<U>,
  rule: DecompositionRule,
): Outcome<SplitCells<U>> {
  const inUnit = (quanta: bigint) => quantityOf(decimalOfQuanta(quanta), table.unit);
  const split = cellSplitter(rule);
  const effects = table.factors.map(() => 0n);
  let [before, after] = [0n, 0n];
  const cells = readTable(table, (cell): Outcome<CellEffects<U>> => {
    if (rule.method === 'lmdi' && rule.zeros === 'refuse' && hasZero(cell)) return failure(zeroFactor(cell));
    const parts = split(cell);
    before += parts.before;
    after += parts.after;
    for (const [index, effect] of parts.effects.entries()) effects[index] = (effects[index] as bigint) + effect; // one for every factor
    return success({
      key: cell.key,
      before: inUnit(parts.before),
      after: inUnit(parts.after),
      effects: parts.effects.map(inUnit),
    });
  });
  return cells.ok ? success({ cells: cells.value, before, after, effects }) : cells;
}

function cellSplitter({ method }: DecompositionRule) {
  const logarithmOf = fixedLogarithms();
  return (cell: ReadCell) => {
    const products = cellProducts(cell.values);
    const { quantaBefore: before, quantaAfter: after } = products;
    const parts = method === 'shapley' ? shapleyEffects(cell) : lmdiEffects(cell, products, logarithmOf);
    return { before, after, effects: allotQuanta(parts, after - before) };
  };
}

function zeroFactor({ key }: ReadCell) {
  const message = `The part ${key} has a factor of zero, which has no logarithm. State zeros: 'analytical-limit', use the Shapley value, or merge the part with another.`;
  return errorIssue('zero-factor', { message, detail: { key } });
}
