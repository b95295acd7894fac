#!/usr/bin/env node
import { progressBar } from './progress-bar.js';
import { runCommand } from './run-command.js';

const { stdout, stderr } = process;

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => stdout.write(`${text}\n`),
  error: (text) => stderr.write(`${text}\n`),
  // In a pipe or a log a bar would be noise.
  progress: stderr.isTTY
    ? progressBar(
        (text) => stderr.write(text),
        () => performance.now(),
      )
    : undefined,
});
