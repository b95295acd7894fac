import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocationSchema } from '../../src/activity/allocation.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { decimals } from '../support/arbitraries.js';
import { issuesOf } from '../support/builders.js';
import { compared, rational } from '../support/rational.js';

const allocation = { by: 'floor area', own: '120.50', total: '480' };
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(allocationSchema, { ...allocation, ...changes })).map(({ code, at }) => [code, at?.path]);
const json = (changes: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(orThrow(readWith(allocationSchema, { ...allocation, ...changes }))));

describe('allocationSchema', () => {
  test('what is measured, the own part and the total are read exactly', () => {
    expect(json({})).toEqual({ by: 'floor area', own: '120.5', total: '480' });
  });

  test('the own part may be nothing, and all of it', () => {
    expect(json({ own: '0' })).toEqual({ by: 'floor area', own: '0', total: '480' });
    expect(json({ own: '480.000' })).toEqual({ by: 'floor area', own: '480', total: '480' });
  });

  test('a part larger than the whole is an issue at the part', () => {
    expect(issuesOf(readWith(allocationSchema, { ...allocation, own: '480.10' }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'The own part 480.1 is larger than the total 480. Are the two swapped?',
        detail: { value: '480.1', expected: 'at most 480', nearest: [] },
        at: { path: 'own' },
      },
    ]);
  });

  test.each([
    [{ by: undefined }, 'missing-field', 'by'],
    [{ by: ' ' }, 'invalid-value', 'by'],
    [{ own: undefined }, 'missing-field', 'own'],
    [{ own: '-1' }, 'invalid-value', 'own'],
    [{ own: 'half' }, 'invalid-number', 'own'],
    [{ total: undefined }, 'missing-field', 'total'],
    [{ total: '0' }, 'invalid-value', 'total'],
    [{ total: '-480' }, 'invalid-value', 'total'],
    [{ total: null }, 'invalid-number', 'total'],
    [{ share: '0.25' }, 'unknown-key', 'share'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(allocationSchema, { ...allocation, totals: '1' }));
    expect(issues.map(({ detail }) => detail)).toEqual([{ key: 'totals', nearest: ['total', 'own', 'by'] }]);
  });

  test('it is read exactly where the part is not larger than the whole', () => {
    const positive = decimals(3, 3).filter((text) => /[1-9]/.test(text));
    fc.assert(
      fc.property(decimals(3, 3), positive, (own, total) => {
        const fits = compared(rational(own), rational(total)) <= 0n;
        expect(readWith(allocationSchema, { by: 'mass', own, total }).ok).toBe(fits);
      }),
    );
  });
});
