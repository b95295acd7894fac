import { spanOf } from '../activity/common-fields.js';
import type { PurchasedElectricity, PurchasedHeat } from '../activity/purchased-energy.js';
import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { findFactor } from '../factor/find-factor.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, MarketBasis, Place, Scope2Basis } from './emission-line.js';
import { cutAtValidity, factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { amountTerm, daysTerms, factorTerm, unitTerms } from './shared-terms.js';

type PurchasedEnergy = PurchasedElectricity | PurchasedHeat;

/**
 * Lines of purchased electricity or heat, always two for the same days: location-based (amount × unit × days × average
 * factor of the grid or network) and market-based (the grid's residual mix; for heat without a market-based factor, the
 * location-based factor again, as the standard has it). They are never added together.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, `residual-mix-missing`.
 *
 * @see GHG Protocol, Scope 2 Guidance, chapter 6; ESRS E1 AR 45
 */
export function purchasedEnergyDrafts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const location = factorParts(context, locationQuery(energy, kept));
  const market = marketParts(energy, kept, context);
  const both = collect<readonly LineDraft[]>([
    location.ok ? success(location.value.map((part) => draft(energy, part, 'location-based', context))) : location,
    market.ok ? success(market.value.map((part) => draft(energy, part, 'market-based', context))) : market,
  ]);
  return both.ok ? success(both.value.flat()) : both;
}

function keyOf(energy: PurchasedEnergy): string {
  return energy.kind === 'purchased-electricity' ? energy.grid : energy.network;
}

function locationQuery(energy: PurchasedEnergy, period: ReportingPeriod) {
  return { key: keyOf(energy), method: 'location-based', per: energy.amount.unit, period } as const;
}

interface MarketPart extends FactorPart {
  readonly marketBasis?: MarketBasis;
}

function marketParts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly MarketPart[]> {
  const query = { ...locationQuery(energy, kept), method: 'market-based' } as const;
  const parts = collect(
    cutAtValidity(context, query).map((part): Outcome<readonly MarketPart[]> => {
      const found = findFactor(context.index, { ...query, period: part });
      const marketBasis = energy.kind === 'purchased-heat' ? 'network-factor' : 'residual-mix';
      if (found.ok) return success([{ part, factor: found.value, marketBasis }]);
      const absent = found.issues.every((issue) => issue.code === 'factor-not-found');
      return absent ? partsWithoutMarketFactor(energy, part, context) : found;
    }),
  );
  return parts.ok ? success(parts.value.flat()) : parts;
}

function partsWithoutMarketFactor(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly MarketPart[]> {
  const isHeat = energy.kind === 'purchased-heat';
  if (!isHeat && context.residualMix === undefined) return residualMixMissing(energy.grid, part);
  const marketBasis = isHeat ? 'same-as-location-based' : 'grid-average';
  const parts = factorParts(context, locationQuery(energy, part));
  // Where there is no location-based factor either, the location-based line has said so already.
  if (!parts.ok) return success([]);
  return success(parts.value.map((found) => ({ ...found, marketBasis })));
}

function residualMixMissing(grid: string, part: ReportingPeriod): Outcome<never> {
  const period = describePeriod(part);
  const message = `The grid ${grid} has no market-based factor (residual mix) in ${period}. Add it with its source, or state residualMix: 'grid-average', which is printed with the figures.`;
  return failure(errorIssue('residual-mix-missing', { message, detail: { grid, period } }));
}

function draft(energy: PurchasedEnergy, found: MarketPart, basis: Scope2Basis, context: PreparedContext): LineDraft {
  const { part, factor, marketBasis } = found;
  const terms = [
    amountTerm(energy.amount),
    ...unitTerms(context, energy.amount.unit, factor.per),
    ...daysTerms(part, spanOf(energy)),
    factorTerm(context, factor),
  ];
  const market = marketBasis === undefined ? {} : { marketBasis };
  return { ...energyPlace(energy), method: basis, basis, ...market, factor, part, terms };
}

function energyPlace(energy: PurchasedEnergy): Place {
  if (energy.contractHolder === 'landlord') return { scope: 3, category: 'upstream-leased-assets' };
  return { scope: 2, category: energy.kind };
}
