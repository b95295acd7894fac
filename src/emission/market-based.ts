import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { findFactor, hasFactor, soleFactor } from '../factor/find-factor.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { factorTermsOf } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { allocationOf, energyPlace, keyOf, locationQuery, marketDraft } from './energy-draft.js';
import type { MarketPart } from './energy-draft.js';
import { cutAtValidity, factorParts } from './factor-parts.js';
import { planInstruments } from './instrument-plan.js';
import type { Cover, PlannedPart, PurchasedEnergy } from './instrument-plan.js';
import { NO_TERMS, allocationTerms, amountTerm, daysTermsOf, shareTerm, unitTerms } from './shared-terms.js';
import { fraction } from './term.js';
import type { FactorTerm, Term } from './term.js';

/**
 * Market-based lines of purchased energy: what instruments cover, and the balance of every part on the residual mix or the
 * network's own factor.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, `residual-mix-missing`, and those of
 * `characteriseFactor`.
 *
 * @see GHG Protocol, Scope 2 Guidance, sections 6.2 and 7.4
 */
export function marketDrafts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  if (context.instruments === undefined) return balanceDrafts(energy, kept, NO_TERMS, context);
  const planned = plannedParts(energy, kept, context);
  const drafts = collect(
    planned.map(({ part, covers, balance }): Outcome<readonly LineDraft[]> => {
      const covered = covers.map((cover) => instrumentDraft(energy, part, cover, context));
      if (balance === undefined) return success(covered);
      const { numerator, denominator } = balance;
      const shares = covers.length === 0 ? [] : [shareTerm('not covered by instruments', numerator, denominator)];
      const rest = balanceDrafts(energy, part, shares, context);
      return rest.ok ? success([...covered, ...rest.value]) : rest;
    }),
  );
  return drafts.ok ? success(drafts.value.flat()) : drafts;
}

/** The lines of what no instrument covers. */
function balanceDrafts(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  shares: readonly Term[],
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const rest = marketParts(energy, part, context);
  if (!rest.ok) return rest;
  return success(rest.value.map((found) => marketDraft(energy, found, { part: found.part, shares }, context)));
}

function plannedParts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  { instruments = [], instrumentPlan }: PreparedContext,
): readonly PlannedPart[] {
  const plan = instrumentPlan ?? planInstruments([{ activity: energy, share: ONE }], instruments, kept);
  return plan.parts.get(energy.id) ?? [{ part: kept, covers: [], balance: WHOLE }];
}

/** The line of what one instrument covers: its own kilograms per kWh take the place of a factor. */
function instrumentDraft(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  { instrument, share }: Cover,
  context: PreparedContext,
): LineDraft {
  const { id, kind, co2e, source } = instrument;
  const counted: FactorTerm = {
    name: 'factor',
    ...fraction(co2e),
    factorId: id,
    unit: 'kgCO2e/kWh',
    source: `${source.publisher}, ${source.title}`,
  };
  const terms = [
    amountTerm(energy.amount),
    ...unitTerms(context, energy.amount.unit, 'kWh'),
    ...daysTermsOf(energy, part),
    ...allocationTerms(allocationOf(energy)),
    ...(share.numerator.equals(share.denominator)
      ? []
      : [shareTerm(`covered by ${id}`, share.numerator, share.denominator)]),
  ];
  const market = { basis: 'market-based', marketBasis: kind, instrumentId: id, variant: id } as const;
  return { ...energyPlace(energy), method: 'market-based', ...market, factorTerms: { counted }, part, terms };
}

const WHOLE = fraction(ONE);

/** The factors of what no instrument covers, cut where they change. */
export function marketParts(
  energy: PurchasedEnergy,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly MarketPart[]> {
  const query = { key: keyOf(energy), method: 'market-based', per: energy.amount.unit, period: kept } as const;
  const sole = soleFactor(context.index, query);
  if (sole !== undefined) return marketPart(energy, kept, sole, context);
  const parts = collect(
    cutAtValidity(context, query).map((part): Outcome<readonly MarketPart[]> => {
      const asked = { ...query, period: part };
      if (!hasFactor(context.index, asked)) return partsWithoutMarketFactor(energy, part, context);
      const found = findFactor(context.index, asked);
      if (!found.ok) return found;
      return marketPart(energy, part, found.value, context);
    }),
  );
  return parts.ok ? success(parts.value.flat()) : parts;
}

function marketPart(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  factor: EmissionFactor,
  context: PreparedContext,
): Outcome<readonly MarketPart[]> {
  const terms = factorTermsOf(context, factor);
  const marketBasis = 'grid' in energy ? 'residual-mix' : 'network-factor';
  return terms.ok ? success([{ part, factor, factorTerms: terms.value, marketBasis }]) : terms;
}

function partsWithoutMarketFactor(
  energy: PurchasedEnergy,
  part: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly MarketPart[]> {
  if ('grid' in energy && context.residualMix === undefined) return residualMixMissing(energy.grid, part);
  const marketBasis = 'grid' in energy ? 'grid-average' : 'same-as-location-based';
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
