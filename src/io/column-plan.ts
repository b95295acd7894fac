import { LINE_FEED, QUOTE } from './byte-at.js';
import type { LedgerHeader } from './ledger-header.js';
import { DELIMITER_CHARACTERS } from './ledger-layout.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';
import type { RecordWalk } from './record-fields.js';

/** The fields of a posting in the order in which a walk through a record keeps them. */
export const SCANNED = {
  account: 0,
  amount: 1,
  date: 2,
  supplier: 3,
  site: 4,
  category: 5,
  invoice: 6,
} as const satisfies Record<PostingColumn, number>;

const FIELDS = Object.keys(SCANNED).length;

const FOUR_TIMES = 0x01010101;

/** How to walk through the records of a file with this header: the columns that nobody named are only stepped over. */
export function columnPlan({ at, width, emptyEnd }: LedgerHeader, { delimiter, quoting }: LedgerLayout): RecordWalk {
  const fields = new Int32Array(width).fill(-1);
  for (const [field, column] of at) fields[column] = SCANNED[field];
  const mark = DELIMITER_CHARACTERS[delimiter].charCodeAt(0);
  const quote = quoting === 'none' ? -1 : QUOTE;
  return {
    delimiter: mark,
    quote,
    highest: Math.max(mark, quote, LINE_FEED),
    fields,
    ...quickSteps(fields),
    delimiters: mark * FOUR_TIMES,
    lineFeeds: LINE_FEED * FOUR_TIMES,
    quotes: (quoting === 'none' ? LINE_FEED : QUOTE) * FOUR_TIMES,
    emptyEnd,
    starts: new Int32Array(FIELDS),
    ends: new Int32Array(FIELDS),
  };
}

/** One step for each wanted column and one for the last column, with the columns that lie between. */
function quickSteps(fields: Int32Array): Pick<RecordWalk, 'skips' | 'targets'> {
  const columns = [...fields.entries()].filter(([column, field]) => field >= 0 || column === fields.length - 1);
  const skips = columns.map(([column], step) => column - 1 - (columns[step - 1]?.[0] ?? -1));
  return { skips: Int32Array.from(skips), targets: Int32Array.from(columns.map(([, field]) => field)) };
}
