import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { valueOfYear, yearTableSchema } from '../../src/factor/year-table.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

describe('yearTableSchema', () => {
  test('values by year are read exactly', () => {
    const table = orThrow(readWith(yearTableSchema, { '2018': '102.20', '1990': 1, '2100': '0.000001' }));
    expect(Object.entries(table).map(([year, value]) => [year, decimalText(value)])).toEqual([
      ['1990', '1'],
      ['2018', '102.2'],
      ['2100', '0.000001'],
    ]);
  });

  test('a table may be empty', () => {
    expect(orThrow(readWith(yearTableSchema, {}))).toEqual({});
  });

  test.each(['1989', '2101', '18', '2018.0', ' 2018', '02018', 'total', '', '__proto__'])(
    'the key %j is no year',
    (key) => {
      expect(issuesOf(readWith(yearTableSchema, JSON.parse(`{${JSON.stringify(key)}:"100"}`)))).toEqual([
        {
          code: 'unknown-key',
          severity: 'error',
          message: `${JSON.stringify(key)} is not a year from 1990 to 2100.`,
          detail: { key, nearest: [] },
        },
      ]);
    },
  );

  test('a value that is not above zero, or no number, is an issue that names its year', () => {
    const issues = issuesOf(readWith(yearTableSchema, { '2018': '0', '2019': '-1', '2020': '1,5', '2021': null }));
    expect(issues.map(({ code, message }) => [code, message.slice(0, 13)])).toEqual([
      ['invalid-value', '2018: "0" doe'],
      ['invalid-value', '2019: "-1" do'],
      ['invalid-number', '2020: "1,5" i'],
      ['invalid-number', '2021: null is'],
    ]);
  });

  test('faults of keys and of values come back at once', () => {
    const issues = issuesOf(readWith(yearTableSchema, { mean: '100', '2018': '0' }));
    expect(issues.map(({ code }) => code).sort()).toEqual(['invalid-value', 'unknown-key']);
  });

  test.each([
    [[['2018', '100']], 'a list'],
    ['2018', '2018'],
    [null, 'null'],
    [100, '100'],
  ])('%o is no table', (input, value) => {
    expect(issuesOf(readWith(yearTableSchema, input))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'Expected values by year, such as { "2018": "102.2" }.',
        detail: { value, expected: 'values by year', nearest: [] },
      },
    ]);
  });
});

describe('valueOfYear', () => {
  const table = orThrow(readWith(yearTableSchema, { '2018': '102.2' }));

  test('a year that is there has its value', () => {
    expect(decimalText(valueOfYear(table, 2018) ?? expect.fail('2018 has no value'))).toBe('102.2');
  });

  test('a year that is not there has none, and is not its neighbour', () => {
    expect([2017, 2019].map((year) => valueOfYear(table, year))).toEqual([undefined, undefined]);
  });

  test('an inherited value is none', () => {
    expect(valueOfYear(Object.create(table) as typeof table, 2018)).toBeUndefined();
  });
});
