import { z } from 'zod';
import { mixSchema } from '../activity/mix.js';
import type { MixPart } from '../activity/mix.js';
import { ONE } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { duplicateSites } from '../duplicate-ids.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failureOf, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';
import { ACCOMMODATION_FORMS } from './client-days.js';
import type { AccommodationForm, ClientDays } from './client-days.js';
import { REGISTER_UNITS, countOf } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/**
 * How the emissions of a site with clients in several forms part between the forms: in proportion to one of the register's own
 * counts, or by shares that are stated for each such site and sum to exactly 1.
 */
export type FormShares =
  | { readonly rule: 'by-count'; readonly per: RegisterUnit }
  | { readonly rule: 'stated'; readonly sites: readonly SiteShares[] };

/** The shares of one site; `of` names the form. */
export interface SiteShares {
  readonly site: string;
  readonly shares: readonly MixPart[];
}

/** `FormShares` as data. The type is written out: the lowest zod declares a discriminated union with other type arguments. */
export const formSharesSchema: z.ZodType<FormShares> = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('by-count'), per: z.enum(REGISTER_UNITS) }),
  z.strictObject({
    rule: z.literal('stated'),
    sites: z.array(z.strictObject({ site: textSchema, shares: mixSchema })),
  }),
]);

/**
 * Reads how sites with several forms are parted.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `shares-not-one`; `duplicate-id` for a site named
 * twice.
 *
 * @example
 * parseFormShares({ rule: 'stated', sites: [{ site: 'oulu',
 *   shares: [{ of: 'institution', share: '0.9' }, { of: 'private', share: '0.1' }] }] })
 */
export function parseFormShares(input: unknown): Outcome<FormShares> {
  const read = readWith<FormShares>(formSharesSchema, input);
  if (!read.ok || read.value.rule === 'by-count') return read;
  const { sites } = read.value;
  const strange = sites.flatMap(({ shares }, index) =>
    shares.flatMap(({ of }) => (isForm(of) ? [] : [unknownForm(of, `sites.${index}.shares`)])),
  );
  return outcomeOf([...duplicateSites(sites), ...strange], () => read.value);
}

function isForm(text: string): text is AccommodationForm {
  return ACCOMMODATION_FORMS.some((form) => form === text);
}

function unknownForm(value: string, path: string): Issue {
  const nearest = nearestNames(value, ACCOMMODATION_FORMS);
  const message = `${JSON.stringify(value)} is not a form of accommodation.${didYouMean(nearest)}`;
  const detail = { value, expected: ACCOMMODATION_FORMS.join(', '), nearest };
  return errorIssue('invalid-value', { message, detail, at: { path } });
}

/** A form and how much of its site's emissions it carries, against the other forms of the site. */
export interface FormWeight {
  readonly form: AccommodationForm;
  readonly weight: Decimal;
}

/**
 * The forms of a site with their weights, from its rows of the register; a site of one form carries all of it whatever the rule.
 *
 * Issues: `form-ambiguous` for a site of several forms without a rule, without a count to go by, without stated shares, or
 * with a share for a form of which the register has no row.
 */
export function formWeights(
  site: string,
  rows: ClientDays,
  shares: FormShares | undefined,
): Outcome<readonly FormWeight[]> {
  const forms = [...new Set(rows.map(({ form }) => form))].sort();
  const [only] = forms;
  if (only !== undefined && forms.length === 1) return success([{ form: only, weight: ONE }]);
  const weights = shares === undefined ? [] : weightsOf(site, rows, forms, shares);
  if (weights.some(({ weight }) => weight.greaterThan(0))) return success(weights);
  return failureOf([formAmbiguous(site, forms)]);
}

function weightsOf(
  site: string,
  rows: ClientDays,
  forms: readonly AccommodationForm[],
  shares: FormShares,
): readonly FormWeight[] {
  if (shares.rule === 'by-count') {
    const count = (form: AccommodationForm) =>
      sumOf(rows.filter((row) => row.form === form).map((row) => countOf(row, shares.per)));
    return forms.map((form) => ({ form, weight: count(form) }));
  }
  const stated = shares.sites.find((each) => each.site === site)?.shares ?? [];
  const known = stated.flatMap(({ of, share }) =>
    isForm(of) && forms.includes(of) ? [{ form: of, weight: share }] : [],
  );
  // A share of a form that has no clients there would be lost: then nothing is said of this site.
  return known.length === stated.length ? known : [];
}

function formAmbiguous(site: string, forms: readonly string[]): Issue {
  const message = `The site ${site} has clients in several forms (${forms.join(', ')}), and nothing says how its emissions part between them. Name a site for each form, or state formShares for it: by a count of the register that it has, or shares of exactly these forms.`;
  return errorIssue('form-ambiguous', { message, detail: { site, forms } });
}
