import { describe, expect, test } from 'vitest';
import { isEdition, readEdition } from '../../src/io/read-edition.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

describe('isEdition', () => {
  test.each([
    ['hiilitase/editions/defra-2024', true],
    ['factors.json', false],
    ['hiilitase/editions/../index', false],
    ['hiilitase/editions/data/defra-2024', false],
    ['hiilitase/editions/', false],
    ['hiilitase/editions/defra-2024\n', false],
    ['./hiilitase/editions/defra-2024', false],
    ['hiilitase', false],
  ])('%s: %s', (name, expected) => {
    expect(isEdition(name)).toBe(expected);
  });
});

describe('readEdition', () => {
  test('gives the export of an edition as data', async () => {
    const set = orThrow(await readEdition('hiilitase/editions/finland-2025', 'factorSet'));
    expect(set).toMatchObject({ id: 'finland-2025' });
    expect(orThrow(await readEdition('hiilitase/editions/ourairports-2026', 'airports'))).toHaveLength(5459);
  });

  test('an edition that is not there, or has no such export, is an issue that names it', async () => {
    expect(issuesOf(await readEdition('hiilitase/editions/atlantis-2024', 'factorSet'))).toMatchObject([
      { code: 'file-unreadable', at: { source: 'hiilitase/editions/atlantis-2024' } },
    ]);
    expect(issuesOf(await readEdition('hiilitase/editions/finland-2025', 'airports'))).toMatchObject([
      { code: 'file-unreadable', detail: { reason: 'the edition has no airports' } },
    ]);
  });
});
