import { z } from 'zod';
import { ONE } from '../decimal.js';
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

/** Yearly average exchange rates: foreign units per one unit of the base currency. */
export interface ExchangeRates {
  readonly id: string;
  readonly source: Source;
  readonly base: Currency;
  readonly rates: { readonly [C in Currency]?: YearTable | undefined };
}

const rate = z.optional(yearTableSchema);

/** `ExchangeRates` as data. */
export const exchangeRatesSchema = z.strictObject({
  id: textSchema,
  source: sourceSchema,
  base: z.enum(CURRENCIES),
  rates: z.strictObject({
    EUR: rate,
    USD: rate,
    GBP: rate,
    SEK: rate,
    NOK: rate,
    DKK: rate,
    CHF: rate,
  } satisfies Record<Currency, unknown>),
});

/**
 * Reads exchange rates: `{ "id": "ecb", "base": "EUR", "rates": { "USD": { "2022": "1.0530" } } }`.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`.
 */
export function parseExchangeRates(input: unknown): Outcome<ExchangeRates> {
  const read = readWith<ExchangeRates>(exchangeRatesSchema, input);
  if (!read.ok || read.value.rates[read.value.base] === undefined) return read;
  const { base } = read.value;
  const message = `Rates are stated per one ${base}, so a table of ${base} itself says nothing. Take it out, or correct the base.`;
  const detail = { value: base, expected: 'currencies other than the base', nearest: [] };
  return failure(errorIssue('invalid-value', { message, detail, at: { path: `rates.${base}` } }));
}

/** Which conversion of money is needed. */
export interface RateQuestion {
  readonly from: Currency;
  readonly to: Currency;
  readonly year: number;
}

/**
 * The rate of a year as an exact fraction: units of `to` for one unit of `from` are numerator ÷ denominator. Through the
 * base currency where neither is the base.
 *
 * Issues: `exchange-rate-missing`.
 */
export function findRate(
  rates: ExchangeRates | undefined,
  question: RateQuestion,
): Outcome<{ readonly numerator: Decimal; readonly denominator: Decimal; readonly id: string }> {
  const { from, to, year } = question;
  if (rates === undefined) return missing(question);
  const numerator = perBase(rates, to, year);
  const denominator = perBase(rates, from, year);
  if (numerator === undefined || denominator === undefined) return missing(question);
  return success({ numerator, denominator, id: rates.id });
}

function perBase(rates: ExchangeRates, currency: Currency, year: number): Decimal | undefined {
  if (currency === rates.base) return ONE;
  const table = rates.rates[currency];
  return table === undefined ? undefined : valueOfYear(table, year);
}

function missing({ from, to, year }: RateQuestion): Outcome<never> {
  const message = `There is no exchange rate from ${from} to ${to} for ${year}, the year of the spend. Add the yearly average with its source.`;
  return failure(errorIssue('exchange-rate-missing', { message, detail: { from, to, year } }));
}
