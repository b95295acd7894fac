/**
 * The same groups by DuckDB on one thread, through @duckdb/node-api: `node fold-duckdb.mjs <file>`. As strict as the
 * library: every column is named, quoting is strict, dates have one form, and a third decimal is refused (amounts are read
 * with four and compared with their two).
 */
import { createRequire } from 'node:module';
import { groupLine, report, resultOf, used } from './group-lines.mjs';
import { HEADER } from './synthetic-ledger.mjs';

const engine = createRequire(new URL('../engines/package.json', import.meta.url));
const { DuckDBInstance } = engine('@duckdb/node-api');

const TYPES = { tiliointisumma: 'DECIMAL(18,4)', tositepvm: 'DATE' };
const columns = HEADER.map((name) => `'${name}': '${TYPES[name] ?? 'VARCHAR'}'`).join(', ');
const [, , path] = process.argv;

const STATEMENT = `
  SELECT tili, hankintakategoria AS category, kustannuspaikka AS site, strftime(date_trunc('month', tositepvm), '%Y-%m') AS month,
    CAST(count(*) AS VARCHAR) AS rows, CAST(sum(CAST(tiliointisumma AS DECIMAL(18,2))) AS VARCHAR) AS amount,
    CAST(count(*) FILTER (WHERE tiliointisumma <> CAST(tiliointisumma AS DECIMAL(18,2))) AS VARCHAR) AS too_fine,
    CAST(min(tositepvm) AS VARCHAR) AS first, CAST(max(tositepvm) AS VARCHAR) AS last
  FROM read_csv('${path}', delim = ';', quote = '"', escape = '"', header = true, auto_detect = false, strict_mode = true,
    decimal_separator = ',', dateformat = '%d.%m.%Y', columns = {${columns}})
  GROUP BY tili, hankintakategoria, kustannuspaikka, date_trunc('month', tositepvm)`;

const instance = await DuckDBInstance.create(':memory:', { threads: '1', preserve_insertion_order: 'false' });
const connection = await instance.connect();
const start = performance.now();
const reader = await connection.runAndReadAll(STATEMENT);
const groups = reader.getRowObjects();
const seconds = (performance.now() - start) / 1_000;
const { cpu, megabytes } = used();
if (groups.some(({ too_fine: tooFine }) => tooFine !== '0')) throw new Error('An amount has more than two decimals.');
report({
  seconds,
  cpu,
  megabytes,
  rows: groups.reduce((sum, { rows }) => sum + Number(rows), 0),
  ...resultOf(
    groups.map(({ category, site, month, rows, amount }) =>
      groupLine({ category, site, month, rows, cents: BigInt(amount.replace('.', '')).toString() }),
    ),
  ),
});
