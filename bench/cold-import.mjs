import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measurement } from './measurement.mjs';
import { medianSeconds } from './timing.mjs';

// The library's own: the peers bring another one.
const ZOD = new URL('../node_modules/zod/index.js', import.meta.url).href;
const here = fileURLToPath(new URL('.', import.meta.url));

function startNode(script) {
  const { NODE_OPTIONS, ...env } = process.env; // whatever stands there would be measured too
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: here, env });
  if (status !== 0) throw new Error(`node -e "${script}" failed: ${stderr}`);
}

/** How much longer Node takes to start when it imports the library's front door. */
export async function measureColdImport() {
  const tasks = {
    empty: () => startNode('0'),
    frontDoor: () => startNode("import('../dist/index.js')"),
    zod: () => startNode(`import(${JSON.stringify(ZOD)})`),
  };
  const { empty, frontDoor, zod } = await medianSeconds(tasks, { warmUps: 2, repetitions: 21 });
  const milliseconds = (seconds) => (seconds - empty) * 1_000;
  return [
    measurement('cold import', milliseconds(frontDoor), { unit: 'ms', goal: { atMost: 130 } }),
    measurement('cold import, zod alone', milliseconds(zod), { unit: 'ms' }),
  ];
}
