import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decimalText } from '../src/decimal.js';
import { errorIssue } from '../src/issue.js';
import { failure, orThrow, success } from '../src/outcome.js';
import {
  decimalSchema,
  nonNegativeDecimalSchema,
  positiveDecimalSchema,
  positiveShareSchema,
  readWith,
  schemaOf,
  shareBelowOneSchema,
  shareSchema,
  textSchema,
  yearSchema,
} from '../src/reading.js';
import { issuesOf } from './support/builders.js';

const places = (schema: z.ZodType, input: unknown) =>
  issuesOf(readWith(schema, input)).map(({ code, at }) => [code, at?.path]);

const meter = z.strictObject({
  site: textSchema,
  energy: decimalSchema,
  kind: z.optional(z.enum(['heat', 'electricity'])),
  readings: z.optional(z.array(z.strictObject({ value: decimalSchema, note: z.optional(textSchema) }))),
});

describe('decimalSchema', () => {
  test('it reads what parseDecimal reads', () => {
    expect(['1.50', 2, 3n].map((input) => decimalText(orThrow(readWith(decimalSchema, input))))).toEqual([
      '1.5',
      '2',
      '3',
    ]);
    expect(places(decimalSchema, '1e9')).toEqual([['invalid-number', undefined]]);
  });
});

describe.each([
  [
    'nonNegativeDecimalSchema',
    nonNegativeDecimalSchema,
    ['0', '-0', '0.5', '7'],
    ['-0.5', '-7'],
    'zero or a positive number',
  ],
  ['positiveDecimalSchema', positiveDecimalSchema, ['0.5', '7'], ['0', '-0', '-7'], 'a number above zero'],
  [
    'shareSchema',
    shareSchema,
    ['0', '0.5', '1'],
    ['-0.5', '1.0000000001', '50'],
    'a share from 0 to 1, such as "0.5" for 50 %',
  ],
  [
    'shareBelowOneSchema',
    shareBelowOneSchema,
    ['0', '0.5', '0.999999999999'],
    ['-0.5', '1', '20'],
    'a share from 0 to below 1, such as "0.2" for 20 %',
  ],
  [
    'positiveShareSchema',
    positiveShareSchema,
    ['0.000001', '0.5', '1'],
    ['0', '-0', '-0.5', '1.0000000001', '95'],
    'a share above 0 and up to 1',
  ],
])('%s', (_, schema, inside, outside, expected) => {
  test.each(inside)('%s fits', (input) => {
    expect(readWith(schema, input).ok).toBe(true);
  });

  test.each(outside)('%s does not fit', (input) => {
    expect(issuesOf(readWith(schema, input))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: `"${input}" does not fit: expected ${expected}.`,
        detail: { value: input, expected, nearest: [] },
      },
    ]);
  });

  test('what is no number keeps the code of a number', () => {
    expect(places(schema, 'many')).toEqual([['invalid-number', undefined]]);
  });
});

describe('textSchema', () => {
  test.each(['oulu', 'Åland', '\u{1F331} puisto', 'Yksi Oy', '0'])('%j is a name', (text) => {
    expect(orThrow(readWith(textSchema, text))).toBe(text);
  });

  test.each([
    ['', ''],
    [' oulu', ' oulu'],
    ['oulu\u00A0', 'oulu\u00A0'],
    ['\uFEFFoulu', '\uFEFFoulu'],
    [7, '7'],
    [null, 'null'],
    [['oulu'], 'a list'],
    ['ou\uD800lu', 'ou\uD800lu'],
    ['oulu\uDC00', 'oulu\uDC00'],
  ])('%o is none', (input, value) => {
    const expected = 'text, whole characters, no white space at its ends';
    expect(issuesOf(readWith(textSchema, input)).map(({ code, detail }) => [code, detail])).toEqual([
      ['invalid-value', { value, expected, nearest: [] }],
    ]);
  });
});

describe('yearSchema', () => {
  test.each([1990, 2021, 2100])('%i is a year', (year) => {
    expect(orThrow(readWith(yearSchema, year))).toBe(year);
  });

  test.each([1989, 2101, 2021.5, '2021', Number.NaN])('%s is none', (input) => {
    expect(places(yearSchema, input)).toEqual([['invalid-value', undefined]]);
  });

  test.each([1989, 2101])('%i: the message says which years there are, in plain words', (year) => {
    const [issue] = issuesOf(readWith(yearSchema, year));
    expect(issue?.message).toMatch(year === 1989 ? /1990/ : /2100/);
    expect(issue?.message).not.toMatch(/Too small|Too big|Invalid input/);
  });
});

describe('schemaOf', () => {
  const twoFaults = schemaOf((input) => {
    if (input === 'fine') return success('read');
    const [first, second] = (['a', 'b'] as const).map((field) =>
      errorIssue('missing-field', { message: `No ${field}.`, detail: { field }, at: { path: field } }),
    );
    return first === undefined || second === undefined ? success('') : failure(first, second);
  });

  test('the value is what the parse function made of it', () => {
    expect(orThrow(readWith(twoFaults, 'fine'))).toBe('read');
  });

  test('all its issues keep their codes, and their places below the place of the value', () => {
    expect(places(twoFaults, 'wrong')).toEqual([
      ['missing-field', 'a'],
      ['missing-field', 'b'],
    ]);
    expect(places(z.strictObject({ list: z.array(twoFaults) }), { list: ['fine', 'wrong'] })).toEqual([
      ['missing-field', 'list.1.a'],
      ['missing-field', 'list.1.b'],
    ]);
  });
});

