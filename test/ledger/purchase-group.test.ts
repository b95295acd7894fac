import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { Decimal } from '../../src/decimal.js';
import type { MappingRule, Treatment } from '../../src/ledger/account-mapping.js';
import { TREATMENTS } from '../../src/ledger/account-mapping.js';
import { groupName, groupOf, purchaseOf } from '../../src/ledger/purchase-group.js';
import type { GroupTotal, PurchaseGroup } from '../../src/ledger/purchase-group.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aMapping } from '../support/ledger.js';

const rule: MappingRule = { account: '43', treatment: 'purchase', product: 'catering', vat: 'excluded' };
const group: PurchaseGroup = { product: 'catering', month: '2021-05', vat: 'excluded', capital: undefined, tags: [] };
const nameOf = (changes: Partial<PurchaseGroup> = {}) => groupName({ ...group, ...changes });

describe('groupOf', () => {
  test('a purchase rule makes a group of the posting’s month', () => {
    expect(groupOf(rule, undefined, '2021-05-31')).toEqual(group);
    expect(groupOf(rule, 'oulu', '2021-06-01')).toEqual({ ...group, site: 'oulu', month: '2021-06' });
  });

  test('VAT rate, tags and capital are part of the group', () => {
    const rate = new Decimal('0.14');
    const more: MappingRule = { ...rule, treatment: 'capital-purchase', vatRate: rate, tags: ['state'] };
    expect(groupOf(more, undefined, '2021-05-01')).toEqual({
      ...group,
      vatRate: rate,
      capital: 'capital-goods',
      tags: ['state'],
    });
  });

  test('only the two purchase treatments make a group', () => {
    const made = TREATMENTS.filter(
      (treatment) => groupOf({ ...rule, treatment }, undefined, '2021-05-01') !== undefined,
    );
    expect(made).toEqual(['purchase', 'capital-purchase'] satisfies Treatment[]);
  });

  test.each(['product', 'vat'] as const)('a purchase rule without its %s makes none', (field) => {
    expect(groupOf({ ...rule, [field]: undefined }, undefined, '2021-05-01')).toBeUndefined();
  });
});

describe('groupName', () => {
  test('names product, site, month and VAT; capital and tags, in their order, where there are any', () => {
    expect(nameOf({ site: 'koivula' })).toBe('catering/koivula/2021-05/excluded');
    expect(nameOf()).toBe('catering/-/2021-05/excluded');
    expect(nameOf({ capital: 'capital-goods', tags: ['state', 'ict'] })).toBe(
      'catering/-/2021-05/excluded/capital-goods/#ict/#state',
    );
  });

  test('the rate is part of the name however it was written', () => {
    const rates = ['0.14', '0.140', '0', '0.255'].map((rate) =>
      nameOf({ vat: 'included', vatRate: new Decimal(rate) }),
    );
    expect(rates[0]).toBe(rates[1]);
    expect(new Set([...rates, nameOf({ vat: 'included' })]).size).toBe(4);
  });

  test('groups that differ never share a name, whatever stands in their texts', () => {
    const names = [
      nameOf({ product: 'a/b', site: 'c' }),
      nameOf({ product: 'a', site: 'b/c' }),
      nameOf({ product: 'a%2Fb', site: 'c' }),
      nameOf({ product: 'a', site: 'b%2Fc' }),
      nameOf({ product: 'a' }),
      nameOf({ product: 'a', tags: ['capital-goods'] }),
      nameOf({ product: 'a', capital: 'capital-goods' }),
      nameOf({ product: 'a', tags: ['x', 'y'] }),
      nameOf({ product: 'a', tags: ['x/#y'] }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('purchaseOf', () => {
  const total: GroupTotal = {
    group,
    name: 'catering/-/2021-02/excluded',
    rules: ['food', 'rule 2'],
    rows: 3,
    amount: new Decimal('-12.5'),
    first: '2021-02-03',
    last: '2021-02-28',
  };

  test('is a purchase over its whole month, with its rules', () => {
    expect(purchaseOf({ ...total, group: { ...group, month: '2024-02' } }, aMapping({ currency: 'SEK' }))).toEqual({
      id: 'catering/-/2021-02/excluded',
      kind: 'purchase',
      period: { from: '2024-02-01', to: '2024-02-29' },
      product: 'catering',
      amount: quantity('-12.5', 'SEK'),
      vat: 'excluded',
      folded: {
        mapping: 'accounts',
        rules: ['food', 'rule 2'],
        group: 'catering/-/2021-02/excluded',
        rows: 3,
        firstDate: '2021-02-03',
        lastDate: '2021-02-28',
      },
    });
  });

  test('site, tags, rate and capital are kept, and the purchase can be written to JSON and read again', () => {
    const rate = new Decimal('0.14');
    const whole: PurchaseGroup = { ...group, site: 'oulu', vatRate: rate, capital: 'capital-goods', tags: ['state'] };
    const purchase = purchaseOf({ ...total, group: whole }, aMapping());
    expect(purchase).toMatchObject({ site: 'oulu', vatRate: rate, category: 'capital-goods', tags: ['state'] });
    expect(orThrow(parseActivities([JSON.parse(JSON.stringify(purchase))]))).toEqual([purchase]);
  });
});
