import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { collect, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { allocationOf, isLandlords, keyOf, locationDraft, locationQuery, marketDraft } from './energy-draft.js';
import { knownEnergySteps } from './energy-steps.js';
import type { EnergySteps } from './energy-steps.js';
import { factorParts } from './factor-parts.js';
import type { PurchasedEnergy } from './instrument-plan.js';
import { marketDrafts } from './market-based.js';
import { productDrafts } from './product-drafts.js';
import { NO_TERMS, allocationTerms } from './shared-terms.js';
import { ENERGY_PARTS, UPSTREAM_PLACE, upstreamPartsOf } from './upstream.js';

/**
 * Lines of purchased energy, always two for the same days: location-based (amount × unit × days × average factor of the
 * grid or network) and market-based (instruments as far as they reach, then the grid's residual mix; for heat, cooling and
 * steam without a market-based factor, the location-based factor again, as the standard has it). They are never added
 * together. The energy's upstream is scope 3, category 3, on all that was consumed.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, `residual-mix-missing`, and those of
 * `characteriseFactor`.
 *
 * @see GHG Protocol, Scope 2 Guidance, chapters 6 and 7; ESRS E1 AR 45; Scope 3 guidance, formulas 3.2 and 3.3
 */
export function purchasedEnergyDrafts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const known = knownEnergySteps(energy, context);
  if (known !== undefined) return success(draftsOf(energy, kept, known, context));
  const location = factorParts(context, locationQuery(energy, kept));
  const market = marketDrafts(energy, kept, context);
  const upstream = upstreamDrafts(energy, kept, context);
  if (!location.ok || !market.ok || !upstream.ok) {
    return failureOf([...location.issues, ...market.issues, ...upstream.issues]);
  }
  const drafts = location.value.map((found) => locationDraft(energy, found, found.part, context));
  drafts.push(...market.value, ...upstream.value);
  return success(drafts);
}

function draftsOf(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  { location, market }: EnergySteps,
  context: PreparedContext,
): readonly LineDraft[] {
  return [
    locationDraft(energy, location, part, context),
    marketDraft(energy, market, { part, shares: NO_TERMS }, context),
  ];
}

const NO_DRAFTS = success<readonly LineDraft[]>([]);

/** Upstream of all energy consumed, never of the market-based balance alone. */
function upstreamDrafts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  if (isLandlords(energy)) return NO_DRAFTS;
  const upstream = upstreamPartsOf(context, { key: keyOf(energy), method: 'location-based', parts: ENERGY_PARTS });
  if (!upstream.ok) return upstream;
  if (upstream.value.length === 0) return NO_DRAFTS;
  const steps = allocationTerms(allocationOf(energy));
  const { amount } = energy;
  const calculation = { place: UPSTREAM_PLACE, method: 'location-based', key: keyOf(energy), amount, steps } as const;
  const drafts = collect(
    upstream.value.map((part) => productDrafts(energy, { ...calculation, part, variant: part }, kept, context)),
  );
  return drafts.ok ? success(drafts.value.flat()) : drafts;
}
