import { cappedIssues } from '../capped-issues.js';
import type { CappedIssues } from '../capped-issues.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { monthOf } from '../calendar/month.js';
import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { counted } from '../counted.js';
import { ZERO, decimalText, product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AccountMapping, Treatment } from './account-mapping.js';
import type { FoldEntry } from './fold-entry.js';
import { classifierOf } from './classify-posting.js';
import type { Classifier, NamedRule } from './classify-posting.js';
import { keyOfUnmapped, tally, unmappedAccounts } from './coverage.js';
import type { Tally } from './coverage.js';
import { foldedLedger } from './folded-ledger.js';
import type { FoldedLedger } from './folded-ledger.js';
import { nameChecker } from './suspicious-names.js';
import type { NameChecker } from './suspicious-names.js';
import { locationOf, readPosting } from './posting.js';
import type { Posting } from './posting.js';
import { gatherEntry, noPostingGroups, plainGroups } from './posting-groups.js';
import type { PlainPostingGroup, PostingGroups } from './posting-groups.js';
import { groupName, groupOf } from './purchase-group.js';
import type { GroupTotal } from './purchase-group.js';
import { repeatCounter } from './repeated-postings.js';
import type { RepeatCounter } from './repeated-postings.js';

interface OpenGroup extends GroupTotal {
  rules: readonly string[];
  rows: number;
  amount: Decimal;
  first: CalendarDate;
  last: CalendarDate;
}

/** The state of one fold, whatever its entries come from. Its functions are the only ones that write to it. */
export interface LedgerFold {
  readonly mapping: AccountMapping;
  readonly period: ReportingPeriod | undefined;
  readonly classifier: Classifier;
  readonly names: NameChecker;
  readonly repeats: RepeatCounter;
  readonly read: Tally;
  readonly groups: Map<string, OpenGroup>;
  readonly byTreatment: Map<Treatment, Tally>;
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
    read: { rows: 0, amount: ZERO },
    groups: new Map(),
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
  const added = { rows, amount };
  addTo(fold.read, added);
  for (const name of [posting.supplier, posting.site, posting.category]) fold.names.look(name, posting);
  if (fold.kept !== undefined) gatherEntry(fold.kept, entry);
  else if (ruled.value === undefined) tally(fold.unmapped, keyOfUnmapped(posting.account, posting.category), added);
  else {
    tally(fold.byTreatment, ruled.value.rule.treatment, added);
    addToSites(fold, entry, ruled.value);
  }
  return 'yes';
}

function ruleInPeriod(fold: LedgerFold, entry: FoldEntry): Outcome<NamedRule | undefined> {
  const stray = outsidePeriod(entry, fold.period);
  return stray === undefined ? fold.classifier.ruleOf(entry) : failure(stray);
}

function addTo(total: Tally, { rows, amount }: Tally): void {
  total.rows += rows;
  total.amount = total.amount.plus(amount);
}

function addToSites(fold: LedgerFold, entry: FoldEntry, { alone: rules, rule }: NamedRule): void {
  const { date, last = date, rows } = entry;
  for (const { site, share } of fold.classifier.sitesOf(entry)) {
    const amount = product([entry.amount, share]);
    const group = groupOf(rule, site, date);
    if (group !== undefined) {
      const name = groupName(group);
      addToGroup(fold, { group, name, rules, rows, amount, first: date, last });
    }
    if (rule.treatment === 'replaced-by-activity' && rule.replacedBy !== undefined) {
      tally(fold.replaced, JSON.stringify([rule.replacedBy, monthOf(date), site]), { rows, amount });
    }
  }
}

function addToGroup(fold: LedgerFold, added: OpenGroup): void {
  const known = fold.groups.get(added.name);
  if (known === undefined) {
    fold.groups.set(added.name, added);
    return;
  }
  if (!added.rules.every((rule) => known.rules.includes(rule))) {
    known.rules = [...new Set([...known.rules, ...added.rules])].sort();
  }
  addTo(known, added);
  if (added.first < known.first) known.first = added.first;
  if (added.last > known.last) known.last = added.last;
}

/** The groups that a fold has kept with everything noted on the way; what has no rule is for the ledger to say. */
export function groupsOutcome({ issues, repeats, names, kept }: LedgerGrouping): Outcome<readonly PlainPostingGroup[]> {
  return outcomeOf([...issues.all(), ...repeats.warnings(), ...names.warnings()], () => plainGroups(kept));
}

/** The ledger of a fold with everything noted on the way, or all that is wrong. */
export function foldedOutcome(fold: LedgerFold): Outcome<FoldedLedger> {
  const { issues: noted, repeats, names } = fold;
  const issues = [...noted.all(), ...unmappedIssues(fold), ...repeats.warnings(), ...names.warnings()];
  return outcomeOf(issues, () => foldedLedger(fold, fold.mapping));
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
