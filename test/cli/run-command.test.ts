import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run-command.js';
import { USAGE } from '../../src/cli/usage.js';
import { VERSION } from '../../src/cli/version.js';
import { captured } from '../support/captured.js';
import { FUEL, LEDGER_2018, PROJECT, temporaryFolder, writeProject } from '../support/small-project.js';

describe('runCommand', () => {
  test.each([['--help'], ['figures --help'], ['--help --version']])('%s prints the usage', async (args) => {
    expect(await captured(...args.split(' '))).toEqual({ code: 0, out: [USAGE], error: [] });
  });

  test('--version prints the version', async () => {
    expect(await captured('--version')).toEqual({ code: 0, out: [VERSION], error: [] });
  });

  test.each([
    ['no command', [], 'No command was given.'],
    ['an unknown command', ['figure', 'hiilitase.json'], 'There is no command "figure".'],
    ['figures without a project', ['figures'], 'figures takes one project file.'],
    ['figures with two projects', ['figures', 'a.json', 'b.json'], 'figures takes one project file.'],
    ['explain without a line', ['explain'], 'explain takes a line id and a project file.'],
    ['explain without a project', ['explain', 'oil-2018'], 'explain takes a line id and a project file.'],
    ['explain with too much', ['explain', 'oil-2018', 'a.json', 'b'], 'explain takes a line id and a project file.'],
    [
      'explain with a folder',
      ['explain', 'oil', 'a.json', '--out', 'b'],
      'explain takes a line id and a project file.',
    ],
  ])('%s is called wrongly: exit 2 with the usage', async (_, args, message) => {
    expect(await captured(...args)).toEqual({ code: 2, out: [], error: [`${message}\n\n${USAGE}`] });
  });

  test.each([
    ['an unknown option', ['figures', 'a.json', '--outt', 'b']],
    ['an option without its value', ['figures', 'a.json', '--out']],
    ['a switch with a value', ['--help=yes']],
  ])('%s is called wrongly as well', async (_, args) => {
    const { code, out, error } = await captured(...args);
    expect([code, out, error.length]).toEqual([2, [], 1]);
    expect(error.join()).toContain(USAGE);
  });

  test('an option may stand before its command', async () => {
    const path = await writeProject();
    const folder = join(dirname(path), 'out');
    expect((await captured('--out', folder, 'figures', path)).code).toBe(0);
    expect(await readdir(folder)).toEqual(['figures.json']);
  });

  test('a project that is not there is bad data: exit 3, with the file and the next step', async () => {
    const path = join(await temporaryFolder(), 'hiilitase.json');
    expect(await captured('figures', path)).toEqual({
      code: 3,
      out: [],
      error: [
        "error: hiilitase.json: The file cannot be opened: it does not exist. Check its name and place; files are named from the project file's folder. [file-unreadable]",
        '1 issue; nothing was written.',
      ],
    });
  });

  test('a bad row is bad data: exit 3, with file, row, field and next step, and nothing is written', async () => {
    const rows = LEDGER_2018.replace('1 140,00', '1.140,00').replace('4.1.2018', '2018-01-04');
    const path = await writeProject({ 'ledgers/2018.tsv': rows, 'fuel.json': [{ ...FUEL[0], fuel: 'light-fuel-oi' }] });
    const folder = join(dirname(path), 'out');
    expect(await captured('figures', path, '--out', folder)).toEqual({
      code: 3,
      out: [],
      error: [
        'error: ledgers/2018.tsv, row 6, field Summa: "1.140,00" is not an amount as the layout old-system declares it: decimal comma, thousands apart by one kind of space. [invalid-number]',
        'error: ledgers/2018.tsv, row 7, field Päivä: "2018-01-04" is not a date as the layout old-system declares it: d.M.yyyy. [invalid-date]',
        'error: ledgers/2018.tsv: 2 of 8 rows were rejected, each with its issue. Nothing is folded until they are mended. [rows-rejected]',
        'error: fuel.json, row 1, activity oil-2018: The set illustrative has no factor for light-fuel-oi (fuel-based) in 2018-02-01. Did you mean light-fuel-oil? Add one with its source, or extend a validity with a reason. [factor-not-found]',
        '4 issues; nothing was written.',
      ],
    });
    expect(await readdir(dirname(path))).not.toContain('out');
  });

  test('figures that were written before stay as they are when the data have issues', async () => {
    const path = await writeProject({ 'target.json': undefined });
    const folder = join(dirname(path), 'out');
    await mkdir(folder);
    await writeFile(join(folder, 'figures.json'), 'as before');
    expect((await captured('figures', path, '--out', folder)).code).toBe(3);
    expect(await readFile(join(folder, 'figures.json'), 'utf8')).toBe('as before');
    expect(await readdir(folder)).toEqual(['figures.json']);
  });

  test('of more than 1 000 issues the first 1 000 are printed, and then how many more there are', async () => {
    const bad = Array.from({ length: 1002 }, (_, index) => ({ ...FUEL[0], id: `oil-${index}`, site: '' }));
    const { code, error } = await captured('figures', await writeProject({ 'fuel.json': bad }));
    expect(code).toBe(3);
    expect(error.slice(1000)).toEqual(['and 2 more.', '1002 issues; nothing was written.']);
    expect(error.slice(999, 1000)).toEqual([
      'error: fuel.json, row 1000, activity oil-999, field site: "" does not fit: expected text, whole characters, no white space at its ends. [invalid-value]',
    ]);
  });

  test('warnings are not counted among the issues that stop the figures', async () => {
    const changes = { 'hiilitase.json': { ...PROJECT, years: [2018] }, 'target.json': '[]' };
    const { error } = await captured('figures', await writeProject(changes));
    expect(error.filter((line) => line.startsWith('warning'))).toEqual([]);
  });

  test('a folder that cannot be made is exit 4', async () => {
    const path = await writeProject({ taken: 'a file' });
    const { code, out, error } = await captured('figures', path, '--out', join(dirname(path), 'taken'));
    expect([code, out]).toEqual([4, []]);
    expect(error.map((line) => line.slice(0, 36))).toEqual(['The result could not be written: EEX']);
    expect(await readFile(join(dirname(path), 'taken'), 'utf8')).toBe('a file');
  });

  test('a result that cannot be put into its place is exit 4, and leaves nothing behind', async () => {
    const path = await writeProject();
    const folder = join(dirname(path), 'out');
    await mkdir(join(folder, 'figures.json', 'in the way'), { recursive: true });
    const { code, out } = await captured('figures', path, '--out', folder);
    expect([code, out]).toEqual([4, []]);
    expect(await readdir(folder)).toEqual(['figures.json']);
  });

  test('what nobody foresaw is a fault of the program: exit 70, without a stack trace', async () => {
    const error: string[] = [];
    const code = await runCommand(['--version'], {
      out: () => {
        throw new Error('The printer is on fire.');
      },
      error: (text) => error.push(text),
    });
    expect([code, error]).toEqual([70, ['This is a fault of the program, not of your data: The printer is on fire.']]);
  });

  test('what is thrown without being an error is such a fault as well', async () => {
    const error: string[] = [];
    const out = () => Reflect.apply(throwing, undefined, ['on fire']);
    expect(await runCommand(['--version'], { out, error: (text) => error.push(text) })).toBe(70);
    expect(error).toEqual(['This is a fault of the program, not of your data: unknown']);
  });
});

/** A program of somebody else that throws whatever it is given. */
function throwing(value: unknown): void {
  throw value as Error;
}

test.each([
  ['figures', 0],
  ['figure', 2],
])('%s wipes the bar away before anything is printed', async (command, code) => {
  const order: string[] = [];
  const output = {
    out: () => order.push('out'),
    error: () => order.push('error'),
    progress: { show: () => order.push('show'), clear: () => order.push('clear') },
  };
  expect(await runCommand([command, await writeProject()], output)).toBe(code);
  expect(order).toEqual(code === 0 ? ['show', 'show', 'clear', 'out'] : ['clear', 'error']);
});
