import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import { monthOf } from '../calendar/month.js';
import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { decimalText, product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AccountMapping, Treatment } from './account-mapping.js';
import type { FoldEntry } from './fold-entry.js';
import { classifierOf } from './classify-posting.js';
import type { Classifier, NamedRule } from './classify-posting.js';
import { addToTally, closedTally, keyOfUnmapped, openTally, tally, unmappedAccounts } from './coverage.js';
import type { OpenTally, Tally } from './coverage.js';
import { foldedLedger } from './folded-ledger.js';
import type { FoldedLedger, Gathered } from './folded-ledger.js';
import { nameChecker } from './suspicious-names.js';
import type { NameChecker } from './suspicious-names.js';
import { addToOpenGroups, noOpenGroups, purchasesInOrder } from './open-groups.js';
import type { OpenGroups } from './open-groups.js';
import { locationOf, readPosting } from './posting.js';
import type { Posting } from './posting.js';
import { gatherEntry, noPostingGroups, plainGroups } from './posting-groups.js';
import type { PlainPostingGroup, PostingGroups } from './posting-groups.js';
import { repeatCounter } from './repeated-postings.js';
import type { RepeatCounter } from './repeated-postings.js';

/** The state of one fold, whatever its entries come from. Its functions are the only ones that write to it. */
export interface LedgerFold {
  readonly mapping: AccountMapping;
  readonly period: ReportingPeriod | undefined;
  readonly classifier: Classifier;
  readonly names: NameChecker;
  readonly repeats: RepeatCounter;
  readonly read: OpenTally;
  readonly groups: OpenGroups;
  readonly byTreatment: Map<Treatment, OpenTally>;
  readonly unmapped: Map<string, Tally>;
  readonly replaced: Map<string, Tally>;
  readonly issues: CappedIssues;
  /** Where entries are kept as groups, to become a ledger elsewhere; purchases are not made then. */
  readonly kept?: PostingGroups | undefined;
}

/** A fold whose entries are kept as groups. */
export interface LedgerGrouping extends LedgerFold {
  readonly kept: PostingGroups;
}

/** A fold that keeps groups of postings instead of purchases, to be folded by `ledgerFromGroups`. */
export function emptyGrouping(mapping: AccountMapping, period: ReportingPeriod | undefined): LedgerGrouping {
  return { ...emptyFold(mapping, period), kept: noPostingGroups(mapping) };
}

/** A fold that has read nothing yet. */
export function emptyFold(mapping: AccountMapping, period: ReportingPeriod | undefined): LedgerFold {
  return {
    mapping,
    period,
    classifier: classifierOf(mapping),
    names: nameChecker(),
    repeats: repeatCounter(),
    read: openTally(),
    groups: noOpenGroups(mapping),
    byTreatment: new Map(),
    unmapped: new Map(),
    replaced: new Map(),
    issues: cappedIssues(),
  };
}

/** Reads a posting and adds it: `yes`, or `no` where its issues have been noted and nothing was counted. */
export function foldPosting(fold: LedgerFold, posting: Posting): 'yes' | 'no' {
  const read = readPosting(posting);
  if (!read.ok) {
    fold.issues.add(read.issues);
    return 'no';
  }
  const folded = foldEntry(fold, { ...read.value, rows: 1 });
  if (folded === 'yes') fold.repeats.count(read.value);
  return folded;
}

/** Adds an entry: `yes`, or `no` where its issues have been noted and nothing was counted. */
export function foldEntry(fold: LedgerFold, entry: FoldEntry): 'yes' | 'no' {
  const { posting, rows, amount } = entry;
  const ruled = ruleInPeriod(fold, entry);
  if (!ruled.ok) {
    fold.issues.add(ruled.issues);
    return 'no';
  }
  addToTally(fold.read, rows, amount);
  fold.names.look(posting.supplier, posting);
  fold.names.look(posting.site, posting);
  fold.names.look(posting.category, posting);
  if (fold.kept !== undefined) gatherEntry(fold.kept, entry);
  else if (ruled.value === undefined)
    tally(fold.unmapped, keyOfUnmapped(posting.account, posting.category), { rows, amount });
  else {
    addToTreatment(fold, ruled.value.rule.treatment, entry);
    addToSites(fold, entry, ruled.value);
  }
  return 'yes';
}

