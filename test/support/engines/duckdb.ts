import type { DuckdbConnection } from './duckdb-types.js';
import { INSTALL, importEngine, isInstalled } from './engine.js';
import type { Engine, EngineDoor } from './engine.js';

interface DuckdbModule {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<DuckdbConnection>; closeSync(): void }>;
  };
}

/** DuckDB in memory. */
export async function openDuckdb(): Promise<{ connection: DuckdbConnection; close: () => void }> {
  const { DuckDBInstance } = await importEngine<DuckdbModule>('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function open(): Promise<Engine> {
  const { connection, close } = await openDuckdb();
  await connection.runAndReadAll('CREATE SCHEMA books');
  return {
    dialect: 'duckdb',
    run: async (sql) => {
      await connection.runAndReadAll(sql);
    },
    groups: async ({ text, values }) => (await connection.runAndReadAll(text, [...values])).getRowObjects(),
    close: () => {
      close();
      return Promise.resolve();
    },
  };
}

export const duckdb: EngineDoor = isInstalled('@duckdb/node-api')
  ? { dialect: 'duckdb', open }
  : { dialect: 'duckdb', missing: INSTALL };
