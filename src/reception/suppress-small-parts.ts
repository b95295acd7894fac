import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { intensityRatio } from '../quantity/intensity-ratio.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { BreakdownKey } from './emissions-by-part.js';
import type { IntensityPart, ReceptionBreakdown } from './reception-breakdown.js';
import type { RegisterUnit } from './sum-client-days.js';

/** A breakdown that may be published: parts of few clients stand together. */
export interface PublishedBreakdown<D extends RegisterUnit> {
  readonly by: BreakdownKey;
  /** Parts with fewer clients on a mean day than this are not shown. */
  readonly fewerThan: number;
  readonly parts: readonly IntensityPart<D>[];
  /** What is not shown, in one figure; absent where every part is large enough. */
  readonly suppressed?: {
    readonly count: number;
    readonly emissions: Quantity<'kgCO2e'>;
    readonly days: Quantity<D>;
    /** Absent where the suppressed parts have no night or day at all. */
    readonly intensity?: Quantity<`kgCO2e/${D}`>;
  };
  readonly unassigned: Quantity<'kgCO2e'>;
}

/**
 * Takes small parts out of a breakdown before it is published: parts with fewer than `fewerThan` clients on a mean day, then the
 * next smallest until at least two parts stand together and have `fewerThan` clients between them, since a single part could be
 * found again by subtracting the others from the total. The names of the parts taken out are not given. Parts, what is
 * suppressed and what is unassigned still add up to the total digit for digit. Parts of equal size go in the order of their keys.
 *
 * Where all parts together have fewer clients than that, or there is only one, the total itself tells of them: publish neither.
 *
 * This protects persons in small groups, not secrets of a price or a place: leave such parts out yourself.
 *
 * @example suppressSmallParts(breakdown, { fewerThan: 10 })
 */
export function suppressSmallParts<D extends RegisterUnit>(
  { by, per, parts, unassigned }: ReceptionBreakdown<D>,
  { fewerThan }: { readonly fewerThan: number },
): PublishedBreakdown<D> {
  const hidden = hiddenKeys(parts, fewerThan);
  const shown = parts.filter(({ key }) => !hidden.has(key));
  if (hidden.size === 0) return { by, fewerThan, parts, unassigned };
  const together = parts.filter(({ key }) => hidden.has(key));
  const emissions = quantityOf(sumOf(together.map((part) => part.emissions.value)), 'kgCO2e');
  const days = quantityOf(sumOf(together.map((part) => part.days.value)), per);
  const intensity = intensityRatio(emissions, days);
  const suppressed = {
    count: together.length,
    emissions,
    days,
    ...(intensity.ok ? { intensity: intensity.value } : {}),
  };
  return { by, fewerThan, parts: shown, suppressed, unassigned };
}

function hiddenKeys(parts: readonly IntensityPart<RegisterUnit>[], fewerThan: number): ReadonlySet<string> {
  const bySize = [...parts].sort((a, b) => a.meanClients.comparedTo(b.meanClients));
  const hidden: IntensityPart<RegisterUnit>[] = [];
  for (const part of bySize) {
    const small = part.meanClients.lessThan(fewerThan);
    if (!small && (hidden.length === 0 || coverEachOther(hidden, fewerThan))) break;
    hidden.push(part);
  }
  return new Set(hidden.map(({ key }) => key));
}

/** Whether hidden parts have enough clients between them; a single one, hidden for being small, never has. */
function coverEachOther(hidden: readonly { readonly meanClients: Decimal }[], fewerThan: number): boolean {
  return !sumOf(hidden.map(({ meanClients }) => meanClients)).lessThan(fewerThan);
}
