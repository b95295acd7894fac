import { describe, expect, test } from 'vitest';
import { Decimal, ZERO } from '../../src/decimal.js';
import { assertNothingLost, coverageOf, keyOfUnmapped, tally, unmappedAccounts } from '../../src/ledger/coverage.js';
import type { Tally } from '../../src/ledger/coverage.js';
import { HiilitaseError } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';

const money = (rows: number, amount: string): Tally => ({ rows, amount: new Decimal(amount) });

describe('tally', () => {
  test('adds rows and money of a key, and keeps keys apart', () => {
    const tallies = new Map<string, Tally>();
    for (const [key, amount] of [
      ['a', '0.1'],
      ['b', '-5'],
      ['a', '0.2'],
    ] as const) {
      tally(tallies, key, money(1, amount));
    }
    expect([...tallies]).toEqual([
      ['a', money(2, '0.3')],
      ['b', money(1, '-5')],
    ]);
  });
});

describe('coverageOf', () => {
  test('treatments stand in the order of the list of treatments, those that do not occur are left out', () => {
    const byTreatment = new Map([
      ['wage', money(1, '1')],
      ['purchase', money(2, '2.5')],
    ] as const);
    const unmapped = new Map([[keyOfUnmapped('9000', undefined), money(1, '-1')]]);
    expect(coverageOf(money(4, '2.5'), byTreatment, unmapped, 'SEK')).toEqual({
      rows: 4,
      amount: quantity('2.5', 'SEK'),
      byTreatment: [
        { treatment: 'purchase', rows: 2, amount: quantity('2.5', 'SEK') },
        { treatment: 'wage', rows: 1, amount: quantity('1', 'SEK') },
      ],
      unmapped: [{ account: '9000', rows: 1, amount: quantity('-1', 'SEK') }],
    });
  });

  test('a coverage that does not add up throws', () => {
    expect(() => coverageOf(money(1, '1'), new Map(), new Map(), 'EUR')).toThrow(HiilitaseError);
  });
});

describe('assertNothingLost', () => {
  const read = { rows: 2, amount: new Decimal('3') };

  test('rows and money that went in are those that came out', () => {
    expect(() =>
      assertNothingLost(read, [
        { rows: 1, amount: new Decimal('1') },
        { rows: 1, amount: new Decimal('2') },
      ]),
    ).not.toThrow();
  });

  test.each([
    ['a lost row', [{ rows: 1, amount: new Decimal('3') }]],
    ['a lost cent', [{ rows: 2, amount: new Decimal('2.99') }]],
    ['nothing at all', [{ rows: 0, amount: ZERO }]],
  ])('%s throws', (_, parts) => {
    expect(() => assertNothingLost(read, parts)).toThrow(HiilitaseError);
  });
});

describe('unmappedAccounts', () => {
  test('the largest amounts come first whatever their sign, and a category makes another entry', () => {
    const rows = [
      ['9200', 'b', '5'],
      ['9100', undefined, '-5'],
      ['9300', undefined, '-7'],
      ['9200', 'a', '5'],
      ['9000', undefined, '0'],
    ] as const;
    const inOrder = (list: readonly (typeof rows)[number][]) =>
      unmappedAccounts(
        new Map(list.map(([account, category, amount]) => [keyOfUnmapped(account, category), money(1, amount)])),
        'EUR',
      ).map(({ account, category }) => [account, category]);
    const expected = [
      ['9300', undefined],
      ['9100', undefined],
      ['9200', 'a'],
      ['9200', 'b'],
      ['9000', undefined],
    ];
    expect(inOrder(rows)).toEqual(expected);
    expect(inOrder([...rows].reverse())).toEqual(expected);
  });

  test('account and category come back as they were, whatever stands in them', () => {
    const key = keyOfUnmapped('9"0,', '["c"]');
    expect(unmappedAccounts(new Map([[key, money(3, '1')]]), 'EUR')).toEqual([
      { account: '9"0,', category: '["c"]', rows: 3, amount: quantity('1', 'EUR') },
    ]);
    expect(keyOfUnmapped('9000', '')).not.toBe(keyOfUnmapped('9000', undefined));
  });

  test('accounts of one amount stand in the order of their names', () => {
    const tallies = new Map(
      ['9200', '9000', '9300', '9100'].map((account) => [
        keyOfUnmapped(account, undefined),
        { rows: 1, amount: new Decimal(1) },
      ]),
    );
    expect(unmappedAccounts(tallies, 'EUR').map(({ account }) => account)).toEqual(['9000', '9100', '9200', '9300']);
  });
});
