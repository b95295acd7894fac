import type { Purchase } from '../activity/purchase.js';
import { product } from '../decimal.js';
import { programError } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Currency } from '../quantity/units.js';
import type { AccountMapping } from './account-mapping.js';
import { classifierOf } from './classify-posting.js';
import { readPosting } from './posting.js';
import type { Posting } from './posting.js';
import { groupName, groupOf } from './purchase-group.js';

/** A posting behind a folded figure, with the part of its amount that went into it. */
export interface SelectedPosting extends Posting {
  readonly counted: Quantity<Currency>;
}

/**
 * The rows behind a folded purchase: reads the same postings with the same mapping again and gives those that fell into
 * its group, in their order. What they count adds up to the purchase's amount exactly. Rows that cannot be read are
 * passed over; the fold reports them. Throws for a purchase that was not folded.
 *
 * @example
 * for await (const posting of selectPostings(postings, mapping, activity)) show(posting.row, posting.counted);
 */
export async function* selectPostings(
  postings: Iterable<Posting> | AsyncIterable<Posting>,
  mapping: AccountMapping,
  activity: Purchase,
): AsyncGenerator<SelectedPosting, void, undefined> {
  const group = activity.folded?.group;
  if (group === undefined) throw programError(`The purchase ${activity.id} was not folded from a ledger.`);
  const classifier = classifierOf(mapping);
  for await (const posting of postings) {
    const read = readPosting(posting);
    const ruled = read.ok ? classifier.ruleOf(read.value) : undefined;
    if (!read.ok || ruled?.ok !== true || ruled.value === undefined) continue;
    for (const { site, share } of classifier.sitesOf(read.value)) {
      const found = groupOf(ruled.value.rule, site, read.value.date);
      if (found === undefined || groupName(found) !== group) continue;
      yield { ...posting, counted: quantityOf(product([read.value.amount, share]), mapping.currency) };
    }
  }
}
