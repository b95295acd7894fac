/** What holds of every intensity: it gives the numerator back, and no name of a form or site moves a figure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { intensityRatio } from '../../src/quantity/intensity-ratio.js';
import { receptionChange } from '../../src/report/reception-change.js';
import { aSide } from '../support/reception-side.js';
import type { SideRow } from '../support/reception-side.js';

const HALF_A_QUANTUM = new Decimal('0.0000000000005');

describe('an intensity', () => {
  test('times its denominator is the numerator, within half a quantum for each night', () => {
    const kilograms = fc.bigInt({ min: 0n, max: 10n ** 22n }).map((quanta) => new Decimal(`${quanta}e-12`));
    fc.assert(
      fc.property(kilograms, fc.integer({ min: 1, max: 10 ** 8 }), (value, nights) => {
        const per = orThrow(intensityRatio(quantity(value, 'kgCO2e'), quantity(nights, 'accommodation-night')));
        const away = per.value.times(nights).minus(value).abs();
        expect(away.lessThanOrEqualTo(HALF_A_QUANTUM.times(nights))).toBe(true);
      }),
    );
  });
});

describe('the causes of a change', () => {
  const OTHER_NAMES: Readonly<Record<string, string>> = {
    institution: 'transit',
    apartment: 'detention',
    private: 'minors-unit',
  };
  const renamed = (rows: readonly SideRow[]) =>
    rows.map((row) => ({ ...row, site: `other-${row.site}`, form: OTHER_NAMES[row.form] ?? row.form }));
  const causesOf = (first: readonly SideRow[], last: readonly SideRow[]) => {
    const change = orThrow(
      receptionChange(
        { before: aSide(2018, first), restated: [], after: aSide(2020, last) },
        {
          scope2: 'location-based',
          numerator: { selection: 'whole-agency' },
          per: 'accommodation-night',
          rule: { method: 'shapley' },
        },
      ),
    );
    return change.causes.map(({ name, effect }) => [name, decimalText(effect.value)]);
  };

  test('are the same whatever the forms and sites are called', () => {
    const row = fc.record({
      form: fc.constantFrom('institution', 'apartment', 'private'),
      nights: fc.nat(5000),
      euros: fc.nat(10 ** 6),
    });
    const rows = fc
      .array(row, { maxLength: 4 })
      .map((all) => [
        { site: 'site', form: 'institution', nights: 1, euros: 1 },
        ...all.map((each, index) => ({ ...each, site: `site-${index}` })),
      ]);
    fc.assert(
      fc.property(rows, rows, (first, last) => {
        expect(causesOf(renamed(first), renamed(last))).toEqual(causesOf(first, last));
      }),
      { numRuns: 25 },
    );
  });
});
