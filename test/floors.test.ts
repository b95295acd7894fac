import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** The rooms of src, lowest floor first. Floor 0 are the files that lie directly in src, except the two doors. */
const ROOMS: readonly (readonly string[])[] = [
  [],
  ['calendar', 'quantity'],
  ['activity', 'factor'],
  ['emission', 'ledger'],
  ['inventory'],
  ['reception', 'change', 'target', 'scenario', 'uncertainty'],
  ['report'],
  ['io'],
  ['cli'],
];
const HIGHEST_FLOOR_OF_THE_CORE = 6;
/** Editions are data behind subpaths of their own: they build on the factors, and nothing inside builds on them. */
const HIGHEST_FLOOR_EDITIONS_SEE = 2;
/** What editions hold besides programs: figures as data, and the texts of their licences. */
const EDITION_DATA = /^src\/editions\/(?:data\/[\w-]+\.json|licences\/[\w.-]+\.txt)$/;
/** The inner loop of reading ledgers is compiled by another compiler. */
const KERNEL_SOURCE = 'src/io/plain-rows.as';
const DOORS: readonly string[] = ['src/index.ts', 'src/schema.ts'];
const PACKAGES_OF_THE_CORE = /^(?:decimal\.js|zod|date-fns\/.+)$/;

/** Where a file lives: the highest floor it may import from besides its own room, and what lies behind it. */
interface Place {
  readonly room: string;
  readonly floor: number;
  readonly sees: number;
  readonly core: boolean;
}

function placeOf(file: string): Place | undefined {
  if (DOORS.includes(file)) return { room: 'a door', floor: Infinity, sees: HIGHEST_FLOOR_OF_THE_CORE, core: true };
  const room = /^src\/([^/]+)\//.exec(file)?.[1];
  if (room === undefined) return { room: 'src', floor: 0, sees: -1, core: true };
  if (room === 'editions') return { room, floor: Infinity, sees: HIGHEST_FLOOR_EDITIONS_SEE, core: true };
  const floor = ROOMS.findIndex((rooms) => rooms.includes(room));
  return floor === -1 ? undefined : { room, floor, sees: floor - 1, core: floor <= HIGHEST_FLOOR_OF_THE_CORE };
}

/** The file that a relative import names, or undefined where it does not name a concrete `.ts` file by its `.js` name. */
function fileNamed(specifier: string, importer: string, files: ReadonlyMap<string, string>): string | undefined {
  const resolved = new URL(specifier, `file:///${importer}`).pathname.slice(1);
  const file = resolved.replace(/\.js$/, '.ts');
  return file !== resolved && files.has(file) ? file : undefined;
}

function specifiersOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

function offenceOfPackage(specifier: string, place: Place, declared: readonly string[]): string | undefined {
  if (place.core) {
    if (PACKAGES_OF_THE_CORE.test(specifier)) return undefined;
    return `imports ${specifier}: the core knows decimal.js, zod and date-fns/* and nothing else`;
  }
  if (specifier.startsWith('node:')) return undefined;
  if (declared.some((name) => specifier === name || specifier.startsWith(`${name}/`))) return undefined;
  return `imports ${specifier}: neither a node: module nor a dependency or peer dependency of package.json`;
}

function offenceOfFile(imported: string, from: Place, to: Place): string | undefined {
  if (to.room === 'a door') return `imports ${imported}: nothing inside imports a door`;
  if (to.room === from.room || to.floor <= from.sees) return undefined;
  if (to.floor === Infinity) return `imports ${imported}: nothing inside imports ${to.room}`;
  if (to.floor === from.floor) return `imports ${imported}: rooms on one floor do not know each other`;
  return `imports ${imported}: floor ${to.floor}, while ${from.room} sees ${from.sees < 0 ? 'none' : `up to ${from.sees}`}`;
}

function offencesOfImports(file: string, from: Place, tree: SourceTree): string[] {
  return specifiersOf(tree.files.get(file) ?? '').flatMap((specifier) => {
    if (!specifier.startsWith('.')) return offenceOfPackage(specifier, from, tree.declared) ?? [];
    // The command prints its version: the build puts that one value in place of the import.
    if (from.room === 'cli' && specifier === '../../package.json') return [];
    if (from.room === 'editions' && /^\.\/data\/[\w-]+\.json$/.test(specifier)) return [];
    const imported = fileNamed(specifier, file, tree.files);
    if (imported === undefined) return `imports ${specifier}, which names no file of src (write ./term.js for term.ts)`;
    const to = placeOf(imported);
    return to === undefined ? [] : (offenceOfFile(imported, from, to) ?? []);
  });
}

