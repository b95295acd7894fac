import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', schema: 'src/schema.ts', cli: 'src/cli/main.ts' },
  dts: { entry: { index: 'src/index.ts', schema: 'src/schema.ts' } },
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  external: ['decimal.js', 'zod', /^date-fns(\/|$)/],
  removeNodeProtocol: false,
  splitting: true,
  sourcemap: true,
  clean: true,
});
