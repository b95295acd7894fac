import type { EmissionLine } from '../emission/emission-line.js';
import { UNITY, ratioTimes } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import type { Inventory } from '../inventory/inventory.js';
import type { Issue } from '../issue.js';
import { heldAgainst, notChecked, shown } from './plausibility-findings.js';
import type { PlausibilityBound } from './plausibility-bounds.js';
import { idsOf } from './site-amounts.js';

/**
 * Kilograms per euro of what purchases state: the product of a line's terms after the amount (VAT, margin, price, factor),
 * whatever part of the days or of the operation counts. Lines of one product and factor that are alike in it are one finding.
 */
export function kilogramsPerEuro(bound: PlausibilityBound, inventory: Inventory | undefined): readonly Issue[] {
  if (inventory === undefined) return [];
  const groups = new Map<string, AlikeLines>();
  for (const line of inventory.lines) {
    if (line.kind !== 'purchase' || line.outsideScopes !== undefined) continue;
    const perEuro = perEuroOf(line);
    const key = JSON.stringify([line.product, line.factorId, perEuro === undefined ? '' : shown(perEuro)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { perEuro, product: line.product ?? '', lines: [line] });
    else known.lines.push(line);
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([, { perEuro, product, lines }]) => {
    const activityIds = idsOf(lines.map(({ activityId: id }) => ({ id })));
    const subject = { site: '', product, period: inventory.period, activityIds };
    if (perEuro === undefined) return [notChecked(bound.ratio, subject, 'an amount in EUR')];
    return heldAgainst(bound, perEuro, subject);
  });
}

interface AlikeLines {
  /** Absent for money in another currency. */
  readonly perEuro: ExactRatio | undefined;
  readonly product: string;
  readonly lines: EmissionLine[];
}

/** Terms that say how much of the purchase a line is, and not how much its euro emits. */
const HOW_MUCH: ReadonlySet<string> = new Set(['amount', 'days', 'share']);

function perEuroOf({ terms }: EmissionLine): ExactRatio | undefined {
  if (!terms.some((term) => term.name === 'amount' && term.unit === 'EUR')) return undefined;
  return terms
    .filter(({ name }) => !HOW_MUCH.has(name))
    .reduce((ratio, { numerator, denominator }) => ratioTimes(ratio, numerator, denominator), UNITY);
}
