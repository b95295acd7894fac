import type { ActivityKind } from '../activity/activity.js';
import type { Purchase } from '../activity/purchase.js';
import type { Month } from '../calendar/month.js';
import { decimalText } from '../decimal.js';
import { addToSum, emptySum, sumOf, totalOf } from '../decimal-sum.js';
import { programError } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Currency } from '../quantity/units.js';
import type { AccountMapping, Treatment } from './account-mapping.js';
import { coverageOf } from './coverage.js';
import type { Coverage, Tally } from './coverage.js';

/** Money that was left out because an activity of a kind stands for it at a site in a month. */
export interface ReplacedSpend {
  readonly kind: ActivityKind;
  readonly site?: string;
  readonly month: Month;
  readonly rows: number;
  readonly amount: Quantity<Currency>;
}

/** A ledger as purchases, with an account of every row and euro. */
export interface FoldedLedger {
  readonly mapping: string;
  /** One purchase per product, site, month and VAT basis, in the order of their ids. */
  readonly activities: readonly Purchase[];
  readonly coverage: Coverage;
  readonly replaced: readonly ReplacedSpend[];
}

/** What a fold has gathered when the last row has been read. */
export interface Gathered {
  readonly read: Tally;
  /** In the order of their ids. */
  readonly purchases: readonly Purchase[];
  readonly byTreatment: ReadonlyMap<Treatment, Tally>;
  readonly unmapped: ReadonlyMap<string, Tally>;
  /** By kind, month and site, as JSON. */
  readonly replaced: ReadonlyMap<string, Tally>;
}

/** The folded ledger from what was gathered; the same for the same rows in any order. */
export function foldedLedger(gathered: Gathered, mapping: AccountMapping): FoldedLedger {
  const { read, purchases, byTreatment, unmapped, replaced } = gathered;
  const coverage = coverageOf(read, byTreatment, unmapped, mapping.currency);
  assertPurchasesComplete(purchases, coverage);
  return {
    mapping: mapping.id,
    activities: purchases,
    coverage,
    replaced: [...replaced]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { rows, amount }]) => ({ ...replacedKey(key), rows, amount: quantityOf(amount, mapping.currency) })),
  };
}

function replacedKey(key: string): { kind: ActivityKind; month: Month; site?: string } {
  const [kind, month, site] = JSON.parse(key) as [ActivityKind, Month, string | null]; // written by the fold
  return site === null ? { kind, month } : { kind, month, site };
}

/** The purchases hold exactly the money of the purchase treatments: nothing was lost or made while it was divided. */
function assertPurchasesComplete(purchases: readonly Purchase[], { byTreatment }: Coverage): void {
  const bought = byTreatment.filter(({ treatment }) => treatment === 'purchase' || treatment === 'capital-purchase');
  const expected = sumOf(bought.map(({ amount }) => amount.value));
  const sum = emptySum();
  for (const { amount } of purchases) addToSum(sum, amount.value);
  const found = totalOf(sum);
  if (found.equals(expected)) return;
  throw programError(
    `The purchases sum to ${decimalText(found)}, the rows behind them to ${decimalText(expected)}. Was the mapping read with parseAccountMapping?`,
  );
}
