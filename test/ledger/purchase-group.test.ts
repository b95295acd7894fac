import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { Decimal } from '../../src/decimal.js';
import type { MappingRule, Treatment } from '../../src/ledger/account-mapping.js';
import { TREATMENTS } from '../../src/ledger/account-mapping.js';
import { addToPurchase, groupName, groupOf, openPurchase } from '../../src/ledger/purchase-group.js';
import type { GroupEntry, PurchaseGroup, PurchaseKind } from '../../src/ledger/purchase-group.js';
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

describe('openPurchase and addToPurchase', () => {
  const period = { from: '2021-02-01', to: '2021-02-28' };
  const name = 'catering/-/2021-02/excluded';
  const entry: GroupEntry = {
    site: undefined,
    rules: ['food', 'rule 2'],
    rows: 3,
    amount: new Decimal('-12.5'),
    first: '2021-02-03',
    last: '2021-02-27',
  };
  const open = (changes: Partial<PurchaseKind> = {}, site?: string, mapping = aMapping()) =>
    openPurchase({ ...group, period, ...changes }, name, { ...entry, site }, mapping);
  const opened = {
    id: name,
    kind: 'purchase',
    period,
    product: 'catering',
    amount: quantity('-12.5', 'SEK'),
    vat: 'excluded',
    folded: {
      mapping: 'accounts',
      rules: ['food', 'rule 2'],
      group: name,
      rows: 3,
      firstDate: '2021-02-03',
      lastDate: '2021-02-27',
    },
  };

  test('a purchase is over its whole month, with its rules', () => {
    expect(open({}, undefined, aMapping({ currency: 'SEK' }))).toEqual(opened);
  });

  test('postings of the same group are added, with the first and the last day and the rules of all', () => {
    const purchase = open({}, undefined, aMapping({ currency: 'SEK' }));
    addToPurchase(purchase, {
      ...entry,
      rules: ['food'],
      rows: 1,
      amount: new Decimal(2),
      first: '2021-02-04',
      last: '2021-02-26',
    });
    expect(purchase).toEqual({ ...opened, amount: quantity('-10.5', 'SEK'), folded: { ...opened.folded, rows: 4 } });
    addToPurchase(purchase, {
      ...entry,
      rules: ['drinks'],
      rows: 1,
      amount: new Decimal(-2),
      first: '2021-02-01',
      last: '2021-02-28',
    });
    const dates = { firstDate: '2021-02-01', lastDate: '2021-02-28' };
    const folded = { ...opened.folded, rules: ['drinks', 'food', 'rule 2'], rows: 5, ...dates };
    expect(purchase).toEqual({ ...opened, folded });
    expect(entry.rules).toEqual(['food', 'rule 2']);
  });

  test('site, tags, rate and capital are kept, and the purchase can be written to JSON and read again', () => {
    const rate = new Decimal('0.14');
    const purchase = open({ vatRate: rate, capital: 'capital-goods', tags: ['state'] }, 'oulu');
    expect(purchase).toMatchObject({ site: 'oulu', vatRate: rate, category: 'capital-goods', tags: ['state'] });
    expect(orThrow(parseActivities([JSON.parse(JSON.stringify(purchase))]))).toEqual([purchase]);
  });

  test('each of them is kept alone', () => {
    expect(open({ vatRate: new Decimal('0.14') }, 'oulu').vatRate).toEqual(new Decimal('0.14'));
    expect(open({ capital: 'capital-goods' }, 'oulu').category).toBe('capital-goods');
    expect(open({ tags: ['state'] }, 'oulu').tags).toEqual(['state']);
    expect(open({}, 'oulu').site).toBe('oulu');
  });

  test('a field stands in the same place whatever others there are, so that files of purchases compare line by line', () => {
    const fieldsOf = (changes: Partial<PurchaseKind>, site?: string) => Object.keys(open(changes, site));
    const plain = fieldsOf({}, 'oulu');
    expect(plain).toEqual(['id', 'kind', 'period', 'site', 'product', 'amount', 'vat', 'folded']);
    expect(fieldsOf({})).toEqual(plain.filter((field) => field !== 'site'));
    for (const changes of [{ tags: ['state'] }, { vatRate: new Decimal(0) }, { capital: 'capital-goods' as const }]) {
      expect(fieldsOf(changes, 'oulu').filter((field) => plain.includes(field))).toEqual(plain);
    }
  });
});
