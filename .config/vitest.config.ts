import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const complete = { statements: 100, branches: 100, functions: 100, lines: 100 };

export default defineConfig({
  root: fromRoot('.'),
  resolve: {
    alias: [
      { find: /^hiilitase$/, replacement: fromRoot('src/index.ts') },
      { find: /^hiilitase\/schema$/, replacement: fromRoot('src/schema.ts') },
      { find: /^hiilitase\/(csv|duckdb|json-stat|parquet|sql|xlsx)$/, replacement: fromRoot('src/io/$1.ts') },
      { find: /^hiilitase\/editions\/(.+)$/, replacement: fromRoot('src/editions/$1.ts') },
    ],
  },
  test: {
    environment: 'node',
    // The library keeps no state between calls: files of one worker share its modules, and a test that needs more is wrong.
    isolate: false,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Property tests and slow machines: a time-out is there to end a hang, not to judge speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: [['text', { skipFull: true }], 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: {
        lines: 97,
        branches: 95,
        'src/!(index|schema).ts': complete,
        'src/{calendar,quantity}/**/*.ts': complete,
        'src/{activity,factor}/**/*.ts': complete,
        'src/{emission,ledger}/**/*.ts': complete,
        'src/inventory/**/*.ts': complete,
        'src/editions/**/*.ts': complete,
        'src/{reception,change,target,scenario,uncertainty}/**/*.ts': complete,
        'src/{report,io,cli}/**/*.ts': { lines: 97, branches: 95 },
      },
    },
  },
});
