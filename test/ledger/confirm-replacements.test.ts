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

  test('rows without a site have to be stood for by an activity without one', async () => {
    const ledger = orThrow(await foldLedger([aPosting({ account: '4200', site: undefined })], aMapping()));
    const [issue] = issuesOf(confirmReplacements(ledger, []));
    expect([issue?.detail, issue?.message]).toEqual([
      expect.objectContaining({ site: '' }),
      expect.stringContaining('without a site'),
    ]);
  });
});
