/**
 * Folds ledger files with one worker each: `node fold-in-workers.mjs <file> <file> …`. A worker reads one file into groups
 * and hands them over; the ledger is made of all of them at the end.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { orThrow, parseAccountMapping } from '../../dist/index.js';
import { groupLedgerCsv, ledgerFromGroups, openFile, parseLedgerLayout } from '../../dist/csv.js';
import { report, resultOf, used } from './group-lines.mjs';
import { linesOfLedger } from './ledger-lines.mjs';
import { LAYOUT, MAPPING } from './synthetic-ledger.mjs';

const layout = orThrow(parseLedgerLayout(LAYOUT));
const mapping = orThrow(parseAccountMapping(MAPPING));

function groupsOf(path) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: path });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function main(paths) {
  const start = performance.now();
  const groups = await Promise.all(paths.map(groupsOf));
  const ledger = orThrow(ledgerFromGroups(groups.flat(), mapping));
  const seconds = (performance.now() - start) / 1_000;
  report({ seconds, ...used(), rows: ledger.coverage.rows, ...resultOf(linesOfLedger(ledger)) });
}

if (isMainThread) await main(process.argv.slice(2));
else parentPort.postMessage(orThrow(await groupLedgerCsv(openFile(workerData), { layout, mapping })));
