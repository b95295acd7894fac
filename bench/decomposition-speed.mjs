import { chainDecompositions, decomposeChange, orThrow } from '../dist/index.js';
import { measurement } from './measurement.mjs';
import { oneTable, syntheticYears, yearSteps } from './synthetic-changes.mjs';
import { medianSeconds } from './timing.mjs';

const RULES = { Shapley: { method: 'shapley' }, 'LMDI-I': { method: 'lmdi', zeros: 'refuse' } };

/** One table of 88,200 cells; the same with every cell's effects read; six steps from year to year, added up. */
function tasksOf(table, steps, rule) {
  const decompose = (one) => orThrow(decomposeChange(one, rule));
  return {
    table: () => decompose(table),
    cells: () => decompose(table).cells,
    steps: () => orThrow(chainDecompositions(steps.map(decompose))),
  };
}

async function linesOf([name, rule], table, steps) {
  const seconds = await medianSeconds(tasksOf(table, steps, rule), { warmUps: 2, repetitions: 5 });
  const line = (what, value, goal) =>
    measurement(`decomposition, ${name}, ${what}`, value, { unit: 's', decimals: 2, ...goal });
  const cells = table.cells.length.toLocaleString('en');
  const stepCells = steps.reduce((sum, step) => sum + step.cells.length, 0).toLocaleString('en');
  return [
    line(`a table of ${cells} cells`, seconds.table, { goal: { atMost: 1 } }),
    line(`the same, effects of every cell read`, seconds.cells, { aim: { atMost: 1 } }),
    line(`six years of ${stepCells} cells added up`, seconds.steps, { goal: { atMost: 1 } }),
  ];
}

/** Seconds for 150 sites, 12 months, 7 forms and 7 years, with five factors, under both methods. */
export async function measureDecompositionSpeed() {
  const years = syntheticYears();
  const [table, steps] = [oneTable(years), yearSteps(years)];
  const lines = [];
  for (const entry of Object.entries(RULES)) lines.push(...(await linesOf(entry, table, steps)));
  return lines;
}
