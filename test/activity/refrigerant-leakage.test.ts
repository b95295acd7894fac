import { describe, expect, test } from 'vitest';
import { refrigerantLeakageSchema } from '../../src/activity/refrigerant-leakage.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const leakage = {
  id: 'r-1',
  kind: 'refrigerant-leakage',
  date: '2021-05-04',
  refrigerant: 'R-410A',
  amount: { value: '1.25', unit: 'kg' },
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(refrigerantLeakageSchema, { ...leakage, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('refrigerantLeakageSchema', () => {
  test.each(['kg', 'tonne'] as const)('a refrigerant and the mass that escaped, in %s, are read', (unit) => {
    const read = orThrow(readWith(refrigerantLeakageSchema, { ...leakage, amount: { value: '1.25', unit } }));
    expect(read).toEqual({ ...leakage, amount: quantity('1.25', unit) });
  });

  test.each([
    [{ refrigerant: undefined }, 'missing-field', 'refrigerant'],
    [{ refrigerant: '' }, 'invalid-value', 'refrigerant'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1.25', unit: 'kg' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1.25', unit: 'kgCO2e' } }, 'unit-mismatch', 'amount.unit'],
    [{ gas: 'HFC-32' }, 'unknown-key', 'gas'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(refrigerantLeakageSchema, { ...leakage, refrigerants: 'x' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['refrigerant']);
  });
});
