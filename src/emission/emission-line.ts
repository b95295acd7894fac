import type { Activity, ActivityKind } from '../activity/activity.js';
import { isWhole } from '../activity/common-fields.js';
import type { Scope3Category } from '../activity/scope-3-category.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { CalculationMethod, EmissionFactor } from '../factor/emission-factor.js';
import type { Quantity } from '../quantity/quantity.js';
import type { FactorTerms } from './factor-terms.js';
import { biogenicOf, emissionsOf } from './product-of-terms.js';
import type { SharedProducts, SharedRatio } from './product-of-terms.js';
import type { FactorTerm, Term } from './term.js';

/** The three scopes of the GHG Protocol. */
export type Scope = 1 | 2 | 3;

/** What a line is counted under inside its scope: a scope 3 category, or the source in scopes 1 and 2. */
export type Category =
  | Scope3Category
  | 'stationary-combustion'
  | 'mobile-combustion'
  | 'process-emissions'
  | 'fugitive-emissions'
  | 'purchased-electricity'
  | 'purchased-heat'
  | 'purchased-cooling'
  | 'purchased-steam';

/** The two ways of counting purchased energy; never added together. */
export type Scope2Basis = 'location-based' | 'market-based';

/** What a market-based line was calculated with. */
export type MarketBasis =
  | 'certificate'
  | 'contract'
  | 'supplier-rate'
  | 'residual-mix'
  | 'network-factor'
  | 'grid-average'
  | 'same-as-location-based';

/** The emissions of one activity, or of a part of it: a product of named terms, rounded once. */
export interface EmissionLine {
  /** The activity's id; with the part's days where the activity was cut, what part of it the line is, and the basis. */
  readonly id: string;
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly scope: Scope;
  readonly category: Category;
  readonly method: CalculationMethod;
  /** On lines of purchased energy, whatever their scope: totals take one basis or the other. */
  readonly basis?: Scope2Basis;
  /** On market-based lines: what the contract side was calculated with. */
  readonly marketBasis?: MarketBasis;
  readonly site?: string;
  readonly product?: string;
  readonly tags?: readonly string[];
  readonly factorId?: string;
  /** On market-based lines that an instrument covers: which one. */
  readonly instrumentId?: string;
  /** Present on gases that are reported outside the scopes and counted in no total (HCFCs). */
  readonly outsideScopes?: 'montreal-protocol-gases';
  /** CO2 from biomass, reported apart, in no total. */
  readonly biogenicCo2?: Quantity<'kgCO2-biogenic'>;
  /** The days the line stands for, both ends included. */
  readonly period: ReportingPeriod;
  readonly terms: readonly Term[];
  readonly emissions: Quantity<'kgCO2e'>;
}

/** Where a line is counted. */
export interface Place {
  readonly scope: Scope;
  readonly category: Category;
}

/** Everything a family says about a line: where it is counted, how it was calculated, its terms before the factor. */
export interface LineDraft extends Place {
  readonly method: CalculationMethod;
  /** What sets the line apart from others of the same activity and days: a treatment, `well-to-tank`, an instrument. */
  readonly variant?: string;
  readonly basis?: Scope2Basis;
  readonly marketBasis?: MarketBasis;
  readonly instrumentId?: string;
  /** Set where the whole draft stands outside the scopes. */
  readonly outsideScopes?: 'montreal-protocol-gases';
  readonly factor?: EmissionFactor;
  readonly factorTerms?: FactorTerms;
  /** The product of all terms that are not the line's own, the factor's counted one included, where the family keeps it. */
  readonly common?: SharedRatio | undefined;
  readonly part: ReportingPeriod;
  readonly terms: readonly Term[];
}

const OUTSIDE = 'montreal-protocol-gases';

/**
 * The lines of a draft: one, or one more for gases outside the scopes. `shares` stand before the factor: the reporter's
 * part of an operation. `products` keeps what lines of one call multiply alike.
 */
export function linesOfDraft(
  activity: Activity,
  draft: LineDraft,
  { shares = [], products }: { readonly shares?: readonly Term[]; readonly products?: SharedProducts } = {},
): readonly EmissionLine[] {
  const whole = shares.length === 0 ? draft : { ...draft, terms: [...draft.terms, ...shares] };
  const { factorTerms } = draft;
  if (factorTerms === undefined) return [emissionLine(activity, whole, undefined, products)];
  const { counted, outside } = factorTerms;
  const lines = counted === undefined ? [] : [emissionLine(activity, whole, counted, products)];
  if (outside === undefined) return lines;
  const apart = emissionLine(activity, whole, outside, products);
  return [...lines, { ...apart, id: `${apart.id}/${OUTSIDE}`, outsideScopes: OUTSIDE }];
}

function emissionLine(
  activity: Activity,
  draft: LineDraft,
  factorTerm: FactorTerm | undefined,
  products: SharedProducts | undefined,
): EmissionLine {
  const { terms: before, basis, marketBasis, instrumentId, outsideScopes, factor } = draft;
  const terms = factorTerm === undefined ? before : withLast(before, factorTerm);
  const line: { -readonly [F in keyof EmissionLine]: EmissionLine[F] } = {
    id: lineId(activity, draft),
    activityId: activity.id,
    kind: activity.kind,
    scope: draft.scope,
    category: draft.category,
    method: draft.method,
    period: draft.part,
    terms,
    emissions: emissionsOf(terms, products, factorTerm === draft.factorTerms?.counted ? draft.common : undefined),
  };
  // What does not apply is absent, and is not even looked at as a field: lines are made by the hundred thousand.
  if (basis !== undefined) line.basis = basis;
  if (marketBasis !== undefined) line.marketBasis = marketBasis;
  if (activity.site !== undefined) line.site = activity.site;
  if (activity.kind === 'purchase') line.product = activity.product;
  if (activity.tags !== undefined) line.tags = activity.tags;
  if (factor !== undefined) line.factorId = factor.id;
  if (instrumentId !== undefined) line.instrumentId = instrumentId;
  if (outsideScopes !== undefined) line.outsideScopes = outsideScopes;
  if (factor?.biogenicCo2 !== undefined) line.biogenicCo2 = biogenicOf(before, factor.biogenicCo2);
  return line;
}

/** A list and one more, with just the room it needs. */
function withLast(before: readonly Term[], last: Term): readonly Term[] {
  const terms = new Array<Term>(before.length + 1);
  let next = 0;
  for (const term of before) {
    terms[next] = term;
    next += 1;
  }
  terms[next] = last;
  return terms;
}

const END_OF_BASIS = { 'location-based': '/location-based', 'market-based': '/market-based' } as const;

function lineId(activity: Activity, { part, variant, basis }: LineDraft): string {
  const days = isWhole(activity, part) ? '' : `/${part.from}..${part.to}`;
  const what = variant === undefined ? '' : `/${variant}`;
  return `${activity.id}${days}${what}${basis === undefined ? '' : END_OF_BASIS[basis]}`;
}
