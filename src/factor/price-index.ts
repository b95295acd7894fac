import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { CURRENCIES } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import { readWith, textSchema } from '../reading.js';
import { sourceSchema } from './source.js';
import type { Source } from './source.js';
import { valueOfYear, yearTableSchema } from './year-table.js';
import type { YearTable } from './year-table.js';

/** A price index: how the price level of one currency moved from year to year. Only ratios of its values are used. */
export interface PriceIndex {
  readonly id: string;
  readonly currency: Currency;
  readonly source: Source;
  readonly index: YearTable;
  /** The products it holds for; absent: all that no other index of the currency names. */
  readonly products?: readonly string[] | undefined;
}

/** `PriceIndex` as data. */
export const priceIndexSchema = z.strictObject({
  id: textSchema,
  currency: z.enum(CURRENCIES),
  source: sourceSchema,
  index: yearTableSchema,
  products: z.optional(z.array(textSchema)),
});

/**
 * Reads a price index. Values are above zero.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`.
 */
export function parsePriceIndex(input: unknown): Outcome<PriceIndex> {
  return readWith<PriceIndex>(priceIndexSchema, input);
}

/** Which restatement of money is needed. */
export interface PriceQuestion {
  readonly currency: Currency;
  readonly product: string;
  readonly fromYear: number;
  readonly toYear: number;
}

/** An index's answer: the value of the year the money was spent in, and of the year it is restated to. */
export interface PriceAnswer {
  readonly index: PriceIndex;
  readonly from: Decimal;
  readonly to: Decimal;
}

/**
 * The index values that restate money of one year in prices of another. An index that names the product goes before one
 * for all products. No index, or one without a year, is an issue and never a ratio of 1.
 *
 * Issues: `price-index-missing`, `price-index-ambiguous`.
 */
export function findPrices(indices: readonly PriceIndex[], question: PriceQuestion): Outcome<PriceAnswer> {
  const { currency, product, fromYear, toYear } = question;
  const ofCurrency = indices.filter((index) => index.currency === currency);
  const named = ofCurrency.filter(({ products }) => products?.includes(product) === true);
  const [index, ...others] = named.length > 0 ? named : ofCurrency.filter(({ products }) => products === undefined);
  if (index === undefined) return missing(question, [fromYear, toYear], `There is no ${currency} price index`);
  if (others.length > 0)
    return ambiguous(
      question,
      [index, ...others].map(({ id }) => id),
    );
  const from = valueOfYear(index.index, fromYear);
  const to = valueOfYear(index.index, toYear);
  if (from !== undefined && to !== undefined) return success({ index, from, to });
  const absent = [fromYear, toYear].filter((year) => valueOfYear(index.index, year) === undefined);
  return missing(question, absent, `The index ${index.id} has no value for ${absent.join(' and ')}`);
}

function missing(
  { currency, product, fromYear, toYear }: PriceQuestion,
  years: readonly number[],
  what: string,
): Outcome<never> {
  const message = `${what} to restate ${product} from ${fromYear} in prices of ${toYear}. Add an index of the factor's currency that covers both years.`;
  return failure(errorIssue('price-index-missing', { message, detail: { currency, product, years } }));
}

function ambiguous({ currency, product }: PriceQuestion, ids: readonly string[]): Outcome<never> {
  const message = `More than one ${currency} price index answers for ${product}: ${ids.join(', ')}. Keep one, or name their products.`;
  return failure(errorIssue('price-index-ambiguous', { message, detail: { currency, product, ids } }));
}
