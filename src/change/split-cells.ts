import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { allotQuanta } from '../allot-quanta.js';
import { cellProducts, hasZero } from './cell-products.js';
import type { DecompositionRule } from './decomposition-rule.js';
import type { DecompositionTable } from './decomposition-table.js';
import { fixedLogarithms } from './fixed-logarithm.js';
import { lmdiEffects } from './lmdi.js';
import { quantaRows } from './quanta-rows.js';
import type { QuantaRows } from './quanta-rows.js';
import type { ReadCell } from './read-cell.js';
import { readTable } from './read-table.js';
import { shapleyEffects } from './shapley.js';

/** All cells of a table, split. */
export interface SplitCells {
  readonly keys: readonly string[];
  /** For each cell what it was before and after, and the effect of each factor, in quanta of 10⁻¹². */
  readonly rows: QuantaRows;
}

/** Reads the cells of a table and splits each. */
export function splitCells(table: DecompositionTable, rule: DecompositionRule): Outcome<SplitCells> {
  const rows = quantaRows(table.factors.length + 2, table.cells.length);
  const split = cellSplitter(rule, rows);
  const keys = readTable(table, split);
  return keys.ok ? success({ keys: keys.value, rows }) : keys;
}

function cellSplitter(rule: DecompositionRule, rows: QuantaRows): (cell: ReadCell) => Outcome<string> {
  const logarithmOf = fixedLogarithms();
  const refuses = rule.method === 'lmdi' && rule.zeros === 'refuse';
  return (cell) => {
    const products = cellProducts(cell.values);
    if (refuses && hasZero(products)) return failure(zeroFactor(cell));
    const { quantaBefore: before, quantaAfter: after } = products;
    const parts = rule.method === 'shapley' ? shapleyEffects(cell) : lmdiEffects(cell, products, logarithmOf);
    rows.append([before, after, ...allotQuanta(parts, after - before)]);
    return success(cell.key);
  };
}

function zeroFactor({ key }: ReadCell) {
  const message = `The part ${key} has a factor of zero, which has no logarithm. State zeros: 'analytical-limit', use the Shapley value, or merge the part with another.`;
  return errorIssue('zero-factor', { message, detail: { key } });
}
