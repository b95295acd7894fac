import { describe, expect, test } from 'vitest';
import { canonicalDate, canonicalNumber } from '../../src/io/local-text.js';

const finnish = { decimal: 'comma', thousands: 'space' } as const;

describe('canonicalNumber', () => {
  test.each([
    ['num-001', '1234,56', '1234.56'],
    ['num-002: U+0020', '1 234,56', '1234.56'],
    ['U+00A0', '1\u00A0234,56', '1234.56'],
    ['num-004: U+202F', '1\u202F234,56', '1234.56'],
    ['num-005: U+2009', '1\u2009234,56', '1234.56'],
    ['num-013: several groups', '1 234 567 890,12', '1234567890.12'],
    ['a group of two in front', '12 345', '12345'],
    ['a negative number in groups', '-123 456,7', '-123456.7'],
    ['groups are optional', '1234567', '1234567'],
    ['num-010: leading zeros', '000000123,45', '000000123.45'],
    ['num-008: minus zero, made plain by the reader of the number', '-0,00', '-0.00'],
    ['num-014: 30 decimals', '0,000000000000000000000000000001', '0.000000000000000000000000000001'],
  ])('%s: %j is read', (_, text, canonical) => {
    expect(canonicalNumber(text, finnish)).toBe(canonical);
  });

  test.each([
    ['nothing', ''],
    ['num-019: white space', '   '],
    ['white space around a number is for the caller to take off', ' 1'],
    ['num-020: a dash', '-'],
    ['num-022: groups of two', '12 34 567'],
    ['a group of four', '1234 567'],
    ['a group that is too short', '1 23'],
    ['two spaces', '1  234'],
    ['num-023: mixed spaces', '1\u00A0234\u202F567,8'],
    ['another space', '1\u2003234'],
    ['a tabulator', '1\t234'],
    ['groups of decimals', '0,123 456'],
    ['num-025: the other decimal sign, with groups', '1,234.56'],
    ['num-026: dots between groups', '1.234.567,89'],
    ['the other decimal sign', '1234.56'],
    ['two decimal signs', '1,2,3'],
    ['num-028: an exponent', '1,5E+03'],
    ['num-031: NaN', 'NaN'],
    ['num-032: Infinity', 'Infinity'],
    ['num-035: an error text', '#DIV/0!'],
    ['num-038: hexadecimal', '0x1F'],
    ['num-040: an underline', '1_000'],
    ['num-041: no digit before the comma', ',5'],
    ['no digit after the comma', '5,'],
    ['num-044: a unit', '12 EUR'],
    ['num-046: brackets', '(123,45)'],
    ['num-047: a minus at the end', '123,45-'],
    ['a minus in the decimals', '1,-5'],
    ['a plus', '+5'],
    ['the typographic minus', '\u22125'],
    ['a minus apart from its digits', '- 5'],
    ['num-049: other digits', '\u0663'],
    ['num-052: an invisible letter', '5\u200B'],
    ['num-053: per cent', '50%'],
    ['num-056: an apostrophe', "'123"],
    ['a line break at the end', '5\n'],
  ])('%s: %j is not read', (_, text) => {
    expect(canonicalNumber(text, finnish)).toBeUndefined();
  });

  test('without thousands, a space in a number is a fault', () => {
    const plain = { decimal: 'comma', thousands: 'none' } as const;
    expect([canonicalNumber('1 234,56', plain), canonicalNumber('1234,56', plain)]).toEqual([undefined, '1234.56']);
  });

  test('where the point is declared, the comma is refused', () => {
    const point = { decimal: 'point', thousands: 'none' } as const;
    // num-058, num-059
    expect(['1.234', '-1234.5', '1,234', '1.2.3', '.5', '5.'].map((text) => canonicalNumber(text, point))).toEqual([
      '1.234',
      '-1234.5',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('groups and the point go together where both are declared', () => {
    const text = canonicalNumber('1 234.56', { decimal: 'point', thousands: 'space' });
    expect(text).toBe('1234.56');
  });
});

describe('canonicalDate', () => {
  test.each([
    ['dat-011', '1.2.2024', '2024-02-01'],
    ['dat-012', '31.12.2024', '2024-12-31'],
    ['padded', '01.02.2024', '2024-02-01'],
    ['a day that does not exist is left to the reader of the date', '30.2.2023', '2023-02-30'],
    ['a month that does not exist as well', '1.13.2023', '2023-13-01'],
  ])('%s: %s is day, month, year', (_, text, canonical) => {
    expect(canonicalDate(text, { dates: 'd.M.yyyy' })).toBe(canonical);
  });

  test.each([
    '',
    '2024-02-01',
    '1.2.24',
    '1/2/2024',
    '1.2.2024 12:00',
    '001.2.2024',
    '1.2.',
    ' 1.2.2024',
    '1. 2. 2024',
  ])('%j is not written as d.M.yyyy', (text) => {
    expect(canonicalDate(text, { dates: 'd.M.yyyy' })).toBeUndefined();
  });

  test('where yyyy-MM-dd is declared the text goes to the reader of the date as it is', () => {
    const dates = 'yyyy-MM-dd';
    expect(['2024-02-01', '1.2.2024'].map((text) => canonicalDate(text, { dates }))).toEqual([
      '2024-02-01',
      '1.2.2024',
    ]);
  });
});

describe('declared signs and separators', () => {
  const form = (changes: object) => ({ decimal: 'comma', thousands: 'none', ...changes }) as const;

  test.each([
    [{ negatives: 'minus-sign' }, '\u22125,10', '-5.10'],
    [{ negatives: 'minus-sign' }, '-5,10', undefined],
    [{ negatives: 'trailing-hyphen' }, '5,10-', '-5.10'],
    [{ negatives: 'trailing-hyphen' }, '5,10', '5.10'],
    [{ negatives: 'trailing-hyphen' }, '-5,10', undefined],
    [{ negatives: 'parentheses' }, '(5,10)', '-5.10'],
    [{ negatives: 'parentheses' }, '5,10', '5.10'],
    [{ negatives: 'parentheses' }, '(5,10', undefined],
    [{ negatives: 'parentheses' }, '-5,10', undefined],
    [{ thousands: 'point' }, '1.234.567,8', '1234567.8'],
    [{ thousands: 'point' }, '1.23,8', undefined],
    [{ decimal: 'point', thousands: 'comma' }, '1,234.5', '1234.5'],
    [{ decimal: 'point', thousands: 'comma' }, '1,23', undefined],
    [{ thousands: 'apostrophe' }, "1'234'567,8", '1234567.8'],
    [{ thousands: 'apostrophe' }, '1\u2019234,8', '1234.8'],
    [{ thousands: 'apostrophe' }, "1'234\u2019567", undefined],
  ])('%j: %s', (changes, text, canonical) => {
    expect(canonicalNumber(text, form(changes))).toBe(canonical);
  });

  test.each([
    ['d/M/yyyy', '1/2/2021', '2021-02-01'],
    ['M/d/yyyy', '1/2/2021', '2021-01-02'],
    ['d-M-yyyy', '1-2-2021', '2021-02-01'],
    ['yyyy/MM/dd', '2021/02/01', '2021-02-01'],
    ['yyyyMMdd', '20210201', '2021-02-01'],
    ['yyyyMMdd', '2021-02-01', undefined],
    ['d/M/yyyy', '1.2.2021', undefined],
  ] as const)('%s: %s', (dates, text, canonical) => {
    expect(canonicalDate(text, { dates })).toBe(canonical);
  });
});
