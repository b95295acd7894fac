import { runCommand } from '../../src/cli/run-command.js';

/** One call of the command: its exit code, and the texts it gave to each side. */
export async function captured(
  ...args: readonly string[]
): Promise<{ code: number; out: readonly string[]; error: readonly string[] }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommand(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out, error };
}
