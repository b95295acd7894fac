import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { describeLocation } from '../issue.js';
import { counted } from '../counted.js';
import { decimalText } from '../decimal.js';
import { locationOf, readPosting } from './posting.js';
import type { PostedUnder, Posting, ReadPosting } from './posting.js';

const NAMED_AT_MOST = 10;

/** Counts rows that say the same as the row before them on the same invoice. */
export interface RepeatCounter {
  readonly count: (read: ReadPosting) => void;
  /** Takes a row for the one before the next, without comparing it. */
  readonly remember: (read: ReadPosting) => void;
  /** Notes a repeated row that somebody else has compared with the one before it. */
  readonly note: (at: Pick<PostedUnder, 'source' | 'row'>) => void;
  readonly warnings: () => readonly Issue[];
}

function contentOf({ posting, amount, date }: ReadPosting): string {
  const { source, invoice, account, supplier, site, category } = posting;
  return JSON.stringify([source, invoice, account, decimalText(amount), date, supplier, site, category]);
}

/** A counter of identical neighbouring rows. They are counted and warned about, never dropped: both may be real. */
export function repeatCounter(): RepeatCounter {
  let before: string | undefined;
  let rows = 0;
  const first: string[] = [];
  const note: RepeatCounter['note'] = (at) => {
    rows += 1;
    if (first.length < NAMED_AT_MOST) first.push(describeLocation(locationOf(at)));
  };
  const contentOrNothing = (read: ReadPosting) => (read.posting.invoice === undefined ? undefined : contentOf(read));
  return {
    count: (read) => {
      const content = contentOrNothing(read);
      if (content !== undefined && content === before) note(read.posting);
      before = content;
    },
    remember: (read) => {
      before = contentOrNothing(read);
    },
    note,
    warnings: () => {
      if (rows === 0) return [];
      const message = `${counted(rows, 'row', 'rows')} with the same content as the row before on the same invoice; all are counted. See whether they were posted twice: ${first.join('; ')}.`;
      return [warningIssue('posting-repeated', { message, detail: { rows, first: [...first] } })];
    },
  };
}

/** Rows of a ledger that say the same, wherever they stand. */
export interface RepeatedPosting {
  readonly postings: readonly Posting[];
}

/**
 * A full search for duplicates: all postings with an invoice that say the same as another one, grouped, in the order of
 * their first row. It keeps every row's content in memory, unlike `foldLedger`. Rows that cannot be read are passed over;
 * the fold reports them.
 */
export async function findRepeatedPostings(
  postings: Iterable<Posting> | AsyncIterable<Posting>,
): Promise<readonly RepeatedPosting[]> {
  const byContent = new Map<string, Posting[]>();
  for await (const posting of postings) {
    const read = readPosting(posting);
    if (!read.ok || posting.invoice === undefined) continue;
    const content = contentOf(read.value);
    const known = byContent.get(content);
    if (known === undefined) byContent.set(content, [posting]);
    else known.push(posting);
  }
  return [...byContent.values()].filter((group) => group.length > 1).map((group) => ({ postings: group }));
}
