import type { Activity, ActivityKind } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import type { Scope3Category } from '../activity/scope-3-category.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { CalculationMethod, EmissionFactor } from '../factor/emission-factor.js';
import type { Quantity } from '../quantity/quantity.js';
import { emissionsOf } from './term.js';
import type { Term } from './term.js';

/** The three scopes of the GHG Protocol. */
export type Scope = 1 | 2 | 3;

/** What a line is counted under inside its scope: a scope 3 category, or the source in scopes 1 and 2. */
export type Category =
  | Scope3Category
  | 'stationary-combustion'
  | 'mobile-combustion'
  | 'purchased-electricity'
  | 'purchased-heat';

/** The two ways of counting purchased energy; never added together. */
export type Scope2Basis = 'location-based' | 'market-based';

/** What a market-based line was calculated with. */
export type MarketBasis = 'residual-mix' | 'network-factor' | 'grid-average' | 'same-as-location-based';

/** The emissions of one activity, or of a part of it: a product of named terms, rounded once. */
export interface EmissionLine {
  /** The activity's id; with the part's days where the activity was cut, and the basis where there are two lines. */
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

/** Everything a family says about a line: where it is counted, how it was calculated, its terms. */
export interface LineDraft extends Place {
  readonly method: CalculationMethod;
  readonly basis?: Scope2Basis;
  readonly marketBasis?: MarketBasis;
  readonly factor?: EmissionFactor;
  readonly part: ReportingPeriod;
  readonly terms: readonly Term[];
}

/** The line of an activity from a family's draft. */
export function emissionLine(activity: Activity, draft: LineDraft): EmissionLine {
  const { scope, category, method, basis, marketBasis, factor, part, terms } = draft;
  return {
    id: lineId(activity, draft),
    activityId: activity.id,
    kind: activity.kind,
    scope,
    category,
    method,
    ...(basis === undefined ? {} : { basis }),
    ...(marketBasis === undefined ? {} : { marketBasis }),
    ...(activity.site === undefined ? {} : { site: activity.site }),
    ...(activity.kind === 'purchase' ? { product: activity.product } : {}),
    ...(activity.tags === undefined ? {} : { tags: activity.tags }),
    ...(factor === undefined ? {} : { factorId: factor.id }),
    period: part,
    terms,
    emissions: emissionsOf(terms),
  };
}

function lineId(activity: Activity, { part, basis }: LineDraft): string {
  const whole = spanOf(activity);
  const days = part.from === whole.from && part.to === whole.to ? '' : `/${part.from}..${part.to}`;
  return `${activity.id}${days}${basis === undefined ? '' : `/${basis}`}`;
}