/** One line for every circle of imports, written from its first file round to that file again. */
function circles(files: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      const circle = path.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? file);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add([...turned, turned[0]].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const specifier of specifiersOf(files.get(file) ?? '')) {
      const imported = specifier.startsWith('.') ? fileNamed(specifier, file, files) : undefined;
      if (imported !== undefined) visit(imported);
    }
    path.pop();
    done.add(file);
  };
  for (const file of [...files.keys()].sort()) visit(file);
  return [...found].map((circle) => `import circle: ${circle}`);
}

/** A source tree: path -> text, and the packages that package.json declares for those who install it. */
interface SourceTree {
  readonly files: ReadonlyMap<string, string>;
  readonly declared: readonly string[];
}

/** Everything in a source tree that breaks the order of rooms and floors, one readable line each. */
function floorOffences(tree: SourceTree): string[] {
  const offences: string[] = [];
  for (const file of [...tree.files.keys()].sort()) {
    const place = placeOf(file);
    if (EDITION_DATA.test(file) || file === KERNEL_SOURCE) continue;
    if (!file.endsWith('.ts')) offences.push(`${file}: is not a TypeScript file`);
    else if (place === undefined) offences.push(`${file}: lies in a folder that is no room of the design`);
    else {
      if (/\/.+\/index\.ts$/.test(file)) offences.push(`${file}: no inner index.ts; name the concrete file`);
      offences.push(...offencesOfImports(file, place, tree).map((offence) => `${file}: ${offence}`));
    }
  }
  return [...offences, ...circles(tree.files)];
}

function ownSourceTree(): SourceTree {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    files: new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
    declared: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  };
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

describe('rooms and floors', () => {
  test('every file of src keeps to its floor', () => {
    const tree = ownSourceTree();
    expect([...tree.files.keys()]).toContain('src/index.ts');
    expect(floorOffences(tree)).toEqual([]);
  });
});

