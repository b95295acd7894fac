import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { AccountMapping } from './account-mapping.js';
import type { FoldedLedger } from './folded-ledger.js';
import { emptyFold, foldPosting, foldedOutcome } from './ledger-fold.js';
import type { Posting } from './posting.js';

/** What else a fold is told. */
export interface FoldLedgerOptions {
  /** Postings dated outside of it are an issue: a mistyped year must not fall out silently. */
  readonly period?: ReportingPeriod;
}

/**
 * Folds ledger postings into purchases: sums exact amounts per product, site, month, VAT basis and rate, tags and capital.
 * Streams; memory grows with the groups, not with the rows. Every row is accounted for: purchases, treatments that leave
 * money out, unmapped accounts. Credit notes are negative and stay. Where a supplier serves several sites, its amounts
 * are divided by exact shares and no cent is rounded. Names that differ only in white space or in how an accent is composed
 * are one name.
 *
 * Issues: `invalid-number`, `invalid-date`, `missing-field`, `posting-rule-tie`, `posting-unmapped` (error when the mapping
 * refuses, else a warning), `posting-outside-period`, `posting-repeated` and `name-mixes-scripts` (warnings), `more-issues` past 1 000.
 *
 * @example
 * const folded = orThrow(await foldLedger(postings, mapping));
 * calculateInventory({ ...input, activities: [...folded.activities, ...others] });
 */
export async function foldLedger(
  postings: Iterable<Posting> | AsyncIterable<Posting>,
  mapping: AccountMapping,
  options: FoldLedgerOptions = {},
): Promise<Outcome<FoldedLedger>> {
  const fold = emptyFold(mapping, options.period);
  for await (const posting of postings) foldPosting(fold, posting);
  return foldedOutcome(fold);
}
