import type { Decimal } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { FactorSet } from '../factor/emission-factor.js';
import { calculateInventory } from '../inventory/calculate-inventory.js';
import type { InventoryInput } from '../inventory/calculate-inventory.js';
import type { Inventory } from '../inventory/inventory.js';
import { totalEmissions } from '../inventory/totals.js';
import type { TotalOptions } from '../inventory/totals.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, combine, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';

/** One year of a history: everything its inventory is calculated from, but the factors. */
export interface YearWithoutFactors {
  readonly year: number;
  readonly input: Omit<InventoryInput, 'factors'>;
}

/** The edition a series was calculated with, and the one that takes its place. */
export interface EditionPair {
  readonly before: FactorSet;
  readonly after: FactorSet;
}

/** The name of an edition. */
export interface EditionName {
  readonly id: string;
  readonly edition: string;
}

/** One year under both editions. */
export interface EditionYear {
  readonly year: number;
  readonly before: Quantity<'tCO2e'>;
  readonly after: Quantity<'tCO2e'>;
  /** after − before, exact. */
  readonly difference: Quantity<'tCO2e'>;
  /** difference ÷ before, 12 decimals; absent where before is zero. */
  readonly share?: Decimal;
}

/** A history under two editions of its factors, side by side: neither series takes the other's place. */
export interface EditionComparison {
  readonly editions: { readonly before: EditionName; readonly after: EditionName };
  /** In the order given. */
  readonly years: readonly EditionYear[];
  readonly inventories: readonly { readonly year: number; readonly before: Inventory; readonly after: Inventory }[];
}

/**
 * The same activities of every year under two editions of the factors. A change of edition over a whole history is an act
 * of its own: both series are kept, and nothing is replaced. Everything but the factors is the same on both sides.
 *
 *     difference = after − before        share = difference ÷ before
 *
 * Issues: those of `calculateInventory`, of every year and edition at once, with the year before the message and the
 * path, and the edition as source (its id; id and edition where both editions have one id); `invalid-value` for a year
 * that is given twice, or two editions of one name.
 *
 * @see GHG Protocol, Corporate Value Chain Standard, chapter 9: recalculation for changes of data and method
 * @example compareEditions([{ year: 2018, input }], { before: edition2015, after: edition2019 }, { scope2: 'location-based' })
 */
export function compareEditions(
  years: readonly YearWithoutFactors[],
  editions: EditionPair,
  options: TotalOptions,
): Outcome<EditionComparison> {
  const faults = [...repeatedYears(years), ...sameName(editions)];
  if (faults.length > 0) return failureOf(faults);
  const calculated = collect(years.map((year) => bothInventories(year, editions)));
  if (!calculated.ok) return calculated;
  const inventories = calculated.value;
  return success(
    {
      editions: { before: nameOf(editions.before), after: nameOf(editions.after) },
      years: inventories.map((year) => comparedYear(year, options)),
      inventories,
    },
    calculated.issues,
  );
}

type YearInventories = EditionComparison['inventories'][number];

function bothInventories({ year, input }: YearWithoutFactors, editions: EditionPair): Outcome<YearInventories> {
  const { before, after } = editions;
  const under = (factors: FactorSet) =>
    ofEdition(calculateInventory({ ...input, factors }), year, sourceOf(factors, editions));
  const both = combine({ before: under(before), after: under(after) });
  return both.ok ? success({ year, ...both.value }, both.issues) : both;
}

/** The outcome with every issue placed under its year and edition. */
function ofEdition<T>(outcome: Outcome<T>, year: number, source: string): Outcome<T> {
  const issues = outcome.issues.map((issue): Issue => {
    const path = [String(year), issue.at?.path].filter((step) => step !== undefined).join('.');
    return { ...issue, message: `${year}: ${issue.message}`, at: { ...issue.at, source, path } };
  });
  return outcome.ok ? success(outcome.value, issues) : failureOf(issues);
}

function comparedYear({ year, before, after }: YearInventories, options: TotalOptions): EditionYear {
  const old = totalEmissions(before, options);
  const restated = totalEmissions(after, options);
  const difference = restated.value.minus(old.value);
  return {
    year,
    before: old,
    after: restated,
    difference: quantityOf(difference, 'tCO2e'),
    ...(old.value.isZero() ? {} : { share: roundedQuotient(difference, old.value) }),
  };
}

function nameOf({ id, edition }: FactorSet): EditionName {
  return { id, edition };
}

function sourceOf({ id, edition }: FactorSet, { before, after }: EditionPair): string {
  return before.id === after.id ? `${id} ${edition}` : id;
}

function repeatedYears(years: readonly YearWithoutFactors[]): readonly Issue[] {
  const numbers = years.map(({ year }) => year);
  const repeated = numbers.filter((year, index) => numbers.indexOf(year) !== index).map(String);
  return [...new Set(repeated)].map((value) => {
    const message = `The year ${value} is given twice. Put its activities into one input.`;
    const detail = { value, expected: 'each year once', nearest: [] };
    return errorIssue('invalid-value', { message, detail, at: { path: 'years' } });
  });
}

/** Two series that go by one name could not be told apart by a reader. */
function sameName({ before, after }: EditionPair): readonly Issue[] {
  if (before.id !== after.id || before.edition !== after.edition) return [];
  const value = `${after.id} ${after.edition}`;
  const message = `Both editions are called ${value}, so nobody could tell the series apart. Give the changed set an edition of its own.`;
  const detail = { value, expected: 'another id or edition than before', nearest: [] };
  return [errorIssue('invalid-value', { message, detail, at: { path: 'editions.after' } })];
}
