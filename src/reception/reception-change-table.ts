import { ONE, ZERO } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import { readSide } from './reception-side.js';
import type { ApartTerm, ReadSide, ReceptionChangeOptions, ReceptionSide, SleptAmounts } from './reception-side.js';
import type { RegisterUnit } from './sum-client-days.js';

/** A number as an exact fraction; the denominator is above zero. */
export interface TableRatio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** A form and source: its values on both sides, in the order of the factors. */
export interface ReceptionCell {
  readonly key: string;
  readonly before: readonly TableRatio[];
  readonly after: readonly TableRatio[];
}

/** A table that `decomposeChange` splits, and what stands apart from it. */
export interface ReceptionChangeTable {
  readonly table: {
    readonly unit: 'kgCO2e';
    readonly factors: readonly string[];
    readonly cells: readonly ReceptionCell[];
  };
  readonly apart: readonly ApartTerm[];
}

/**
 * Two years of reception as a product for each form and source of emissions,
 *
 *     nights × share of the form × amount per night × exchange rate × price step × factor
 *
 * where the amount is money as it was spent, or kilowatt-hours and the like, on the VAT basis of the factor; the price step is
 * index(factor year) ÷ index(spend year), so that dearer euros raise the amount and lower the step alike; the factor is the
 * kilograms per unit of what then stands. All are exact quotients of sums, so that a cell is its kilograms digit for digit.
 *
 * A form without nights in one of the years takes the other year's values for what it cannot have, so that its coming or
 * going is an effect of nights and share alone; a source without emissions in one of them takes the other's rate, price and
 * factor, and is one of the amount per night besides. Emissions of lines at no site of the register, and those of a form that has no night at all, stand apart.
 * Cells and terms apart add up to the selection on either side.
 *
 * Issues: those of `sumClientDays`, `form-ambiguous`, `denominator-zero` for a year without nights, `negative-factor` for a form
 * and source whose credits exceed what was bought.
 */
export function receptionChangeTable(
  before: ReceptionSide,
  after: ReceptionSide,
  options: ReceptionChangeOptions,
): Outcome<ReceptionChangeTable> {
  const sides = combine({ before: readSide(before, options), after: readSide(after, options) });
  if (!sides.ok) return sides;
  const { before: first, after: last } = sides.value;
  const keys = [...new Set([...first.amounts.keys(), ...last.amounts.keys()])].sort();
  const cells = keys.flatMap((key) => {
    const sides = [amountsAt(key, first), amountsAt(key, last)] as const;
    return cellOf(key, { first, last }, sides);
  });
  return success({
    table: { unit: 'kgCO2e', factors: factorNames(options.per), cells },
    apart: (['outside-reception', 'without-nights'] as const).map((term) => ({
      term,
      before: quantityOf(first.apart[term], 'kgCO2e'),
      after: quantityOf(last.apart[term], 'kgCO2e'),
    })),
  });
}

function factorNames(per: RegisterUnit): readonly string[] {
  return [`${per}s`, 'share of the form', `amount per ${per}`, 'exchange rate', 'price level', 'emission factor'];
}

/** A form and source on both sides; nothing where nothing was bought on either. What a side cannot have is taken from the other. */
function cellOf(
  key: string,
  { first, last }: { readonly first: ReadSide; readonly last: ReadSide },
  [before, after]: readonly [SleptAmounts | undefined, SleptAmounts | undefined],
): readonly ReceptionCell[] {
  const [atFirst, atLast] = [before ?? after, after ?? before];
  if (atFirst === undefined || atLast === undefined) return [];
  return [{ key, before: ratiosOf(first, before, atFirst), after: ratiosOf(last, after, atLast) }];
}

/** The values of a cell on one side: its own amounts where it has any, else the known ones of the other side. */
function ratiosOf(side: ReadSide, own: SleptAmounts | undefined, known: SleptAmounts): readonly TableRatio[] {
  const nights = side.nightsIn(known.form);
  const perNight = nights.isZero()
    ? ratio(known.amount, known.nights)
    : ratio(own === undefined ? ZERO : own.amount, nights);
  return [
    ratio(side.nights, ONE),
    ratio(nights, side.nights),
    perNight,
    ratio(known.exchanged, known.amount),
    ratio(known.restated, known.exchanged),
    ratio(known.emissions, known.restated),
  ];
}

/** A side's amounts of a cell, where anything was bought. */
function amountsAt(key: string, { amounts }: ReadSide): SleptAmounts | undefined {
  const found = amounts.get(key);
  return found === undefined || found.amount.isZero() ? undefined : found;
}

function ratio(numerator: Decimal, denominator: Decimal): TableRatio {
  return { numerator, denominator };
}
