import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL } from './peer-model.mjs';

// The package documents its commands only. Its `if-run` is made of these modules; calling them spares the framework
// the reading and writing of files, which no other contender has to do.
const require = createRequire(import.meta.url);
const { validateManifest } = require('@grnsft/if/build/common/util/validations.js');
const { initialize } = require('@grnsft/if/build/if-run/lib/initialize.js');
const { compute } = require('@grnsft/if/build/if-run/lib/compute.js');
const COMMAND = require.resolve('@grnsft/if/build/if-run/index.js');

const coefficient = (input, factor, output) => ({
  method: 'Coefficient',
  path: 'builtin',
  config: { 'input-parameter': input, coefficient: Number(factor), 'output-parameter': output },
});

const combine = (method, inputs, output) => ({
  method,
  path: 'builtin',
  config: { 'input-parameters': inputs, 'output-parameter': output },
});

const plugins = {
  'energy-location': coefficient('electricity', MODEL.locationFactor, 'energy-location'),
  'energy-market': coefficient('electricity', MODEL.marketFactor, 'energy-market'),
  purchases: combine('Multiply', ['spend', 'price-step', 'product-factor'], 'purchases'),
  'total-location': combine('Sum', ['energy-location', 'purchases'], 'total-location'),
  'total-market': combine('Sum', ['energy-market', 'purchases'], 'total-market'),
};

const defaults = {
  'price-step': Number(MODEL.indexOfFactorYear) / Number(MODEL.indexOfSpendYear),
  'product-factor': Number(MODEL.productFactor),
};

/** A manifest with one observation for each situation. */
export function manifestOf(situations) {
  const inputs = situations.map(({ electricity, spend }) => ({
    timestamp: `${MODEL.spendYear}-05-04T00:00:00.000Z`,
    duration: 86_400,
    electricity: Number(electricity),
    spend: Number(spend),
  }));
  const pipeline = { compute: Object.keys(plugins) };
  return { name: 'model', initialize: { plugins }, tree: { children: { all: { pipeline, defaults, inputs } } } };
}

/** Everything that is done once for many evaluations: the manifest checked, the plugins made. */
export async function prepare(manifest) {
  return quietly(async () => {
    const { tree, ...runContext } = validateManifest(manifest);
    return { tree, parameters: { context: runContext, pluginStorage: await initialize(runContext) } };
  });
}

/** Pairs of kilograms, in the order of the observations. */
export async function evaluate({ tree, parameters }) {
  const computed = await quietly(() => compute(tree, parameters));
  return computed.children.all.outputs.map((output) => [output['total-location'], output['total-market']]);
}

/** The framework writes debugging notes unless its own command turns them off. */
async function quietly(task) {
  const { debug } = console;
  console.debug = () => {};
  try {
    return await task();
  } finally {
    console.debug = debug;
  }
}

/** Runs `if-run` on a manifest that lies ready in a file; what it calculates is not written out. */
export function commandRunner(manifests) {
  const folder = mkdtempSync(join(tmpdir(), 'hiilitase-bench-'));
  const fileOf = (name) => join(folder, `${name}.yaml`);
  // JSON is YAML, and the quickest kind to read.
  for (const [name, manifest] of Object.entries(manifests)) writeFileSync(fileOf(name), JSON.stringify(manifest));
  return {
    run: (name) => {
      const run = spawnSync(process.execPath, [COMMAND, '--manifest', fileOf(name), '--no-output'], { cwd: folder });
      if (run.status !== 0) throw new Error(`if-run failed: ${run.stderr}`);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
