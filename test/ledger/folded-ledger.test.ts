import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import type { Purchase } from '../../src/activity/purchase.js';
import { Decimal } from '../../src/decimal.js';
import { foldedLedger } from '../../src/ledger/folded-ledger.js';
import type { Gathered } from '../../src/ledger/folded-ledger.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aPurchaseRow } from '../support/builders.js';
import { aMapping } from '../support/ledger.js';

const money = (rows: number, amount: string) => ({ rows, amount: new Decimal(amount) });
const purchase = (product: string, amount: string): Purchase =>
  orThrow(parseActivities([aPurchaseRow({ id: product, product, amount: { value: amount, unit: 'EUR' } })])).flatMap(
    (activity) => (activity.kind === 'purchase' ? [activity] : []),
  )[0] as Purchase; // one row was read
const nothing: Gathered = {
  read: money(0, '0'),
  purchases: [],
  byTreatment: new Map(),
  unmapped: new Map(),
  replaced: new Map(),
};

describe('foldedLedger', () => {
  test('nothing read is nothing folded', () => {
    expect(foldedLedger(nothing, aMapping())).toEqual({
      mapping: 'accounts',
      activities: [],
      coverage: { rows: 0, amount: quantity('0', 'EUR'), byTreatment: [], unmapped: [] },
      replaced: [],
    });
  });

  test('purchases, treatments and replaced spend come in their order', () => {
    const folded = foldedLedger(
      {
        ...nothing,
        read: money(5, '18'),
        purchases: [purchase('a', '2'), purchase('b', '1'), purchase('c', '4')],
        byTreatment: new Map([
          ['replaced-by-activity', money(2, '11')],
          ['purchase', money(2, '3')],
          ['capital-purchase', money(1, '4')],
        ]),
        replaced: new Map([
          ['["purchased-heat","2021-06","oulu"]', money(1, '10')],
          ['["purchased-heat","2021-05",null]', money(1, '1')],
        ]),
      },
      aMapping(),
    );
    expect(folded.activities.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(folded.coverage.byTreatment.map(({ treatment }) => treatment)).toEqual([
      'purchase',
      'capital-purchase',
      'replaced-by-activity',
    ]);
    expect(folded.replaced).toEqual([
      { kind: 'purchased-heat', month: '2021-05', rows: 1, amount: quantity('1', 'EUR') },
      { kind: 'purchased-heat', month: '2021-06', site: 'oulu', rows: 1, amount: quantity('10', 'EUR') },
    ]);
  });

  test.each([
    ['lost', '2.99'],
    ['made', '3.01'],
  ])('money %s between rows and purchases throws', (_, amount) => {
    const gathered = {
      ...nothing,
      read: money(1, '3'),
      purchases: [purchase('a', amount)],
      byTreatment: new Map([['purchase', money(1, '3')] as const]),
    };
    expect(() => foldedLedger(gathered, aMapping())).toThrow(HiilitaseError);
    expect(() => foldedLedger({ ...gathered, purchases: [purchase('a', '3')] }, aMapping())).not.toThrow();
  });

  test('rows that no treatment accounts for throw', () => {
    expect(() => foldedLedger({ ...nothing, read: money(1, '0') }, aMapping())).toThrow(HiilitaseError);
  });
});
