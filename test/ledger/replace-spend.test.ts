import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import type { Purchase } from '../../src/activity/purchase.js';
import { decimalText } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { confirmReplacements } from '../../src/ledger/confirm-replacements.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import { parseSpendReplacements } from '../../src/ledger/replace-spend-input.js';
import { replaceSpend } from '../../src/ledger/replace-spend.js';
import type { ReplacedPurchase, SpendAfterReplacement } from '../../src/ledger/replace-spend.js';
import { selectPostings } from '../../src/ledger/select-postings.js';
import { orThrow } from '../../src/outcome.js';
import { codesOf, deepFreeze, issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** 1 200 euros of rent at koivula over 2024, unless told otherwise. */
function rent(changes: object = {}): readonly Purchase[] {
  const row = {
    id: 'rent',
    kind: 'purchase',
    period: { from: '2024-01-01', to: '2024-12-31' },
    site: 'koivula',
    product: 'rent',
    amount: { value: '1200.00', unit: 'EUR' },
    vat: 'excluded',
    ...changes,
  };
  return orThrow(parseActivities([JSON.parse(JSON.stringify(row))])) as readonly Purchase[]; // the kind is stated
}

function reading(changes: object = {}) {
  const row = {
    id: 'h-1',
    kind: 'purchased-heat',
    period: { from: '2024-01-01', to: '2024-12-31' },
    site: 'koivula',
    network: 'town',
    amount: { value: '1', unit: 'MWh' },
    contractHolder: 'landlord',
    ...changes,
  };
  return orThrow(parseActivities([JSON.parse(JSON.stringify(row))]));
}

/** A quarter of the rent of 2024 at koivula, for which h-1 stands, unless told otherwise. */
function quarter(changes: object = {}) {
  const row = {
    id: 'heat-in-rent',
    product: 'rent',
    site: 'koivula',
    period: { from: '2024-01-01', to: '2024-12-31' },
    share: '0.25',
    by: ['h-1'],
    why: 'by its contract',
    ...changes,
  };
  return orThrow(parseSpendReplacements([JSON.parse(JSON.stringify(row))]));
}

/** What the fixtures and the page state of a result. */
function stated({ kept, replaced, totals }: SpendAfterReplacement) {
  return {
    kept: kept.map(({ id, amount }) => [id, decimalText(amount.value)]),
    replaced: replaced.map(({ replacement, purchaseId, amount, share }) => [
      replacement,
      purchaseId,
      decimalText(amount.value),
      decimalText(share),
    ]),
    totals: totals.map(({ currency, ledger, kept: left, replaced: gone }) => [
      currency,
      ...[ledger, left, gone].map(({ value }) => decimalText(value)),
    ]),
  };
}

interface Case {
  readonly purchases: readonly object[];
  readonly replacements: readonly unknown[];
  readonly activities: readonly unknown[];
}

function replacedCase({ purchases, replacements, activities }: Case) {
  const bought = purchases.map((purchase) => ({ kind: 'purchase', vat: 'excluded', ...purchase }));
  return replaceSpend(
    orThrow(parseActivities(bought)) as readonly Purchase[], // the kind is stated
    orThrow(parseSpendReplacements(replacements)),
    orThrow(parseActivities(activities)),
  );
}

describe('the cases of fixtures/replacement', () => {
  const input = textOf('fixtures/replacement/spend.json');
  const expected: unknown = JSON.parse(textOf('fixtures/replacement/spend-expected.json'));

  test('come out as the independent program has them, digit for digit', () => {
    const outcome = replacedCase(JSON.parse(input) as Case);
    expect(outcome.issues).toEqual([]);
    expect(stated(orThrow(outcome))).toEqual(expected);
  });

  test.runIf(spawnSync('python3', ['--version']).status === 0)('are what the independent program prints', () => {
    const oracle = fileURLToPath(new URL('../../fixtures/replacement/oracle.py', import.meta.url));
    const run = spawnSync('python3', [oracle, 'spend'], { input, encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toEqual(expected);
  });

  test('the example of docs/methods/replacement.md comes out', () => {
    const [, json] = /```json\n([\s\S]*?)\n```/.exec(textOf('docs/methods/replacement.md')) ?? [];
    const { kept, replaced, totals, ...example } = JSON.parse(String(json)) as Case & ReturnType<typeof stated>;
    expect(stated(orThrow(replacedCase(example)))).toEqual({ kept, replaced, totals });
  });
});

describe('replaceSpend', () => {
  test('a share leaves the purchase, which keeps all else; what stands for the money is shown', () => {
    const purchases = deepFreeze(rent({ tags: ['state'], category: 'capital-goods' }));
    const result = orThrow(replaceSpend(purchases, deepFreeze(quarter()), deepFreeze(reading())));
    expect(result.kept).toEqual(
      rent({ tags: ['state'], category: 'capital-goods', amount: { value: '900', unit: 'EUR' } }),
    );
    const [{ amount, share, ...entry }] = result.replaced as [ReplacedPurchase]; // there is one
    expect({ ...entry, amount: decimalText(amount.value), share: decimalText(share) }).toEqual({
      replacement: 'heat-in-rent',
      purchaseId: 'rent',
      product: 'rent',
      site: 'koivula',
      period: { from: '2024-01-01', to: '2024-12-31' },
      amount: '300',
      share: '0.25',
      by: ['h-1'],
      why: 'by its contract',
    });
  });

  test('a purchase of another product, another site, or no site is kept as it was', () => {
    const others = [
      ...rent({ id: 'a', product: 'rents' }),
      ...rent({ id: 'b', site: 'rantala' }),
      ...rent({ id: 'c', site: undefined }),
    ];
    const outcome = replaceSpend([...others, ...rent()], quarter({ share: '1' }), reading());
    const { kept, replaced } = orThrow(outcome);
    expect(kept).toEqual(others);
    expect(replaced.map(({ purchaseId }) => purchaseId)).toEqual(['rent']);
  });

  test('without a site, purchases without a site are replaced by activities without one', () => {
    const outcome = replaceSpend(
      rent({ site: undefined }),
      quarter({ site: undefined, share: '1' }),
      reading({ site: undefined }),
    );
    const { kept, replaced } = orThrow(outcome);
    expect(kept).toEqual([]);
    expect(replaced.map((entry) => 'site' in entry)).toEqual([false]);
  });

  test('a dated purchase counts wholly on its day, the first and the last day of the replacement included', () => {
    const period = { from: '2024-02-01', to: '2024-02-29' };
    const on = (date: string) => {
      const outcome = replaceSpend(rent({ period: undefined, date }), quarter({ period }), reading({ period }));
      return stated(orThrow(outcome)).kept;
    };
    expect(on('2024-01-31')).toEqual([['rent', '1200']]);
    expect(on('2024-02-01')).toEqual([['rent', '900']]);
    expect(on('2024-02-29')).toEqual([['rent', '900']]);
    expect(on('2024-03-01')).toEqual([['rent', '1200']]);
  });

  test('no purchases at all have no totals', () => {
    expect(orThrow(replaceSpend([], [], []))).toEqual({ kept: [], replaced: [], totals: [] });
  });

  test('a folded purchase keeps where it was folded from: its rows add up to what is kept and what is replaced', async () => {
    const postings = [
      aPosting({ amount: '60.10' }),
      aPosting({ row: 3, amount: '-0.07' }),
      aPosting({ row: 4, account: '4200' }),
    ];
    const ledger = orThrow(await foldLedger(postings, aMapping()));
    const period = { from: '2021-05-01', to: '2021-05-31' };
    const replacements = quarter({ product: 'reception-services', period, share: '0.3' });
    const { kept, replaced, totals } = orThrow(replaceSpend(ledger.activities, replacements, reading({ period })));
    const [left] = kept;
    if (left === undefined) throw new Error('Something is kept.');
    expect(left.folded).toEqual(ledger.activities[0]?.folded);
    const counted = [];
    for await (const posting of selectPostings(postings, aMapping(), left)) counted.push(posting.counted);
    expect(sumOf(counted.map(({ value }) => value))).toEqual(totals[0]?.ledger.value);
    expect(replaced.map(({ amount }) => decimalText(amount.value))).toEqual(['18.01']); // 60.03 × 0.3 = 18.009
    // Rows that the mapping leaves out are no purchases, and are confirmed as before.
    expect(orThrow(confirmReplacements(ledger, reading({ period })))).toEqual(ledger.replaced);
    expect(ledger.replaced.map(({ rows }) => rows)).toEqual([1]);
  });
});

describe('what may stand for money', () => {
  test('an activity that is not there is answered with the nearest ids', () => {
    const [issue, ...others] = issuesOf(replaceSpend(rent(), quarter({ by: ['h1'] }), reading()));
    expect(others).toEqual([]);
    expect(issue).toEqual({
      code: 'replacement-activity-unknown',
      severity: 'error',
      message:
        'The replacement heat-in-rent names the activity h1, which is not among the activities. Did you mean h-1?',
      detail: { replacement: 'heat-in-rent', activity: 'h1', nearest: ['h-1'] },
    });
  });

  test('an activity of another site, of other days, or that is spend itself does not stand for it', () => {
    const activities = [
      ...reading({ site: 'rantala' }),
      ...reading({ id: 'h-2', site: undefined }),
      ...reading({ id: 'h-3', period: { from: '2023-01-01', to: '2023-12-31' } }),
      ...rent({ id: 'p-1' }),
    ];
    const issues = issuesOf(replaceSpend(rent(), quarter({ by: ['h-1', 'h-2', 'h-3', 'p-1'] }), activities));
    expect(issues.map(({ code, detail }) => [code, 'reason' in detail && detail.reason])).toEqual([
      ['replacement-activity-unfit', 'site'],
      ['replacement-activity-unfit', 'site'],
      ['replacement-activity-unfit', 'days'],
      ['replacement-activity-unfit', 'kind'],
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      'h-1 cannot stand for the spend of the replacement heat-in-rent: it is of rantala, not of koivula.',
      'h-2 cannot stand for the spend of the replacement heat-in-rent: it is of no site, not of koivula.',
      'h-3 cannot stand for the spend of the replacement heat-in-rent: it stands for 2023-01-01..2023-12-31, and the replacement is of 2024-01-01..2024-12-31.',
      'p-1 cannot stand for the spend of the replacement heat-in-rent: it is spend itself. Name what was measured instead.',
    ]);
  });

  test('seven months of readings cannot take out the money of twelve, but the money of seven', () => {
    const period = { from: '2024-01-01', to: '2024-07-31' };
    const [issue, ...others] = issuesOf(replaceSpend(rent(), quarter(), reading({ period })));
    expect(others).toEqual([]);
    expect(issue).toEqual({
      code: 'replacement-uncovered',
      severity: 'error',
      message:
        'The replacement heat-in-rent takes out the spend of 2024-01-01..2024-12-31, but nothing of the kind purchased-heat stands for 2024-08-01..2024-12-31: that money would vanish. Shorten the replacement to the days that are covered, or add what is missing.',
      detail: { replacement: 'heat-in-rent', activityKind: 'purchased-heat', days: ['2024-08-01..2024-12-31'] },
    });
    // 1200 × 0.25 × 213 ÷ 366 = 174.590…
    const shortened = replaceSpend(rent(), quarter({ period }), reading({ period }));
    expect(shortened.issues).toEqual([]);
    expect(stated(orThrow(shortened)).kept).toEqual([['rent', '1025.41']]);
  });

  test('readings of one kind stand together; a kind that leaves days out is named, whatever another kind covers', () => {
    const first = { from: '2024-01-01', to: '2024-06-30' };
    const halves = [
      ...reading({ period: first }),
      ...reading({ id: 'h-2', period: { from: '2024-07-01', to: '2024-12-31' } }),
    ];
    const water = { kind: 'water', network: undefined, contractHolder: undefined, service: 'supply' };
    const wet = reading({ id: 'w-1', ...water, amount: { value: '1', unit: 'litre' }, period: first });
    expect(codesOf(replaceSpend(rent(), quarter({ by: ['h-2', 'h-1'] }), halves))).toEqual([]);
    const issues = issuesOf(replaceSpend(rent(), quarter({ by: ['h-1', 'w-1', 'h-2'] }), [...halves, ...wet]));
    expect(issues.map(({ detail }) => detail)).toEqual([
      { replacement: 'heat-in-rent', activityKind: 'water', days: ['2024-07-01..2024-12-31'] },
    ]);
  });

  test('an activity with a date stands for its calendar month, the leap day included', () => {
    const dated = reading({ period: undefined, date: '2024-02-10' });
    const over = (from: string, to: string) => codesOf(replaceSpend(rent(), quarter({ period: { from, to } }), dated));
    expect(over('2024-02-01', '2024-02-29')).toEqual([]);
    expect(over('2024-01-31', '2024-02-29')).toEqual(['replacement-uncovered']);
    expect(over('2024-02-01', '2024-03-01')).toEqual(['replacement-uncovered']);
    expect(over('2024-03-01', '2024-03-31')).toContain('replacement-activity-unfit');
  });
});

describe('shares', () => {
  test('that sum to more than 1 on some days of a product and site are an issue that names both and the days', () => {
    const replacements = [
      ...quarter({ id: 'b', share: '0.6', period: { from: '2024-03-01', to: '2024-08-31' } }),
      ...quarter({ id: 'a', share: '0.5', period: { from: '2024-01-01', to: '2024-03-31' } }),
      ...quarter({ id: 'c', share: '0.4', period: { from: '2024-04-01', to: '2024-12-31' } }),
      ...quarter({ id: 'd', product: 'catering' }),
    ];
    const [issue, ...others] = issuesOf(
      replaceSpend([...rent(), ...rent({ id: 'f', product: 'catering' })], replacements, reading()),
    );
    expect(others).toEqual([]);
    expect(issue).toEqual({
      code: 'replacement-shares-above-one',
      severity: 'error',
      message:
        'The shares of a, b sum to 1.1 of rent at koivula in 2024-03-01..2024-03-31: more than was paid. Correct the shares, or part the periods.',
      detail: {
        product: 'rent',
        site: 'koivula',
        period: '2024-03-01..2024-03-31',
        sum: '1.1',
        replacements: ['a', 'b'],
      },
    });
  });

  test('are looked at for spend without a site too', () => {
    const replacements = [quarter({ site: undefined, share: '0.9' }), quarter({ id: 'x', site: undefined })].flat();
    const [issue] = issuesOf(replaceSpend(rent({ site: undefined }), replacements, reading({ site: undefined })));
    expect(issue?.detail).toEqual(expect.objectContaining({ site: '', sum: '1.15' }));
    expect(issue?.message).toContain('of rent at no site in 2024-01-01..2024-12-31');
  });
});

describe('ids', () => {
  test('that are used twice among purchases, replacements or activities are issues that say where', () => {
    const outcome = replaceSpend([...rent(), ...rent()], [...quarter(), ...quarter()], [...reading(), ...reading()]);
    expect(issuesOf(outcome).map(({ code, at }) => [code, at?.source])).toEqual([
      ['duplicate-id', 'purchases'],
      ['duplicate-id', 'replacements'],
      ['duplicate-id', 'activities'],
    ]);
  });
});

describe('a replacement that touches no purchase', () => {
  const warned = (changes: object, purchases: readonly Purchase[] = rent()) => {
    const site = 'site' in changes ? { site: changes.site } : {};
    const outcome = replaceSpend(purchases, quarter(changes), reading(site));
    expect(stated(orThrow(outcome)).replaced).toEqual([]);
    return outcome.issues.map(({ severity, message, detail }) => [severity, message, detail]);
  };

  test('is a warning with the products nearest to its own', () => {
    expect(warned({ product: 'rents' })).toEqual([
      [
        'warning',
        'The replacement heat-in-rent touches no purchase of rents at koivula in 2024-01-01..2024-12-31: nothing was replaced. Did you mean rent?',
        { replacement: 'heat-in-rent', nearest: ['rent'] },
      ],
    ]);
  });

  test('is answered with the sites where the product was bought', () => {
    expect(warned({ site: 'koivulla' }).map(([, , detail]) => detail)).toEqual([
      { replacement: 'heat-in-rent', nearest: ['koivula'] },
    ]);
    const [[, message, detail] = []] = warned({ site: undefined });
    expect(message).toContain('of rent at no site in');
    expect(detail).toEqual({ replacement: 'heat-in-rent', nearest: ['koivula'] });
    expect(warned({}, rent({ site: undefined })).map(([, , names]) => names)).toEqual([
      { replacement: 'heat-in-rent', nearest: [] },
    ]);
  });

  test('says so where the purchases are of other days', () => {
    const [[, message, detail] = []] = warned({}, rent({ period: undefined, date: '2023-12-31' }));
    expect(message).toMatch(/nothing was replaced\. Its purchases are of other days\.$/);
    expect(detail).toEqual({ replacement: 'heat-in-rent', nearest: [] });
  });
});

describe('an activity whose replacements leave some of its days to the spend', () => {
  const winter = { from: '2024-01-01', to: '2024-03-31' };
  const autumn = { from: '2024-10-01', to: '2024-12-31' };

  test('is a warning with those days: they may be counted twice', () => {
    const replacements = [...quarter({ period: winter }), ...quarter({ id: 'autumn', period: autumn })];
    const outcome = replaceSpend(rent(), replacements, reading());
    expect(outcome.ok).toBe(true);
    expect(outcome.issues).toEqual([
      {
        code: 'replacement-leaves-days',
        severity: 'warning',
        message:
          'h-1 stands for spend on rent at koivula, but not in 2024-04-01..2024-09-30, where it counts beside the spend. Lengthen the replacement, unless that spend paid for something else.',
        detail: { activity: 'h-1', days: ['2024-04-01..2024-09-30'] },
      },
    ]);
  });

  test('is none where nothing was bought on those days, or where another replacement of the spend holds them', () => {
    const bought = rent({ period: winter });
    expect(codesOf(replaceSpend(bought, quarter({ period: winter }), reading()))).toEqual([]);
    const rest = quarter({ id: 'rest', period: { from: '2024-04-01', to: '2024-12-31' }, share: '0.1' });
    expect(codesOf(replaceSpend(rent(), [...quarter({ period: winter }), ...rest], reading()))).toEqual([]);
  });

  test('is looked at for each product by itself, and for spend without a site', () => {
    const replacements = [
      ...quarter({ site: undefined, period: winter }),
      ...quarter({ id: 'food', product: 'catering', site: undefined }),
    ];
    const purchases = [...rent({ site: undefined }), ...rent({ id: 'f', product: 'catering', site: undefined })];
    const { issues } = replaceSpend(purchases, replacements, reading({ site: undefined }));
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('h-1 stands for spend on rent at no site, but not in 2024-04-01..2024-12-31'),
    ]);
  });
});
