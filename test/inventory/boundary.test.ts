import { describe, expect, test } from 'vitest';
import { CONSOLIDATIONS } from '../../src/emission/operation.js';
import { parseBoundary } from '../../src/inventory/boundary.js';
import { Decimal } from '../../src/decimal.js';
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

  const joint = { name: 'joint', equity: ['0.83', '0.50'], financialControl: 'joint', operationalControl: 'not-held' };

  test('operations that are shared are named with their chain of equity and their control', () => {
    expect(orThrow(parseBoundary({ ...boundary, operations: [joint] })).operations).toEqual([
      { ...joint, equity: [new Decimal('0.83'), new Decimal('0.5')] },
    ]);
    expect(orThrow(parseBoundary({ ...boundary, operations: [] })).operations).toEqual([]);
  });

  test('an operation without owners, with a share above 1 or under another control is an issue', () => {
    const operations = [
      { ...joint, equity: [] },
      { ...joint, name: 'b', equity: ['50'] },
      { ...joint, name: 'c', operationalControl: 'joint' },
    ];
    expect(issuesOf(parseBoundary({ ...boundary, operations })).map(({ code, at }) => [code, at?.path])).toEqual([
      ['invalid-value', 'operations.0.equity'],
      ['invalid-value', 'operations.1.equity.0'],
      ['invalid-value', 'operations.2.operationalControl'],
    ]);
  });

  test('two operations of one name are an issue', () => {
    expect(issuesOf(parseBoundary({ ...boundary, operations: [joint, joint] }))).toMatchObject([
      { code: 'duplicate-id', detail: { id: 'joint', rows: [1, 2] }, at: { path: 'operations' } },
    ]);
  });
});
