import { parseArgs } from 'node:util';
import { describeIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Outcome } from '../outcome.js';
import { explainCommand } from './explain-command.js';
import { figuresCommand } from './figures-command.js';
import type { WatchReading } from './ledger-files.js';
import type { ProgressBar } from './progress-bar.js';
import { USAGE, UsageError } from './usage.js';
import { VERSION } from './version.js';

/** Where a command writes: what was asked for, and what went wrong. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** How far the reading of ledgers has come; a terminal shows it as a bar. */
  readonly progress?: ProgressBar | undefined;
}

const EXIT = { done: 0, usage: 2, badData: 3, io: 4, internal: 70 } as const;

/** Runs one call of the command and gives its exit code. */
export async function runCommand(args: readonly string[], output: Output): Promise<number> {
  try {
    const outcome = await outcomeOfCommand(args, output.progress?.show);
    output.progress?.clear();
    if (!outcome.ok) return reportIssues(outcome.issues, output);
    output.out(outcome.value);
    return EXIT.done;
  } catch (error) {
    output.progress?.clear();
    return reportError(error, output);
  }
}

async function outcomeOfCommand(args: readonly string[], watch: WatchReading | undefined): Promise<Outcome<string>> {
  const { values, positionals } = readArguments(args);
  if (values.help === true) return { ok: true, value: USAGE, issues: [] };
  if (values.version === true) return { ok: true, value: VERSION, issues: [] };
  const [command, ...rest] = positionals;
  switch (command) {
    case 'figures': {
      const [project, ...more] = rest;
      if (project === undefined || more.length > 0) throw new UsageError('figures takes one project file.');
      return figuresCommand(project, values.out, watch);
    }
    case 'explain': {
      const [line, project, ...more] = rest;
      const fits = line !== undefined && project !== undefined && more.length === 0 && values.out === undefined;
      if (!fits) throw new UsageError('explain takes a line id and a project file.');
      return explainCommand(line, project, watch);
    }
    default:
      throw new UsageError(
        command === undefined ? 'No command was given.' : `There is no command ${JSON.stringify(command)}.`,
      );
  }
}

function readArguments(args: readonly string[]) {
  try {
    const options = { help: { type: 'boolean' }, version: { type: 'boolean' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

const ISSUES_PRINTED = 1000;

function reportIssues(issues: readonly Issue[], { error }: Output): number {
  const errors = issues.filter(({ severity }) => severity === 'error');
  for (const issue of errors.slice(0, ISSUES_PRINTED)) error(describeIssue(issue));
  const more = errors.length - ISSUES_PRINTED;
  if (more > 0) error(`and ${more} more.`);
  error(`${errors.length} ${errors.length === 1 ? 'issue' : 'issues'}; nothing was written.`);
  return EXIT.badData;
}

function reportError(error: unknown, output: Output): number {
  if (error instanceof UsageError) {
    output.error(`${error.message}\n\n${USAGE}`);
    return EXIT.usage;
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    output.error(`The result could not be written: ${error.message}`);
    return EXIT.io;
  }
  output.error(
    `This is a fault of the program, not of your data: ${error instanceof Error ? error.message : 'unknown'}`,
  );
  return EXIT.internal;
}
