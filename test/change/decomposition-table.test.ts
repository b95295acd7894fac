import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/change/decomposition-table.js';
import type { DecompositionTable } from '../../src/change/decomposition-table.js';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const table: DecompositionTable = {
  unit: 'kgCO2e',
  factors: ['nights', 'kg per night'],
  cells: [{ key: 'oulu', before: ['1', 2n], after: [3, new Decimal('4.5')] }],
};

describe('readTable', () => {
  test('reads numbers of every kind that the library reads', () => {
    expect(orThrow(readTable(table))).toEqual([
      {
        key: 'oulu',
        values: [
          { before: new Decimal(1), after: new Decimal(3) },
          { before: new Decimal(2), after: new Decimal('4.5') },
        ],
      },
    ]);
  });

  test('all faults come at once, each with its place', () => {
    const faulty: DecompositionTable = {
      ...table,
      cells: [
        { key: 'oulu', before: ['1e3', '-2'], after: ['1', '2'] },
        { key: 'oulu', before: ['1', '2'], after: ['1'] },
      ],
    };
    expect(issuesOf(readTable(faulty)).map(({ code, at }) => [code, at?.row, at?.path])).toEqual([
      ['duplicate-id', undefined, 'cells'],
      ['invalid-number', 1, 'oulu.before.nights'],
      ['negative-factor', 1, 'oulu.before.kg per night'],
      ['invalid-value', 2, 'oulu.after'],
    ]);
  });

  test.each([
    ['no factors', { factors: [] as readonly string[], cells: [] }, 'invalid-value', 'factors'],
    [
      'seventeen factors',
      { factors: Array.from({ length: 17 }, (_, index) => `factor ${index}`), cells: [] },
      'invalid-value',
      'factors',
    ],
    ['a factor twice', { factors: ['nights', 'nights'] }, 'duplicate-id', 'factors'],
    ['a unit nobody knows', { unit: 'kilos' as 'kgCO2e' }, 'unknown-unit', 'unit'],
  ])('%s is an issue', (_, changes, code, path) => {
    expect(issuesOf(readTable({ ...table, ...changes }))).toMatchObject([{ code, at: { path } }]);
  });
});
