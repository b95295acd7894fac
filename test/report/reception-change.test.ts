import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { receptionChange } from '../../src/report/reception-change.js';
import type { ReceptionChange } from '../../src/report/reception-change.js';
import { codesOf } from '../support/builders.js';
import { aSide } from '../support/reception-side.js';

const OPTIONS = {
  scope2: 'location-based',
  numerator: { selection: 'reception-purchases', products: ['reception-services'] },
  per: 'accommodation-night',
  rule: { method: 'shapley' },
} as const;
const before = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 300, euros: 900 }]);
const after = aSide(2020, [{ site: 'oulu', form: 'institution', nights: 600, euros: 1080 }]);
const causesOf = ({ causes }: ReceptionChange) => causes.map(({ name, effect }) => [name, decimalText(effect.value)]);
const sumOfCauses = ({ causes }: ReceptionChange) => decimalText(sumOf(causes.map(({ effect }) => effect.value)));

describe('receptionChange', () => {
  test('dearer euros raise the amount and lower the price step, so that prices do not look like abatement', () => {
    // The same real purchase for the same nights: 1 000 € of 2018 are 1 200 € of 2020.
    const cheap = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 100, euros: 1000 }]);
    const dear = aSide(2020, [{ site: 'oulu', form: 'institution', nights: 100, euros: 1200 }]);
    const change = orThrow(receptionChange({ before: cheap, restated: [], after: dear }, OPTIONS));
    // With two factors that move, Shapley is (x′ − x)(y + y′) ÷ 2: (12 − 10)(1.1 + 11/12) ÷ 2 × 100 × 0.3 = 60.5.
    expect(causesOf(change)).toEqual([
      ['outside-reception', '0'],
      ['without-nights', '0'],
      ['accommodation-nights', '0'],
      ['share of the form', '0'],
      ['amount per accommodation-night', '60.5'],
      ['exchange rate', '0'],
      ['price level', '-60.5'],
      ['emission factor', '0'],
    ]);
    expect(change.change).toEqual(quantity(0, 'kgCO2e'));
  });

  test('structural changes stand first, each on top of the one before, and all causes sum to the change', () => {
    const anew = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 300, euros: 900 }], [], '0.4');
    const wider = aSide(
      2018,
      [
        { site: 'oulu', form: 'institution', nights: 300, euros: 900 },
        { site: 'kemi', form: 'apartment', nights: 10, euros: 100 },
      ],
      [],
      '0.4',
    );
    const change = orThrow(
      receptionChange(
        {
          before,
          restated: [
            { term: 'factor-edition', why: 'factors of 2025', side: anew },
            { term: 'site-transferred', why: 'kemi came from the city', side: wider },
          ],
          after,
        },
        OPTIONS,
      ),
    );
    // 990 € of 2019 at 0.4 instead of 0.3 kg; 110 € of 2019 at 0.4 kg.
    expect(change.causes.slice(0, 2)).toEqual([
      { cause: 'structural', name: 'factor-edition', effect: quantity('99', 'kgCO2e'), why: 'factors of 2025' },
      {
        cause: 'structural',
        name: 'site-transferred',
        effect: quantity('44', 'kgCO2e'),
        why: 'kemi came from the city',
      },
    ]);
    expect(change.before).toEqual(quantity('297', 'kgCO2e'));
    expect(change.after).toEqual(quantity('297', 'kgCO2e'));
    expect(change.counted).toBe('purchases of reception-services');
    expect(sumOfCauses(change)).toBe('0');
  });

  test('what cannot be made a table or split is an issue', () => {
    expect(codesOf(receptionChange({ before: { ...before, register: [] }, restated: [], after }, OPTIONS))).toEqual([
      'client-days-missing',
    ]);
    const gone = aSide(2020, [{ site: 'kemi', form: 'transit', nights: 600, euros: 1080 }]);
    const rule = { method: 'lmdi', zeros: 'refuse' } as const;
    expect(codesOf(receptionChange({ before, restated: [], after: gone }, { ...OPTIONS, rule }))).toEqual([
      'zero-factor',
      'zero-factor',
    ]);
  });

  test('causes sum to the change digit for digit, by either method, whatever comes, goes or stands apart', () => {
    const form = fc.constantFrom('institution', 'apartment', 'private', 'transit');
    const money = fc.option(fc.integer({ min: 0, max: 10 ** 7 }), { nil: undefined });
    const row = fc
      .record({ form, nights: fc.nat(100000), euros: money, dollars: money })
      .map(({ euros, dollars, ...rest }) => ({
        ...rest,
        ...(euros === undefined ? {} : { euros: `${Math.trunc(euros / 100)}.${String(euros % 100).padStart(2, '0')}` }),
        ...(dollars === undefined ? {} : { dollars }),
      }));
    const rows = fc
      .array(row, { maxLength: 4 })
      .map((all) => [
        { site: 'oulu', form: 'institution', nights: 1, euros: '0.01' },
        ...all.map((each, index) => ({ ...each, site: `site-${index}` })),
      ]);
    const rules = fc.constantFrom(
      { method: 'shapley' } as const,
      { method: 'lmdi', zeros: 'analytical-limit' } as const,
    );
    fc.assert(
      fc.property(rows, rows, rules, (first, last, rule) => {
        const sides = { before: aSide(2018, first), restated: [], after: aSide(2020, last) };
        const change = orThrow(receptionChange(sides, { ...OPTIONS, rule }));
        expect(sumOfCauses(change)).toBe(decimalText(change.change.value));
      }),
      { numRuns: 40 },
    );
  });
});
