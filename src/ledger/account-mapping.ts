import { z } from 'zod';
import { ACTIVITY_KINDS } from '../activity/activity.js';
import type { ActivityKind } from '../activity/activity.js';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import { reportingPeriod } from '../calendar/reporting-period.js';
import { duplicateIds } from '../duplicate-ids.js';
import { ONE, decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { located, outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { CURRENCIES } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import { VAT_BASES } from '../quantity/vat-basis.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import { readWith, shareSchema, textSchema } from '../reading.js';

/** What becomes of the postings of a rule. The first two become purchases; the others are left out, rows and money counted. */
export const TREATMENTS = [
  'purchase',
  'capital-purchase',
  'transfer',
  'wage',
  'depreciation',
  'internal',
  'replaced-by-activity',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** Which postings are meant (account prefix, category, supplier, days) and what becomes of them. */
export interface MappingRule {
  /** Printed with every figure folded by the rule; without one it is called `rule 3`, counted from 1. */
  readonly id?: string | undefined;
  /** The beginning of the account: `43` holds for `4300` and `43001234`. */
  readonly account?: string | undefined;
  readonly category?: string | undefined;
  readonly supplier?: string | undefined;
  /** First and last posting date, both included; absent: open. */
  readonly validFrom?: CalendarDate | undefined;
  readonly validTo?: CalendarDate | undefined;
  readonly treatment: Treatment;
  /** Purchases name their product and VAT basis, and the rate where VAT is included or will be. */
  readonly product?: string | undefined;
  readonly vat?: VatBasis | undefined;
  readonly vatRate?: Decimal | undefined;
  /** `replaced-by-activity` names the kind that takes the place of the spend. */
  readonly replacedBy?: ActivityKind | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/** How one supplier's postings fall on sites; the shares of a rule sum to exactly 1. */
export interface SupplierSites {
  readonly supplier: string;
  readonly validFrom?: CalendarDate | undefined;
  readonly validTo?: CalendarDate | undefined;
  readonly shares: readonly { readonly site: string; readonly share: Decimal }[];
}

/** How ledger postings become purchases: rules by account, category, supplier and date, and what is left out. */
export interface AccountMapping {
  readonly id: string;
  readonly currency: Currency;
  /** `refuse`: an unmapped posting stops the fold. With a reason, unmapped money is left out, counted and printed. */
  readonly unmapped: 'refuse' | { readonly why: string };
  readonly rules: readonly MappingRule[];
  /** Sites of postings that do not name one themselves. */
  readonly supplierSites?: readonly SupplierSites[] | undefined;
}

const validity = { validFrom: z.optional(calendarDateSchema), validTo: z.optional(calendarDateSchema) };

const ruleSchema = z.strictObject({
  id: z.optional(textSchema),
  account: z.optional(textSchema),
  category: z.optional(textSchema),
  supplier: z.optional(textSchema),
  ...validity,
  treatment: z.enum(TREATMENTS),
  product: z.optional(textSchema),
  vat: z.optional(z.enum(VAT_BASES)),
  vatRate: z.optional(shareSchema),
  replacedBy: z.optional(z.enum(ACTIVITY_KINDS)),
  tags: z.optional(z.array(textSchema)),
  note: z.optional(textSchema),
});

/** `AccountMapping` as data; what the treatments need besides is checked by `parseAccountMapping`. */
export const accountMappingSchema = z.strictObject({
  id: textSchema,
  currency: z.enum(CURRENCIES),
  unmapped: z.union([z.literal('refuse'), z.strictObject({ why: textSchema })]),
  rules: z.array(ruleSchema),
  supplierSites: z.optional(
    z.array(
      z.strictObject({
        supplier: textSchema,
        ...validity,
        shares: z.array(z.strictObject({ site: textSchema, share: shareSchema })),
      }),
    ),
  ),
});

/**
 * Reads an account mapping.
 *
 * Issues: `unknown-key`, `missing-field` (a purchase without product or VAT basis, a replacement without its kind, a rule
 * without any condition), `invalid-value`, `invalid-number`, `invalid-date`, `invalid-period`, `duplicate-id`, `shares-not-one`, `supplier-sites-overlap`.
 */
export function parseAccountMapping(input: unknown): Outcome<AccountMapping> {
  const read = readWith<AccountMapping>(accountMappingSchema, input);
  if (!read.ok) return read;
  const { id, rules, supplierSites = [] } = read.value;
  const issues = [
    ...duplicateIds(rules),
    ...rules.flatMap(ruleIssues),
    ...rules.flatMap((rule, index) => validityIssues(rule, `rules.${index}`)),
    ...supplierSites.flatMap(shareIssues),
    ...supplierSites.flatMap(repeatedSites),
    ...supplierSites.flatMap((entry, index) => validityIssues(entry, `supplierSites.${index}`)),
    ...overlaps(supplierSites),
  ];
  return located(
    outcomeOf(issues, () => read.value),
    { source: id },
  );
}

/** The name a rule goes by in figures and messages. */
export function ruleName(rule: MappingRule, index: number): string {
  return rule.id ?? `rule ${index + 1}`;
}

function ruleIssues(rule: MappingRule, index: number): readonly Issue[] {
  const bought = rule.treatment === 'purchase' || rule.treatment === 'capital-purchase';
  const needed = bought
    ? (['product', 'vat'] as const)
    : rule.treatment === 'replaced-by-activity'
      ? (['replacedBy'] as const)
      : [];
  const missing = needed.filter((field) => rule[field] === undefined);
  const anyCondition = [rule.account, rule.category, rule.supplier].some((condition) => condition !== undefined);
  return [...missing, ...(anyCondition ? [] : ['account'])].map((field) => {
    const message = `The ${ruleName(rule, index)} (${rule.treatment}) does not say its ${field}. Without it its postings cannot be treated.`;
    return errorIssue('missing-field', { message, detail: { field }, at: { path: `rules.${index}.${field}` } });
  });
}

/** A validity that ends before it begins would never hold, and its money would fall out. */
function validityIssues(
  { validFrom, validTo }: Pick<MappingRule, 'validFrom' | 'validTo'>,
  path: string,
): readonly Issue[] {
  if (validFrom === undefined || validTo === undefined) return [];
  return reportingPeriod(validFrom, validTo).issues.map((issue) => locateIssue(issue, { path: `${path}.validTo` }));
}

function shareIssues({ supplier, shares }: SupplierSites, index: number): readonly Issue[] {
  const total = sumOf(shares.map(({ share }) => share));
  if (total.equals(ONE)) return [];
  const sum = decimalText(total);
  const message = `The site shares of supplier ${supplier} sum to ${sum}, not to 1. Nothing may be lost or counted twice.`;
  return [errorIssue('shares-not-one', { message, detail: { supplier, sum }, at: { path: `supplierSites.${index}` } })];
}

function repeatedSites({ supplier, shares }: SupplierSites, index: number): readonly Issue[] {
  const sites = shares.map(({ site }) => site);
  const repeated = new Set(sites.filter((site, place) => sites.indexOf(site) !== place));
  return [...repeated].map((value) => {
    const message = `The site table of supplier ${supplier} names ${value} twice. Add its shares up.`;
    const detail = { value, expected: 'each site once', nearest: [] };
    return errorIssue('invalid-value', { message, detail, at: { path: `supplierSites.${index}` } });
  });
}

function overlaps(entries: readonly SupplierSites[]): readonly Issue[] {
  return entries.flatMap((entry, index) => {
    const clashing = entries
      .slice(0, index)
      .some((earlier) => earlier.supplier === entry.supplier && shareDays(earlier, entry));
    if (!clashing) return [];
    const { supplier } = entry;
    const message = `The supplier ${supplier} has two site tables for the same days. Part them with validFrom and validTo.`;
    return [
      errorIssue('supplier-sites-overlap', { message, detail: { supplier }, at: { path: `supplierSites.${index}` } }),
    ];
  });
}

function shareDays(a: SupplierSites, b: SupplierSites): boolean {
  const starts = (first: SupplierSites, second: SupplierSites) =>
    first.validFrom === undefined || second.validTo === undefined || first.validFrom <= second.validTo;
  return starts(a, b) && starts(b, a);
}
