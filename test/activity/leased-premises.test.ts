import { describe, expect, test } from 'vitest';
import { METER_KINDS, leasedPremisesSchema } from '../../src/activity/leased-premises.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const premises = {
  id: 'l-1',
  kind: 'leased-premises',
  period: { from: '2021-01-01', to: '2021-12-31' },
  premises: 'office',
  site: 'oulu',
  amount: { value: '1250.5', unit: 'square-metre' },
  replacedBy: ['purchased-electricity', 'purchased-heat'],
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(leasedPremisesSchema, { ...premises, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('leasedPremisesSchema', () => {
  test('premises with their site, area and the readings that would replace the estimate are read', () => {
    expect(orThrow(readWith(leasedPremisesSchema, premises))).toEqual({
      ...premises,
      amount: quantity('1250.5', 'square-metre'),
    });
  });

  test('share and occupancy are read where they are stated, and not made up where they are not', () => {
    const parts = { share: '0.4', occupancy: '0.95' };
    expect(JSON.parse(JSON.stringify(orThrow(readWith(leasedPremisesSchema, { ...premises, ...parts }))))).toEqual({
      ...premises,
      ...parts,
    });
    const { share, occupancy } = orThrow(readWith(leasedPremisesSchema, premises));
    expect([share, occupancy]).toEqual([undefined, undefined]);
  });

  test('a share of nothing is a share; an occupancy of nothing would be divided by', () => {
    expect(readWith(leasedPremisesSchema, { ...premises, share: '0' }).ok).toBe(true);
    expect(faults({ occupancy: '0' })).toEqual([['invalid-value', 'occupancy']]);
  });

  test.each(METER_KINDS)('a reading of %s may replace the estimate', (kind) => {
    expect(orThrow(readWith(leasedPremisesSchema, { ...premises, replacedBy: [kind] })).replacedBy).toEqual([kind]);
  });

  test.each([
    [{ premises: undefined }, 'missing-field', 'premises'],
    [{ premises: '' }, 'invalid-value', 'premises'],
    [{ site: undefined }, 'missing-field', 'site'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'square-metre' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'square-metre-year' } }, 'unit-mismatch', 'amount.unit'],
    [{ share: '1.01' }, 'invalid-value', 'share'],
    [{ share: '-0.1' }, 'invalid-value', 'share'],
    [{ share: '40 %' }, 'invalid-number', 'share'],
    [{ occupancy: '1.01' }, 'invalid-value', 'occupancy'],
    [{ occupancy: '95' }, 'invalid-value', 'occupancy'],
    [{ replacedBy: undefined }, 'missing-field', 'replacedBy'],
    [{ replacedBy: [] }, 'invalid-value', 'replacedBy'],
    [{ replacedBy: 'purchased-heat' }, 'invalid-value', 'replacedBy'],
    [{ replacedBy: ['purchased-heat', 'water'] }, 'invalid-value', 'replacedBy.1'],
    [{ area: '1250.5' }, 'unknown-key', 'area'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key, and an unknown kind of reading, are named with the nearest', () => {
    const nearest = (changes: Record<string, unknown>) =>
      issuesOf(readWith(leasedPremisesSchema, { ...premises, ...changes })).map(({ detail }) =>
        'nearest' in detail ? detail.nearest[0] : undefined,
      );
    expect(nearest({ occupancies: '1' })).toEqual(['occupancy']);
    expect(nearest({ replacedBy: ['purchased-heating'] })).toEqual(['purchased-heat']);
  });
});
