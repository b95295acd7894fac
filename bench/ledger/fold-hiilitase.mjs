/** Folds ledger files with the built library, one after the other: `node fold-hiilitase.mjs <file> [<file> …]`. */
import { orThrow } from '../../dist/index.js';
import { parseAccountMapping } from '../../dist/index.js';
import { foldLedgerCsv, mergeFoldedLedgers, openFile, parseLedgerLayout } from '../../dist/csv.js';
import { linesOfLedger } from './ledger-lines.mjs';
import { report, resultOf, used } from './group-lines.mjs';
import { LAYOUT, MAPPING } from './synthetic-ledger.mjs';

const layout = orThrow(parseLedgerLayout(LAYOUT));
const mapping = orThrow(parseAccountMapping(MAPPING));
const start = performance.now();
const before = used().cpu;
const folded = [];
for (const path of process.argv.slice(2))
  folded.push(orThrow(await foldLedgerCsv(openFile(path), { layout, mapping })));
const ledger = folded.length === 1 ? folded[0] : orThrow(mergeFoldedLedgers(folded));
const seconds = (performance.now() - start) / 1_000;
const { cpu, megabytes } = used();
report({
  seconds,
  cpu,
  cpuOfFold: cpu - before,
  megabytes,
  rows: ledger.coverage.rows,
  ...resultOf(linesOfLedger(ledger)),
});
