/**
 * The same groups by PostgreSQL, on a server started for it on a socket in a temporary folder: `node fold-postgresql.mjs
 * <file>`. Prints `{ missing }` where the server of Debian's package is not installed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { groupLine, report, resultOf } from './group-lines.mjs';
import { HEADER } from './synthetic-ledger.mjs';

const DEBIAN = '/usr/lib/postgresql';
const ATTEMPTS = 200;

function programsOf() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

/** The server refuses to run as root: then it runs as the user that its package made. */
function serverUser() {
  if (process.getuid() !== 0) return {};
  const id = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function withServer(programs, use) {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'hiilitase-pg-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'ignore', env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-N', '--encoding=UTF8'], options);
  const settings = ['fsync=off', 'listen_addresses=', `unix_socket_directories=${folder}`];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], options);
  try {
    return await use(folder);
  } finally {
    server.kill('SIGINT');
    await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `psql`, asked again until the server answers. */
async function query(host, programs, args, stdin) {
  for (let attempt = 1; ; attempt += 1) {
    const client = spawn(
      join(programs, 'psql'),
      ['-X', '-q', '-A', '-t', '-F', ';', '-h', host, '-U', 'bench', '-d', 'postgres', ...args],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    const chunks = [];
    client.stdout.on('data', (chunk) => chunks.push(chunk));
    const exit = new Promise((done) => client.once('close', done));
    if (stdin === undefined) client.stdin.end();
    else await pipeline(createReadStream(stdin), client.stdin);
    if ((await exit) === 0) return Buffer.concat(chunks).toString('utf8');
    if (attempt === ATTEMPTS || stdin !== undefined) throw new Error(`psql failed: ${args.join(' ')}`);
    await sleep(50);
  }
}

const TYPES = { tositepvm: 'date' };
const STATEMENT = `
  SELECT hankintakategoria, kustannuspaikka, to_char(tositepvm, 'YYYY-MM'), count(*), sum(CAST(replace(tiliointisumma, ',', '') AS bigint))
  FROM ledger GROUP BY tili, hankintakategoria, kustannuspaikka, to_char(tositepvm, 'YYYY-MM')`;

async function groupsOf(programs, path) {
  return withServer(programs, async (host) => {
    const columns = HEADER.map((name) => `${name} ${TYPES[name] ?? 'text'}`).join(', ');
    await query(host, programs, ['-c', `CREATE TABLE ledger (${columns}); ALTER ROLE bench SET DateStyle = 'German'`]);
    await query(host, programs, ['-c', `COPY ledger FROM STDIN (FORMAT csv, HEADER true, DELIMITER ';')`], path);
    return query(host, programs, ['-c', STATEMENT]);
  });
}

const programs = programsOf();
if (programs === undefined) report({ missing: 'the package postgresql is not installed' });
else {
  const groups = (await groupsOf(programs, process.argv[2]))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  report({
    rows: groups.reduce((sum, [, , , rows]) => sum + Number(rows), 0),
    ...resultOf(
      groups.map(([category, site, month, rows, cents]) => groupLine({ category, site, month, rows, cents })),
    ),
  });
}
