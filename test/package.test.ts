import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The package as others get it: built from a copy of the sources, packed, installed from its tarball into empty projects
 * once with the newest and once with the lowest versions that its dependency ranges allow, and used there.
 */

const MINUTES = 60_000;
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NEEDED_TO_BUILD = ['package.json', 'tsconfig.json', 'tsup.config.ts', 'src'];
const NEEDED_TO_READ = ['README.md', 'CHANGELOG.md', 'LICENSE'];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const manifest: Manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const dependencies = Object.entries(manifest.dependencies);
const peers = Object.entries(manifest.peerDependencies).map(([name, range]) => `${name}@${range}`);
const importNames = Object.keys(manifest.exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => `hiilitase${subpath.slice(1)}`);

let workshop = '';
let tarball = '';
let packedFiles: readonly string[] = [];

beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), 'hiilitase-package-'));
  const copy = join(workshop, 'copy');
  for (const name of [...NEEDED_TO_BUILD, ...NEEDED_TO_READ]) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  await run('npm', ['run', 'build'], copy);
  // Built just now: without the scripts npm prints nothing but its JSON.
  const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', workshop], copy);
  const report: readonly PackReport[] = JSON.parse(packed);
  tarball = join(workshop, report[0]?.filename ?? 'nothing was packed');
  packedFiles = report[0]?.files.map(({ path }) => path) ?? [];
}, 5 * MINUTES);

afterAll(async () => {
  await rm(workshop, { recursive: true, force: true });
});

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What a program prints; rejects with all it printed where it fails. */
async function run(program: string, options: readonly string[], folder: string): Promise<string> {
  // A package script hands its own package to the programs it starts: these start afresh.
  const own = /^(?:npm_(?:package|lifecycle|command|config_local_prefix)|INIT_CWD|NODE_(?:ENV|PATH|OPTIONS)|VITEST)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  try {
    const { stdout } = await promisify(execFile)(program, options, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (failure) {
    const { stdout, stderr } = failure as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${options.join(' ')} failed:\n${stdout ?? ''}\n${stderr ?? ''}`, { cause: failure });
  }
}

/** The lowest version of a caret range: `^4.1.0` -> `4.1.0`. */
function lowestOf(range: string): string {
  const lowest = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (lowest === undefined) throw new Error(`Dependencies are stated as ^x.y.z, not as ${range}.`);
  return lowest;
}

test('the tarball holds the built files and what a reader needs, and nothing else', () => {
  const others = packedFiles.filter((path) => !path.startsWith('dist/'));
  expect([...others].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  expect(packedFiles).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/schema.d.ts', 'dist/cli.js']),
  );
});

const ENDS = [
  { end: 'newest', versions: [] },
  { end: 'lowest', versions: dependencies.map(([name, range]) => `${name}@${lowestOf(range)}`) },
];

describe.each(ENDS)(
  'installed with the $end versions of its dependencies',
  ({ end, versions }) => {
    let project = '';
    let brought: Lockfile = { packages: {} };

    beforeAll(async () => {
      project = join(workshop, end);
      await mkdir(project);
      await writeFile(join(project, 'package.json'), '{ "name": "empty", "version": "1.0.0", "private": true }\n');
      await run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', tarball, ...versions], project);
      brought = JSON.parse(await readFile(join(project, 'node_modules/.package-lock.json'), 'utf8'));
      // Some subpaths need a package that nobody gets who does not ask for it.
      await run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...peers], project);
    }, 5 * MINUTES);

    test('brings its three dependencies and nothing else', () => {
      const names = Object.keys(brought.packages).map((path) => path.replace(/^node_modules\//, ''));
      expect(names.sort()).toEqual(['date-fns', 'decimal.js', 'hiilitase', 'zod']);
      for (const version of versions) {
        const [name = '', wanted] = version.split('@');
        expect(`${name}@${brought.packages[`node_modules/${name}`]?.version}`).toBe(`${name}@${wanted}`);
      }
    });

    test.each(importNames)('%s gives the same names to import and to require', async (name) => {
      const imported = await run(
        'node',
        ['--input-type=module', '--eval', `print(await import('${name}')); ${PRINT}`],
        project,
      );
      const required = await run(
        'node',
        ['--input-type=commonjs', '--eval', `print(require('${name}')); ${PRINT}`],
        project,
      );
      expect(namesIn(imported).length).toBeGreaterThan(0);
      expect(namesIn(required)).toEqual(namesIn(imported));
    });

    test('its package.json can be read', async () => {
      const printed = await run('node', ['--print', "require('hiilitase/package.json').name"], project);
      expect(printed).toBe('hiilitase\n');
    });

    test('its declarations compile in a strict project, with every library checked', async () => {
      const file = join(project, 'consumer.mts');
      const imports = importNames.map((name, index) => `import * as door${index} from '${name}';`);
      const doors = importNames.map((_, index) => `door${index}`);
      await writeFile(file, `${imports.join('\n')}\nexport const doors = [${doors.join(', ')}];\n`);
      expect(faultsOfTypes(file, ts.ModuleResolutionKind.Node16)).toEqual([]);
      expect(faultsOfTypes(file, ts.ModuleResolutionKind.Bundler)).toEqual([]);
    });

    test('the command prints its help', async () => {
      const printed = await run(join(project, 'node_modules/.bin/hiilitase'), ['--help'], project);
      expect(printed).toContain('hiilitase');
    });

    test.each(['--disable-proto=throw', '--frozen-intrinsics', '--disallow-code-generation-from-strings'])(
      'the command prints the same figures under node %s',
      async (flag) => {
        const command = join(project, 'node_modules/hiilitase/dist/cli.js');
        const figures = [command, 'figures', join(ROOT, 'fixtures/migri/hiilitase.json')];
        expect(await run('node', ['--no-warnings', flag, ...figures], project)).toBe(
          await run('node', figures, project),
        );
      },
    );

    test('the first program of the documentation prints what it promises', async () => {
      const promised = await readFile(join(ROOT, 'docs/programs/first-inventory.out'), 'utf8');
      expect(await printedByFirstInventory(project)).toBe(promised);
    });
  },
  5 * MINUTES,
);

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version: string }>>;
}

const PRINT = 'function print(names) { console.log(JSON.stringify(Object.keys(names))); }';

/** The exported names; `__esModule` and `default` are what Node adds to one side only. */
function namesIn(printed: string): string[] {
  const names: readonly string[] = JSON.parse(printed);
  return names.filter((name) => name !== 'module.exports' && name !== '__esModule').sort();
}

function faultsOfTypes(file: string, moduleResolution: ts.ModuleResolutionKind): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    // zod's declarations name URL, which either DOM or Node declares.
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
    module: moduleResolution === ts.ModuleResolutionKind.Bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.Node16,
    moduleResolution,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map((fault) => `${fault.file?.fileName}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`);
}

/** Runs docs/programs/first-inventory.ts in a project where the package is installed, and returns what it prints. */
async function printedByFirstInventory(project: string): Promise<string> {
  const source = await readFile(join(ROOT, 'docs/programs/first-inventory.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  await writeFile(join(project, 'first-inventory.mjs'), outputText);
  return run('node', ['first-inventory.mjs'], project);
}
