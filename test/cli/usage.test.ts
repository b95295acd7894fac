import { describe, expect, test } from 'vitest';
import { USAGE, UsageError } from '../../src/cli/usage.js';

describe('USAGE', () => {
  test('it names every command, option and exit code', () => {
    for (const word of ['figures', 'explain', '--out', '--help', '--version']) expect(USAGE).toContain(word);
    for (const code of ['0 done', '2 called wrongly', '3 the data', '4 a file', '70 a fault'])
      expect(USAGE).toContain(code);
  });

  test('it fits a terminal of 80 columns', () => {
    expect(USAGE.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('UsageError', () => {
  test('it can be told from any other error', () => {
    const error = new UsageError('No command was given.');
    expect([error.name, error.message, error instanceof Error]).toEqual(['UsageError', 'No command was given.', true]);
  });
});
