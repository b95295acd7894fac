/** What the tests need of an engine: run statements, and give rows as records of text. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SqlStatement } from '../../../src/io/groups-statement.js';
import type { SqlDialect } from '../../../src/io/sql-dialect.js';

export interface Engine {
  readonly dialect: SqlDialect;
  /** Runs a statement whose rows nobody wants. */
  readonly run: (sql: string) => Promise<void>;
  readonly groups: (statement: SqlStatement) => Promise<readonly Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
}

/** How a test reaches an engine, or why it cannot. */
export type EngineDoor =
  | { readonly dialect: SqlDialect; readonly missing: string }
  | { readonly dialect: SqlDialect; readonly open: () => Promise<Engine> };

/** With HIILITASE_ENGINES=required a missing engine fails the tests; else they are skipped and say why. */
export const ENGINES_REQUIRED = process.env['HIILITASE_ENGINES'] === 'required';

const root = new URL('../../../', import.meta.url);

/** Whether a package of bench/engines has been installed (by `npm run test:engines`). */
export function isInstalled(name: string): boolean {
  return existsSync(new URL(`bench/engines/node_modules/${name}/package.json`, root));
}

/** A package of bench/engines. Its types are not there unless it is installed, so the caller states the part it uses. */
export async function importEngine<T>(name: string): Promise<T> {
  const require = createRequire(new URL('bench/engines/package.json', root));
  const loaded: unknown = await import(pathToFileURL(require.resolve(name)).href);
  return loaded as T; // stated by the caller, and proven by the tests that use it
}

export const INSTALL = 'npm run test:engines installs it';

/** A text as a literal of standard SQL. */
export function literal(text: string | undefined): string {
  return text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}

/** A file of the repository. */
export function repositoryFile(path: string): string {
  return fileURLToPath(new URL(path, root));
}
