import { afterEach, expect, test, vi } from 'vitest';
import { USAGE } from '../../src/cli/usage.js';
import { VERSION } from '../../src/cli/version.js';
import { writeProject } from '../support/small-project.js';

const { argv, exitCode } = process;

afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  vi.resetModules();
});

/** Runs the command's own file as Node would, and gives what it wrote and its exit code. */
async function run(...args: readonly string[]) {
  const written = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.error += String(text);
    return true;
  });
  process.argv = ['node', 'hiilitase', ...args];
  await import('../../src/cli/main.js');
  vi.restoreAllMocks();
  return { ...written, exitCode: process.exitCode };
}

test('what was asked for goes to the standard output, with a line end', async () => {
  expect(await run('--version')).toEqual({ out: `${VERSION}\n`, error: '', exitCode: 0 });
});

test('what went wrong goes to the standard error, and the exit code says so', async () => {
  expect(await run('figure')).toEqual({
    out: '',
    error: `There is no command "figure".\n\n${USAGE}\n`,
    exitCode: 2,
  });
});

test('a terminal gets a bar while ledgers are read, and a pipe none', async () => {
  const isTerminal = process.stderr.isTTY;
  const project = await writeProject();
  for (const terminal of [true, false]) {
    vi.spyOn(performance, 'now').mockImplementation(clockOfLongSteps());
    process.stderr.isTTY = terminal;
    const { error, exitCode: code } = await run('figures', project);
    expect(code).toBe(0);
    if (terminal) expect(error).toMatch(/^\r\u001B\[2K\[#{24}\] 100 % {2}8 rows {2}ledgers\/2018\.tsv.*\r\u001B\[2K$/s);
    else expect(error).toBe('');
  }
  process.stderr.isTTY = isTerminal;
});

/** A second between any two looks at it. */
function clockOfLongSteps(): () => number {
  let now = 0;
  return () => {
    now += 1_000;
    return now;
  };
}
