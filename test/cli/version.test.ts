import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/cli/version.js';

test('VERSION is the version of the package', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect({ version: VERSION }).toEqual({ version: (JSON.parse(text) as { version: string }).version });
});
