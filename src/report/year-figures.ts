import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { Category, Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { ministryClass, totalsByMinistryClass } from '../inventory/ministry-classes.js';
import type { ClassTotal } from '../inventory/ministry-classes.js';
import { biogenicEmissions, emissionsOutsideScopes } from '../inventory/totals-by-gas.js';
import { totalEmissions } from '../inventory/totals.js';
import { warningIssue } from '../issue.js';
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
 * purchases per accommodation-night and client-day, what stands outside the scopes, what became of the ledger, and every
 * warning. A category that fits none of the classes stands beside them, with the warning `class-missing`.
 *
 * Issues: `client-days-missing`, `period-not-whole-months`, `denominator-zero`.
 */
export function yearFigures(input: YearInput): Outcome<YearFigures> {
  const { year, inventory, ledger, warnings } = input;
  const outside = outsideClasses(inventory);
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
    ...(outside.length === 0 ? {} : { outsideClasses: outside }),
    ...apartFigures(inventory),
    ...parts.value.intensity,
    ...(ledger === undefined ? {} : { coverage: coverageFigures(ledger) }),
    warnings: [...warnings, ...inventory.warnings, ...outside.map(outsideWarning)],
  });
}

function bothBases(total: (scope2: Scope2Basis) => Decimal): BothBases {
  return { locationBased: decimalText(total('location-based')), marketBased: decimalText(total('market-based')) };
}

/** The categories without a class, with their totals: an agency has waste and freight, whatever its Ministry asks for. */
function outsideClasses(inventory: Inventory): NonNullable<YearFigures['outsideClasses']> {
  const homeless = inventory.lines.filter(
    (line) => line.outsideScopes === undefined && ministryClass(line) === undefined,
  );
  return [...new Set(homeless.map(({ category }) => category))].sort().map((category) => ({
    category,
    ...bothBases((scope2) => totalEmissions(inventory, { scope2, where: (line) => line.category === category }).value),
  }));
}

function outsideWarning({ category }: { readonly category: Category }): Issue {
  const message = `The category ${category} fits none of the Ministry's six classes; it stands beside them.`;
  return warningIssue('class-missing', { message, detail: { category } });
}

/** What is reported outside the scopes, where there is any of it. */
function apartFigures(inventory: Inventory): Pick<YearFigures, 'biogenicCo2' | 'montrealProtocolGases'> {
  const { lines } = inventory;
  const biogenic = bothBases((scope2) => biogenicEmissions(inventory, { scope2 }).value);
  return {
    ...(lines.some((line) => line.biogenicCo2 !== undefined) ? { biogenicCo2: biogenic } : {}),
    ...(lines.some((line) => line.outsideScopes !== undefined)
      ? { montrealProtocolGases: decimalText(emissionsOutsideScopes(inventory).value) }
      : {}),
  };
}

function classFigures(inventory: Inventory): Outcome<readonly ClassFigures[]> {
  const fitting = { ...inventory, lines: inventory.lines.filter((line) => ministryClass(line) !== undefined) };
  const location = totalsByMinistryClass(fitting, 'location-based');
  const market = totalsByMinistryClass(fitting, 'market-based');
  if (!location.ok) return location;
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
