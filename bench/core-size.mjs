import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { measurement } from './measurement.mjs';

/** What a page imports that reads activities and factors, calculates their inventory, adds it up and explains a line. */
const CALCULATING = [
  'parseActivities',
  'parseFactorSet',
  'calculateInventory',
  'totalEmissions',
  'totalsBy',
  'explainLine',
  'orThrow',
];

/**
 * The front door as one minified file without its three packages, compressed: what a browser would load of ours. Beside it
 * what a bundler keeps of it for calculating alone.
 */
export async function measureCoreSize() {
  const whole = await kilobytesOf("export * from './index.js'");
  const calculating = await kilobytesOf(`export { ${CALCULATING.join(', ')} } from './index.js'`);
  const size = { unit: 'kB', decimals: 1 };
  return [
    measurement('size of the core, gzip', whole, { ...size, goal: { atMost: 30 } }),
    measurement('size of the core, what calculating needs of it, gzip', calculating, size),
  ];
}

async function kilobytesOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../dist/', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    external: ['decimal.js', 'zod', 'date-fns'],
    write: false,
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1_000;
}
