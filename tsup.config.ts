import { cp } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/** Every edition is a subpath of its own, so that nobody loads figures that are not asked for. */
const EDITIONS = [
  'defra-2024',
  'defra-2025',
  'defra-2026',
  'epa-2022',
  'ademe-2023',
  'finland-2025',
  'refrigerants-2026',
  'finland-prices-2024',
  'ourairports-2026',
];

/** Tables of other programs; those that need a package of their own declare it as an optional peer. */
const TABLES = ['json-stat', 'parquet'];

const doors = {
  index: 'src/index.ts',
  schema: 'src/schema.ts',
  csv: 'src/io/csv.ts',
  xlsx: 'src/io/xlsx.ts',
  sql: 'src/io/sql.ts',
  duckdb: 'src/io/duckdb.ts',
  ...Object.fromEntries(EDITIONS.map((name) => [`editions/${name}`, `src/editions/${name}.ts`])),
  ...Object.fromEntries(TABLES.map((name) => [name, `src/io/${name}.ts`])),
};

export default defineConfig({
  entry: { ...doors, cli: 'src/cli/main.ts' },
  dts: { entry: doors },
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  external: ['decimal.js', 'zod', /^date-fns(\/|$)/, /^hyparquet(\/|$)/],
  removeNodeProtocol: false,
  splitting: true,
  sourcemap: true,
  clean: true,
  // The figures travel with the texts of their licences.
  onSuccess: () => cp('src/editions/licences', 'dist/editions/licences', { recursive: true }),
});
