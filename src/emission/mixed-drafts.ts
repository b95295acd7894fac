import type { Activity } from '../activity/activity.js';
import type { MixPart } from '../activity/mix.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { productDrafts } from './product-drafts.js';
import type { ProductCalculation } from './product-drafts.js';
import { shareTerm } from './shared-terms.js';

/** The parts of an amount, and how each is calculated. */
export interface Mixture {
  readonly parts: readonly MixPart[];
  readonly calculation: (of: string) => ProductCalculation;
}

/**
 * One line for each part of a mix, each with its share and the factor of its own key; the shares sum to exactly 1, so the
 * parts are the whole amount.
 */
export function mixedDrafts(
  activity: Activity,
  { parts, calculation }: Mixture,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const drafts = collect(
    parts.map(({ of, share }) =>
      productDrafts(activity, { ...calculation(of), variant: of, steps: [shareTerm(of, share)] }, kept, context),
    ),
  );
  return drafts.ok ? success(drafts.value.flat()) : drafts;
}
