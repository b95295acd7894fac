import { decomposeChange } from '../change/decompose-change.js';
import type { ChangeDecomposition } from '../change/decompose-change.js';
import type { DecompositionRule } from '../change/decomposition-rule.js';
import { totalEmissions } from '../inventory/totals.js';
import { success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { describeNumerator, numeratorLines } from '../reception/numerator.js';
import { receptionChangeTable } from '../reception/reception-change-table.js';
import type { ReceptionChangeOptions, ReceptionSide } from '../reception/reception-side.js';

/** What is not abatement and not growth either: the figure moved because it is counted otherwise. */
export type StructuralTerm = 'boundary' | 'site-transferred' | 'method' | 'factor-edition';

/** The earlier year calculated anew after one more structural change, each on top of the one before. */
export interface RestatedSide {
  readonly term: StructuralTerm;
  /** Printed with the effect. */
  readonly why: string;
  readonly side: ReceptionSide;
}

/** Two years, and the steps that make the earlier one comparable with the later. */
export interface ReceptionChangeInput {
  /** The earlier year as it was reported. */
  readonly before: ReceptionSide;
  readonly restated: readonly RestatedSide[];
  readonly after: ReceptionSide;
}

/** One cause of a change, in kilograms; causes sum to the change exactly. */
export interface ChangeCause {
  readonly cause: 'structural' | 'apart' | 'factor';
  readonly name: string;
  readonly effect: Quantity<'kgCO2e'>;
  readonly why?: string;
}

/** Why the emissions of reception moved between two years. */
export interface ReceptionChange {
  /** What was counted, in words. */
  readonly counted: string;
  readonly before: Quantity<'kgCO2e'>;
  readonly after: Quantity<'kgCO2e'>;
  readonly change: Quantity<'kgCO2e'>;
  /** Structural changes in their order, then what no night explains, then the factors of the table in theirs. */
  readonly causes: readonly ChangeCause[];
  /** The split of what is comparable, with its cells and its rule. */
  readonly decomposition: ChangeDecomposition<'kgCO2e'>;
}

/**
 * Splits the change of reception's emissions between two years into causes that sum to it digit for digit: structural ones first
 * (each is the earlier year calculated anew, less the version before), then terms that no number of nights explains, then
 * the factors of `receptionChangeTable` under the stated rule.
 *
 * Issues: those of `receptionChangeTable` and of `decomposeChange`.
 *
 * @example
 * receptionChange({ before, restated: [{ term: 'factor-edition', why: 'factors of 2025', side: beforeAnew }], after },
 *   { scope2: 'location-based', numerator, per: 'accommodation-night', rule: { method: 'shapley' } })
 */
export function receptionChange(
  { before, restated, after }: ReceptionChangeInput,
  { rule, ...options }: ReceptionChangeOptions & { readonly rule: DecompositionRule },
): Outcome<ReceptionChange> {
  const comparable = restated.at(-1)?.side ?? before;
  const table = receptionChangeTable(comparable, after, options);
  if (!table.ok) return table;
  const decomposition = decomposeChange(table.value.table, rule);
  if (!decomposition.ok) return decomposition;
  const total = (side: ReceptionSide) => kilogramsOf(side, options);
  const [first, last] = [total(before), total(after)];
  const apart = table.value.apart.map(
    ({ term, ...sides }): ChangeCause => ({
      cause: 'apart',
      name: term,
      effect: difference(sides.before, sides.after),
    }),
  );
  const factors = decomposition.value.effects.map(
    ({ factor, effect }): ChangeCause => ({ cause: 'factor', name: factor, effect }),
  );
  return success({
    counted: describeNumerator(options.numerator),
    before: first,
    after: last,
    change: difference(first, last),
    causes: [...structuralCauses(before, restated, total), ...apart, ...factors],
    decomposition: decomposition.value,
  });
}

function structuralCauses(
  before: ReceptionSide,
  restated: readonly RestatedSide[],
  total: (side: ReceptionSide) => Quantity<'kgCO2e'>,
): readonly ChangeCause[] {
  const versions = [before, ...restated.map(({ side }) => side)].map(total);
  return restated.flatMap(({ term, why }, index) => {
    const [earlier, later] = versions.slice(index, index + 2);
    if (earlier === undefined || later === undefined) return [];
    return [{ cause: 'structural' as const, name: term, effect: difference(earlier, later), why }];
  });
}

const KILOGRAMS_PER_TONNE = 1000;

function kilogramsOf({ inventory, register }: ReceptionSide, options: ReceptionChangeOptions): Quantity<'kgCO2e'> {
  const where = numeratorLines(options.numerator, register);
  const tonnes = totalEmissions(inventory, { scope2: options.scope2, where });
  return quantityOf(tonnes.value.times(KILOGRAMS_PER_TONNE), 'kgCO2e');
}

function difference(before: Quantity<'kgCO2e'>, after: Quantity<'kgCO2e'>): Quantity<'kgCO2e'> {
  return quantityOf(after.value.minus(before.value), 'kgCO2e');
}
