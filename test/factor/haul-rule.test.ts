import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { haulOf, haulRuleSchema } from '../../src/factor/haul-rule.js';
import { orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';
import { decimals } from '../support/arbitraries.js';

const byTerritory = { by: 'territory', home: ['GB', 'IM'], short: ['FI', 'FR'], long: ['US'] };
const byDistance = {
  by: 'distance',
  bands: [
    { haul: 'domestic', upToKm: '500' },
    { haul: 'short', upToKm: '3700' },
  ],
  beyond: 'long',
};
const ruleOf = (input: unknown) => orThrow(readWith(haulRuleSchema, input));
const faults = (input: unknown) => issuesOf(readWith(haulRuleSchema, input)).map(({ code, at }) => [code, at?.path]);

describe('haulOf', () => {
  describe('by territory', () => {
    const rule = ruleOf(byTerritory);
    const haul = (from?: string, to?: string) =>
      haulOf(rule, { territories: [from, to], kilometres: new Decimal('9000') });

    test.each([
      ['GB', 'GB', 'domestic'],
      ['GB', 'IM', 'domestic'],
      ['GB', 'FI', 'short'],
      ['FR', 'IM', 'short'],
      ['US', 'GB', 'long'],
      ['GB', 'US', 'long'],
      ['FI', 'FR', 'international'],
      ['FI', 'FI', 'international'],
      ['JP', 'US', 'international'],
    ])('from %s to %s it is %s', (from, to, expected) => {
      expect(haul(from, to)).toBe(expected);
    });

    test.each([
      ['GB', 'JP'],
      ['JP', 'GB'],
      ['GB', 'gb'],
      [undefined, 'GB'],
      ['GB', undefined],
      [undefined, undefined],
    ])('from %s to %s the rule does not say', (from, to) => {
      expect(haul(from, to)).toBeUndefined();
    });

    test('there and back is one haul', () => {
      const ends = fc.constantFrom('GB', 'IM', 'FI', 'FR', 'US', 'JP', undefined);
      fc.assert(
        fc.property(ends, ends, (from, to) => {
          expect(haul(to, from)).toBe(haul(from, to));
        }),
      );
    });
  });

  describe('by distance', () => {
    const rule = ruleOf(byDistance);
    const haul = (kilometres: string) =>
      haulOf(rule, { territories: [undefined, undefined], kilometres: new Decimal(kilometres) });

    test.each([
      ['0', 'domestic'],
      ['500', 'domestic'],
      ['500.000000000001', 'short'],
      ['3700', 'short'],
      ['3700.000000000001', 'long'],
      ['20015', 'long'],
    ])('%s km are %s: the end of a band belongs to it', (kilometres, expected) => {
      expect(haul(kilometres)).toBe(expected);
    });

    test('more kilometres are never a nearer haul', () => {
      const order = ['domestic', 'short', 'long'];
      fc.assert(
        fc.property(decimals(4, 3), decimals(4, 3), (one, other) => {
          const [near, far] = new Decimal(one).lessThan(other) ? [one, other] : [other, one];
          expect(order.indexOf(haul(near) ?? '')).toBeLessThanOrEqual(order.indexOf(haul(far) ?? ''));
        }),
      );
    });
  });
});

describe('haulRuleSchema', () => {
  test.each([byTerritory, byDistance])('%o out and in is the same', (input) => {
    expect(JSON.parse(JSON.stringify(ruleOf(input)))).toEqual(input);
  });

  test.each([
    [{ ...byTerritory, home: [] }, 'invalid-value', 'home'],
    [{ ...byTerritory, home: undefined }, 'missing-field', 'home'],
    [{ ...byTerritory, short: undefined }, 'missing-field', 'short'],
    [{ ...byTerritory, long: undefined }, 'missing-field', 'long'],
    [{ ...byTerritory, long: ['US', ''] }, 'invalid-value', 'long.1'],
    [{ ...byTerritory, bands: [] }, 'unknown-key', 'bands'],
    [{ ...byDistance, bands: [] }, 'invalid-value', 'bands'],
    [{ ...byDistance, bands: undefined }, 'missing-field', 'bands'],
    [{ ...byDistance, beyond: undefined }, 'missing-field', 'beyond'],
    [{ ...byDistance, bands: [{ haul: 'short', upToKm: '0' }] }, 'invalid-value', 'bands.0.upToKm'],
    [{ ...byDistance, bands: [{ haul: 'short', upToKm: '3,700' }] }, 'invalid-number', 'bands.0.upToKm'],
    [{ ...byDistance, bands: [{ haul: 'short' }] }, 'missing-field', 'bands.0.upToKm'],
    [{ ...byDistance, bands: [{ upToKm: '500' }] }, 'missing-field', 'bands.0.haul'],
    [{ ...byTerritory, short: ['SE', 'SE'] }, 'invalid-value', undefined],
    [{ ...byTerritory, home: ['SE'], short: ['SE'] }, 'invalid-value', undefined],
    [
      {
        ...byDistance,
        bands: [
          { haul: 'medium', upToKm: '3700' },
          { haul: 'short', upToKm: '785' },
        ],
      },
      'invalid-value',
      undefined,
    ],
    [{ ...byDistance, by: undefined }, 'missing-field', 'by'],
    [{ ...byDistance, by: 'time' }, 'invalid-value', 'by'],
    ['distance', 'invalid-value', undefined],
  ])('%o is refused: %s at %s', (input, code, path) => {
    expect(faults(input)).toEqual([[code, path]]);
  });

  test('a territory of two hauls, and a band that ends where the one before it ends, are named', () => {
    const bands = ['500', '3700', '3700'].map((upToKm, index) => ({ haul: `band-${index}`, upToKm }));
    const named = [
      { ...byTerritory, long: ['US', 'FR'] },
      { ...byDistance, bands },
    ].map((rule) => issuesOf(readWith(haulRuleSchema, rule)).map(({ message, detail }) => [message, detail]));
    expect(named).toEqual([
      [['The territory FR has two hauls.', { value: 'FR', expected: 'each territory once', nearest: [] }]],
      [
        [
          'The band that ends at 3700 km does not end after the bands before it.',
          { value: '3700', expected: 'bands in rising order', nearest: [] },
        ],
      ],
    ]);
  });

  test('a rule without any short or long territory is a rule', () => {
    expect(ruleOf({ ...byTerritory, short: [], long: [] })).toEqual({ ...byTerritory, short: [], long: [] });
  });
});