describe('the check itself', () => {
  const sound: Readonly<Record<string, string>> = {
    'src/index.ts': "export { report } from './report/report.js';\nexport { kilo } from './quantity/kilo.js';",
    'src/schema.ts': "export { kilo } from './quantity/kilo.js';",
    'src/decimal.ts': "import { Decimal } from 'decimal.js';",
    'src/outcome.ts': "import { Decimal } from './decimal.js';",
    'src/quantity/kilo.ts': "import { z } from 'zod';\nimport { parseISO } from 'date-fns/parseISO';",
    'src/calendar/month.ts': "import type { Outcome } from '../outcome.js';",
    'src/factor/factor.ts': "import { kilo } from '../quantity/kilo.js';",
    'src/editions/finland-2024.ts': "import { factor } from '../factor/factor.js';",
    'src/report/report.ts': "import { month } from '../calendar/month.js';",
    'src/io/csv.ts': "import { open } from 'node:fs/promises';\nimport { report } from '../report/report.js';",
    'src/cli/main.ts': "import { csv } from '../io/csv.js';\nimport { version } from '../../package.json';",
  };
  const offencesWith = (added: Readonly<Record<string, string>>) =>
    floorOffences({ files: new Map(Object.entries({ ...sound, ...added })), declared: ['zod', 'hyparquet'] });

  test('a sound tree has no offence', () => {
    expect(offencesWith({})).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a higher floor',
      { 'src/quantity/up.ts': "import { factor } from '../factor/factor.js';" },
      'src/quantity/up.ts: imports src/factor/factor.ts: floor 2, while quantity sees up to 0',
    ],
    [
      'a higher floor, for its type alone',
      { 'src/up.ts': "import type { Month } from './calendar/month.js';" },
      'src/up.ts: imports src/calendar/month.ts: floor 1, while src sees none',
    ],
    [
      'a higher floor, while running',
      { 'src/report/late.ts': "export const late = () => import('../io/csv.js');" },
      'src/report/late.ts: imports src/io/csv.ts: floor 7, while report sees up to 5',
    ],
    [
      'a higher floor, inside a type',
      { 'src/ledger/inner.ts': "export type R = import('../report/report.js').R;" },
      'src/ledger/inner.ts: imports src/report/report.ts: floor 6, while ledger sees up to 2',
    ],
    [
      'a neighbour, by exporting it again',
      { 'src/calendar/across.ts': "export * from '../quantity/kilo.js';" },
      'src/calendar/across.ts: imports src/quantity/kilo.ts: rooms on one floor do not know each other',
    ],
    [
      'a door',
      { 'src/cli/door.ts': "import { kilo } from '../index.js';" },
      'src/cli/door.ts: imports src/index.ts: nothing inside imports a door',
    ],
    [
      'one door from the other',
      { 'src/schema.ts': "export { kilo } from './index.js';" },
      'src/schema.ts: imports src/index.ts: nothing inside imports a door',
    ],
    [
      'an edition',
      { 'src/cli/edition.ts': "import { finland } from '../editions/finland-2024.js';" },
      'src/cli/edition.ts: imports src/editions/finland-2024.ts: nothing inside imports editions',
    ],
    [
      'reading and writing, from a door',
      { 'src/index.ts': "export { csv } from './io/csv.js';" },
      'src/index.ts: imports src/io/csv.ts: floor 7, while a door sees up to 6',
    ],
    [
      'a Node module',
      { 'src/report/file.ts': "import { readFile } from 'node:fs/promises';" },
      'src/report/file.ts: imports node:fs/promises: the core knows decimal.js, zod and date-fns/* and nothing else',
    ],
    [
      'a Node module under its bare name',
      { 'src/editions/file.ts': "import { readFileSync } from 'fs';" },
      'src/editions/file.ts: imports fs: the core knows decimal.js, zod and date-fns/* and nothing else',
    ],
    [
      'all of date-fns',
      { 'src/calendar/all.ts': "import { parseISO } from 'date-fns';" },
      'src/calendar/all.ts: imports date-fns: the core knows decimal.js, zod and date-fns/* and nothing else',
    ],
    [
      'an undeclared package',
      { 'src/io/xlsx.ts': "import { read } from 'read-excel-file/node';\nimport { parquetRead } from 'hyparquet';" },
      'src/io/xlsx.ts: imports read-excel-file/node: neither a node: module nor a dependency or peer dependency of package.json',
    ],
    [
      'the library by its own name',
      { 'src/report/self.ts': "import { kilo } from 'hiilitase';" },
      'src/report/self.ts: imports hiilitase: the core knows decimal.js, zod and date-fns/* and nothing else',
    ],
    [
      'a folder instead of a file',
      { 'src/report/folder.ts': "import { kilo } from '../quantity';" },
      'src/report/folder.ts: imports ../quantity, which names no file of src (write ./term.js for term.ts)',
    ],
    [
      'package.json below the command',
      { 'src/report/version.ts': "import { version } from '../../package.json';" },
      'src/report/version.ts: imports ../../package.json, which names no file of src (write ./term.js for term.ts)',
    ],
    [
      'a file outside src',
      { 'src/report/outside.ts': "import { setup } from '../../test/support/setup.js';" },
      'src/report/outside.ts: imports ../../test/support/setup.js, which names no file of src (write ./term.js for term.ts)',
    ],
  ])('finds an import of %s', (_, added, offence) => {
    expect(offencesWith(added)).toEqual([offence]);
  });

  test('finds unknown folders, inner doors and other files', () => {
    expect(
      offencesWith({ 'src/utils/helper.ts': '', 'src/factor/index.ts': '', 'src/factor/table.json': '{}' }),
    ).toEqual([
      'src/factor/index.ts: no inner index.ts; name the concrete file',
      'src/factor/table.json: is not a TypeScript file',
      'src/utils/helper.ts: lies in a folder that is no room of the design',
    ]);
  });

  test('finds import circles, types included', () => {
    const circle = offencesWith({
      'src/factor/a.ts': "import { b } from './b.js';",
      'src/factor/b.ts': "import { c } from './c.js';",
      'src/factor/c.ts': "import type { A } from './a.js';",
      'src/factor/itself.ts': "import { itself } from './itself.js';",
    });
    expect(circle).toEqual([
      'import circle: src/factor/a.ts -> src/factor/b.ts -> src/factor/c.ts -> src/factor/a.ts',
      'import circle: src/factor/itself.ts -> src/factor/itself.ts',
    ]);
  });
});
