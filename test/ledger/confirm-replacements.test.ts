import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { confirmReplacements } from '../../src/ledger/confirm-replacements.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { aMapping, aPosting } from '../support/ledger.js';

const heat = (changes: object) => ({
  id: 'h-1',
  kind: 'purchased-heat',
  date: '2021-05-31',
  site: 'koivula',
  network: 'town',
  amount: { value: '1', unit: 'MWh' },
  contractHolder: 'landlord',
  ...changes,
});

describe('confirmReplacements', () => {
  test('an activity of the kind at the site that touches the month stands for the rows, which are given back', async () => {
    const ledger = orThrow(await foldLedger([aPosting({ account: '4200' })], aMapping()));
    expect(orThrow(confirmReplacements(ledger, orThrow(parseActivities([heat({})]))))).toEqual(ledger.replaced);
  });

  test.each([
    ['no activity', []],
    ['another site', [heat({ site: 'rantala' })]],
    ['another month', [heat({ date: '2021-06-01' })]],
    ['another kind', [{ ...heat({ kind: 'purchased-electricity', grid: 'FI' }), network: undefined }]],
  ])('%s: the rows are an issue with their money', async (_, rows) => {
    const ledger = orThrow(await foldLedger([aPosting({ account: '4200' })], aMapping()));
    const activities = orThrow(parseActivities(JSON.parse(JSON.stringify(rows)) as unknown[]));
    expect(issuesOf(confirmReplacements(ledger, activities)).map(({ code, detail }) => [code, detail])).toEqual([
      [
        'posting-not-replaced',
        { activityKind: 'purchased-heat', site: 'koivula', month: '2021-05', rows: 1, amount: '100' },
      ],
    ]);
  });

  test('a period stands for every month it touches, and for no other', async () => {
    const dates = ['2021-04-30', '2021-05-01', '2021-06-30', '2021-07-01'];
    const ledger = orThrow(
      await foldLedger(
        dates.map((date) => aPosting({ account: '4200', date })),
        aMapping(),
      ),
    );
    const period = { date: undefined, period: { from: '2021-05-31', to: '2021-06-01' } };
    const outcome = confirmReplacements(ledger, orThrow(parseActivities([heat(period)])));
    expect(issuesOf(outcome).map(({ detail }) => 'month' in detail && detail.month)).toEqual(['2021-04', '2021-07']);
  });

  test('every kind, site and month without an activity is an issue of its own; the message says what to do', async () => {
    const rows = [
      aPosting({ account: '4200', supplier: 'two-sites', site: undefined, amount: '10' }),
      aPosting({ account: '4200', amount: '-3' }),
    ];
    const ledger = orThrow(await foldLedger(rows, aMapping()));
    const issues = issuesOf(confirmReplacements(ledger, []));
    expect(issues.map(({ severity, detail }) => [severity, detail])).toEqual([
      ['error', { activityKind: 'purchased-heat', site: 'koivula', month: '2021-05', rows: 2, amount: '3' }],
      ['error', { activityKind: 'purchased-heat', site: 'rantala', month: '2021-05', rows: 1, amount: '4' }],
    ]);
    expect(issues[1]?.message).toMatch(
      /2021-05 at rantala .* purchased-heat.*Add the reading, or let the rows be purchases\.$/,
    );
  });

  test('a ledger that replaces nothing needs no activity', async () => {
    const ledger = orThrow(await foldLedger([aPosting()], aMapping()));
    expect(orThrow(confirmReplacements(ledger, []))).toEqual([]);
  });

  test('rows without a site have to be stood for by an activity without one', async () => {
    const ledger = orThrow(await foldLedger([aPosting({ account: '4200', site: undefined })], aMapping()));
    const [issue] = issuesOf(confirmReplacements(ledger, []));
    expect([issue?.detail, issue?.message]).toEqual([
      expect.objectContaining({ site: '' }),
      expect.stringContaining('without a site'),
    ]);
  });
});
