import { describe, expect, test } from 'vitest';
import { validityEdges } from '../../src/ledger/validity-edges.js';
import { aMapping } from '../support/ledger.js';

describe('validityEdges', () => {
  test('are every first day and the day after every last one, of rules and of site tables, each once and in order', () => {
    const rule = { account: '43', treatment: 'wage' };
    const mapping = aMapping({
      rules: [
        { ...rule, validFrom: '2021-03-01', validTo: '2021-12-31' },
        { ...rule, validTo: '2021-02-28' },
        { ...rule, account: '44' },
      ],
      supplierSites: [{ supplier: 's', validFrom: '2020-06-15', shares: [{ site: 'a', share: '1' }] }],
    });
    expect(validityEdges(mapping)).toEqual(['2020-06-15', '2021-03-01', '2022-01-01']);
  });

  test('a mapping without validities has none', () => {
    expect(validityEdges(aMapping({ supplierSites: undefined }))).toEqual([]);
  });
});