describe('readWith', () => {
  test('a record that fits is read', () => {
    const input = { site: 'oulu', energy: '12.50', readings: [{ value: 1 }] };
    expect(JSON.stringify(orThrow(readWith(meter, input)))).toBe(
      '{"site":"oulu","energy":"12.5","readings":[{"value":"1"}]}',
    );
  });

  test('all faults come back at once, each with its place', () => {
    const input = { energy: '1e9', kind: 'steam', readings: [{ value: 1 }, { valeu: '2', note: '' }], sitee: 'oulu' };
    expect(places(meter, input)).toEqual([
      ['missing-field', 'site'],
      ['invalid-number', 'energy'],
      ['invalid-value', 'kind'],
      ['missing-field', 'readings.1.value'],
      ['invalid-value', 'readings.1.note'],
      ['unknown-key', 'readings.1.valeu'],
      ['unknown-key', 'sitee'],
    ]);
  });

  test('a missing field is named, and null is a value that does not fit', () => {
    expect(issuesOf(readWith(meter, { site: undefined, energy: null }))).toMatchObject([
      { code: 'missing-field', message: 'The field site is missing.', detail: { field: 'site' }, at: { path: 'site' } },
      { code: 'invalid-number', detail: { value: 'null', reason: 'type' }, at: { path: 'energy' } },
    ]);
  });

  test('an unknown key is named with the nearest known ones, also inside lists', () => {
    const input = { site: 'oulu', energy: '1', readings: [{ value: '1', nota: 'x' }] };
    expect(issuesOf(readWith(meter, input))).toEqual([
      {
        code: 'unknown-key',
        severity: 'error',
        message: 'The key "nota" is not known here. Did you mean note or value?',
        detail: { key: 'nota', nearest: ['note', 'value'] },
        at: { path: 'readings.0.nota' },
      },
    ]);
  });

  test('a key that JSON can hold and a record inherits is unknown like any other', () => {
    const input: unknown = JSON.parse('{"site":"oulu","energy":"1","__proto__":{"kind":"heat"},"constructor":1}');
    expect(places(meter, input)).toEqual([
      ['unknown-key', '__proto__'],
      ['unknown-key', 'constructor'],
    ]);
  });

  test('a word outside a list of words is named with the list and the nearest of it', () => {
    expect(issuesOf(readWith(meter, { site: 'oulu', energy: '1', kind: 'haet' }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: '"haet" does not fit: expected one of heat, electricity. Did you mean heat or electricity?',
        detail: { value: 'haet', expected: 'one of heat, electricity', nearest: ['heat', 'electricity'] },
        at: { path: 'kind' },
      },
    ]);
  });

  test.each([
    [5, '5 does not fit: expected object, received number.'],
    [['oulu'], 'a list does not fit: expected object, received array.'],
    [null, 'null does not fit: expected object, received null.'],
    [undefined, 'undefined does not fit: expected object, received undefined.'],
    ['oulu', '"oulu" does not fit: expected object, received string.'],
  ])('%o in place of a record is one issue without a path', (input, message) => {
    expect(issuesOf(readWith(meter, input)).map((issue) => [issue.code, issue.message, 'at' in issue])).toEqual([
      ['invalid-value', message, false],
    ]);
  });

  test("a fault that is none of the library's own says what its schema says", () => {
    const even = z.number().refine((value) => value % 2 === 0, 'an even number');
    expect(issuesOf(readWith(z.strictObject({ pairs: even }), { pairs: 3 }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: '3 does not fit: expected an even number.',
        detail: { value: '3', expected: 'an even number', nearest: [] },
        at: { path: 'pairs' },
      },
    ]);
  });

  test('a fault placed below something that holds no fields is a missing field', () => {
    const schema = z.unknown().superRefine((_, context) => {
      context.addIssue({ code: 'custom', path: ['meter', 'value'], message: 'not there' });
    });
    expect(places(schema, { meter: 5 })).toEqual([['missing-field', 'meter.value']]);
    expect(places(schema, { meter: null })).toEqual([['missing-field', 'meter.value']]);
  });

  test('where the schema does not say its keys, an unknown key is named without a guess', () => {
    const byName = z.record(z.string(), z.strictObject({ value: z.string() }));
    expect(
      issuesOf(readWith(byName, { oulu: { value: '1', valeu: '2' } })).map(({ at, detail }) => [at?.path, detail]),
    ).toEqual([['oulu.valeu', { key: 'valeu', nearest: [] }]]);
  });

  test('a value that fits none of several shapes is an issue in plain words, with the shapes it may have', () => {
    const schema = z.strictObject({ unmapped: z.union([z.literal('refuse'), z.strictObject({ why: textSchema })]) });
    const [issue] = issuesOf(readWith(schema, { unmapped: 'refuze' }));
    expect([issue?.code, issue?.at?.path]).toEqual(['invalid-value', 'unmapped']);
    expect(issue?.message).toMatch(/refuse/);
    expect(issue?.message).not.toMatch(/Invalid input/);
  });

  test('a list that is too short says how many entries it needs', () => {
    const [issue] = issuesOf(readWith(z.strictObject({ years: z.array(yearSchema).min(1) }), { years: [] }));
    expect([issue?.code, issue?.message, issue?.at]).toEqual([
      'invalid-value',
      'a list does not fit: expected at least 1 entries.',
      { path: 'years' },
    ]);
  });

  test('the input is not changed', () => {
    const input = Object.freeze({
      site: 'oulu',
      energy: '1.50',
      readings: Object.freeze([Object.freeze({ value: 1 })]),
    });
    orThrow(readWith(meter, input));
    expect(JSON.stringify(input)).toBe('{"site":"oulu","energy":"1.50","readings":[{"value":1}]}');
  });
});
