import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import type { MappingRule } from '../../src/ledger/account-mapping.js';
import { addToOpenGroups, noOpenGroups, purchasesInOrder } from '../../src/ledger/open-groups.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aMapping } from '../support/ledger.js';

const rule: MappingRule = { account: '43', treatment: 'purchase', product: 'catering', vat: 'excluded' };
const named = (id: string, changes: Partial<MappingRule> = {}) => ({ id, rule: { ...rule, ...changes } });
const food = named('food');
const entry = (site: string | undefined, amount: string, first: string, last = first) => ({
  site,
  rows: 1,
  amount: new Decimal(amount),
  first,
  last,
});

function totals(...added: readonly (readonly [ReturnType<typeof named>, ReturnType<typeof entry>])[]) {
  const groups = noOpenGroups(aMapping());
  for (const [{ id, rule: made }, each] of added) addToOpenGroups(groups, made, { ...each, rules: [id] });
  return purchasesInOrder(groups);
}

describe('open groups', () => {
  test('no postings make no groups, and neither do those of a rule that leaves them out', () => {
    expect(totals()).toEqual([]);
    const wage = named('wages', { treatment: 'wage' });
    expect(totals([wage, entry('oulu', '1', '2021-05-04')], [wage, entry('oulu', '1', '2021-05-05')])).toEqual([]);
  });

  test('come in the order of their names, whatever the order of the postings', () => {
    const groups = totals(
      [food, entry('oulu', '1', '2021-06-01')],
      [food, entry('oulu', '2', '2021-05-31')],
      [food, entry(undefined, '3', '2021-05-04')],
      [named('cars', { product: 'cars' }), entry('oulu', '4', '2021-05-04')],
      [food, entry('kemi', '5', '2021-06-30')],
    );
    expect(groups.map(({ id }) => id)).toEqual([
      'cars/oulu/2021-05/excluded',
      'catering/-/2021-05/excluded',
      'catering/kemi/2021-06/excluded',
      'catering/oulu/2021-05/excluded',
      'catering/oulu/2021-06/excluded',
    ]);
    expect(groups.map(({ site }) => site)).toEqual(['oulu', undefined, 'kemi', 'oulu', 'oulu']);
    expect(groups.map(({ period }) => period?.to)).toEqual([
      '2021-05-31',
      '2021-05-31',
      '2021-06-30',
      '2021-05-31',
      '2021-06-30',
    ]);
  });

  test('whatever signs stand in products, sites and tags, names are in the order of their code units', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '!', '%', '-', '/', '0', '~', 'ä'),
      minLength: 1,
      maxLength: 3,
    });
    const posting = fc.tuple(
      text,
      fc.option(text, { nil: undefined }),
      fc.array(text, { maxLength: 1 }),
      fc.nat({ max: 2 }),
    );
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 30 }), (postings) => {
        const names = totals(
          ...postings.map(([product, site, tags, month]) => {
            const capital = month === 2 ? ({ treatment: 'capital-purchase' } as const) : {};
            return [named('r', { product, tags, ...capital }), entry(site, '1', `2021-0${month + 1}-01`)] as const;
          }),
        ).map(({ id }) => id);
        expect(names).toEqual([...new Set(names)].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  test('postings of one group are added up, with the first and the last day and the rules of all', () => {
    const groups = totals(
      [food, { ...entry('oulu', '1.10', '2021-05-10', '2021-05-12'), rows: 4 }],
      [named('drinks'), entry('oulu', '-0.05', '2021-05-11')],
      [food, entry('oulu', '2', '2021-05-02')],
      [named('drinks'), entry('oulu', '3', '2021-05-30')],
    );
    expect(groups).toMatchObject([
      {
        amount: quantity('6.05', 'EUR'),
        folded: { rules: ['drinks', 'food'], rows: 7, firstDate: '2021-05-02', lastDate: '2021-05-30' },
      },
    ]);
  });

  test('a site called like none is another one', () => {
    const groups = totals([food, entry('-', '1', '2021-05-04')], [food, entry(undefined, '1', '2021-05-04')]);
    expect(groups.map(({ id }) => id)).toEqual(['catering/%252D/2021-05/excluded', 'catering/-/2021-05/excluded']);
  });
});
