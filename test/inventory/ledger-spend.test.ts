/** From ledger rows to kilograms: VAT rates side by side, exempt suppliers, tags. Every figure is invented. */
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { Inventory } from '../../src/inventory/inventory.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { parseAccountMapping } from '../../src/ledger/account-mapping.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import type { Posting } from '../../src/ledger/posting.js';
import { selectPostings } from '../../src/ledger/select-postings.js';
import { orThrow } from '../../src/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aSpendFactorRow, anInventoryInput, codesOf, kilogramsOf } from '../support/builders.js';
import { aPosting } from '../support/ledger.js';

const catering = { account: '43', treatment: 'purchase', product: 'catering', vat: 'included' };
const factor = aSpendFactorRow({ id: 'catering', key: 'catering', co2e: '0.5', priceYear: 2021 });
const mapped = (...rules: readonly object[]) =>
  orThrow(parseAccountMapping({ id: 'accounts', currency: 'EUR', unmapped: 'refuse', rules }));

async function folded(postings: readonly Posting[], ...rules: readonly object[]): Promise<FoldedLedger> {
  return orThrow(await foldLedger(postings, mapped(...rules)));
}

function calculated({ activities }: FoldedLedger, changes: object = {}): Outcome<Inventory> {
  return calculateInventory({ ...anInventoryInput([], [{ ...factor, ...changes }]), activities });
}

describe('VAT rates of one ledger account', () => {
  const rows = [
    aPosting({ row: 2, supplier: 'Caterer', amount: '1140.00' }),
    aPosting({ row: 3, supplier: 'Exempt association', amount: '1000.00' }),
    aPosting({ row: 4, supplier: 'Caterer', amount: '-114.00', date: '2021-05-31' }),
    aPosting({ row: 5, supplier: 'Wine shop', amount: '124.00', category: 'drinks' }),
  ];
  const rules = [
    { id: 'meals', ...catering, vatRate: '0.14' },
    { id: 'exempt', ...catering, supplier: 'Exempt association', vatRate: '0' },
    { id: 'drinks', ...catering, category: 'drinks', vatRate: '0.24' },
  ];

  test('stay apart in one month, site and product, an exempt supplier under its own rate of zero', async () => {
    const ledger = await folded(rows, ...rules);
    const groups = ledger.activities.map(({ id, amount, vatRate }) => [
      id,
      decimalText(amount.value),
      vatRate?.toFixed(),
    ]);
    expect(groups).toEqual([
      ['catering/koivula/2021-05/included-0', '1000', '0'],
      ['catering/koivula/2021-05/included-0.14', '1026', '0.14'],
      ['catering/koivula/2021-05/included-0.24', '124', '0.24'],
    ]);
  });

  test('are each taken out at their own rate, so that all of it counts at prices without VAT', async () => {
    // (1000 ÷ 1 + 1026 ÷ 1.14 + 124 ÷ 1.24) · 0.5 = (1000 + 900 + 100) · 0.5
    const inventory = orThrow(calculated(await folded(rows, ...rules)));
    expect(kilogramsOf(inventory.lines).map(([, kilograms]) => kilograms)).toEqual(['500', '450', '50']);
  });

  test('are each put on for a factor with VAT, where the ledger holds none', async () => {
    const excluded = rules.map((rule) => ({ ...rule, vat: 'excluded' }));
    // (1000 · 1 + 1026 · 1.14 + 124 · 1.24) · 0.5
    const inventory = orThrow(calculated(await folded(rows, ...excluded), { vat: 'included' }));
    expect(kilogramsOf(inventory.lines).map(([, kilograms]) => kilograms)).toEqual(['500', '584.82', '76.88']);
  });

  test('one rate written two ways is one group', async () => {
    const twice = [
      { id: 'a', ...catering, account: '430', vatRate: '0.14' },
      { id: 'b', ...catering, account: '431', vatRate: '0.140' },
    ];
    const { activities } = await folded([aPosting(), aPosting({ row: 3, account: '4310' })], ...twice);
    expect(activities.map(({ id, folded: origin }) => [id, origin?.rules])).toEqual([
      ['catering/koivula/2021-05/included-0.14', ['a', 'b']],
    ]);
  });

  test('a rate that changes inside a month parts the month, at the day', async () => {
    const dated = [
      { id: 'before', ...catering, vatRate: '0.14', validTo: '2021-05-14' },
      { id: 'after', ...catering, vatRate: '0.10', validFrom: '2021-05-15' },
    ];
    const postings = [
      aPosting({ row: 2, amount: '114.00', date: '2021-05-14' }),
      aPosting({ row: 3, amount: '110.00', date: '2021-05-15' }),
    ];
    const ledger = await folded(postings, ...dated);
    expect(kilogramsOf(orThrow(calculated(ledger)).lines)).toEqual([
      ['catering/koivula/2021-05/included-0.1', '50'],
      ['catering/koivula/2021-05/included-0.14', '50'],
    ]);
  });

  test('the rows behind a rate are found again, and no others', async () => {
    const mapping = mapped(...rules);
    const { activities } = orThrow(await foldLedger(rows, mapping));
    const found: (readonly number[])[] = [];
    for (const activity of activities) {
      const selected: number[] = [];
      for await (const { row } of selectPostings(rows, mapping, activity)) selected.push(row);
      found.push(selected);
    }
    expect(found).toEqual([[3], [2, 4], [5]]);
  });

  test('a rate that a rule leaves open is asked for where the factor needs it, for that group alone', async () => {
    const [meals, , drinks] = rules;
    const open = { id: 'exempt', ...catering, supplier: 'Exempt association' };
    const ledger = await folded(rows, { ...meals }, open, { ...drinks });
    const outcome = calculated(ledger);
    expect(outcome.issues.map(({ code, at }) => [code, at?.activityId])).toEqual([
      ['vat-rate-missing', 'catering/koivula/2021-05/included'],
    ]);
    expect(codesOf(calculated(ledger, { vat: 'included' }))).toEqual([]);
  });
});

describe('start-up purchases', () => {
  test('carry the tags of their rule from the ledger to the line, and a total tells them apart', async () => {
    const rules = [
      { id: 'running', ...catering, vatRate: '0.14' },
      { id: 'opening', ...catering, vatRate: '0.14', category: 'opening', tags: ['start-up', 'centre-2021'] },
    ];
    const postings = [
      aPosting({ row: 2, amount: '1140.00' }),
      aPosting({ row: 3, amount: '2280.00', category: 'opening' }),
    ];
    const inventory = orThrow(calculated(await folded(postings, ...rules)));
    expect(inventory.lines.map(({ id, tags }) => [id, tags])).toEqual([
      ['catering/koivula/2021-05/included-0.14', undefined],
      ['catering/koivula/2021-05/included-0.14/#centre-2021/#start-up', ['centre-2021', 'start-up']],
    ]);
    const total = (isStartUp: boolean) =>
      totalEmissions(inventory, {
        scope2: 'location-based',
        where: ({ tags = [] }) => tags.includes('start-up') === isStartUp,
      });
    expect([total(true), total(false)]).toEqual([quantity('1', 'tCO2e'), quantity('0.5', 'tCO2e')]);
  });
});
