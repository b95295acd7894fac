import { monthsOf } from '../calendar/month.js';
import { ONE, ZERO, decimalText, sumOf } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { linesCounted } from '../inventory/totals.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { combine, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { amountsBySource } from './change-amounts.js';
import type { SourceAmounts } from './change-amounts.js';
import type { ClientDays } from './client-days.js';
import { NO_PART, siteAmong } from './emissions-by-part.js';
import type { FormShares } from './form-shares.js';
import { numeratorLines } from './numerator.js';
import type { ReceptionNumerator } from './numerator.js';
import { countOf, sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** One year of reception: what was emitted, and the nights and days of the same months. */
export interface ReceptionSide {
  readonly inventory: Inventory;
  readonly register: ClientDays;
}

/** What the change is explained by. Every choice moves the effects, so that none has a default. */
export interface ReceptionChangeOptions {
  readonly scope2: Scope2Basis;
  readonly numerator: ReceptionNumerator;
  readonly per: RegisterUnit;
  /** How sites with clients in several forms are parted; absent: such a site is an issue. */
  readonly formShares?: FormShares | undefined;
}

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

/** A term that no number of nights explains: its kilograms on both sides. */
export interface ApartTerm {
  readonly term: 'outside-reception' | 'without-nights';
  readonly before: Quantity<'kgCO2e'>;
  readonly after: Quantity<'kgCO2e'>;
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

/** Amounts of a form that has nights, and how many. */
interface SleptAmounts extends SourceAmounts {
  readonly nights: Decimal;
}

/** A side in numbers: all nights, the nights of a form, amounts by form and source, and what stands apart. */
interface ReadSide {
  readonly nights: Decimal;
  readonly nightsIn: (form: string) => Decimal;
  readonly amounts: ReadonlyMap<string, SleptAmounts>;
  readonly apart: Readonly<Record<ApartTerm['term'], Decimal>>;
}

function readSide({ inventory, register }: ReceptionSide, options: ReceptionChangeOptions): Outcome<ReadSide> {
  const { scope2, numerator, per, formShares } = options;
  const nights = sumClientDays(register, { period: inventory.period, per });
  if (!nights.ok) return nights;
  if (nights.value.value.isZero()) return failureOf([withoutNights(per)]);
  const months = new Set(monthsOf(inventory.period));
  const rows = register.filter(({ month }) => months.has(month));
  const lines = linesCounted(inventory, { scope2, where: numeratorLines(numerator, register) });
  const amounts = amountsBySource(lines, rows, formShares);
  if (!amounts.ok) return amounts;
  const nightsIn = (form: string) => sumOf(rows.flatMap((row) => (row.form === form ? [countOf(row, per)] : [])));
  const slept = amounts.value
    .map((each): SleptAmounts => ({ ...each, nights: nightsIn(each.form) }))
    .filter((each) => each.nights.greaterThan(0));
  const negative = slept.flatMap(creditIssues);
  if (negative.length > 0) return failureOf(negative);
  const siteOf = siteAmong(rows);
  return success({
    nights: nights.value.value,
    nightsIn,
    amounts: new Map(slept.map((each) => [`${each.form}, ${each.source}`, each])),
    apart: {
      'outside-reception': sumOf(lines.flatMap((line) => (siteOf(line) === NO_PART ? [line.emissions.value] : []))),
      'without-nights': sumOf(amounts.value.flatMap((each) => (nightsIn(each.form).isZero() ? [each.emissions] : []))),
    },
  });
}

function withoutNights(unit: RegisterUnit): Issue {
  const message = `A change cannot be explained per ${unit}: one of the periods has none of them. Check the register.`;
  return errorIssue('denominator-zero', { message, detail: { unit } });
}

/** Credits beyond what was bought make no product: neither a night nor a price can be negative. */
function creditIssues({ form, source, ...steps }: SourceAmounts): readonly Issue[] {
  const values = [steps.amount, steps.exchanged, steps.restated];
  const bought = values.every((value) => value.greaterThan(0)) && !steps.emissions.isNegative();
  if (bought || [...values, steps.emissions].every((value) => value.isZero())) return [];
  const value = decimalText(steps.emissions);
  const message = `${form}, ${source}: credits come to as much as what was bought or more (${value} kgCO2e), which no number of nights explains. Take the credit notes into the year they belong to, or leave this product out of the numerator.`;
  return [errorIssue('negative-factor', { message, detail: { value }, at: { path: `${form}, ${source}` } })];
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
