import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { nonNegativeQuantitySchema } from '../../src/quantity/non-negative-quantity.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';
import { nonZeroTexts, plainText } from '../support/rational.js';

const schema = nonNegativeQuantitySchema(['volume', 'mass']);
const faults = (input: unknown) => issuesOf(readWith(schema, input)).map(({ code, at }) => [code, at?.path]);

describe('nonNegativeQuantitySchema', () => {
  test.each([
    ['0', 'litre'],
    ['-0', 'kg'],
    ['300.5', 'cubic-metre'],
    ['0.000000000000000000000000000001', 'tonne'],
  ] as const)('%s %s is an amount', (value, unit) => {
    expect(orThrow(readWith(schema, { value, unit }))).toEqual(quantity(value, unit));
  });

  test('less than nothing is an issue that says what was read', () => {
    expect(issuesOf(readWith(schema, { value: '-300.50', unit: 'litre' }))).toEqual([
      {
        code: 'negative-amount',
        severity: 'error',
        message: '-300.5 litre is negative; only purchases may be (credit notes). Correct the reading or take it out.',
        detail: { value: '-300.5', unit: 'litre' },
      },
    ]);
  });

  test.each([
    [{ value: '-1', unit: 'km' }, 'unit-mismatch', 'unit'],
    [{ value: '-1', unit: 'liter' }, 'unknown-unit', 'unit'],
    [{ value: '-1e3', unit: 'litre' }, 'invalid-number', 'value'],
    [{ value: '-', unit: 'litre' }, 'invalid-number', 'value'],
    [{ value: null, unit: 'litre' }, 'invalid-number', 'value'],
    [{ value: '-1' }, 'missing-field', 'unit'],
    [{ unit: 'litre' }, 'missing-field', 'value'],
    ['300 litre', 'invalid-value', undefined],
    [-300, 'invalid-value', undefined],
  ])('%o is refused once: %s at %s', (input, code, path) => {
    expect(faults(input)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    expect(issuesOf(readWith(schema, { value: '1', unit: 'litre', units: 'kg' })).map(({ detail }) => detail)).toEqual([
      { key: 'units', nearest: ['unit', 'value'] },
    ]);
  });

  test('every number above zero is read, and the same one below zero is not', () => {
    fc.assert(
      fc.property(nonZeroTexts, (text) => {
        const above = text.replace('-', '');
        expect(orThrow(readWith(schema, { value: above, unit: 'kg' }))).toEqual(quantity(above, 'kg'));
        expect(issuesOf(readWith(schema, { value: `-${above}`, unit: 'kg' })).map(({ detail }) => detail)).toEqual([
          { value: plainText(`-${above}`), unit: 'kg' },
        ]);
      }),
    );
  });
});
