import { emptyGrouping, groupsOutcome } from '../ledger/ledger-fold.js';
import type { PlainPostingGroup } from '../ledger/posting-groups.js';
import { failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readCsvLedger } from './fold-ledger-csv.js';
import type { FileBytes, FoldLedgerCsvOptions } from './fold-ledger-csv.js';

/**
 * Reads a delimited ledger file as `foldLedgerCsv` does, and gives the groups of its postings instead of purchases: plain
 * data, which a worker or another machine hands on as a message or as JSON. The groups of all files in one list, given to
 * `ledgerFromGroups` with the same mapping, are the ledger of all their rows, digit for digit.
 *
 * Issues: those of `foldLedgerCsv` except `posting-unmapped`, which `ledgerFromGroups` gives. Rows that repeat the row
 * before them are warned of here; `ledgerFromGroups` cannot see them.
 *
 * @example
 * const groups = orThrow(await groupLedgerCsv(openFile('purchases-2021-01.csv'), { layout, mapping }));
 * parentPort.postMessage(groups);
 */
export async function groupLedgerCsv(
  source: FileBytes,
  options: FoldLedgerCsvOptions,
): Promise<Outcome<readonly PlainPostingGroup[]>> {
  const fold = emptyGrouping(options.mapping, options.period);
  const reading = await readCsvLedger(fold, source, options);
  const grouped = groupsOutcome(fold);
  const readable = outcomeOf(reading, () => undefined);
  if (!grouped.ok || !readable.ok) return failureOf([...reading, ...grouped.issues]);
  return success(grouped.value, [...reading, ...grouped.issues]);
}
