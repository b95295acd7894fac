import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { addToSum, emptySum, sumOf, totalOf } from '../decimal-sum.js';
import type { DecimalSum } from '../decimal-sum.js';
import { programError } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Currency } from '../quantity/units.js';
import { TREATMENTS } from './account-mapping.js';
import type { Treatment } from './account-mapping.js';

/** What became of every row and every euro of a ledger: amount = all treatments + unmapped, to the cent. */
export interface Coverage {
  readonly rows: number;
  readonly amount: Quantity<Currency>;
  /** Every treatment that occurs, in the order of `TREATMENTS`. */
  readonly byTreatment: readonly {
    readonly treatment: Treatment;
    readonly rows: number;
    readonly amount: Quantity<Currency>;
  }[];
  /** Accounts without a rule, the largest amounts first. */
  readonly unmapped: readonly UnmappedAccount[];
}

/** The postings of one account and category that no rule holds for. */
export interface UnmappedAccount {
  readonly account: string;
  readonly category?: string;
  readonly rows: number;
  readonly amount: Quantity<Currency>;
}

/** Rows and money of one kind, added up. */
export interface Tally {
  rows: number;
  amount: Decimal;
}

/** A tally that much is added to. */
export interface OpenTally {
  rows: number;
  readonly sum: DecimalSum;
}

/** A tally of nothing. */
export function openTally(): OpenTally {
  return { rows: 0, sum: emptySum() };
}

/** Adds rows and money to an open tally. */
export function addToTally(open: OpenTally, rows: number, amount: Decimal): void {
  open.rows += rows;
  addToSum(open.sum, amount);
}

/** What an open tally has come to. */
export function closedTally({ rows, sum }: OpenTally): Tally {
  return { rows, amount: totalOf(sum) };
}

/** Adds rows and money to the tally of a key. */
export function tally<K>(tallies: Map<K, Tally>, key: K, { rows, amount }: Tally): void {
  const known = tallies.get(key);
  if (known === undefined) {
    tallies.set(key, { rows, amount });
    return;
  }
  known.rows += rows;
  known.amount = known.amount.plus(amount);
}

/** The coverage from the tallies of a fold. Throws where they do not add up to what was read: that would be our fault. */
export function coverageOf(
  read: Tally,
  byTreatment: ReadonlyMap<Treatment, Tally>,
  unmapped: ReadonlyMap<string, Tally>,
  currency: Currency,
): Coverage {
  assertNothingLost(read, [...byTreatment.values(), ...unmapped.values()]);
  const money = (amount: Decimal) => quantityOf(amount, currency);
  return {
    rows: read.rows,
    amount: money(read.amount),
    byTreatment: TREATMENTS.flatMap((treatment) => {
      const found = byTreatment.get(treatment);
      return found === undefined ? [] : [{ treatment, rows: found.rows, amount: money(found.amount) }];
    }),
    unmapped: unmappedAccounts(unmapped, currency),
  };
}

/** The accounts without a rule, the largest amounts first whatever their sign. */
export function unmappedAccounts(unmapped: ReadonlyMap<string, Tally>, currency: Currency): readonly UnmappedAccount[] {
  return [...unmapped]
    .sort(([a, x], [b, y]) => y.amount.abs().comparedTo(x.amount.abs()) || (a < b ? -1 : 1))
    .map(([key, { rows, amount }]) => ({ ...unmappedKey(key), rows, amount: quantityOf(amount, currency) }));
}

/** The key under which unmapped postings are tallied. */
export function keyOfUnmapped(account: string, category: string | undefined): string {
  return JSON.stringify(category === undefined ? [account] : [account, category]);
}

function unmappedKey(key: string): { account: string; category?: string } {
  const [account, category] = JSON.parse(key) as [string, string?]; // written by keyOfUnmapped
  return category === undefined ? { account } : { account, category };
}

/** Rows and money that went in are the rows and money that came out. */
export function assertNothingLost(read: Tally, parts: readonly Tally[]): void {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const amount = sumOf(parts.map((part) => part.amount));
  if (rows === read.rows && amount.equals(read.amount)) return;
  throw programError(
    `The fold read ${read.rows} rows and ${decimalText(read.amount)}, but accounts for ${rows} rows and ${decimalText(amount)}.`,
  );
}
