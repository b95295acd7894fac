import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, MarketBasis, Place } from './emission-line.js';
import type { FactorPart, KnownFactor } from './factor-parts.js';
import type { PurchasedEnergy } from './instrument-plan.js';
import { NO_TERMS, allocationTerms, amountTerm, daysTermsOf, termsFrom, unitTerms } from './shared-terms.js';
import type { Term } from './term.js';

/** The key of an energy's factors: its grid or network. */
export function keyOf(energy: PurchasedEnergy): string {
  return 'grid' in energy ? energy.grid : energy.network;
}

/** Whether an energy comes over a grid, which has a residual mix; otherwise over a network. */
export function isOnGrid(energy: PurchasedEnergy): boolean {
  return 'grid' in energy;
}

/** The question which location-based factor an energy has. */
export function locationQuery(energy: PurchasedEnergy, period: ReportingPeriod) {
  return { key: keyOf(energy), method: 'location-based', per: energy.amount.unit, period } as const;
}

/** A factor with what the market side says of it. */
export interface MarketFactor extends KnownFactor {
  readonly marketBasis: MarketBasis;
}

/** A part of an energy's days with its factor, and what the market side says of it. */
export interface MarketPart extends FactorPart, MarketFactor {}

/** The days a line stands for, and what is counted of them. */
export interface CountedPart {
  readonly part: ReportingPeriod;
  /** What instruments leave of the part. */
  readonly shares: readonly Term[];
}

/** A location-based line of purchased energy before its factor: amount × unit × days × own part. */
export function locationDraft(
  energy: PurchasedEnergy,
  { factor, factorTerms, common }: KnownFactor,
  part: ReportingPeriod,
  context: PreparedContext,
): LineDraft {
  const { scope, category } = energyPlace(energy);
  const terms = energyTerms(energy, factor, { part, shares: NO_TERMS }, context);
  const basis = 'location-based';
  return { scope, category, method: basis, basis, factor, factorTerms, common, part, terms };
}

/** A market-based line of purchased energy before its factor. */
export function marketDraft(
  energy: PurchasedEnergy,
  { factor, factorTerms, common, marketBasis }: MarketFactor,
  counted: CountedPart,
  context: PreparedContext,
): LineDraft {
  const { scope, category } = energyPlace(energy);
  const { part } = counted;
  const terms = energyTerms(energy, factor, counted, context);
  const basis = 'market-based';
  return { scope, category, method: basis, basis, marketBasis, factor, factorTerms, common, part, terms };
}

function energyTerms(
  energy: PurchasedEnergy,
  factor: EmissionFactor,
  { part, shares }: CountedPart,
  context: PreparedContext,
): readonly Term[] {
  return termsFrom(
    amountTerm(energy.amount),
    unitTerms(context, energy.amount.unit, factor.per),
    daysTermsOf(energy, part),
    allocationTerms(allocationOf(energy)),
    shares,
  );
}

/** The reporter's part of a shared meter. */
export function allocationOf(energy: PurchasedEnergy) {
  return energy.kind === 'vehicle-electricity' ? undefined : energy.allocation;
}

/** Whether the landlord holds the contract. */
export function isLandlords(energy: PurchasedEnergy): boolean {
  return energy.kind !== 'vehicle-electricity' && energy.contractHolder === 'landlord';
}

const LEASED: Place = { scope: 3, category: 'upstream-leased-assets' };

/** Where purchased energy is counted: scope 2, or scope 3 where the landlord holds the contract. */
export function energyPlace(energy: PurchasedEnergy): Place {
  if (isLandlords(energy)) return LEASED;
  return { scope: 2, category: energy.kind === 'vehicle-electricity' ? 'purchased-electricity' : energy.kind };
}
