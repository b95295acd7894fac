import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureColdImport } from './cold-import.mjs';
import { measureCoreSize } from './core-size.mjs';
import { measureDecompositionSpeed } from './decomposition-speed.mjs';
import { measureInventorySpeed } from './inventory-speed.mjs';
import { describeMeasurement, isMissed } from './measurement.mjs';
import { measurePeers } from './peers.mjs';
import { measureStaysSpeed } from './stays-speed.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, json: { type: 'string' } } });

/** Load averages tell how far the figures can be trusted: above one busy core, others were at work. */
function machine() {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return { node: process.version, processor: model, cores: availableParallelism(), load: loadavg()[0] };
}

function describeMachine({ node, processor, cores, load }) {
  return `node ${node}, ${processor}, ${cores} cores, load ${load.toFixed(2)}`;
}

function print(lines) {
  for (const line of lines) console.log(describeMeasurement(line));
}

const before = machine();
console.log(`before: ${describeMachine(before)}`);
const inventorySpeed = await measureInventorySpeed();
print(inventorySpeed.lines);
for (const [basis, tonnes] of Object.entries(inventorySpeed.totals)) console.log(`total, ${basis}: ${tonnes} tCO2e`);
const lines = [...inventorySpeed.lines];
for (const measure of [
  measureStaysSpeed,
  measureDecompositionSpeed,
  measurePeers,
  measureColdImport,
  measureCoreSize,
]) {
  const measured = await measure();
  print(measured);
  lines.push(...measured);
}
const after = machine();
console.log(`after: ${describeMachine(after)}`);

if (options.json !== undefined) {
  const result = { before, after, lines, totals: inventorySpeed.totals };
  writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
}
const missed = lines.filter(isMissed).map(({ name }) => name);
if (missed.length > 0) console.log(`missed: ${missed.join('; ')}`);
if (options.check === true && missed.length > 0) process.exitCode = 1;
