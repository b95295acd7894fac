import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import { monthOf } from '../calendar/month.js';
import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { ZERO, decimalText, product } from '../decimal.js';
import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AccountMapping, Treatment } from './account-mapping.js';
import { classifierOf } from './classify-posting.js';
import type { Classifier, NamedRule } from './classify-posting.js';
import { keyOfUnmapped, tally, unmappedAccounts } from './coverage.js';
import type { Tally } from './coverage.js';
import { foldedLedger } from './folded-ledger.js';
import type { FoldedLedger } from './folded-ledger.js';
import { locationOf, readPosting } from './posting.js';
import type { Posting, ReadPosting } from './posting.js';
import { groupName, groupOf } from './purchase-group.js';
import type { GroupTotal } from './purchase-group.js';
import { repeatCounter } from './repeated-postings.js';
import type { RepeatCounter } from './repeated-postings.js';

/** What else a fold is told. */
export interface FoldLedgerOptions {
  /** Postings dated outside of it are an issue: a mistyped year must not fall out silently. */
  readonly period?: ReportingPeriod;
}

/**
 * Folds ledger postings into purchases: sums exact amounts per product, site, month, VAT basis and rate, tags and capital.
 * Streams; memory grows with the groups, not with the rows. Every row is accounted for: purchases, treatments that leave
 * money out, unmapped accounts. Credit notes are negative and stay. Where a supplier serves several sites, its amounts
 * are divided by exact shares and no cent is rounded.
 *
 * Issues: `invalid-number`, `invalid-date`, `missing-field`, `posting-rule-tie`, `posting-unmapped` (error when the mapping
 * refuses, else a warning), `posting-outside-period`, `posting-repeated` (warning), `more-issues` past 1 000.
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
  const fold = emptyFold(mapping);
  for await (const posting of postings) foldPosting(fold, posting, options);
  const unmapped = unmappedIssues(fold, mapping);
  const issues = [...fold.issues.all(), ...unmapped, ...fold.repeats.warnings()];
  return outcomeOf(issues, () => foldedLedger(fold, mapping));
}

interface OpenGroup extends GroupTotal {
  rules: Set<string>;
  rows: number;
  amount: GroupTotal['amount'];
}

interface Fold {
  readonly classifier: Classifier;
  readonly repeats: RepeatCounter;
  readonly read: Tally;
  readonly groups: Map<string, OpenGroup>;
  readonly byTreatment: Map<Treatment, Tally>;
  readonly unmapped: Map<string, Tally>;
  readonly replaced: Map<string, Tally>;
  readonly issues: CappedIssues;
}

function emptyFold(mapping: AccountMapping): Fold {
  return {
    classifier: classifierOf(mapping),
    repeats: repeatCounter(),
    read: { rows: 0, amount: ZERO },
    groups: new Map(),
    byTreatment: new Map(),
    unmapped: new Map(),
    replaced: new Map(),
    issues: cappedIssues(),
  };
}

function foldPosting(fold: Fold, posting: Posting, { period }: FoldLedgerOptions): void {
  const read = readPosting(posting);
  if (!read.ok) return fold.issues.add(read.issues);
  if (period !== undefined && (read.value.date < period.from || read.value.date > period.to)) {
    return fold.issues.add([outsidePeriod(read.value, period)]);
  }
  const ruled = fold.classifier.ruleOf(read.value);
  if (!ruled.ok) return fold.issues.add(ruled.issues);
  const { amount } = read.value;
  fold.read.rows += 1;
  fold.read.amount = fold.read.amount.plus(amount);
  fold.repeats.count(read.value);
  if (ruled.value === undefined) return tally(fold.unmapped, keyOfUnmapped(posting.account, posting.category), amount);
  tally(fold.byTreatment, ruled.value.rule.treatment, amount);
  addToSites(fold, read.value, ruled.value);
}

function addToSites(fold: Fold, read: ReadPosting, { name: ruleName, rule }: NamedRule): void {
  for (const { site, share } of fold.classifier.sitesOf(read)) {
    const amount = product([read.amount, share]);
    const group = groupOf(rule, site, read.date);
    if (group !== undefined)
      addToGroup(fold, { group, name: groupName(group), rules: new Set([ruleName]), rows: 1, amount });
    if (rule.treatment === 'replaced-by-activity' && rule.replacedBy !== undefined) {
      tally(fold.replaced, JSON.stringify([rule.replacedBy, monthOf(read.date), site]), amount);
    }
  }
}

function addToGroup(fold: Fold, added: OpenGroup): void {
  const known = fold.groups.get(added.name);
  if (known === undefined) {
    fold.groups.set(added.name, added);
    return;
  }
  for (const rule of added.rules) known.rules.add(rule);
  known.rows += 1;
  known.amount = known.amount.plus(added.amount);
}

function outsidePeriod({ posting, date }: ReadPosting, period: ReportingPeriod): Issue {
  const detail = { date, period: describePeriod(period) };
  const message = `The posting is dated ${date}, outside ${detail.period}. Correct the date, or put the row into its own year's file.`;
  return errorIssue('posting-outside-period', { message, detail, at: { ...locationOf(posting), path: 'date' } });
}

function unmappedIssues(fold: Fold, mapping: AccountMapping): readonly Issue[] {
  return unmappedAccounts(fold.unmapped, mapping.currency).map(({ account, category = '', rows, amount }) => {
    const detail = { account, category, rows, amount: decimalText(amount.value) };
    const what = `The account ${account}${category === '' ? '' : ` (${category})`} has no rule: ${counted(rows, 'row', 'rows')}, ${detail.amount} ${amount.unit}`;
    if (mapping.unmapped === 'refuse') {
      return errorIssue('posting-unmapped', {
        message: `${what}. Add a rule, or state why unmapped money may be left out.`,
        detail,
      });
    }
    return warningIssue('posting-unmapped', { message: `${what}, left out: ${mapping.unmapped.why}`, detail });
  });
}
