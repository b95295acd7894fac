import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { measurement } from './measurement.mjs';

/** The front door as one minified file without its three packages, compressed: what a browser would load of ours. */
export async function measureCoreSize() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../dist/index.js', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    external: ['decimal.js', 'zod', 'date-fns'],
    write: false,
  });
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  return [measurement('size of the core, gzip', bytes / 1_000, { unit: 'kB', decimals: 1, goal: { atMost: 30 } })];
}
