import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal,
  addQuantities,
  compareQuantities,
  orThrow,
  parseTarget,
  quantity,
  trackTarget,
} from '../../src/index.js';
import type { Target } from '../../src/index.js';
import { decimals } from '../support/arbitraries.js';

/** Milestones in order, none looser than the one before; below a cut of everything, so that every rate exists. */
const targets = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 99_999 })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('linear', 'constant-rate'),
  )
  .map(([steps, path]) => {
    const shares = steps.map(([, share]) => share).sort((a, b) => a - b);
    let year = 2018;
    const milestones = steps.map(([gap], index) => {
      year += gap;
      return { year, reduction: `0.${String(shares[index]).padStart(5, '0')}` };
    });
    return orThrow(parseTarget({ name: 'A target', baseYear: 2018, milestones, path }));
  });

const bases = decimals(6, 6).map((value) => `1${value}`);

/** Every year from the base year to two years after the last milestone; the actuals after the base year are all one value. */
function tracked(target: Target, base: string, actual = '1') {
  const years = Array.from({ length: 30 }, (_, index) => 2018 + index);
  const actuals = new Map(years.map((year) => [year, quantity(year === 2018 ? base : actual, 'tCO2e')]));
  return orThrow(trackTarget(target, actuals));
}

describe('the path of a target', () => {
  test('never rises, and begins at the base', () => {
    fc.assert(
      fc.property(targets, bases, (target, base) => {
        const { years } = tracked(target, base);
        expect(years[0]?.allowed).toEqual(quantity(base, 'tCO2e'));
        const rises = years.slice(1).filter(({ allowed }, index) => {
          const before = years[index]?.allowed;
          return before === undefined || compareQuantities(allowed, before) > 0;
        });
        expect(rises).toEqual([]);
      }),
    );
  });

  test('goes through every milestone, and stays at the last one', () => {
    fc.assert(
      fc.property(targets, bases, (target, base) => {
        const { years, milestones } = tracked(target, base);
        for (const { year, allowed } of milestones) {
          expect(years.find((found) => found.year === year)?.allowed).toEqual(allowed);
        }
        expect(years.at(-1)?.allowed).toEqual(milestones.at(-1)?.allowed);
      }),
    );
  });

  test('a linear path lies nowhere below the constant rate between the same milestones', () => {
    fc.assert(
      fc.property(targets, bases, (target, base) => {
        const [linear, rate] = (['linear', 'constant-rate'] as const).map((path) => tracked({ ...target, path }, base));
        const below = linear?.years.filter(({ allowed }, index) => {
          const other = rate?.years[index]?.allowed;
          return other === undefined || compareQuantities(allowed, other) < 0;
        });
        expect(below).toEqual([]);
      }),
    );
  });

  test('allowed and excess add up to the actual, and on track is an excess of zero or less', () => {
    fc.assert(
      fc.property(targets, bases, decimals(7, 6), (target, base, actual) => {
        for (const year of tracked(target, base, actual).years) {
          expect(addQuantities(year.allowed, year.excess)).toEqual(year.actual);
          expect(year.onTrack).toBe(year.excess.value.lessThanOrEqualTo(new Decimal(0)));
        }
      }),
    );
  });
});
