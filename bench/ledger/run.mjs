/**
 * `npm run bench:ledger`: one invented ledger of ten million rows, folded by the library and by others, each in a process of
 * its own, in turns. `--rows 1000000` makes a smaller one, `--rounds 3` takes more turns, `--check` ends with 1 where a goal
 * is missed or two results differ.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { describeMeasurement, isMissed, measurement } from '../measurement.mjs';
import { writeLedger } from './synthetic-ledger.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '3' },
    check: { type: 'boolean' },
  },
});
const ROWS = Number(options.rows);
const ROUNDS = Number(options.rounds);
const TENTH = ROWS / 10;
const FOLDER = join(tmpdir(), 'hiilitase-ledger');

async function files(name, rows, { parts = 1, spread } = {}) {
  mkdirSync(FOLDER, { recursive: true });
  const paths = Array.from({ length: parts }, (_, part) => join(FOLDER, `${name}-${rows}-${part + 1}.csv`));
  const finished = join(FOLDER, `${name}-${rows}.finished`);
  if (!existsSync(finished)) {
    await writeLedger(paths, rows, spread);
    mkdirSync(finished);
  }
  return paths;
}

/** What a program comes to, in a process of its own. */
async function runOnce(program, paths) {
  const script = fileURLToPath(new URL(`${program}.mjs`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

/** Several programs in turns; of each the least processor time, the least wall time and the least of the most memory. */
async function runInTurns(tasks, rounds) {
  const results = new Map(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [program, paths]] of Object.entries(tasks)) results.get(name).push(await runOnce(program, paths));
  }
  return Object.fromEntries([...results].map(([name, runs]) => [name, { ...runs[0], ...leastOf(runs) }]));
}

function leastOf(runs) {
  const least = (field) => Math.min(...runs.map((run) => run[field]));
  return { cpu: least('cpu'), seconds: least('seconds'), megabytes: least('megabytes') };
}

function machine() {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `node ${process.version}, ${model}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(2)}`;
}

const whole = await files('ledger', ROWS);
const halves = await files('halves', ROWS, { parts: 2 });
const tenth = await files('ledger', TENTH);
const even = await files('even', ROWS, { spread: 'even' });

console.log(`before: ${machine()}`);
const big = await runInTurns(
  {
    hiilitase: ['fold-hiilitase', whole],
    duckdb: ['fold-duckdb', whole],
    small: ['fold-hiilitase', tenth],
    oneAfterTheOther: ['fold-hiilitase', halves],
    workers: ['fold-in-workers', halves],
  },
  ROUNDS,
);
const once = await runInTurns(
  {
    even: ['fold-hiilitase', even],
    evenInDuckdb: ['fold-duckdb', even],
    objects: ['fold-objects', tenth],
    bigints: ['fold-bigints', whole],
    postgresql: ['fold-postgresql', whole],
  },
  1,
);
console.log(`after: ${machine()}`);

const { hiilitase, duckdb, small, oneAfterTheOther, workers } = big;
const perRow = ({ cpu, rows }) => cpu / rows;
const count = new Intl.NumberFormat('en').format(ROWS);
const ratio = (name, value, goal, decimals = 2) => measurement(name, value, { unit: 'times', decimals, goal });
const seconds = (name, { cpu }) => measurement(`${name}, processor time`, cpu, { unit: 's', decimals: 2 });
const lines = [
  seconds(`hiilitase, ${count} rows`, hiilitase),
  seconds('DuckDB on one thread, the same rows', duckdb),
  measurement('hiilitase, rows a second of processor time', hiilitase.rows / hiilitase.cpu, { unit: 'rows/s' }),
  ratio('processor time over that of DuckDB', hiilitase.cpu / duckdb.cpu, { atMost: 0.75 }),
  ratio(
    'processor time of csv-parse, zod and decimal.js over ours, a row',
    perRow(once.objects) / perRow(hiilitase),
    { atLeast: 25 },
    1,
  ),
  ratio('processor time over that of a tenth of the rows', hiilitase.cpu / small.cpu, { atMost: 10.5 }),
  measurement('peak memory', hiilitase.megabytes, { unit: 'MB', goal: { atMost: 120 } }),
  ratio('peak memory over that of a tenth of the rows', hiilitase.megabytes / small.megabytes, { atMost: 1.15 }),
  measurement('peak memory of DuckDB', duckdb.megabytes, { unit: 'MB' }),
  ratio('two halves one after the other over two workers, wall time', oneAfterTheOther.seconds / workers.seconds, {
    atLeast: 1.3,
  }),
  measurement(`every product everywhere, ${once.even.groups} groups, peak memory`, once.even.megabytes, { unit: 'MB' }),
  ratio('every product everywhere, processor time over that of DuckDB', once.even.cpu / once.evenInDuckdb.cpu),
];
for (const line of lines) console.log(describeMeasurement(line));

const same = [
  [`${count} rows`, [hiilitase, duckdb, oneAfterTheOther, workers, once.bigints, once.postgresql]],
  ['a tenth of them', [small, once.objects]],
  ['every product everywhere', [once.even, once.evenInDuckdb]],
].map(([what, results]) => {
  const hashes = new Set(
    results.filter(({ missing }) => missing === undefined).map(({ hash, rows }) => `${hash} of ${rows} rows`),
  );
  console.log(`${what}: ${[...hashes].join(' and ')}`);
  return hashes.size === 1;
});
if (once.postgresql.missing !== undefined) console.log(`PostgreSQL was not asked: ${once.postgresql.missing}`);
const missed = lines.filter(isMissed).map(({ name }) => name);
if (missed.length > 0) console.log(`missed: ${missed.join('; ')}`);
if (same.includes(false)) console.log('Two results differ.');
if (options.check === true && (missed.length > 0 || same.includes(false))) process.exitCode = 1;
