import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { INSTALL, importEngine, isInstalled } from './engine.js';
import type { Engine, EngineDoor } from './engine.js';

interface PgClient {
  connect(): Promise<void>;
  query(sql: string, values?: string[]): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}
interface PgModule {
  readonly default: { readonly Client: new (options: object) => PgClient };
}

const DEBIAN = '/usr/lib/postgresql';
const START_ATTEMPTS = 200;

/** Where the programs of the server lie, newest version first. */
function serverFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

/** The server refuses to run as root: then it runs as the user that its package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A server of its own, on a socket in a temporary folder, with the collation of a language and not that of bytes. */
async function open(programs: string): Promise<Engine> {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'hiilitase-pg-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const asServer = { ...user, cwd: folder, stdio: 'ignore' as const, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const collation = ['--locale-provider=icu', '--icu-locale=fi', '--encoding=UTF8'];
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'tester', '-A', 'trust', '-N', ...collation], asServer);
  const settings = ['fsync=off', 'listen_addresses=', `unix_socket_directories=${folder}`, 'timezone=Pacific/Apia'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], asServer);
  const client = await connected(folder);
  // The text of a date follows this setting.
  await client.query("SET DateStyle = 'German'");
  await client.query('CREATE SCHEMA books');
  return {
    dialect: 'postgresql',
    run: async (sql) => {
      await client.query(sql);
    },
    groups: async ({ text, values }) => (await client.query(text, [...values])).rows,
    close: async () => {
      await client.end();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(host: string): Promise<PgClient> {
  const { default: pg } = await importEngine<PgModule>('pg');
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ host, user: 'tester', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await sleep(50);
    }
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGINT');
  });
}

function door(): EngineDoor {
  const programs = serverFolder();
  if (programs === undefined) return { dialect: 'postgresql', missing: 'install the package postgresql' };
  if (!isInstalled('pg')) return { dialect: 'postgresql', missing: INSTALL };
  return { dialect: 'postgresql', open: () => open(programs) };
}

export const postgresql: EngineDoor = door();
