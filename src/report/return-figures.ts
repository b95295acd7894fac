import { decimalText } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { totalEmissions } from '../inventory/totals.js';
import type { Issue } from '../issue.js';
import type { SpendAfterReplacement } from '../ledger/replace-spend.js';
import type { CompletedReturns } from '../reception/supplier-returns-complete.js';
import type { ReturnFigures } from './reception-report.js';

/** One year with and without the supplier returns. */
export interface ReturnInput {
  readonly year: number;
  readonly scope2: Scope2Basis;
  readonly completed: CompletedReturns;
  readonly spend: SpendAfterReplacement;
  /** The year by spend alone, and with the returns in the place of the money they stand for. */
  readonly before: Inventory;
  readonly after: Inventory;
  /** Warnings of completing and replacing. */
  readonly warnings: readonly Issue[];
}

/**
 * What the supplier returns of a year come to, as plain data: what became of every quantity, which sites are silent, which
 * money left the spend calculation for what, and the total of the organisation without and with them.
 */
export function returnFigures(input: ReturnInput): ReturnFigures {
  const { year, scope2, completed, spend, before, after, warnings } = input;
  const known = new Set(before.warnings.map(({ message }) => message));
  return {
    year,
    status: completed.status.map(({ site, form, quantity, status, amount, openDays, coveredDays, medianOf }) => ({
      site,
      form,
      quantity,
      status,
      ...(amount === undefined ? {} : { amount: decimalText(amount.value), unit: amount.unit }),
      openDays,
      coveredDays,
      medianOf,
    })),
    silent: completed.silent,
    money: spend.totals.map(({ currency, ledger, kept, replaced }) => ({
      currency,
      purchases: decimalText(ledger.value),
      kept: decimalText(kept.value),
      replaced: decimalText(replaced.value),
    })),
    replaced: spend.replaced.map(({ replacement, purchaseId, amount, by, why }) => ({
      replacement,
      purchaseId,
      amount: decimalText(amount.value),
      by,
      why,
    })),
    total: { spendAlone: totalText(before, scope2), withReturns: totalText(after, scope2) },
    warnings: [...warnings, ...after.warnings.filter(({ message }) => !known.has(message))],
  };
}

function totalText(inventory: Inventory, scope2: Scope2Basis): string {
  return decimalText(totalEmissions(inventory, { scope2 }).value);
}
