import type { FoldOrigin, Purchase } from '../activity/purchase.js';
import { sumOf } from '../decimal-sum.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { addQuantities } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Currency } from '../quantity/units.js';
import type { Treatment } from './account-mapping.js';
import { coverageOf, keyOfUnmapped, tally } from './coverage.js';
import type { Coverage, Tally } from './coverage.js';
import type { FoldedLedger, ReplacedSpend } from './folded-ledger.js';

/**
 * Adds up ledgers that were folded apart with the same mapping: parts of one file, files of several systems, shards of an
 * engine. The result is what one fold of all their rows would have given, digit for digit, in whatever order they come.
 *
 * Issues: `ledgers-differ` (another mapping or currency; the position counts from 1), `missing-field` (no ledger at all).
 *
 * @example const year = orThrow(mergeFoldedLedgers([january, rest]));
 */
export function mergeFoldedLedgers(ledgers: readonly FoldedLedger[]): Outcome<FoldedLedger> {
  const [first, ...others] = ledgers;
  if (first === undefined) return failure(noLedger());
  const differences = others.flatMap((ledger, index) => differencesOf(ledger, first, index + 2));
  if (differences.length > 0) return failureOf(differences);
  return success({
    mapping: first.mapping,
    activities: mergedPurchases(ledgers.flatMap(({ activities }) => activities)),
    coverage: mergedCoverage(
      ledgers.map(({ coverage }) => coverage),
      first.coverage.amount.unit,
    ),
    replaced: mergedReplaced(ledgers.flatMap(({ replaced }) => replaced)),
  });
}

function noLedger(): Issue {
  const message =
    'There is no ledger to add up. An empty list is not an empty ledger: pass the ledgers that were folded.';
  return errorIssue('missing-field', { message, detail: { field: 'ledgers' } });
}

function differencesOf(ledger: FoldedLedger, first: FoldedLedger, position: number): readonly Issue[] {
  const pairs = [
    ['mapping', first.mapping, ledger.mapping],
    ['currency', first.coverage.amount.unit, ledger.coverage.amount.unit],
  ] as const;
  return pairs
    .filter(([, expected, found]) => expected !== found)
    .map(([field, expected, found]) => {
      const message = `Ledger ${position} was folded with ${field} ${found}, the first one with ${expected}. Fold all of them with one mapping.`;
      return errorIssue('ledgers-differ', { message, detail: { field, position } });
    });
}

/** Purchases of one group become one; all that their id names is the same in each. */
function mergedPurchases(purchases: readonly Purchase[]): readonly Purchase[] {
  const byId = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const known = byId.get(purchase.id);
    if (known === undefined) byId.set(purchase.id, [purchase]);
    else known.push(purchase);
  }
  return [...byId.values()].map(mergedPurchase).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function mergedPurchase(parts: readonly Purchase[]): Purchase {
  return parts.reduce((one, other) => ({
    ...one,
    amount: addQuantities(one.amount, other.amount),
    folded: mergedOrigin(one.folded, other.folded),
  }));
}

/** A purchase that was not folded from rows says nothing of them, alone or merged. */
function mergedOrigin(one: FoldOrigin | undefined, other: FoldOrigin | undefined): FoldOrigin | undefined {
  if (one === undefined || other === undefined) return undefined;
  return {
    ...one,
    rules: inOrder(...new Set([...one.rules, ...other.rules])),
    rows: one.rows + other.rows,
    firstDate: inOrder(one.firstDate, other.firstDate)[0],
    lastDate: inOrder(one.lastDate, other.lastDate).at(-1),
  };
}

function inOrder(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined).sort((a, b) => (a < b ? -1 : 1));
}

function mergedCoverage(parts: readonly Coverage[], currency: Currency): Coverage {
  const byTreatment = new Map<Treatment, Tally>();
  const unmapped = new Map<string, Tally>();
  for (const part of parts) {
    for (const each of part.byTreatment) tally(byTreatment, each.treatment, tallyOf(each));
    for (const each of part.unmapped) tally(unmapped, keyOfUnmapped(each.account, each.category), tallyOf(each));
  }
  return coverageOf(total(parts.map(tallyOf)), byTreatment, unmapped, currency);
}

interface Counted {
  readonly rows: number;
  readonly amount: Quantity<Currency>;
}

function tallyOf({ rows, amount }: Counted): Tally {
  return { rows, amount: amount.value };
}

function total(tallies: readonly Tally[]): Tally {
  const rows = tallies.reduce((sum, each) => sum + each.rows, 0);
  return { rows, amount: sumOf(tallies.map(({ amount }) => amount)) };
}

function mergedReplaced(all: readonly ReplacedSpend[]): readonly ReplacedSpend[] {
  const byPlace = new Map<string, ReplacedSpend>();
  for (const each of all) {
    const key = JSON.stringify([each.kind, each.month, each.site]);
    const known = byPlace.get(key);
    const amount = known === undefined ? each.amount : addQuantities(known.amount, each.amount);
    byPlace.set(key, { ...each, rows: each.rows + (known?.rows ?? 0), amount });
  }
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
