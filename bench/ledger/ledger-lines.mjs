import { groupLine } from './group-lines.mjs';

/** A folded ledger as lines: each product of the mapping stands for one category. */
export function linesOfLedger({ activities }) {
  return activities.map(({ product, site, period, amount, folded }) =>
    groupLine({
      category: `K${product.slice('product-'.length)}`,
      site,
      month: period.from.slice(0, 7),
      rows: folded.rows,
      cents: amount.value.times(100).toFixed(0),
    }),
  );
}
