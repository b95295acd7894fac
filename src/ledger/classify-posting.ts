import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { ONE } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { AccountMapping, MappingRule } from './account-mapping.js';
import { ruleName } from './account-mapping.js';
import { locationOf } from './posting.js';
import { cleanName } from './posting-name.js';
import type { PostedUnder } from './posting.js';

/** A rule and the name it goes by. */
export interface NamedRule {
  readonly name: string;
  readonly rule: MappingRule;
  /** The name as a list of one, which the hundred thousand groups of a ledger share. */
  readonly alone: readonly string[];
}

/** Where a posting falls: its site, or none, with the share of the amount that falls there. */
export interface SiteShare {
  readonly site?: string;
  readonly share: Decimal;
}

/** What a classifier is asked about: a posting, or a group of postings whose days no validity parts. */
export interface Classifiable {
  readonly posting: PostedUnder;
  readonly date: CalendarDate;
}

/** Says for each posting which rule holds and which sites it falls on. Remembers what it has seen; lives for one call. */
export interface Classifier {
  readonly ruleOf: (read: Classifiable) => Outcome<NamedRule | undefined>;
  readonly sitesOf: (read: Classifiable) => readonly SiteShare[];
}

/** A classifier for a mapping. The rules that could hold are looked up once for each account, category and supplier. */
export function classifierOf(mapping: AccountMapping): Classifier {
  const named = mapping.rules.map((rule, index): NamedRule => {
    const name = ruleName(rule, index);
    return { name, rule: withCleanNames(rule), alone: [name] };
  });
  const candidates = new Map<string, Map<string | undefined, BySupplier>>();
  const tables = (mapping.supplierSites ?? []).map((table) => ({
    ...withCleanNames(table),
    shares: table.shares.map(({ site, share }) => ({ site: cleanName(site), share })),
  }));
  const sites = new Map(
    tables.map(({ supplier }) => [supplier, tables.filter((table) => table.supplier === supplier)]),
  );
  return {
    ruleOf: (read) => {
      const { account, category, supplier } = read.posting;
      const byCategory = entryOf(candidates, account, () => new Map<string | undefined, BySupplier>());
      const bySupplier = entryOf(byCategory, category, (): BySupplier => new Map());
      const known = entryOf(bySupplier, supplier, () => candidatesOf(named, read));
      if (known.always !== undefined) return known.always;
      return strongest(
        known.rules.filter(({ rule }) => onDate(rule, read.date)),
        read,
      );
    },
    sitesOf: ({ posting, date }) => {
      if (posting.site !== undefined) return [{ site: posting.site, share: ONE }];
      const table = posting.supplier === undefined ? undefined : sites.get(posting.supplier);
      return table?.find((entry) => onDate(entry, date))?.shares ?? [{ share: ONE }];
    },
  };
}

/** The rules that could hold for an account, category and supplier. */
interface Candidates {
  readonly rules: readonly NamedRule[];
  /** The one that holds on every day, where none of them is dated and none ties with it. */
  readonly always: Outcome<NamedRule | undefined> | undefined;
}

type BySupplier = Map<string | undefined, Candidates>;

/** Asked once for each account, category and supplier. */
function candidatesOf(named: readonly NamedRule[], read: Classifiable): Candidates {
  const rules = named.filter(({ rule }) => conditionsHold(rule, read.posting));
  const dated = rules.some(({ rule }) => rule.validFrom !== undefined || rule.validTo !== undefined);
  const found = dated ? undefined : strongest(rules, read);
  return { rules, always: found?.ok === true ? found : undefined };
}

/** What a map holds for a key, made where it holds nothing yet. */
function entryOf<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}

/** Names are compared as `cleanName` writes them, those of the mapping too. */
function withCleanNames<T extends Pick<MappingRule, 'account' | 'category' | 'supplier'>>(named: T): T {
  const cleaned = (['account', 'category', 'supplier'] as const).flatMap((field) => {
    const name = named[field];
    return name === undefined ? [] : [[field, cleanName(name)] as const];
  });
  return { ...named, ...Object.fromEntries(cleaned) };
}

function conditionsHold(
  rule: MappingRule,
  posting: { account: string; category?: string | undefined; supplier?: string | undefined },
): boolean {
  return (
    posting.account.startsWith(rule.account ?? '') &&
    (rule.category === undefined || rule.category === posting.category) &&
    (rule.supplier === undefined || rule.supplier === posting.supplier)
  );
}

function onDate({ validFrom, validTo }: Pick<MappingRule, 'validFrom' | 'validTo'>, date: string): boolean {
  return (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo);
}

/** Longest account prefix first, then the more fields named. */
function weightOf({ rule }: NamedRule): number {
  const fields = [rule.category, rule.supplier].filter((field) => field !== undefined).length;
  return (rule.account ?? '').length * 3 + fields;
}

function strongest(rules: readonly NamedRule[], read: Classifiable): Outcome<NamedRule | undefined> {
  const weight = Math.max(...rules.map(weightOf));
  const [rule, ...others] = rules.filter((candidate) => weightOf(candidate) === weight);
  return rule === undefined || others.length === 0 ? success(rule) : tie([rule, ...others], read);
}

function tie(rules: readonly NamedRule[], { posting }: Classifiable): Outcome<never> {
  const names = rules.map(({ name }) => name);
  const message = `The account ${posting.account} is met equally by ${names.join(' and ')}. Make one of them more exact, or part their validity.`;
  const detail = { account: posting.account, rules: names };
  return failure(errorIssue('posting-rule-tie', { message, detail, at: { ...locationOf(posting), path: 'account' } }));
}
