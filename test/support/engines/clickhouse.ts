import { INSTALL, importEngine, isInstalled } from './engine.js';
import type { Engine, EngineDoor } from './engine.js';

interface ChdbModule {
  readonly Session: new () => {
    queryAsync(sql: string, options: { format: string }): Promise<{ text(): string }>;
    queryBindAsync(sql: string, parameters: object, options: { format: string }): Promise<{ text(): string }>;
    close(): void;
  };
}

/** ClickHouse inside the process (chdb). */
async function open(): Promise<Engine> {
  const { Session } = await importEngine<ChdbModule>('chdb');
  const session = new Session();
  const format = { format: 'JSONEachRow' };
  await session.queryAsync('CREATE DATABASE IF NOT EXISTS books', format);
  return {
    dialect: 'clickhouse',
    run: async (sql) => {
      await session.queryAsync(sql, format);
    },
    groups: async ({ text, values }) => {
      const parameters = Object.fromEntries(values.map((value, place) => [`p${place + 1}`, value]));
      const result = (await session.queryBindAsync(text, parameters, format)).text();
      return result
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Record<string, unknown> => JSON.parse(line));
    },
    close: () => {
      session.close();
      return Promise.resolve();
    },
  };
}

export const clickhouse: EngineDoor = isInstalled('chdb')
  ? { dialect: 'clickhouse', open }
  : { dialect: 'clickhouse', missing: INSTALL };
