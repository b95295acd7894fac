/** The part of @duckdb/node-api that the tests use. */
export interface DuckdbConnection {
  runAndReadAll(sql: string, values?: string[]): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
  closeSync(): void;
}
