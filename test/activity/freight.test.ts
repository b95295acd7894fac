import { describe, expect, test } from 'vitest';
import { freightSchema } from '../../src/activity/freight.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const freight = {
  id: 'f-1',
  kind: 'freight',
  date: '2021-05-04',
  vehicle: 'van-average',
  amount: { value: '310.5', unit: 'tonne-km' },
  direction: 'upstream',
};
const faults = (changes: Record<string, unknown>) =>
  issuesOf(readWith(freightSchema, { ...freight, ...changes })).map(({ code, at }) => [code, at?.path]);

describe('freightSchema', () => {
  test.each(['upstream', 'downstream'])('goods carried by others are read: %s', (direction) => {
    expect(orThrow(readWith(freightSchema, { ...freight, direction }))).toEqual({
      ...freight,
      direction,
      amount: quantity('310.5', 'tonne-km'),
    });
  });

  test('the direction is never guessed', () => {
    expect(faults({ direction: undefined })).toEqual([['missing-field', 'direction']]);
    expect(faults({ direction: 'inbound' })).toEqual([['invalid-value', 'direction']]);
  });

  test.each([
    [{ vehicle: undefined }, 'missing-field', 'vehicle'],
    [{ vehicle: '' }, 'invalid-value', 'vehicle'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'tonne-km' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'vehicle-km' } }, 'unit-mismatch', 'amount.unit'],
    [{ mode: 'rail' }, 'unknown-key', 'mode'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    const issues = issuesOf(readWith(freightSchema, { ...freight, directions: 'x' }));
    expect(issues.map(({ detail }) => ('nearest' in detail ? detail.nearest[0] : undefined))).toEqual(['direction']);
  });
});
