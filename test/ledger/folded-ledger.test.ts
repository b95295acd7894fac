import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { foldedLedger } from '../../src/ledger/folded-ledger.js';
import type { Gathered } from '../../src/ledger/folded-ledger.js';
import type { GroupTotal } from '../../src/ledger/purchase-group.js';
import { HiilitaseError } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aMapping } from '../support/ledger.js';

const money = (rows: number, amount: string) => ({ rows, amount: new Decimal(amount) });
const total = (product: string, amount: string): [string, GroupTotal] => [
  product,
  {
    group: { product, month: '2021-05', vat: 'excluded', capital: undefined, tags: [] },
    name: product,
    rules: ['r'],
    rows: 1,
    amount: new Decimal(amount),
    first: '2021-05-04',
    last: '2021-05-04',
  },
];
const nothing: Gathered = {
  read: money(0, '0'),
  groups: new Map(),
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

  test('purchases and replaced spend come in the order of their names, whatever the order of the rows', () => {
    const folded = foldedLedger(
      {
        ...nothing,
        read: money(5, '18'),
        groups: new Map([total('b', '1'), total('a', '2'), total('c', '4')]),
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
      groups: new Map([total('a', amount)]),
      byTreatment: new Map([['purchase', money(1, '3')] as const]),
    };
    expect(() => foldedLedger(gathered, aMapping())).toThrow(HiilitaseError);
    expect(() => foldedLedger({ ...gathered, groups: new Map([total('a', '3')]) }, aMapping())).not.toThrow();
  });

  test('rows that no treatment accounts for throw', () => {
    expect(() => foldedLedger({ ...nothing, read: money(1, '0') }, aMapping())).toThrow(HiilitaseError);
  });
});
