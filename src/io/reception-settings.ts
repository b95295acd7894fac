import { z } from 'zod';
import type { DecompositionRule } from '../change/decomposition-rule.js';
import type { Decimal } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { Outcome } from '../outcome.js';
import { positiveDecimalSchema, positiveShareSchema, schemaOf, textSchema, yearSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from '../reception/client-days.js';
import { parseFormShares } from '../reception/form-shares.js';
import type { FormShares } from '../reception/form-shares.js';
import type { NightService } from '../reception/night-activities.js';
import { receptionNumeratorSchema } from '../reception/numerator.js';
import type { ReceptionNumerator } from '../reception/numerator.js';
import type { GapFill } from '../reception/supplier-return-fill.js';
import { parsePlausibilityBounds } from '../reception/plausibility-bounds.js';
import type { PlausibilityBound } from '../reception/plausibility-bounds.js';
import { REGISTER_UNITS } from '../reception/sum-client-days.js';
import type { RegisterUnit } from '../reception/sum-client-days.js';
import { rowsWith } from './from-file.js';

/** One table of intensities by form: its denominator, and how sites of several forms are parted. */
export interface FormTableSettings {
  readonly per: RegisterUnit;
  readonly formShares?: FormShares | undefined;
}

/** Two years whose change is explained, and how. */
export interface ChangeSettings extends FormTableSettings {
  readonly from: number;
  readonly to: number;
  readonly rule: DecompositionRule;
}

/** The purchases that nights take the place of, what stands for a night of each form, the years of the switch and of the base. */
export interface BridgeSettings {
  readonly products: readonly string[];
  readonly services: readonly NightService[];
  readonly switchYear: number;
  readonly baseYear: number;
}

/** The supplier returns of one year: which files, how gaps are filled. */
export interface ReturnSettings {
  readonly year: number;
  readonly file: string;
  readonly asked: string;
  /** Which money the returns take the place of. */
  readonly replacements: string;
  readonly per: RegisterUnit;
  readonly annualise: { readonly atLeast: Decimal };
  readonly gapFill: GapFill;
}

/** What is held to be plausible, in every year: a finding is a warning and corrects nothing. */
export interface PlausibilitySettings {
  readonly bounds: readonly PlausibilityBound[];
  /** The products whose euros are stated per night. */
  readonly products?: readonly string[] | undefined;
  /** Products that a site is invoiced for every month. */
  readonly monthlyProducts?: readonly string[] | undefined;
  /** Euros per night may be so many times as much in the next month, or as little. */
  readonly spendJump?: Decimal | undefined;
}

/** What a project wants to know of reception. */
export interface ReceptionSettings {
  readonly numerator: ReceptionNumerator;
  readonly scope2: Scope2Basis;
  readonly oneOffTags: readonly string[];
  readonly byForm: readonly FormTableSettings[];
  readonly changes: readonly ChangeSettings[];
  readonly bridge?: BridgeSettings | undefined;
  readonly returns?: ReturnSettings | undefined;
  readonly plausibility?: PlausibilitySettings | undefined;
}

const formShares = z.optional(schemaOf(parseFormShares));
const per = z.enum(REGISTER_UNITS);

function readBounds(input: unknown): Outcome<readonly PlausibilityBound[]> {
  return rowsWith(parsePlausibilityBounds)(input);
}

const ruleSchema: z.ZodType<DecompositionRule> = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('shapley') }),
  z.strictObject({ method: z.literal('lmdi'), zeros: z.enum(['analytical-limit', 'refuse']) }),
]);

/** `ReceptionSettings` as data, the key `reception` of a project file. */
export const receptionSettingsSchema = z.strictObject({
  numerator: receptionNumeratorSchema,
  scope2: z.enum(['location-based', 'market-based']),
  oneOffTags: z.array(textSchema),
  byForm: z.array(z.strictObject({ per, formShares })),
  changes: z.array(z.strictObject({ from: yearSchema, to: yearSchema, per, formShares, rule: ruleSchema })),
  bridge: z.optional(
    z.strictObject({
      products: z.array(textSchema).min(1),
      services: z.array(z.strictObject({ form: z.enum(ACCOMMODATION_FORMS), service: textSchema })),
      switchYear: yearSchema,
      baseYear: yearSchema,
    }),
  ),
  plausibility: z.optional(
    z.strictObject({
      bounds: schemaOf(readBounds),
      products: z.optional(z.array(textSchema)),
      monthlyProducts: z.optional(z.array(textSchema)),
      spendJump: z.optional(positiveDecimalSchema),
    }),
  ),
  returns: z.optional(
    z.strictObject({
      year: yearSchema,
      file: textSchema,
      asked: textSchema,
      replacements: textSchema,
      per,
      annualise: z.strictObject({ atLeast: positiveShareSchema }),
      gapFill: z.union([
        z.literal('refuse'),
        z.strictObject({ rule: z.literal('median-of-form'), atLeastSites: z.int().min(1) }),
      ]),
    }),
  ),
});

/**
 * What of the settings the project cannot answer: a change between years it does not have, or backwards; a register it does
 * not name.
 *
 * Issues: `invalid-value`, `missing-field`.
 */
export function receptionIssues(
  { changes, returns }: ReceptionSettings,
  { years, clientDays }: { readonly years: readonly number[]; readonly clientDays?: string | undefined },
): readonly Issue[] {
  const strange = changes.flatMap(({ from, to }, index) => [
    ...(years.includes(from) ? [] : [strangeYear(from, years, `reception.changes.${index}.from`)]),
    ...(years.includes(to) ? [] : [strangeYear(to, years, `reception.changes.${index}.to`)]),
    ...(from < to ? [] : [backwards(from, to, `reception.changes.${index}.to`)]),
  ]);
  const unasked =
    returns === undefined || years.includes(returns.year)
      ? []
      : [strangeYear(returns.year, years, 'reception.returns.year')];
  return [...strange, ...unasked, ...(clientDays === undefined ? [withoutRegister()] : [])];
}

function strangeYear(year: number, years: readonly number[], path: string): Issue {
  const expected = `one of ${years.join(', ')}`;
  const message = `The year ${year} is not calculated in this project. Name ${expected}, or add it to the years.`;
  return errorIssue('invalid-value', { message, detail: { value: String(year), expected, nearest: [] }, at: { path } });
}

function backwards(from: number, to: number, path: string): Issue {
  const message = `A change runs from an earlier to a later year, not from ${from} to ${to}.`;
  const detail = { value: String(to), expected: `a year after ${from}`, nearest: [] };
  return errorIssue('invalid-value', { message, detail, at: { path } });
}

function withoutRegister(): Issue {
  const message = 'The figures of reception need a register of client-days. Name its file as clientDays.';
  return errorIssue('missing-field', { message, detail: { field: 'clientDays' }, at: { path: 'clientDays' } });
}
