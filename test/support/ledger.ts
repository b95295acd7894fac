/** A small mapping and postings for ledger tests; every figure is invented. */
import type { AccountMapping } from '../../src/ledger/account-mapping.js';
import { parseAccountMapping } from '../../src/ledger/account-mapping.js';
import type { Posting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';

/** Two products, one account left out for each other reason, one supplier for two sites. */
export function aMapping(changes: object = {}): AccountMapping {
  return orThrow(
    parseAccountMapping({
      id: 'accounts',
      currency: 'EUR',
      unmapped: { why: 'small accounts not yet classified' },
      rules: [
        { id: 'services', account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' },
        {
          id: 'catering',
          account: '4350',
          treatment: 'purchase',
          product: 'catering',
          vat: 'included',
          vatRate: '0.14',
        },
        { id: 'furniture', account: '45', treatment: 'capital-purchase', product: 'furniture', vat: 'excluded' },
        {
          id: 'centre',
          account: '43',
          supplier: 'centre',
          treatment: 'purchase',
          product: 'ict',
          vat: 'excluded',
          tags: ['state'],
        },
        { id: 'wages', account: '40', treatment: 'wage' },
        { id: 'heat', account: '42', treatment: 'replaced-by-activity', replacedBy: 'purchased-heat' },
      ],
      supplierSites: [
        {
          supplier: 'two-sites',
          shares: [
            { site: 'koivula', share: '0.6' },
            { site: 'rantala', share: '0.4' },
          ],
        },
      ],
      ...changes,
    }),
  );
}

/** A posting of 100 euros on 4300 at koivula on 4 May 2021, unless told otherwise. */
export function aPosting(changes: Partial<Posting> = {}): Posting {
  return { row: 2, account: '4300', amount: '100.00', date: '2021-05-04', site: 'koivula', ...changes };
}