function ruleInPeriod(fold: LedgerFold, entry: FoldEntry): Outcome<NamedRule | undefined> {
  const stray = outsidePeriod(entry, fold.period);
  return stray === undefined ? fold.classifier.ruleOf(entry) : failure(stray);
}

function addToTreatment(fold: LedgerFold, treatment: Treatment, { rows, amount }: FoldEntry): void {
  let known = fold.byTreatment.get(treatment);
  if (known === undefined) {
    known = openTally();
    fold.byTreatment.set(treatment, known);
  }
  addToTally(known, rows, amount);
}

function addToSites(fold: LedgerFold, entry: FoldEntry, named: NamedRule): void {
  const { site } = entry.posting;
  if (site !== undefined) {
    addToSite(fold, entry, named, { site, amount: entry.amount });
    return;
  }
  for (const { site: shared, share } of fold.classifier.sitesOf(entry)) {
    addToSite(fold, entry, named, { site: shared, amount: product([entry.amount, share]) });
  }
}

function addToSite(
  fold: LedgerFold,
  { date, last = date, rows }: FoldEntry,
  named: NamedRule,
  { site, amount }: { readonly site: string | undefined; readonly amount: Decimal },
): void {
  const { treatment, replacedBy } = named.rule;
  addToOpenGroups(fold.groups, named.rule, { site, rules: named.alone, rows, amount, first: date, last });
  if (treatment === 'replaced-by-activity' && replacedBy !== undefined) {
    tally(fold.replaced, JSON.stringify([replacedBy, monthOf(date), site]), { rows, amount });
  }
}

/** The groups that a fold has kept with everything noted on the way; what has no rule is for the ledger to say. */
export function groupsOutcome({ issues, repeats, names, kept }: LedgerGrouping): Outcome<readonly PlainPostingGroup[]> {
  return outcomeOf([...issues.all(), ...repeats.warnings(), ...names.warnings()], () => plainGroups(kept));
}

/** The ledger of a fold with everything noted on the way, or all that is wrong. */
export function foldedOutcome(fold: LedgerFold): Outcome<FoldedLedger> {
  const { issues: noted, repeats, names } = fold;
  const issues = [...noted.all(), ...unmappedIssues(fold), ...repeats.warnings(), ...names.warnings()];
  return outcomeOf(issues, () => foldedLedger(gatheredBy(fold), fold.mapping));
}

function gatheredBy({ read, groups, byTreatment, unmapped, replaced }: LedgerFold): Gathered {
  return {
    read: closedTally(read),
    purchases: purchasesInOrder(groups),
    byTreatment: new Map([...byTreatment].map(([treatment, open]) => [treatment, closedTally(open)])),
    unmapped,
    replaced,
  };
}

function outsidePeriod(entry: FoldEntry, period: ReportingPeriod | undefined): Issue | undefined {
  const { posting, date, last = date } = entry;
  if (period === undefined || (date >= period.from && last <= period.to)) return undefined;
  const stray = date < period.from ? date : last;
  const detail = { date: stray, period: describePeriod(period) };
  const message = `The posting is dated ${stray}, outside ${detail.period}. Correct the date, or put the row into its own year's file.`;
  return errorIssue('posting-outside-period', { message, detail, at: { ...locationOf(posting), path: 'date' } });
}

function unmappedIssues({ unmapped, mapping }: LedgerFold): readonly Issue[] {
  return unmappedAccounts(unmapped, mapping.currency).map(({ account, category = '', rows, amount }) => {
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
