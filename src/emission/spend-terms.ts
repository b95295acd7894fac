import type { Purchase } from '../activity/purchase.js';
import { ONE } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { findRate } from '../factor/exchange-rates.js';
import { findPrices } from '../factor/price-index.js';
import { findMargin } from '../factor/price-margin.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isCurrency } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import type { PreparedContext } from './calculation-context.js';
import { fraction } from './term.js';
import type { Term } from './term.js';

/**
 * The steps from the money of a purchase to the money its factor is stated in: VAT, margin, exchange rate, price, each
 * absent where it does not apply. What every step lacks is asked for at once.
 *
 * Issues: `factor-incomplete`, `vat-rate-missing`, `price-basis-unsupported`, `price-margin-ambiguous`,
 * `exchange-rate-missing`, `price-index-missing`, `price-index-ambiguous`.
 */
export function makeSpendTerms(
  purchase: Purchase,
  factor: EmissionFactor,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const money = moneyOf(factor);
  if (!money.ok) return money;
  const steps = collect([
    vatTerms(purchase, money.value),
    marginTerms(purchase.product, money.value, context),
    exchangeTerms(purchase.amount.unit, money.value, year, context),
    priceTerms(purchase.product, money.value, year, context),
  ]);
  return steps.ok ? success(steps.value.flat()) : steps;
}

/** The money a spend-based factor is stated in. */
interface FactorMoney {
  readonly currency: Currency;
  readonly priceYear: number;
  readonly vat: VatBasis;
  readonly priceBasis: 'purchaser' | 'basic';
  readonly factorId: string;
}

function moneyOf(factor: EmissionFactor): Outcome<FactorMoney> {
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

function vatTerms(purchase: Purchase, { vat: to }: FactorMoney): Outcome<readonly Term[]> {
  const { vat: from, vatRate: rate } = purchase;
  if (from === to) return success([]);
  if (rate === undefined) {
    const message = `The purchase has VAT ${from} and the factor has it ${to}. State the vatRate, for example "0.24".`;
    return failure(errorIssue('vat-rate-missing', { message, detail: { from, to } }));
  }
  const whole = ONE.plus(rate);
  const step = from === 'included' ? fraction(ONE, whole) : fraction(whole);
  return success([{ name: 'vat', ...step, from, to, rate }]);
}

function marginTerms(
  product: string,
  { priceBasis, factorId }: FactorMoney,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (priceBasis === 'purchaser') return success([]);
  const margin = findMargin(context.priceMargins ?? [], { factorId, product });
  if (!margin.ok) return margin;
  const { id: source, share } = margin.value;
  return success([{ name: 'margin', ...fraction(ONE.minus(share)), share, source }]);
}

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
