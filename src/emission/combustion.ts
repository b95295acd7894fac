import type { MobileCombustion, StationaryCombustion } from '../activity/combustion.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { fuelParts } from './fuel.js';
import { allocationTerms, amountTerm, daysTermsOf, termsFrom } from './shared-terms.js';
import { UPSTREAM_PLACE, WELL_TO_TANK, upstreamPartsOf } from './upstream.js';

type Combustion = StationaryCombustion | MobileCombustion;

/**
 * Lines of fuel burnt: amount × unit or fuel property × days × own part × fuel-based factor, and one more for the fuel's
 * way to the tank (scope 3, category 3) where the set has it. Own boilers and vehicles are scope 1; fuel burnt for heating
 * under the landlord's contract is scope 3, upstream leased assets, without an upstream line.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, `calorific-basis-missing`, and those of
 * `characteriseFactor`.
 *
 * @see GHG Protocol, Corporate Standard, chapter 4 (direct emissions); Scope 3 guidance, formula 3.1
 */
export function combustionDrafts(
  combustion: Combustion,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const burnt = fuelDrafts(combustion, { place: combustionPlace(combustion) }, kept, context);
  if (!burnt.ok || isLandlords(combustion)) return burnt;
  const upstream = upstreamPartsOf(context, { key: combustion.fuel, method: 'fuel-based', parts: [WELL_TO_TANK] });
  if (!upstream.ok) return upstream;
  if (upstream.value.length === 0) return burnt;
  const drafts = fuelDrafts(combustion, { place: UPSTREAM_PLACE, upstream: WELL_TO_TANK }, kept, context);
  return drafts.ok ? success([...burnt.value, ...drafts.value]) : drafts;
}

function fuelDrafts(
  combustion: Combustion,
  { place, upstream }: { readonly place: Place; readonly upstream?: string },
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { scope, category } = place;
  const { fuel: key, amount, calorificBasis } = combustion;
  const parts = fuelParts({ key, amount, calorificBasis, part: upstream }, kept, context);
  if (!parts.ok) return parts;
  const allocation = combustion.kind === 'stationary-combustion' ? combustion.allocation : undefined;
  return success(
    parts.value.map(({ part, factor, factorTerms, steps }): LineDraft => {
      const terms = termsFrom(amountTerm(amount), steps, daysTermsOf(combustion, part), allocationTerms(allocation));
      const draft = { scope, category, method: 'fuel-based', factor, factorTerms, part, terms } as const;
      return upstream === undefined ? draft : { ...draft, variant: upstream };
    }),
  );
}

function isLandlords(combustion: Combustion): boolean {
  return combustion.kind === 'stationary-combustion' && combustion.contractHolder === 'landlord';
}

function combustionPlace(combustion: Combustion): Place {
  if (combustion.kind === 'mobile-combustion') return { scope: 1, category: 'mobile-combustion' };
  if (isLandlords(combustion)) return { scope: 3, category: 'upstream-leased-assets' };
  return { scope: 1, category: 'stationary-combustion' };
}
