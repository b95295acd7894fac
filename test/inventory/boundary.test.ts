import { describe, expect, test } from 'vitest';
import { CONSOLIDATIONS, parseBoundary } from '../../src/inventory/boundary.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const boundary = {
  consolidation: 'operational-control',
  exclusions: [{ what: 'employee-commuting', why: 'no data available' }],
};

describe('parseBoundary', () => {
  test.each(CONSOLIDATIONS)('%s is a consolidation approach', (consolidation) => {
    expect(orThrow(parseBoundary({ ...boundary, consolidation }))).toEqual({ ...boundary, consolidation });
  });

  test('nothing has to be excluded', () => {
    expect(orThrow(parseBoundary({ ...boundary, exclusions: [] })).exclusions).toEqual([]);
  });

  test('an exclusion without a reason is an issue, and so is everything else at once', () => {
    const outcome = parseBoundary({
      consolidation: 'control',
      exclusions: [{ what: 'employee-commuting' }, { what: '', why: ' ', who: 'nobody' }],
      share: '0.4',
    });
    expect(issuesOf(outcome).map(({ code, at }) => [at?.path, code])).toEqual([
      ['consolidation', 'invalid-value'],
      ['exclusions.0.why', 'missing-field'],
      ['exclusions.1.what', 'invalid-value'],
      ['exclusions.1.why', 'invalid-value'],
      ['exclusions.1.who', 'unknown-key'],
      ['share', 'unknown-key'],
    ]);
  });

  test('a mistyped approach comes with the nearest one', () => {
    const [issue] = issuesOf(parseBoundary({ ...boundary, consolidation: 'equity-shares' }));
    expect(issue).toMatchObject({
      code: 'invalid-value',
      detail: { nearest: expect.arrayContaining(['equity-share']) },
    });
  });

  test('boundary without exclusions stated is an issue: an empty list has to be meant', () => {
    expect(issuesOf(parseBoundary({ consolidation: 'equity-share' }))).toMatchObject([
      { code: 'missing-field', at: { path: 'exclusions' } },
    ]);
  });
});
