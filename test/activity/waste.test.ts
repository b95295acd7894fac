import { describe, expect, test } from 'vitest';
import { wasteSchema } from '../../src/activity/waste.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const thrown = {
  id: 'w-1',
  kind: 'waste',
  date: '2021-05-04',
  material: 'commercial-waste',
  amount: { value: '12.4', unit: 'tonne' },
};
const waste = { ...thrown, treatment: 'landfill' };
const mix = [
  { of: 'combustion', share: '0.99' },
  { of: 'landfill', share: '0.01' },
];
const found = (input: unknown) => issuesOf(readWith(wasteSchema, input)).map(({ code, at }) => [code, at?.path]);

describe('wasteSchema', () => {
  test('a material and its one treatment are read', () => {
    expect(orThrow(readWith(wasteSchema, waste))).toEqual({ ...waste, amount: quantity('12.4', 'tonne') });
  });

  test('the shares of several treatments are read', () => {
    expect(JSON.parse(JSON.stringify(orThrow(readWith(wasteSchema, { ...thrown, mix }))))).toEqual({ ...thrown, mix });
  });

  test.each([
    ['neither', thrown],
    ['both', { ...waste, mix }],
  ])('waste has one treatment or a mix of them: %s is an issue', (value, input) => {
    expect(issuesOf(readWith(wasteSchema, input)).map(({ detail, at }) => [detail, at])).toEqual([
      [{ value, expected: 'treatment or mix', nearest: [] }, { path: 'treatment' }],
    ]);
  });

  test.each([
    [{ material: undefined }, 'missing-field', 'material'],
    [{ material: '' }, 'invalid-value', 'material'],
    [{ treatment: ' landfill' }, 'invalid-value', 'treatment'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '12', unit: 'cubic-metre' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-12', unit: 'tonne' } }, 'negative-amount', 'amount'],
    [{ method: 'average-data' }, 'unknown-key', 'method'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...waste, ...changes })).toEqual([[code, path]]);
  });

  test('shares that do not come to a whole are an issue at the mix', () => {
    expect(found({ ...thrown, mix: mix.slice(0, 1) })).toEqual([['shares-not-one', 'mix']]);
  });

  test('an unknown key is named with the nearest', () => {
    // Whether the record is then looked at as a whole too is left to zod, whose versions differ in it.
    const [issue] = issuesOf(readWith(wasteSchema, { ...thrown, treatmnt: 'landfill' }));
    expect(issue).toMatchObject({ code: 'unknown-key', message: expect.stringContaining('treatment') });
  });
});
