import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow, parseActivities, parseSpendReplacements, replaceSpend } from '../../src/index.js';
import type { Purchase, SpendAfterReplacement, SpendReplacement } from '../../src/index.js';
import { dateAfter, decimals, spans } from '../support/arbitraries.js';
import { exactText, plus, rational } from '../support/rational.js';

const SITES = ['oulu', 'kemi'] as const;
const PRODUCTS = ['rent', 'catering'] as const;

/** One reading for each site over all days of the random purchases. */
const readings = orThrow(
  parseActivities(
    SITES.map((site) => ({
      id: `reading-${site}`,
      kind: 'purchased-heat',
      period: { from: '2021-01-01', to: '2021-12-31' },
      site,
      network: 'town',
      amount: { value: '1', unit: 'MWh' },
      contractHolder: 'landlord',
    })),
  ),
);

const places = { product: fc.constantFrom(...PRODUCTS), site: fc.constantFrom(...SITES) };
const money = fc
  .tuple(fc.constantFrom('', '-'), fc.oneof(decimals(5, 2), decimals(2, 5)))
  .map(([sign, value]) => ({ value: `${sign}${value}`, unit: 'EUR' }));
const dated = spans.map(({ from: date }) => ({ date }));

function purchasesOver(timings: fc.Arbitrary<object>): fc.Arbitrary<readonly Purchase[]> {
  return fc.array(fc.tuple(fc.record({ ...places, amount: money }), timings), { maxLength: 8 }).map(
    (rows) =>
      orThrow(
        parseActivities(
          rows.map(([row, timing], index) => ({
            id: `p-${index}`,
            kind: 'purchase',
            vat: 'excluded',
            ...row,
            ...timing,
          })),
        ),
      ) as readonly Purchase[], // the kind is stated
  );
}

const bought = purchasesOver(
  fc.oneof(
    dated,
    spans.map((period) => ({ period })),
  ),
);

/** Up to three replacements of a third at most, so that no day is replaced more than once. */
const replacements: fc.Arbitrary<readonly SpendReplacement[]> = fc
  .array(fc.record({ ...places, period: spans, share: fc.integer({ min: 1, max: 333 }) }), { maxLength: 3 })
  .map((rows) =>
    orThrow(
      parseSpendReplacements(
        rows.map(({ share, ...row }, index) => ({
          id: `r-${index}`,
          by: [`reading-${row.site}`],
          why: 'invented',
          share: `0.${String(share).padStart(3, '0')}`,
          ...row,
        })),
      ),
    ),
  );

function after(purchases: readonly Purchase[], stated: readonly SpendReplacement[]): SpendAfterReplacement {
  return orThrow(replaceSpend(purchases, stated, readings));
}

/** The sum of texts with fractions of whole numbers. */
function sumText(values: readonly { readonly amount: { readonly value: { toFixed(): string } } }[]): string {
  return exactText(values.map(({ amount }) => rational(amount.value.toFixed())).reduce(plus, rational('0')));
}

describe('replacing spend', () => {
  test('loses no cent: of every purchase, and of all, what is kept and what is replaced is the amount', () => {
    fc.assert(
      fc.property(bought, replacements, (purchases, stated) => {
        const { kept, replaced, totals } = after(purchases, stated);
        for (const purchase of purchases) {
          const parts = [
            ...kept.filter(({ id }) => id === purchase.id),
            ...replaced.filter(({ purchaseId }) => purchaseId === purchase.id),
          ];
          expect(sumText(parts)).toBe(sumText([purchase]));
          for (const { amount } of parts) expect(amount.value.times(purchase.amount.value).lessThan(0)).toBe(false);
        }
        const [total] = totals;
        if (total === undefined) return;
        expect(total.ledger.value.toFixed()).toBe(sumText(purchases));
        expect(total.kept.value.toFixed()).toBe(sumText(kept));
        expect(total.replaced.value.toFixed()).toBe(sumText(replaced));
        expect(total.kept.value.plus(total.replaced.value).toFixed()).toBe(total.ledger.value.toFixed());
      }),
    );
  });

  test('gives the same for any order of the replacements', () => {
    fc.assert(
      fc.property(bought, replacements, (purchases, stated) => {
        expect(after(purchases, [...stated].reverse())).toEqual(after(purchases, stated));
      }),
    );
  });

  test('leaves the same of every purchase, dated or not, when a replacement is cut in two at any day', () => {
    fc.assert(
      fc.property(bought, replacements, fc.nat(364), (purchases, stated, days) => {
        const cut = stated.flatMap((one): readonly SpendReplacement[] => {
          const start = dateAfter('2021-01-01', days);
          if (start <= one.period.from || start > one.period.to) return [one];
          const { from, to } = one.period;
          return [
            { ...one, period: { from, to: dateAfter(start, -1) } },
            { ...one, id: `${one.id}-rest`, period: { from: start, to } },
          ];
        });
        const [whole, parted] = [after(purchases, stated), after(purchases, cut)];
        expect(parted.kept).toEqual(whole.kept);
        expect(parted.totals).toEqual(whole.totals);
      }),
    );
  });

  test('of all days in full leaves nothing, and of none leaves everything', () => {
    fc.assert(
      fc.property(bought, (purchases) => {
        const all = PRODUCTS.flatMap((product) =>
          SITES.map((site) => ({
            id: `${product}-${site}`,
            product,
            site,
            period: { from: '2021-01-01', to: '2021-12-31' },
            share: '1',
            by: [`reading-${site}`],
            why: 'invented',
          })),
        );
        const nothing = after(purchases, orThrow(parseSpendReplacements(all)));
        expect(nothing.kept).toEqual([]);
        expect(nothing.totals.map(({ replaced }) => replaced)).toEqual(nothing.totals.map(({ ledger }) => ledger));
        expect(after(purchases, []).kept).toEqual(purchases);
      }),
    );
  });
});
