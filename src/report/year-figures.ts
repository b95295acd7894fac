import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { totalsByMinistryClass } from '../inventory/ministry-classes.js';
import type { ClassTotal } from '../inventory/ministry-classes.js';
import { totalEmissions } from '../inventory/totals.js';
import type { Issue } from '../issue.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { intensityRatio } from '../quantity/intensity-ratio.js';
import type { ClientDays } from '../reception/client-days.js';
import { sumClientDays } from '../reception/sum-client-days.js';
import type { BothBases, ClassFigures, CoverageFigures, YearFigures } from './annual-figures.js';

/** What a year's figures are made from. */
export interface YearInput {
  readonly year: number;
  readonly inventory: Inventory;
  readonly ledger?: FoldedLedger | undefined;
  readonly clientDays?: ClientDays | undefined;
  /** The purchases counted per night and day, and what they are called. */
  readonly intensityOf?: { readonly name: string; readonly products: readonly string[] } | undefined;
  /** Warnings from before the inventory: reading, folding. */
  readonly warnings: readonly Issue[];
}

/**
 * The figures of one year as plain data: totals on both bases, scopes, the Ministry's six classes, intensity of the named
 * purchases per accommodation-night and client-day, what became of the ledger, and every warning.
 *
 * Issues: `class-missing`, `client-days-missing`, `period-not-whole-months`, `denominator-zero`.
 */
export function yearFigures(input: YearInput): Outcome<YearFigures> {
  const { year, inventory, ledger, warnings } = input;
  const parts = combine({ byClass: classFigures(inventory), intensity: intensityFigures(input) });
  if (!parts.ok) return parts;
  return success({
    year,
    total: bothBases((scope2) => totalEmissions(inventory, { scope2 }).value),
    byScope: ([1, 2, 3] as const)
      .filter((scope) => inventory.lines.some((line) => line.scope === scope))
      .map((scope) => ({
        scope,
        ...bothBases((scope2) => totalEmissions(inventory, { scope2, where: (line) => line.scope === scope }).value),
      })),
    byClass: parts.value.byClass,
    ...parts.value.intensity,
    ...(ledger === undefined ? {} : { coverage: coverageFigures(ledger) }),
    warnings: [...warnings, ...inventory.warnings],
  });
}

function bothBases(total: (scope2: Scope2Basis) => Decimal): BothBases {
  return { locationBased: decimalText(total('location-based')), marketBased: decimalText(total('market-based')) };
}

function classFigures(inventory: Inventory): Outcome<readonly ClassFigures[]> {
  // A category without a class has lines on both bases, so the first basis has said all there is to say.
  const location = totalsByMinistryClass(inventory, 'location-based');
  if (!location.ok) return location;
  const market = totalsByMinistryClass(inventory, 'market-based');
  return market.ok ? success(location.value.map((total) => classFigure(total, market.value))) : market;
}

function classFigure(location: ClassTotal, markets: readonly ClassTotal[]): ClassFigures {
  // A class that has lines on one basis has them on the other: every line of energy has its twin.
  const market = markets.find((total) => total.class === location.class);
  if (!location.calculated || market?.calculated !== true) return { class: location.class, calculated: false };
  return {
    class: location.class,
    calculated: true,
    locationBased: decimalText(location.emissions.value),
    marketBased: decimalText(market.emissions.value),
  };
}

type IntensityFigures = Pick<YearFigures, 'intensityOf' | 'intensityEmissions' | 'denominators' | 'intensity'>;

function intensityFigures({ inventory, clientDays, intensityOf }: YearInput): Outcome<IntensityFigures> {
  if (clientDays === undefined || intensityOf === undefined) return success({});
  const { products } = intensityOf;
  // Only purchases have a product, and they have no basis: either basis gives the same tonnes.
  const emissions = totalEmissions(inventory, {
    scope2: 'location-based',
    where: ({ product }) => product !== undefined && products.includes(product),
  });
  const { period } = inventory;
  const nights = sumClientDays(clientDays, { period, per: 'accommodation-night' });
  if (!nights.ok) return nights;
  const days = sumClientDays(clientDays, { period, per: 'client-day' });
  if (!days.ok) return days;
  const ratios = combine({
    perNight: intensityRatio(emissions, nights.value),
    perDay: intensityRatio(emissions, days.value),
  });
  if (!ratios.ok) return ratios;
  return success({
    intensityOf: intensityOf.name,
    intensityEmissions: decimalText(emissions.value),
    denominators: {
      'accommodation-night': decimalText(nights.value.value),
      'client-day': decimalText(days.value.value),
    },
    intensity: {
      'kgCO2e/accommodation-night': decimalText(ratios.value.perNight.value),
      'kgCO2e/client-day': decimalText(ratios.value.perDay.value),
    },
  });
}

function coverageFigures({ coverage, replaced }: FoldedLedger): CoverageFigures {
  const text = <T extends { readonly amount: { readonly value: Decimal } }>({ amount, ...rest }: T) => ({
    ...rest,
    amount: decimalText(amount.value),
  });
  return {
    currency: coverage.amount.unit,
    rows: coverage.rows,
    amount: decimalText(coverage.amount.value),
    byTreatment: coverage.byTreatment.map(text),
    unmapped: coverage.unmapped.map(text),
    replaced: replaced.map(text),
  };
}
