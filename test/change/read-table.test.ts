import { describe, expect, test } from 'vitest';
import type { DecompositionTable } from '../../src/change/decomposition-table.js';
import { readTable } from '../../src/change/read-table.js';
import { Decimal } from '../../src/decimal.js';
import { ratioOfDecimal } from '../../src/exact-ratio.js';
import { errorIssue } from '../../src/issue.js';
import { failure, orThrow, success } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const table: DecompositionTable = {
  unit: 'kgCO2e',
  factors: ['nights', 'kg per night'],
  cells: [{ key: 'oulu', before: ['1', 2n], after: [3, new Decimal('4.5')] }],
};

describe('readTable', () => {
  test('reads numbers of every kind that the library reads', () => {
    expect(orThrow(readTable(table, success))).toEqual([
      {
        key: 'oulu',
        values: [
          { before: { above: 1n, below: 1n, exponent: 0 }, after: { above: 3n, below: 1n, exponent: 0 } },
          { before: ratioOfDecimal(new Decimal(2)), after: ratioOfDecimal(new Decimal('4.5')) },
        ],
      },
    ]);
  });

  test('a ratio is read without being divided out', () => {
    const third = { numerator: '2', denominator: 6n };
    const [cell] = orThrow(
      readTable({ ...table, cells: [{ key: 'oulu', before: [third, 1], after: ['0.5', 1] }] }, success),
    );
    const [nights] = cell?.values ?? [];
    expect(nights?.before).toMatchObject({ above: 2n, below: 6n });
    expect(nights?.after).toMatchObject({ below: 1n });
  });

  test.each<[string, unknown, string, string | undefined]>([
    ['a denominator of zero', { numerator: 1, denominator: 0 }, 'invalid-value', '0'],
    ['a denominator below zero', { numerator: 1, denominator: '-2' }, 'invalid-value', '-2'],
    ['a numerator below zero', { numerator: '-1', denominator: 2 }, 'negative-factor', '-1'],
    ['a numerator that is no number', { numerator: 'many', denominator: 2 }, 'invalid-number', 'many'],
    ['a ratio without denominator', { numerator: 1 }, 'invalid-number', undefined],
    ['a ratio without numerator', { denominator: 1 }, 'invalid-number', undefined],
    ['nothing', null, 'invalid-number', undefined],
  ])('%s is an issue at its factor', (_, value, code, shown) => {
    const given = value as number; // what a program without types could hand over
    const faulty = { ...table, cells: [{ key: 'oulu', before: [1, 2], after: [3, given] }] };
    const [issue, ...others] = issuesOf(readTable(faulty, success));
    expect(issue).toMatchObject({ code, at: { row: 1, path: 'oulu.after.kg per night' } });
    if (shown !== undefined) expect(issue?.detail).toMatchObject({ value: shown });
    expect(others).toEqual([]);
  });

  test('both terms of a ratio are told at once', () => {
    const value = { numerator: '-1', denominator: 0 };
    const faulty = { ...table, cells: [{ key: 'oulu', before: [value, 2], after: [3, 4] }] };
    expect(issuesOf(readTable(faulty, success)).map(({ code }) => code)).toEqual(['negative-factor', 'invalid-value']);
  });

  test('what is made of a cell comes back, and its issues with the row', () => {
    expect(orThrow(readTable(table, ({ key }) => success(`${key}!`)))).toEqual(['oulu!']);
    const refuse = ({ key }: { key: string }) => failure(errorIssue('zero-factor', { message: key, detail: { key } }));
    expect(issuesOf(readTable(table, refuse))).toMatchObject([{ code: 'zero-factor', at: { row: 1 } }]);
  });

  test('of a table of another shape nothing is made', () => {
    const never = () => {
      throw new Error('It was made.');
    };
    const faulty = { ...table, factors: ['nights', 'nights'] };
    expect(issuesOf(readTable(faulty, never)).map(({ code }) => code)).toEqual(['duplicate-id']);
  });

  test('all faults come at once, each with its place', () => {
    const faulty: DecompositionTable = {
      ...table,
      cells: [
        { key: 'oulu', before: ['1e3', '-2'], after: ['1', '2'] },
        { key: 'oulu', before: ['1', '2'], after: ['1'] },
      ],
    };
    expect(issuesOf(readTable(faulty, success)).map(({ code, at }) => [code, at?.row, at?.path])).toEqual([
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
    expect(issuesOf(readTable({ ...table, ...changes }, success))).toMatchObject([{ code, at: { path } }]);
  });
});
