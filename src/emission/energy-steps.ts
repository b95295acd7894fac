import type { Outcome } from '../outcome.js';
import { sharedOnce } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import { isOnGrid, keyOf, locationQuery } from './energy-draft.js';
import type { MarketFactor } from './energy-draft.js';
import { factorParts } from './factor-parts.js';
import type { KnownFactor } from './factor-parts.js';
import type { PurchasedEnergy } from './instrument-plan.js';
import { marketParts } from './market-based.js';
import { productOf, sharedRatio } from './product-of-terms.js';
import { unitTerms } from './shared-terms.js';
import { ENERGY_PARTS, upstreamPartsOf } from './upstream.js';

/** The factors of all energy of one grid or network and unit, where they are the same on every day of the context's period. */
export interface EnergySteps {
  readonly location: KnownFactor;
  readonly market: MarketFactor;
}

/**
 * The factors of an energy, looked up once for all energy alike: the quick way. `undefined` where it is not so simple, with
 * factors that change within the period, instruments, upstream parts, or something to be said; then every energy is asked
 * for by itself.
 */
export function knownEnergySteps(energy: PurchasedEnergy, context: PreparedContext): EnergySteps | undefined {
  if (context.instruments !== undefined) return undefined;
  const name = `energy ${energy.amount.unit} ${isOnGrid(energy) ? 'grid' : 'network'} ${keyOf(energy)}`;
  return sharedOnce(context, name, () => ({ steps: stepsOf(energy, context) })).steps;
}

function stepsOf(energy: PurchasedEnergy, context: PreparedContext): EnergySteps | undefined {
  const upstream = upstreamPartsOf(context, { key: keyOf(energy), method: 'location-based', parts: ENERGY_PARTS });
  if (!upstream.ok || upstream.value.length > 0) return undefined;
  const location = onlyPart(factorParts(context, locationQuery(energy, context.period)));
  const market = onlyPart(marketParts(energy, context.period, context));
  if (location === undefined || market === undefined) return undefined;
  return { location: withCommon(location, energy, context), market: withCommon(market, energy, context) };
}

/** The one part there is, where it is one. */
function onlyPart<T>(parts: Outcome<readonly T[]>): T | undefined {
  return parts.ok && parts.value.length === 1 ? parts.value[0] : undefined;
}

function withCommon<T extends KnownFactor>(found: T, { amount }: PurchasedEnergy, context: PreparedContext): T {
  const { counted } = found.factorTerms;
  if (counted === undefined) return found;
  const common = sharedRatio(productOf([...unitTerms(context, amount.unit, found.factor.per), counted]));
  return { ...found, common };
}
