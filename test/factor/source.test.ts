import { describe, expect, test } from 'vitest';
import { sourceSchema } from '../../src/factor/source.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { SOURCE, issuesOf } from '../support/builders.js';

describe('sourceSchema', () => {
  test('title, publisher and licence are enough; table, date and note may be added', () => {
    expect(orThrow(readWith(sourceSchema, SOURCE))).toEqual(SOURCE);
    const full = { ...SOURCE, table: 'Table 6', retrieved: '2024-05-04', note: 'a transcription' };
    expect(orThrow(readWith(sourceSchema, full))).toEqual(full);
  });

  test.each(['title', 'publisher', 'licence'])('without its %s nobody finds it again', (field) => {
    expect(
      issuesOf(readWith(sourceSchema, { ...SOURCE, [field]: undefined })).map(({ code, at }) => [code, at?.path]),
    ).toEqual([['missing-field', field]]);
  });

  test('empty words and unknown keys are issues', () => {
    const faulty = { ...SOURCE, licence: '', table: ' 6', url: 'https://example.org' };
    expect(issuesOf(readWith(sourceSchema, faulty)).map(({ code, at }) => [code, at?.path])).toEqual([
      ['invalid-value', 'licence'],
      ['invalid-value', 'table'],
      ['unknown-key', 'url'],
    ]);
  });
});
