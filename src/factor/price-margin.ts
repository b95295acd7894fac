import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { duplicateIds } from '../duplicate-ids.js';
import { errorIssue } from '../issue.js';
import { collect, failure, failureOf, located, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, shareBelowOneSchema, textSchema } from '../reading.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';

/**
 * What stands between the price a purchaser pays and the basic price its producer keeps: trade and transport margins, and
 * taxes on products less subsidies. Needed for factors that are stated in basic prices.
 */
export interface PriceMargin {
  readonly id: string;
  /** The products it holds for; absent: all that no other margin names. */
  readonly products?: readonly string[] | undefined;
  /** The part of the purchaser price without VAT that is no basic price: at least 0, below 1. */
  readonly share: Decimal;
  readonly source: Source;
}

/** `PriceMargin` as data. */
export const priceMarginSchema = z.strictObject({
  id: textSchema,
  products: z.optional(z.array(textSchema).min(1)),
  share: shareBelowOneSchema,
  source: sourceSchema,
});

/**
 * Reads the margins of products. Every row, every fault; `at.row` is the 1-based position. A share of zero is a value.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `duplicate-id`.
 *
 * @see European system of accounts 2010, 3.44 and 3.46: basic price, purchaser's price
 * @example parsePriceMargins([{ id: 'food', products: ['food'], share: '0.3', source }])
 */
export function parsePriceMargins(rows: readonly unknown[]): Outcome<readonly PriceMargin[]> {
  const read = collect(
    rows.map((row, index) => located(readWith<PriceMargin>(priceMarginSchema, row), { row: index + 1 })),
  );
  const repeated = duplicateIds(rows);
  return read.ok && repeated.length === 0 ? read : failureOf([...read.issues, ...repeated]);
}

/** Which margin is needed: the factor in basic prices, and the product it answers for. */
export interface MarginQuestion {
  readonly factorId: string;
  readonly product: string;
}

/**
 * The margin of a product. One that names the product goes before one for all products. None is an issue, and never a
 * margin of zero.
 *
 * Issues: `price-basis-unsupported`, `price-margin-ambiguous`.
 */
export function findMargin(
  margins: readonly PriceMargin[],
  { factorId: id, product }: MarginQuestion,
): Outcome<PriceMargin> {
  const named = margins.filter(({ products }) => products?.includes(product) === true);
  const answering = named.length > 0 ? named : margins.filter(({ products }) => products === undefined);
  const [margin, ...others] = answering;
  if (margin === undefined) {
    const message = `The factor ${id} is stated in basic prices; spend is in purchaser prices. State the margin of ${product} in priceMargins, or use a purchaser-price factor.`;
    return failure(errorIssue('price-basis-unsupported', { message, detail: { id, priceBasis: 'basic' } }));
  }
  if (others.length === 0) return success(margin);
  const ids = answering.map((each) => each.id);
  const message = `More than one price margin answers for ${product}: ${ids.join(', ')}. Keep one, or name their products.`;
  return failure(errorIssue('price-margin-ambiguous', { message, detail: { product, ids } }));
}
