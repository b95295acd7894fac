import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** What is asked of a connection of `@duckdb/node-api`: a `DuckDBConnection` is one. */
export interface DuckdbConnection {
  readonly runAndReadAll: (
    sql: string,
    values?: string[],
  ) => Promise<{ readonly getRowObjects: () => readonly Readonly<Record<string, unknown>>[] }>;
}

/** One query, and what issues call the file or table it reads. */
export interface DuckdbQuery {
  readonly text: string;
  readonly values: readonly string[];
  readonly source: string;
}

/**
 * The rows of a query.
 *
 * Issues: `file-unreadable` (whatever the engine says of it).
 */
export async function duckdbRows(
  connection: DuckdbConnection,
  { text, values, source }: DuckdbQuery,
): Promise<Outcome<readonly Readonly<Record<string, unknown>>[]>> {
  try {
    const reader = await connection.runAndReadAll(text, [...values]);
    return success(reader.getRowObjects());
  } catch (error) {
    const reason = shortened(error instanceof Error ? error.message : String(error));
    const message = `DuckDB cannot read it: ${reason}`;
    return failure(errorIssue('file-unreadable', { message, detail: { file: source, reason }, at: { source } }));
  }
}

const CHARACTERS_SHOWN = 600;

/** Engines add the options in force and the statement to what they say. */
function shortened(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length > CHARACTERS_SHOWN ? `${line.slice(0, CHARACTERS_SHOWN)}…` : line;
}

/** Text as a literal of DuckDB. */
export function duckdbLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
