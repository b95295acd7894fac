import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { allotQuanta } from '../allot-quanta.js';
import { cellProducts } from './cell-products.js';
import type { DecompositionRule } from './decomposition-rule.js';
import type { DecompositionTable } from './decomposition-table.js';
import { fixedLogarithms } from './fixed-logarithm.js';
import { hasZero, lmdiEffects } from './lmdi.js';
import type { ReadCell } from './read-cell.js';
import { readTable } from './read-table.js';
import { shapleyEffects } from './shapley.js';

/** One cell, split, in quanta of 10⁻¹². */
export interface SplitCell {
  readonly key: string;
  readonly before: bigint;
  readonly after: bigint;
  /** One for each factor, in the order of the table. */
  readonly effects: readonly bigint[];
}

/** All cells of a table, split, and their sums. */
export interface SplitCells extends Omit<SplitCell, 'key'> {
  readonly cells: readonly SplitCell[];
}

/** Reads the cells of a table, splits each, and adds them up on the way. */
export function splitCells(table: DecompositionTable, rule: DecompositionRule): Outcome<SplitCells> {
  const split = cellSplitter(rule);
  const effects = table.factors.map(() => 0n);
  let [before, after] = [0n, 0n];
  const cells = readTable(table, (cell): Outcome<SplitCell> => {
    if (rule.method === 'lmdi' && rule.zeros === 'refuse' && hasZero(cell)) return failure(zeroFactor(cell));
    const parts = split(cell);
    before += parts.before;
    after += parts.after;
    for (const [index, effect] of parts.effects.entries()) effects[index] = (effects[index] as bigint) + effect; // one for every factor
    return success(parts);
  });
  return cells.ok ? success({ cells: cells.value, before, after, effects }) : cells;
}

function cellSplitter({ method }: DecompositionRule) {
  const logarithmOf = fixedLogarithms();
  return (cell: ReadCell): SplitCell => {
    const products = cellProducts(cell.values);
    const { quantaBefore: before, quantaAfter: after } = products;
    const parts = method === 'shapley' ? shapleyEffects(cell) : lmdiEffects(cell, products, logarithmOf);
    return { key: cell.key, before, after, effects: allotQuanta(parts, after - before) };
  };
}

function zeroFactor({ key }: ReadCell) {
  const message = `The part ${key} has a factor of zero, which has no logarithm. State zeros: 'analytical-limit', use the Shapley value, or merge the part with another.`;
  return errorIssue('zero-factor', { message, detail: { key } });
}
