import type { Purchase } from '../activity/purchase.js';
import { ONE, equalDecimals } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { findRate } from '../factor/exchange-rates.js';
import { findPrices } from '../factor/price-index.js';
import { findMargin } from '../factor/price-margin.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isCurrency } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import type { FactorMoney, PreparedContext } from './calculation-context.js';
import { fraction } from './term.js';
import type { Term, VatTerm } from './term.js';

/**
 * The steps between the money spent in a year and the money a factor is stated in, but for VAT: margin, exchange
 * rate, prices, each absent where it does not apply. What every step lacks is asked for at once.
 *
 * Issues: `price-basis-unsupported`, `price-margin-ambiguous`, `exchange-rate-missing`, `price-index-missing`, `price-index-ambiguous`.
 */
export function moneyTerms(
  purchase: Purchase,
  money: FactorMoney,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const steps = collect([
    marginTerms(purchase.product, money, context),
    exchangeTerms(purchase.amount.unit, money, year, context),
    priceTerms(purchase.product, money, year, context),
  ]);
  return steps.ok ? success(steps.value.flat()) : steps;
}

/** The money a spend-based factor is stated in. Issues: `factor-incomplete`, `price-basis-unsupported`. */
export function moneyOf(factor: EmissionFactor): Outcome<FactorMoney> {
  const { id, per, priceYear, vat, priceBasis } = factor;
  if (!isCurrency(per) || priceYear === undefined || vat === undefined || priceBasis === undefined) {
    const message = `The spend-based factor ${id} does not state its currency, price year, price basis and VAT basis. Take them from the publication.`;
    return failure(errorIssue('factor-incomplete', { message, detail: { id, field: 'priceYear, priceBasis, vat' } }));
  }
  if (priceBasis === 'basic' && vat === 'included') {
    const message = `The factor ${id} is stated in basic prices and with VAT, and a basic price holds none. Correct its vat or its priceBasis.`;
    return failure(errorIssue('price-basis-unsupported', { message, detail: { id, priceBasis } }));
  }
  return success({ currency: per, priceYear, vat, priceBasis, factorId: id });
}

function marginTerms(
  product: string,
  { priceBasis, factorId }: FactorMoney,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (priceBasis === 'purchaser') return NO_STEP;
  const margin = findMargin(context.priceMargins ?? [], { factorId, product });
  if (!margin.ok) return margin;
  const { id: source, share } = margin.value;
  return success([{ name: 'margin', ...fraction(ONE.minus(share)), share, source }]);
}

/** The step from the VAT basis of a purchase to that of the factor; one term for each rate. Issues: `vat-rate-missing`. */
export function vatTerms(
  { vat: from, vatRate: rate }: Purchase,
  { vat: to }: FactorMoney,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (from === to) return NO_STEP;
  if (rate === undefined) {
    const message = `The purchase has VAT ${from} and the factor has it ${to}. State the vatRate, for example "0.24".`;
    return failure(errorIssue('vat-rate-missing', { message, detail: { from, to } }));
  }
  const known = context.vatTerms.find((term) => term.from === from && equalDecimals(term.rate, rate));
  if (known !== undefined) return success([known]);
  const whole = ONE.plus(rate);
  const step = from === 'included' ? fraction(ONE, whole) : fraction(whole);
  const made: VatTerm = { name: 'vat', ...step, from, to, rate };
  context.vatTerms.push(made);
  return success([made]);
}

const NO_STEP = success<readonly Term[]>([]);

function exchangeTerms(
  from: Currency,
  { currency: to }: FactorMoney,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (from === to) return success([]);
  const rate = findRate(context.exchangeRates, { from, to, year });
  if (!rate.ok) return rate;
  const { numerator, denominator, id } = rate.value;
  return success([{ name: 'exchange-rate', ...fraction(numerator, denominator), from, to, year, source: id }]);
}

function priceTerms(
  product: string,
  { currency, priceYear: toYear }: FactorMoney,
  fromYear: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (fromYear === toYear) return success([]);
  const prices = findPrices(context.priceIndices ?? [], { currency, product, fromYear, toYear });
  if (!prices.ok) return prices;
  const { from, to, index } = prices.value;
  return success([{ name: 'price', ...fraction(to, from), fromYear, toYear, source: index.id }]);
}
