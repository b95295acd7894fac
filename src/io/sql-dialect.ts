import type { SqlAmount } from './sql-layout.js';

/** The engines whose SQL is written. */
export const SQL_DIALECTS = ['duckdb', 'postgresql', 'clickhouse'] as const;
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/** What engines write differently. Every member takes SQL expressions and gives one. */
export interface DialectWords {
  readonly identifier: (name: string) => string;
  /** No longer than that, in bytes: PostgreSQL cuts longer names silently, and would read another column. */
  readonly identifierBytes: number;
  /** A value as text; `null` stays `null`. */
  readonly text: (value: string) => string;
  /** A name as text that equals another one only where all bytes do, whatever the collation of its column. */
  readonly name: (value: string) => string;
  /** A date as `yyyy-MM-dd`, and anything else than a date as text that is not of that form. */
  readonly dayText: (day: string) => string;
  /** The parameter of that number, counted from 1, as a date. */
  readonly dayParameter: (position: number) => string;
  /** The name of the type of a value. */
  readonly typeName: (value: string) => string;
  /** Whether the name of a type is one that adds up exactly. */
  readonly exactType: (type: string, kind: SqlAmount['kind']) => string;
  /** The amount, wide enough for its sum not to leave the type silently. */
  readonly wide: (value: string, kind: SqlAmount['kind']) => string;
  /** The same amount without its third and further decimals. */
  readonly twoDecimals: (value: string) => string;
}

/** How each engine writes it. */
export const DIALECT_WORDS: Readonly<Record<SqlDialect, DialectWords>> = {
  duckdb: {
    identifier: doubled,
    identifierBytes: Infinity,
    text: (value) => `CAST(${value} AS VARCHAR)`,
    name: (value) => `CAST(${value} AS VARCHAR) COLLATE "C"`,
    dayText: (day) => `CAST(${day} AS VARCHAR)`,
    dayParameter: (position) => `CAST($${position} AS DATE)`,
    typeName: (value) => `typeof(${value})`,
    exactType: (type, kind) =>
      kind === 'decimal'
        ? `${type} LIKE 'DECIMAL(%'`
        : `${type} IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT')`,
    // Sums are DECIMAL(38, scale) and HUGEINT, and one that does not fit is an error.
    wide: (value) => value,
    twoDecimals: (value) => `CAST(${value} AS DECIMAL(38, 2))`,
  },
  postgresql: {
    identifier: doubled,
    identifierBytes: 63,
    text: (value) => `CAST(${value} AS TEXT)`,
    name: (value) => `CAST(${value} AS TEXT) COLLATE "C"`,
    // Text of a date follows the setting DateStyle, its JSON does not; that of a timestamp has a time in it.
    dayText: (day) => `(to_jsonb(${day}) #>> '{}')`,
    dayParameter: (position) => `CAST($${position} AS DATE)`,
    typeName: (value) => `CAST(pg_typeof(${value}) AS TEXT)`,
    exactType: (type, kind) =>
      kind === 'decimal' ? `${type} = 'numeric'` : `${type} IN ('smallint', 'integer', 'bigint')`,
    wide: (value) => `CAST(${value} AS NUMERIC)`,
    twoDecimals: (value) => `trunc(CAST(${value} AS NUMERIC), 2)`,
  },
  clickhouse: {
    // Backslashes escape inside quoted names too.
    identifier: (name) => doubled(name.replaceAll('\\', '\\\\')),
    identifierBytes: Infinity,
    text: (value) => `CAST(${value} AS Nullable(String))`,
    name: (value) => `CAST(${value} AS Nullable(String))`,
    dayText: (day) => `CAST(${day} AS Nullable(String))`,
    dayParameter: (position) => `{p${position}:Date32}`,
    typeName: (value) => `toTypeName(${value})`,
    exactType: (type, kind) =>
      kind === 'decimal'
        ? `(${type} LIKE 'Decimal(%' OR ${type} LIKE 'Nullable(Decimal(%')`
        : `${type} IN (${CLICKHOUSE_INTEGERS.flatMap((name) => [`'${name}'`, `'Nullable(${name})'`]).join(', ')})`,
    // Sums of integers and of Decimal128 run over silently; 256 bits are more than any ledger fills.
    wide: (value, kind) => `CAST(${value} AS Nullable(${kind === 'decimal' ? 'Decimal(76, 2)' : 'Int256'}))`,
    twoDecimals: (value) => `CAST(${value} AS Nullable(Decimal(76, 2)))`,
  },
};

const CLICKHOUSE_INTEGERS = ['Int8', 'Int16', 'Int32', 'Int64', 'Int128', 'UInt8', 'UInt16', 'UInt32', 'UInt64'];

function doubled(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
