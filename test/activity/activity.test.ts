import { describe, expect, test } from 'vitest';
import { ACTIVITY_KINDS, ACTIVITY_SCHEMAS, isActivityKind } from '../../src/activity/activity.js';

describe('ACTIVITY_KINDS', () => {
  test('the kinds are those of the methodology, and each has its schema', () => {
    expect(ACTIVITY_KINDS).toEqual([
      'purchase',
      'purchased-electricity',
      'purchased-heat',
      'stationary-combustion',
      'mobile-combustion',
      'flight',
      'supplier-reported',
    ]);
    const kinds = Object.values(ACTIVITY_SCHEMAS).map(({ shape }) => [...shape.kind.values]);
    expect(kinds).toEqual(ACTIVITY_KINDS.map((kind) => [kind]));
  });
});

describe('isActivityKind', () => {
  test('every kind is one', () => {
    expect(ACTIVITY_KINDS.filter((kind) => !isActivityKind(kind))).toEqual([]);
  });

  test.each(['', 'Purchase', 'purchases', 'constructor', '__proto__', 7, null, undefined, ['flight']])(
    '%o is none',
    (input) => {
      expect(isActivityKind(input)).toBe(false);
    },
  );
});
