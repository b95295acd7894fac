import { monthsOf } from '../calendar/month.js';
import { decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { linesCounted } from '../inventory/totals.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
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

/** A term that no number of nights explains: its kilograms on both sides. */
export interface ApartTerm {
  readonly term: 'outside-reception' | 'without-nights';
  readonly before: Quantity<'kgCO2e'>;
  readonly after: Quantity<'kgCO2e'>;
}

/** Amounts of a form that has nights, and how many. */
export interface SleptAmounts extends SourceAmounts {
  readonly nights: Decimal;
}

/** A side in numbers: all nights, the nights of a form, amounts by form and source, and what stands apart. */
export interface ReadSide {
  readonly nights: Decimal;
  readonly nightsIn: (form: string) => Decimal;
  readonly amounts: ReadonlyMap<string, SleptAmounts>;
  readonly apart: Readonly<Record<ApartTerm['term'], Decimal>>;
}

/**
 * Reads one side of a change.
 *
 * Issues: those of `sumClientDays`, `form-ambiguous`, `denominator-zero`, `negative-factor`.
 */
export function readSide({ inventory, register }: ReceptionSide, options: ReceptionChangeOptions): Outcome<ReadSide> {
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
