import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { monthsOf } from '../calendar/month.js';
import { counted } from '../counted.js';
import { decimalText } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { FoldedLedger, ReplacedSpend } from './folded-ledger.js';

/**
 * Confirms that every euro left out as `replaced-by-activity` has an activity of the named kind at its site that touches
 * its month. Gives the replaced spend back, to be printed.
 *
 * Issues: `posting-not-replaced`, one for each kind, site and month without an activity.
 */
export function confirmReplacements(
  ledger: FoldedLedger,
  activities: readonly Activity[],
): Outcome<readonly ReplacedSpend[]> {
  const covered = new Set(
    activities.flatMap((activity) =>
      monthsOf(spanOf(activity)).map((month) => JSON.stringify([activity.kind, activity.site, month])),
    ),
  );
  const missing = ledger.replaced.filter(({ kind, site, month }) => !covered.has(JSON.stringify([kind, site, month])));
  return outcomeOf(missing.map(notReplaced), () => ledger.replaced);
}

function notReplaced({ kind, site, month, rows, amount }: ReplacedSpend): Issue {
  const detail = { activityKind: kind, site: site ?? '', month, rows, amount: decimalText(amount.value) };
  const place = site === undefined ? 'without a site' : `at ${site}`;
  const message = `${counted(rows, 'row', 'rows')} (${detail.amount} ${amount.unit}) of ${month} ${place} left out in favour of ${kind}, but there is no such activity there that month. Add the reading, or let the rows be purchases.`;
  return errorIssue('posting-not-replaced', { message, detail });
}
