import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { decimalText } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import type { Posting } from '../../src/ledger/posting.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const fold = async (postings: readonly Posting[], changes: object = {}) =>
  orThrow(await foldLedger(postings, aMapping(changes)));
const amounts = ({ activities }: FoldedLedger) => activities.map(({ id, amount }) => [id, decimalText(amount.value)]);

describe('foldLedger', () => {
  test('postings of one product, site, month and VAT basis are one purchase over the month, with rules, group, rows, first and last day', async () => {
    const { activities } = await fold([aPosting(), aPosting({ row: 3, amount: '0.01', date: '2021-05-31' })]);
    expect(JSON.parse(JSON.stringify(activities))).toEqual([
      {
        id: 'reception-services/koivula/2021-05/excluded',
        kind: 'purchase',
        period: { from: '2021-05-01', to: '2021-05-31' },
        site: 'koivula',
        product: 'reception-services',
        amount: { value: '100.01', unit: 'EUR' },
        vat: 'excluded',
        folded: {
          mapping: 'accounts',
          rules: ['services'],
          group: 'reception-services/koivula/2021-05/excluded',
          rows: 2,
          firstDate: '2021-05-04',
          lastDate: '2021-05-31',
        },
      },
    ]);
  });

  test('two spellings that look the same are one site and one supplier, in the mapping too', async () => {
    const supplierSites = [{ supplier: 'A\u030aland Oy', shares: [{ site: 'A\u030aland', share: '1' }] }];
    const rows = [aPosting({ site: undefined, supplier: '\u00c5land\u00a0Oy' }), aPosting({ site: ' \u00c5land' })];
    expect(amounts(await fold(rows, { supplierSites }))).toEqual([
      ['reception-services/\u00c5land/2021-05/excluded', '200'],
    ]);
  });

  test('a name with letters of two alphabets in one word is counted, and warned about', async () => {
    const outcome = await foldLedger([aPosting({ site: '\u041doulu' })], aMapping());
    expect(orThrow(outcome).coverage.rows).toBe(1);
    expect(outcome.issues).toMatchObject([{ code: 'name-mixes-scripts', severity: 'warning', at: { row: 2 } }]);
  });

  test('another month, site, VAT rate, tag or capital makes another purchase', async () => {
    const folded = await fold([
      aPosting({ date: '2021-06-01' }),
      aPosting({ site: 'a/b%' }),
      aPosting({ account: '4350' }),
      aPosting({ account: '4500', site: undefined }),
      aPosting({ supplier: 'centre' }),
    ]);
    expect(amounts(folded)).toEqual([
      ['catering/koivula/2021-05/included-0.14', '100'],
      ['furniture/-/2021-05/excluded/capital-goods', '100'],
      ['ict/koivula/2021-05/excluded/#state', '100'],
      ['reception-services/a%2Fb%25/2021-05/excluded', '100'],
      ['reception-services/koivula/2021-06/excluded', '100'],
    ]);
    expect(folded.activities.map(({ category, tags }) => category ?? tags?.join())).toEqual([
      undefined,
      'capital-goods',
      'state',
      undefined,
      undefined,
    ]);
  });

  test('the longest account wins, then the rule that names more', async () => {
    const rules = [
      { id: 'short', account: '4', treatment: 'wage' },
      { id: 'long', account: '4300', treatment: 'transfer' },
      { id: 'by-category', account: '4300', category: 'c', treatment: 'internal' },
      { id: 'by-both', account: '4300', category: 'c', supplier: 's', treatment: 'depreciation' },
    ];
    const postings = [
      aPosting({ account: '49' }),
      aPosting(),
      aPosting({ category: 'c' }),
      aPosting({ category: 'c', supplier: 's' }),
    ];
    const { coverage } = await fold(postings, { rules });
    expect(coverage.byTreatment.map(({ treatment, rows }) => [treatment, rows])).toEqual([
      ['transfer', 1],
      ['wage', 1],
      ['depreciation', 1],
      ['internal', 1],
    ]);
  });

  test('a purchase of several rules names each once and in order, whichever came first', async () => {
    const rule = { treatment: 'purchase', product: 'catering', vat: 'excluded' };
    const rules = ['b', 'a'].map((id) => ({ ...rule, id, account: id }));
    const rows = ['b', 'a', 'b'].map((account) => aPosting({ account }));
    const { activities } = await fold(rows, { rules });
    expect(activities.map(({ folded }) => [folded?.rules, folded?.rows])).toEqual([[['a', 'b'], 3]]);
  });

  test('two rules that hold equally are an issue; parted by dates they are not', async () => {
    const rule = { account: '43', treatment: 'wage' };
    const tied = await foldLedger(
      [aPosting({ source: 'ledger.csv' })],
      aMapping({ rules: [rule, { ...rule, id: 'b' }] }),
    );
    expect(issuesOf(tied).map(({ code, detail, at }) => [code, detail, at])).toEqual([
      [
        'posting-rule-tie',
        { account: '4300', rules: ['rule 1', 'b'] },
        { source: 'ledger.csv', row: 2, path: 'account' },
      ],
    ]);
    const parted = [
      { ...rule, validTo: '2020-12-31' },
      { ...rule, validFrom: '2021-01-01' },
    ];
    expect((await fold([aPosting()], { rules: parted })).coverage.byTreatment).toHaveLength(1);
  });

  test('a supplier of two sites is divided exactly, without rounding a cent; a stated site goes before', async () => {
    const { activities } = await fold([
      aPosting({ supplier: 'two-sites', site: undefined, amount: '0.01' }),
      aPosting({ supplier: 'two-sites', site: 'metsola', amount: '1' }),
      aPosting({ supplier: 'unknown', site: undefined, amount: '2' }),
    ]);
    expect(activities.map(({ site, amount }) => [site, decimalText(amount.value)])).toEqual([
      [undefined, '2'],
      ['koivula', '0.006'],
      ['metsola', '1'],
      ['rantala', '0.004'],
    ]);
  });

  test('a share of nothing of a credit note is 0, never -0', async () => {
    const shares = [
      { site: 'a', share: '1' },
      { site: 'b', share: '0' },
    ];
    const folded = await fold([aPosting({ supplier: 's', site: undefined, amount: '-5' })], {
      supplierSites: [{ supplier: 's', shares }],
    });
    expect(JSON.parse(JSON.stringify(folded.activities.map(({ amount }) => amount.value)))).toEqual(['-5', '0']);
  });

  test('a site that is called - is not the lack of a site', async () => {
    expect((await fold([aPosting({ site: '-' }), aPosting({ site: undefined })])).activities).toHaveLength(2);
  });

  test('the order of tags in a rule changes nothing', async () => {
    const rule = { account: '43', treatment: 'purchase', product: 'ict', vat: 'excluded' };
    const rules = [
      { ...rule, category: 'x', tags: ['b', 'a'] },
      { ...rule, category: 'y', tags: ['a', 'b'] },
    ];
    const { activities } = await fold([aPosting({ category: 'x' }), aPosting({ category: 'y' })], { rules });
    expect(activities.map(({ tags }) => tags)).toEqual([['a', 'b']]);
  });

  test('money that is bought is not counted as replaced too', async () => {
    const rules = [{ account: '43', treatment: 'purchase', product: 'p', vat: 'excluded', replacedBy: 'flight' }];
    expect((await fold([aPosting()], { rules })).replaced).toEqual([]);
  });

  test('an account that is no text is an issue, and no crash', async () => {
    const untyped = JSON.parse('{ "row": 2, "account": 4300, "amount": "1", "date": "2021-05-04" }') as Posting;
    expect(issuesOf(await foldLedger([untyped], aMapping())).map(({ code, at }) => [code, at?.path])).toEqual([
      ['missing-field', 'account'],
    ]);
  });

  test('credit notes are negative and stay', async () => {
    expect(amounts(await fold([aPosting(), aPosting({ amount: '-130.50' })]))).toEqual([
      ['reception-services/koivula/2021-05/excluded', '-30.5'],
    ]);
  });

  test('every treatment counts its rows and money, and so do unmapped accounts, the largest first', async () => {
    const { coverage, activities } = await fold([
      aPosting(),
      aPosting({ account: '4001', amount: '50' }),
      aPosting({ account: '9000', amount: '1' }),
      aPosting({ account: '9100', amount: '-7', category: 'c' }),
      aPosting({ account: '9200', amount: '1' }),
      aPosting({ account: '9100', amount: '-1', category: 'c' }),
    ]);
    expect(activities).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(coverage))).toEqual({
      rows: 6,
      amount: { value: '144', unit: 'EUR' },
      byTreatment: [
        { treatment: 'purchase', rows: 1, amount: { value: '100', unit: 'EUR' } },
        { treatment: 'wage', rows: 1, amount: { value: '50', unit: 'EUR' } },
      ],
      unmapped: [
        { account: '9100', category: 'c', rows: 2, amount: { value: '-8', unit: 'EUR' } },
        { account: '9000', rows: 1, amount: { value: '1', unit: 'EUR' } },
        { account: '9200', rows: 1, amount: { value: '1', unit: 'EUR' } },
      ],
    });
  });

  test('an unmapped account stops the fold where the mapping refuses, and warns with the reason where it does not', async () => {
    const postings = [aPosting({ account: '9000', category: 'c' }), aPosting({ account: '9001' })];
    const refused = issuesOf(await foldLedger(postings, aMapping({ unmapped: 'refuse' })));
    expect(refused.map(({ code, severity, detail }) => [code, severity, detail])).toEqual([
      ['posting-unmapped', 'error', { account: '9000', category: 'c', rows: 1, amount: '100' }],
      ['posting-unmapped', 'error', { account: '9001', category: '', rows: 1, amount: '100' }],
    ]);
    expect(refused.map(({ message }) => message.slice(0, message.indexOf(' has no rule')))).toEqual([
      'The account 9000 (c)',
      'The account 9001',
    ]);
    const warned = await foldLedger(postings, aMapping());
    expect(warned.ok && warned.issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(warned.issues[0].message).toContain('small accounts not yet classified');
  });

  test('a row that says the same as the one before it on its invoice is counted and warned about, not dropped', async () => {
    const twin = { invoice: 'i-1' };
    const outcome = await foldLedger(
      [aPosting(twin), aPosting({ ...twin, row: 3 }), aPosting(), aPosting()],
      aMapping(),
    );
    expect(outcome.issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['posting-repeated', { rows: 1, first: ['row 3'] }],
    ]);
    expect(outcome.ok && outcome.value.coverage.rows).toBe(4);
  });

  test('of many repeated rows the first ten are named', async () => {
    const many = Array.from({ length: 13 }, (_, index) => aPosting({ invoice: 'i-1', row: index + 2 }));
    const { issues } = await foldLedger(many, aMapping());
    const [issue] = issues;
    expect(issue.code === 'posting-repeated' && [issue.detail.rows, issue.detail.first.length]).toEqual([12, 10]);
  });

  test('bad rows are issues with their row and field, all at once', async () => {
    const issues = issuesOf(
      await foldLedger(
        [
          aPosting({ amount: '1e3', date: '2021-02-30', account: '' }),
          aPosting({ row: 3, amount: '1.005' }),
          aPosting({ row: 4, date: '2020-12-31' }),
        ],
        aMapping(),
        { period: calendarYear(2021) },
      ),
    );
    expect(issues.map(({ code, at }) => [code, at?.row, at?.path])).toEqual([
      ['invalid-number', 2, 'amount'],
      ['invalid-date', 2, 'date'],
      ['missing-field', 2, 'account'],
      ['invalid-number', 3, 'amount'],
      ['posting-outside-period', 4, 'date'],
    ]);
  });

  test('a posting after the period is an issue too, and one inside is not', async () => {
    const options = { period: calendarYear(2021) };
    expect((await foldLedger([aPosting({ date: '2022-01-01' })], aMapping(), options)).ok).toBe(false);
    for (const date of ['2021-01-01', '2021-12-31']) {
      expect((await foldLedger([aPosting({ date })], aMapping(), options)).ok).toBe(true);
    }
  });

  test('bad rows do not hide what has no rule', async () => {
    const rows = [aPosting({ amount: 'x' }), aPosting({ row: 3, account: '9000', amount: '5' })];
    const issues = issuesOf(await foldLedger(rows, aMapping({ unmapped: 'refuse' })));
    expect(issues.map(({ code }) => code)).toEqual(['invalid-number', 'posting-unmapped']);
  });

  test('an empty ledger folds to nothing, with a coverage of zero', async () => {
    const folded = await fold([]);
    expect(JSON.parse(JSON.stringify(folded))).toEqual({
      mapping: 'accounts',
      activities: [],
      coverage: { rows: 0, amount: { value: '0', unit: 'EUR' }, byTreatment: [], unmapped: [] },
      replaced: [],
    });
  });

  test('any iterable can be folded, once through', async () => {
    function* rows() {
      yield aPosting();
      yield aPosting({ row: 3 });
    }
    const folded = orThrow(await foldLedger(rows(), aMapping()));
    expect(folded).toEqual(await fold([...rows()]));
    expect(orThrow(await foldLedger(new Set(rows()), aMapping()))).toEqual(folded);
  });

  test('rules that fall into one purchase are all named', async () => {
    const rules = ['z', 'a'].map((id, index) => ({
      id,
      account: String(43 + index),
      treatment: 'purchase',
      product: 'catering',
      vat: 'excluded',
    }));
    const [activity, ...others] = (await fold([aPosting(), aPosting({ account: '4400' })], { rules })).activities;
    expect([activity?.folded?.rules, activity?.folded?.rows, others]).toEqual([['a', 'z'], 2, []]);
  });

  test('exactly 1 000 issues need no count, and a row with several is cut at the limit', async () => {
    const bad = Array.from({ length: 999 }, (_, index) => aPosting({ row: index + 2, amount: 'x' }));
    const one = await foldLedger([...bad, aPosting({ row: 1001, amount: 'x' })], aMapping());
    expect(issuesOf(one).map(({ code }) => code)).toEqual(Array.from({ length: 1000 }, () => 'invalid-number'));
    const last = aPosting({ row: 1001, amount: 'x', date: 'y', account: '' });
    const three = issuesOf(await foldLedger([...bad, last], aMapping()));
    expect(
      three.slice(999).map(({ code, severity, detail }) => [code, severity, 'count' in detail && detail.count]),
    ).toEqual([
      ['invalid-number', 'error', false],
      ['more-issues', 'error', 2],
    ]);
  });

  test('after 1 000 issues the rest is counted', async () => {
    const bad = Array.from({ length: 1003 }, (_, index) => aPosting({ row: index + 2, amount: 'x' }));
    const issues = issuesOf(await foldLedger(bad, aMapping()));
    expect(issues).toHaveLength(1001);
    expect(issues.at(-1)?.detail).toEqual({ count: 3 });
  });

  test('a stream folds like a list', async () => {
    async function* stream() {
      yield aPosting();
      await Promise.resolve();
      yield aPosting({ row: 3 });
    }
    expect(orThrow(await foldLedger(stream(), aMapping()))).toEqual(await fold([aPosting(), aPosting({ row: 3 })]));
  });

  test('replaced spend is left out and listed by kind, month and site', async () => {
    const { replaced, activities } = await fold([
      aPosting({ account: '4200', date: '2021-06-01' }),
      aPosting({ account: '4200' }),
      aPosting({ account: '4200', site: undefined, amount: '3' }),
    ]);
    expect(activities).toEqual([]);
    expect(
      replaced.map(({ kind, site, month, rows, amount }) => [kind, site, month, rows, decimalText(amount.value)]),
    ).toEqual([
      ['purchased-heat', 'koivula', '2021-05', 1, '100'],
      ['purchased-heat', undefined, '2021-05', 1, '3'],
      ['purchased-heat', 'koivula', '2021-06', 1, '100'],
    ]);
  });

  test('a mapping that was not read by parseAccountMapping cannot lose money without a word', async () => {
    const unread = { ...aMapping(), rules: [{ account: '43', treatment: 'purchase' as const }] };
    await expect(foldLedger([aPosting()], unread)).rejects.toThrow(HiilitaseError);
  });

  test('order does not matter, and purchases hold exactly the money of their rows', async () => {
    const posting = fc.record({
      row: fc.nat(),
      account: fc.constantFrom('4300', '4350', '4500', '4001', '9000'),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0');
        return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      }),
      date: fc.constantFrom('2021-05-04', '2021-06-30'),
      supplier: fc.constantFrom('two-sites', 'centre', 'none'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(posting, { maxLength: 30 }), async (postings) => {
        const forwards = await fold(postings);
        expect(await fold([...postings].reverse())).toEqual(forwards);
        const bought = forwards.coverage.byTreatment.filter(({ treatment }) => treatment.endsWith('purchase'));
        const total = (list: readonly { amount: { value: Parameters<typeof decimalText>[0] } }[]) =>
          decimalText(sumOf(list.map(({ amount }) => amount.value)));
        expect(total(forwards.activities)).toBe(total(bought));
        expect(total([...forwards.coverage.byTreatment, ...forwards.coverage.unmapped])).toBe(
          total([forwards.coverage]),
        );
      }),
    );
  });
});
